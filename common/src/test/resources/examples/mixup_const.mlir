// def loss(p, x, y):
//     xm = .7*x+.3*x[::-1]; ym = .7*y+.3*y[::-1]
//     return jnp.mean((jnp.tanh(xm@p['w'])-ym)**2)
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<5x4xf64>, %arg1: tensor<12x5xf64>, %arg2: tensor<12x4xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %cst = stablehlo.constant dense<0.69999999999999996> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x5xf64>
    %1 = stablehlo.multiply %0, %arg1 : tensor<12x5xf64>
    %2 = stablehlo.reverse %arg1, dims = [0] : tensor<12x5xf64>
    %cst_0 = stablehlo.constant dense<3.000000e-01> : tensor<f64>
    %3 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<12x5xf64>
    %4 = stablehlo.multiply %3, %2 : tensor<12x5xf64>
    %5 = stablehlo.add %1, %4 : tensor<12x5xf64>
    %cst_1 = stablehlo.constant dense<0.69999999999999996> : tensor<f64>
    %6 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f64>) -> tensor<12x4xf64>
    %7 = stablehlo.multiply %6, %arg2 : tensor<12x4xf64>
    %8 = stablehlo.reverse %arg2, dims = [0] : tensor<12x4xf64>
    %cst_2 = stablehlo.constant dense<3.000000e-01> : tensor<f64>
    %9 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f64>) -> tensor<12x4xf64>
    %10 = stablehlo.multiply %9, %8 : tensor<12x4xf64>
    %11 = stablehlo.add %7, %10 : tensor<12x4xf64>
    %12 = stablehlo.dot_general %5, %arg0, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x4xf64>) -> tensor<12x4xf64>
    %13 = stablehlo.tanh %12 : tensor<12x4xf64>
    %14 = stablehlo.subtract %13, %11 : tensor<12x4xf64>
    %15 = stablehlo.multiply %14, %14 : tensor<12x4xf64>
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %16 = stablehlo.reduce(%15 init: %cst_3) applies stablehlo.add across dimensions = [0, 1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<f64>
    %cst_4 = stablehlo.constant dense<4.800000e+01> : tensor<f64>
    %17 = stablehlo.divide %16, %cst_4 : tensor<f64>
    return %17 : tensor<f64>
  }
}
