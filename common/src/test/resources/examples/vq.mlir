// def loss(p, x):
//     z = x@p['e']
//     d = jnp.sum((z[:,None]-p['cb'][None])**2,-1)
//     q = p['cb'][jnp.argmin(d,-1)]
//     zq = z+lax.stop_gradient(q-z)
//     return jnp.mean((zq@p['d']-x)**2)+jnp.mean((lax.stop_gradient(z)-q)**2)
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<5x3xf64>, %arg1: tensor<3x5xf64>, %arg2: tensor<5x3xf64>, %arg3: tensor<12x5xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.dot_general %arg3, %arg2, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x3xf64>) -> tensor<12x3xf64>
    %1 = stablehlo.broadcast_in_dim %0, dims = [0, 2] : (tensor<12x3xf64>) -> tensor<12x1x3xf64>
    %2 = stablehlo.broadcast_in_dim %arg0, dims = [1, 2] : (tensor<5x3xf64>) -> tensor<1x5x3xf64>
    %3 = stablehlo.broadcast_in_dim %1, dims = [0, 1, 2] : (tensor<12x1x3xf64>) -> tensor<12x5x3xf64>
    %4 = stablehlo.broadcast_in_dim %2, dims = [0, 1, 2] : (tensor<1x5x3xf64>) -> tensor<12x5x3xf64>
    %5 = stablehlo.subtract %3, %4 : tensor<12x5x3xf64>
    %6 = stablehlo.multiply %5, %5 : tensor<12x5x3xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %7 = stablehlo.reduce(%6 init: %cst) applies stablehlo.add across dimensions = [2] : (tensor<12x5x3xf64>, tensor<f64>) -> tensor<12x5xf64>
    %8 = call @argmin(%7) : (tensor<12x5xf64>) -> tensor<12xi64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %9 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i64>) -> tensor<12xi64>
    %10 = stablehlo.compare LT, %8, %9, SIGNED : (tensor<12xi64>, tensor<12xi64>) -> tensor<12xi1>
    %c_0 = stablehlo.constant dense<5> : tensor<i64>
    %11 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<i64>) -> tensor<12xi64>
    %12 = stablehlo.add %8, %11 : tensor<12xi64>
    %13 = stablehlo.select %10, %12, %8 : tensor<12xi1>, tensor<12xi64>
    %14 = stablehlo.convert %13 : (tensor<12xi64>) -> tensor<12xi32>
    %15 = stablehlo.broadcast_in_dim %14, dims = [0] : (tensor<12xi32>) -> tensor<12x1xi32>
    %16 = "stablehlo.gather"(%arg0, %15) <{dimension_numbers = #stablehlo.gather<offset_dims = [1], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, indices_are_sorted = false, slice_sizes = array<i64: 1, 3>}> : (tensor<5x3xf64>, tensor<12x1xi32>) -> tensor<12x3xf64>
    %17 = stablehlo.subtract %16, %0 : tensor<12x3xf64>
    %18 = stablehlo.add %0, %17 : tensor<12x3xf64>
    %19 = stablehlo.dot_general %18, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x3xf64>, tensor<3x5xf64>) -> tensor<12x5xf64>
    %20 = stablehlo.subtract %19, %arg3 : tensor<12x5xf64>
    %21 = stablehlo.multiply %20, %20 : tensor<12x5xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %22 = stablehlo.reduce(%21 init: %cst_1) applies stablehlo.add across dimensions = [0, 1] : (tensor<12x5xf64>, tensor<f64>) -> tensor<f64>
    %cst_2 = stablehlo.constant dense<6.000000e+01> : tensor<f64>
    %23 = stablehlo.divide %22, %cst_2 : tensor<f64>
    %24 = stablehlo.subtract %0, %16 : tensor<12x3xf64>
    %25 = stablehlo.multiply %24, %24 : tensor<12x3xf64>
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %26 = stablehlo.reduce(%25 init: %cst_3) applies stablehlo.add across dimensions = [0, 1] : (tensor<12x3xf64>, tensor<f64>) -> tensor<f64>
    %cst_4 = stablehlo.constant dense<3.600000e+01> : tensor<f64>
    %27 = stablehlo.divide %26, %cst_4 : tensor<f64>
    %28 = stablehlo.add %23, %27 : tensor<f64>
    return %28 : tensor<f64>
  }
  func.func private @argmin(%arg0: tensor<12x5xf64>) -> tensor<12xi64> {
    %0 = stablehlo.iota dim = 1 : tensor<12x5xi64>
    %cst = stablehlo.constant dense<0x7FF0000000000000> : tensor<f64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %1:2 = stablehlo.reduce(%arg0 init: %cst), (%0 init: %c) across dimensions = [1] : (tensor<12x5xf64>, tensor<12x5xi64>, tensor<f64>, tensor<i64>) -> (tensor<12xf64>, tensor<12xi64>)
     reducer(%arg1: tensor<f64>, %arg3: tensor<f64>) (%arg2: tensor<i64>, %arg4: tensor<i64>)  {
      %2 = stablehlo.compare LT, %arg1, %arg3, FLOAT : (tensor<f64>, tensor<f64>) -> tensor<i1>
      %3 = stablehlo.compare NE, %arg1, %arg1, FLOAT : (tensor<f64>, tensor<f64>) -> tensor<i1>
      %4 = stablehlo.or %2, %3 : tensor<i1>
      %5 = stablehlo.compare EQ, %arg1, %arg3, FLOAT : (tensor<f64>, tensor<f64>) -> tensor<i1>
      %6 = stablehlo.compare LT, %arg2, %arg4, SIGNED : (tensor<i64>, tensor<i64>) -> tensor<i1>
      %7 = stablehlo.and %5, %6 : tensor<i1>
      %8 = stablehlo.or %4, %7 : tensor<i1>
      %9 = stablehlo.select %4, %arg1, %arg3 : tensor<i1>, tensor<f64>
      %10 = stablehlo.select %8, %arg2, %arg4 : tensor<i1>, tensor<i64>
      stablehlo.return %9, %10 : tensor<f64>, tensor<i64>
    }
    return %1#1 : tensor<12xi64>
  }
}
