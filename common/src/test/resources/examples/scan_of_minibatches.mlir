// def loss(p, x, y):
//     xb = x.reshape(2,N//2,D); yb = y.reshape(2,N//2,C)
//     return jnp.mean(jnp.stack([jnp.mean((jnp.tanh(xb[i]@p['w'])-yb[i])**2) for i in range(2)]))
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<5x4xf64>, %arg1: tensor<12x5xf64>, %arg2: tensor<12x4xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.reshape %arg1 : (tensor<12x5xf64>) -> tensor<2x6x5xf64>
    %1 = stablehlo.reshape %arg2 : (tensor<12x4xf64>) -> tensor<2x6x4xf64>
    %2 = stablehlo.slice %0 [0:1, 0:6, 0:5] : (tensor<2x6x5xf64>) -> tensor<1x6x5xf64>
    %3 = stablehlo.reshape %2 : (tensor<1x6x5xf64>) -> tensor<6x5xf64>
    %4 = stablehlo.dot_general %3, %arg0, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<6x5xf64>, tensor<5x4xf64>) -> tensor<6x4xf64>
    %5 = stablehlo.tanh %4 : tensor<6x4xf64>
    %6 = stablehlo.slice %1 [0:1, 0:6, 0:4] : (tensor<2x6x4xf64>) -> tensor<1x6x4xf64>
    %7 = stablehlo.reshape %6 : (tensor<1x6x4xf64>) -> tensor<6x4xf64>
    %8 = stablehlo.subtract %5, %7 : tensor<6x4xf64>
    %9 = stablehlo.multiply %8, %8 : tensor<6x4xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %10 = stablehlo.reduce(%9 init: %cst) applies stablehlo.add across dimensions = [0, 1] : (tensor<6x4xf64>, tensor<f64>) -> tensor<f64>
    %cst_0 = stablehlo.constant dense<2.400000e+01> : tensor<f64>
    %11 = stablehlo.divide %10, %cst_0 : tensor<f64>
    %12 = stablehlo.slice %0 [1:2, 0:6, 0:5] : (tensor<2x6x5xf64>) -> tensor<1x6x5xf64>
    %13 = stablehlo.reshape %12 : (tensor<1x6x5xf64>) -> tensor<6x5xf64>
    %14 = stablehlo.dot_general %13, %arg0, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<6x5xf64>, tensor<5x4xf64>) -> tensor<6x4xf64>
    %15 = stablehlo.tanh %14 : tensor<6x4xf64>
    %16 = stablehlo.slice %1 [1:2, 0:6, 0:4] : (tensor<2x6x4xf64>) -> tensor<1x6x4xf64>
    %17 = stablehlo.reshape %16 : (tensor<1x6x4xf64>) -> tensor<6x4xf64>
    %18 = stablehlo.subtract %15, %17 : tensor<6x4xf64>
    %19 = stablehlo.multiply %18, %18 : tensor<6x4xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %20 = stablehlo.reduce(%19 init: %cst_1) applies stablehlo.add across dimensions = [0, 1] : (tensor<6x4xf64>, tensor<f64>) -> tensor<f64>
    %cst_2 = stablehlo.constant dense<2.400000e+01> : tensor<f64>
    %21 = stablehlo.divide %20, %cst_2 : tensor<f64>
    %22 = stablehlo.broadcast_in_dim %11, dims = [] : (tensor<f64>) -> tensor<1xf64>
    %23 = stablehlo.broadcast_in_dim %21, dims = [] : (tensor<f64>) -> tensor<1xf64>
    %24 = stablehlo.concatenate %22, %23, dim = 0 : (tensor<1xf64>, tensor<1xf64>) -> tensor<2xf64>
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %25 = stablehlo.reduce(%24 init: %cst_3) applies stablehlo.add across dimensions = [0] : (tensor<2xf64>, tensor<f64>) -> tensor<f64>
    %cst_4 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %26 = stablehlo.divide %25, %cst_4 : tensor<f64>
    return %26 : tensor<f64>
  }
}
