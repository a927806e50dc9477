// def loss(p, x, y):
//     h = x@p['w1']
//     h = (h-h.mean(0))/jnp.sqrt(h.var(0)+1e-5)*p['g']+p['b']
//     return jnp.mean((jnp.tanh(h)@p['w2']-y)**2)
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<7xf64>, %arg1: tensor<7xf64>, %arg2: tensor<5x7xf64>, %arg3: tensor<7x4xf64>, %arg4: tensor<12x5xf64>, %arg5: tensor<12x4xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.dot_general %arg4, %arg2, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x7xf64>) -> tensor<12x7xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %1 = stablehlo.reduce(%0 init: %cst) applies stablehlo.add across dimensions = [0] : (tensor<12x7xf64>, tensor<f64>) -> tensor<7xf64>
    %cst_0 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %2 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<7xf64>
    %3 = stablehlo.divide %1, %2 : tensor<7xf64>
    %4 = stablehlo.broadcast_in_dim %3, dims = [1] : (tensor<7xf64>) -> tensor<1x7xf64>
    %5 = stablehlo.broadcast_in_dim %4, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<12x7xf64>
    %6 = stablehlo.subtract %0, %5 : tensor<12x7xf64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %7 = call @_var(%0, %c) : (tensor<12x7xf64>, tensor<i64>) -> tensor<7xf64>
    %cst_1 = stablehlo.constant dense<1.000000e-05> : tensor<f64>
    %8 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f64>) -> tensor<7xf64>
    %9 = stablehlo.add %7, %8 : tensor<7xf64>
    %10 = stablehlo.sqrt %9 : tensor<7xf64>
    %11 = stablehlo.broadcast_in_dim %10, dims = [1] : (tensor<7xf64>) -> tensor<1x7xf64>
    %12 = stablehlo.broadcast_in_dim %11, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<12x7xf64>
    %13 = stablehlo.divide %6, %12 : tensor<12x7xf64>
    %14 = stablehlo.broadcast_in_dim %arg1, dims = [1] : (tensor<7xf64>) -> tensor<1x7xf64>
    %15 = stablehlo.broadcast_in_dim %14, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<12x7xf64>
    %16 = stablehlo.multiply %13, %15 : tensor<12x7xf64>
    %17 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<7xf64>) -> tensor<1x7xf64>
    %18 = stablehlo.broadcast_in_dim %17, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<12x7xf64>
    %19 = stablehlo.add %16, %18 : tensor<12x7xf64>
    %20 = stablehlo.tanh %19 : tensor<12x7xf64>
    %21 = stablehlo.dot_general %20, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x7xf64>, tensor<7x4xf64>) -> tensor<12x4xf64>
    %22 = stablehlo.subtract %21, %arg5 : tensor<12x4xf64>
    %23 = stablehlo.multiply %22, %22 : tensor<12x4xf64>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %24 = stablehlo.reduce(%23 init: %cst_2) applies stablehlo.add across dimensions = [0, 1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<f64>
    %cst_3 = stablehlo.constant dense<4.800000e+01> : tensor<f64>
    %25 = stablehlo.divide %24, %cst_3 : tensor<f64>
    return %25 : tensor<f64>
  }
  func.func private @_var(%arg0: tensor<12x7xf64>, %arg1: tensor<i64>) -> tensor<7xf64> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.add across dimensions = [0] : (tensor<12x7xf64>, tensor<f64>) -> tensor<7xf64>
    %1 = stablehlo.broadcast_in_dim %0, dims = [1] : (tensor<7xf64>) -> tensor<1x7xf64>
    %cst_0 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %2 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<1x7xf64>
    %3 = stablehlo.divide %1, %2 : tensor<1x7xf64>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<12x7xf64>
    %5 = stablehlo.subtract %arg0, %4 : tensor<12x7xf64>
    %6 = chlo.square %5 : tensor<12x7xf64> -> tensor<12x7xf64>
    %7 = stablehlo.convert %arg1 : (tensor<i64>) -> tensor<f64>
    %cst_1 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %8 = stablehlo.subtract %cst_1, %7 : tensor<f64>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %9 = stablehlo.reduce(%6 init: %cst_2) applies stablehlo.add across dimensions = [0] : (tensor<12x7xf64>, tensor<f64>) -> tensor<7xf64>
    %10 = stablehlo.broadcast_in_dim %8, dims = [] : (tensor<f64>) -> tensor<7xf64>
    %11 = stablehlo.divide %9, %10 : tensor<7xf64>
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %12 = stablehlo.compare GT, %8, %cst_3, FLOAT : (tensor<f64>, tensor<f64>) -> tensor<i1>
    %cst_4 = stablehlo.constant dense<0x7FF8000000000000> : tensor<f64>
    %13 = call @_where(%12, %11, %cst_4) : (tensor<i1>, tensor<7xf64>, tensor<f64>) -> tensor<7xf64>
    return %13 : tensor<7xf64>
  }
  func.func private @_where(%arg0: tensor<i1>, %arg1: tensor<7xf64>, %arg2: tensor<f64>) -> tensor<7xf64> {
    %0 = stablehlo.convert %arg2 : tensor<f64>
    %1 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f64>) -> tensor<7xf64>
    %2 = stablehlo.select %arg0, %arg1, %1 : tensor<i1>, tensor<7xf64>
    return %2 : tensor<7xf64>
  }
}
