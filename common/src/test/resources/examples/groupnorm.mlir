// def loss(p, x, y):
//     h = x@p['w']
//     g = h.reshape(N,2,4); g = (g-g.mean(-1,keepdims=True))/jnp.sqrt(g.var(-1,keepdims=True)+1e-5)
//     return jnp.mean((g.reshape(N,8)@p['o']-y)**2)
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<8x4xf64>, %arg1: tensor<5x8xf64>, %arg2: tensor<12x5xf64>, %arg3: tensor<12x4xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.dot_general %arg2, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x8xf64>) -> tensor<12x8xf64>
    %1 = stablehlo.reshape %0 : (tensor<12x8xf64>) -> tensor<12x2x4xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %2 = stablehlo.reduce(%1 init: %cst) applies stablehlo.add across dimensions = [2] : (tensor<12x2x4xf64>, tensor<f64>) -> tensor<12x2xf64>
    %3 = stablehlo.broadcast_in_dim %2, dims = [0, 1] : (tensor<12x2xf64>) -> tensor<12x2x1xf64>
    %cst_0 = stablehlo.constant dense<4.000000e+00> : tensor<f64>
    %4 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<12x2x1xf64>
    %5 = stablehlo.divide %3, %4 : tensor<12x2x1xf64>
    %6 = stablehlo.broadcast_in_dim %5, dims = [0, 1, 2] : (tensor<12x2x1xf64>) -> tensor<12x2x4xf64>
    %7 = stablehlo.subtract %1, %6 : tensor<12x2x4xf64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %8 = call @_var(%1, %c) : (tensor<12x2x4xf64>, tensor<i64>) -> tensor<12x2x1xf64>
    %cst_1 = stablehlo.constant dense<1.000000e-05> : tensor<f64>
    %9 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f64>) -> tensor<12x2x1xf64>
    %10 = stablehlo.add %8, %9 : tensor<12x2x1xf64>
    %11 = stablehlo.sqrt %10 : tensor<12x2x1xf64>
    %12 = stablehlo.broadcast_in_dim %11, dims = [0, 1, 2] : (tensor<12x2x1xf64>) -> tensor<12x2x4xf64>
    %13 = stablehlo.divide %7, %12 : tensor<12x2x4xf64>
    %14 = stablehlo.reshape %13 : (tensor<12x2x4xf64>) -> tensor<12x8xf64>
    %15 = stablehlo.dot_general %14, %arg0, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x8xf64>, tensor<8x4xf64>) -> tensor<12x4xf64>
    %16 = stablehlo.subtract %15, %arg3 : tensor<12x4xf64>
    %17 = stablehlo.multiply %16, %16 : tensor<12x4xf64>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %18 = stablehlo.reduce(%17 init: %cst_2) applies stablehlo.add across dimensions = [0, 1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<f64>
    %cst_3 = stablehlo.constant dense<4.800000e+01> : tensor<f64>
    %19 = stablehlo.divide %18, %cst_3 : tensor<f64>
    return %19 : tensor<f64>
  }
  func.func private @_var(%arg0: tensor<12x2x4xf64>, %arg1: tensor<i64>) -> tensor<12x2x1xf64> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.add across dimensions = [2] : (tensor<12x2x4xf64>, tensor<f64>) -> tensor<12x2xf64>
    %1 = stablehlo.broadcast_in_dim %0, dims = [0, 1] : (tensor<12x2xf64>) -> tensor<12x2x1xf64>
    %cst_0 = stablehlo.constant dense<4.000000e+00> : tensor<f64>
    %2 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<12x2x1xf64>
    %3 = stablehlo.divide %1, %2 : tensor<12x2x1xf64>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1, 2] : (tensor<12x2x1xf64>) -> tensor<12x2x4xf64>
    %5 = stablehlo.subtract %arg0, %4 : tensor<12x2x4xf64>
    %6 = chlo.square %5 : tensor<12x2x4xf64> -> tensor<12x2x4xf64>
    %7 = stablehlo.convert %arg1 : (tensor<i64>) -> tensor<f64>
    %cst_1 = stablehlo.constant dense<4.000000e+00> : tensor<f64>
    %8 = stablehlo.subtract %cst_1, %7 : tensor<f64>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %9 = stablehlo.reduce(%6 init: %cst_2) applies stablehlo.add across dimensions = [2] : (tensor<12x2x4xf64>, tensor<f64>) -> tensor<12x2xf64>
    %10 = stablehlo.broadcast_in_dim %9, dims = [0, 1] : (tensor<12x2xf64>) -> tensor<12x2x1xf64>
    %11 = stablehlo.broadcast_in_dim %8, dims = [] : (tensor<f64>) -> tensor<12x2x1xf64>
    %12 = stablehlo.divide %10, %11 : tensor<12x2x1xf64>
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %13 = stablehlo.compare GT, %8, %cst_3, FLOAT : (tensor<f64>, tensor<f64>) -> tensor<i1>
    %cst_4 = stablehlo.constant dense<0x7FF8000000000000> : tensor<f64>
    %14 = call @_where(%13, %12, %cst_4) : (tensor<i1>, tensor<12x2x1xf64>, tensor<f64>) -> tensor<12x2x1xf64>
    return %14 : tensor<12x2x1xf64>
  }
  func.func private @_where(%arg0: tensor<i1>, %arg1: tensor<12x2x1xf64>, %arg2: tensor<f64>) -> tensor<12x2x1xf64> {
    %0 = stablehlo.convert %arg2 : tensor<f64>
    %1 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f64>) -> tensor<12x2x1xf64>
    %2 = stablehlo.select %arg0, %arg1, %1 : tensor<i1>, tensor<12x2x1xf64>
    return %2 : tensor<12x2x1xf64>
  }
}
