// def loss(p, x, y):
//     h = jnp.tanh(x@p['w'])
//     return jnp.mean((.7*h+.3*jnp.roll(h,1,0)-y)**2)
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<5x4xf64>, %arg1: tensor<12x5xf64>, %arg2: tensor<12x4xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.dot_general %arg1, %arg0, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x4xf64>) -> tensor<12x4xf64>
    %1 = stablehlo.tanh %0 : tensor<12x4xf64>
    %cst = stablehlo.constant dense<0.69999999999999996> : tensor<f64>
    %2 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x4xf64>
    %3 = stablehlo.multiply %2, %1 : tensor<12x4xf64>
    %4 = call @_roll_static(%1) : (tensor<12x4xf64>) -> tensor<12x4xf64>
    %cst_0 = stablehlo.constant dense<3.000000e-01> : tensor<f64>
    %5 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<12x4xf64>
    %6 = stablehlo.multiply %5, %4 : tensor<12x4xf64>
    %7 = stablehlo.add %3, %6 : tensor<12x4xf64>
    %8 = stablehlo.subtract %7, %arg2 : tensor<12x4xf64>
    %9 = stablehlo.multiply %8, %8 : tensor<12x4xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %10 = stablehlo.reduce(%9 init: %cst_1) applies stablehlo.add across dimensions = [0, 1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<f64>
    %cst_2 = stablehlo.constant dense<4.800000e+01> : tensor<f64>
    %11 = stablehlo.divide %10, %cst_2 : tensor<f64>
    return %11 : tensor<f64>
  }
  func.func private @_roll_static(%arg0: tensor<12x4xf64>) -> tensor<12x4xf64> {
    %0 = stablehlo.slice %arg0 [11:12, 0:4] : (tensor<12x4xf64>) -> tensor<1x4xf64>
    %1 = stablehlo.slice %arg0 [0:11, 0:4] : (tensor<12x4xf64>) -> tensor<11x4xf64>
    %2 = stablehlo.concatenate %0, %1, dim = 0 : (tensor<1x4xf64>, tensor<11x4xf64>) -> tensor<12x4xf64>
    return %2 : tensor<12x4xf64>
  }
}
