// def loss(p, x, y): return jnp.sum((jnp.tanh(x@p['w'])-y)[0]**2)
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<5x4xf64>, %arg1: tensor<12x5xf64>, %arg2: tensor<12x4xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.dot_general %arg1, %arg0, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x4xf64>) -> tensor<12x4xf64>
    %1 = stablehlo.tanh %0 : tensor<12x4xf64>
    %2 = stablehlo.subtract %1, %arg2 : tensor<12x4xf64>
    %3 = stablehlo.slice %2 [0:1, 0:4] : (tensor<12x4xf64>) -> tensor<1x4xf64>
    %4 = stablehlo.reshape %3 : (tensor<1x4xf64>) -> tensor<4xf64>
    %5 = stablehlo.multiply %4, %4 : tensor<4xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %6 = stablehlo.reduce(%5 init: %cst) applies stablehlo.add across dimensions = [0] : (tensor<4xf64>, tensor<f64>) -> tensor<f64>
    return %6 : tensor<f64>
  }
}
