// def loss(p, x, y, m):
//     l = jnp.sum((mlp(p,x)-y)**2,-1)
//     n = jnp.sum(m)
//     return jnp.where(n>0, jnp.sum(jnp.where(m,l,0.))/jnp.maximum(n,1), 0.)
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<7xf64>, %arg1: tensor<4xf64>, %arg2: tensor<5x7xf64>, %arg3: tensor<7x4xf64>, %arg4: tensor<12x5xf64>, %arg5: tensor<12x4xf64>, %arg6: tensor<12xi1>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.dot_general %arg4, %arg2, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x7xf64>) -> tensor<12x7xf64>
    %1 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<7xf64>) -> tensor<1x7xf64>
    %2 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<12x7xf64>
    %3 = stablehlo.add %0, %2 : tensor<12x7xf64>
    %4 = stablehlo.tanh %3 : tensor<12x7xf64>
    %5 = stablehlo.dot_general %4, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x7xf64>, tensor<7x4xf64>) -> tensor<12x4xf64>
    %6 = stablehlo.broadcast_in_dim %arg1, dims = [1] : (tensor<4xf64>) -> tensor<1x4xf64>
    %7 = stablehlo.broadcast_in_dim %6, dims = [0, 1] : (tensor<1x4xf64>) -> tensor<12x4xf64>
    %8 = stablehlo.add %5, %7 : tensor<12x4xf64>
    %9 = stablehlo.subtract %8, %arg5 : tensor<12x4xf64>
    %10 = stablehlo.multiply %9, %9 : tensor<12x4xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %11 = stablehlo.reduce(%10 init: %cst) applies stablehlo.add across dimensions = [1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<12xf64>
    %12 = stablehlo.convert %arg6 : (tensor<12xi1>) -> tensor<12xi32>
    %13 = stablehlo.convert %12 : (tensor<12xi32>) -> tensor<12xi64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %14 = stablehlo.reduce(%13 init: %c) applies stablehlo.add across dimensions = [0] : (tensor<12xi64>, tensor<i64>) -> tensor<i64>
    %c_0 = stablehlo.constant dense<0> : tensor<i64>
    %15 = stablehlo.compare GT, %14, %c_0, SIGNED : (tensor<i64>, tensor<i64>) -> tensor<i1>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %16 = call @_where(%arg6, %11, %cst_1) : (tensor<12xi1>, tensor<12xf64>, tensor<f64>) -> tensor<12xf64>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %17 = stablehlo.reduce(%16 init: %cst_2) applies stablehlo.add across dimensions = [0] : (tensor<12xf64>, tensor<f64>) -> tensor<f64>
    %c_3 = stablehlo.constant dense<1> : tensor<i64>
    %18 = stablehlo.maximum %14, %c_3 : tensor<i64>
    %19 = stablehlo.convert %18 : (tensor<i64>) -> tensor<f64>
    %20 = stablehlo.divide %17, %19 : tensor<f64>
    %cst_4 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %21 = call @_where_0(%15, %20, %cst_4) : (tensor<i1>, tensor<f64>, tensor<f64>) -> tensor<f64>
    return %21 : tensor<f64>
  }
  func.func private @_where(%arg0: tensor<12xi1>, %arg1: tensor<12xf64>, %arg2: tensor<f64>) -> tensor<12xf64> {
    %0 = stablehlo.convert %arg2 : tensor<f64>
    %1 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %2 = stablehlo.select %arg0, %arg1, %1 : tensor<12xi1>, tensor<12xf64>
    return %2 : tensor<12xf64>
  }
  func.func private @_where_0(%arg0: tensor<i1>, %arg1: tensor<f64>, %arg2: tensor<f64>) -> tensor<f64> {
    %0 = stablehlo.convert %arg2 : tensor<f64>
    %1 = stablehlo.select %arg0, %arg1, %0 : tensor<i1>, tensor<f64>
    return %1 : tensor<f64>
  }
}
