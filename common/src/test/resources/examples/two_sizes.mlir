// def loss(p, x, y, u):
//     f = lambda z: jnp.tanh(z@p['w'])
//     return jnp.mean((f(x)-y)**2)+jnp.mean(f(u)**2)
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<5x4xf64>, %arg1: tensor<12x5xf64>, %arg2: tensor<12x4xf64>, %arg3: tensor<30x5xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.dot_general %arg1, %arg0, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x4xf64>) -> tensor<12x4xf64>
    %1 = stablehlo.tanh %0 : tensor<12x4xf64>
    %2 = stablehlo.subtract %1, %arg2 : tensor<12x4xf64>
    %3 = stablehlo.multiply %2, %2 : tensor<12x4xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %4 = stablehlo.reduce(%3 init: %cst) applies stablehlo.add across dimensions = [0, 1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<f64>
    %cst_0 = stablehlo.constant dense<4.800000e+01> : tensor<f64>
    %5 = stablehlo.divide %4, %cst_0 : tensor<f64>
    %6 = stablehlo.dot_general %arg3, %arg0, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<30x5xf64>, tensor<5x4xf64>) -> tensor<30x4xf64>
    %7 = stablehlo.tanh %6 : tensor<30x4xf64>
    %8 = stablehlo.multiply %7, %7 : tensor<30x4xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %9 = stablehlo.reduce(%8 init: %cst_1) applies stablehlo.add across dimensions = [0, 1] : (tensor<30x4xf64>, tensor<f64>) -> tensor<f64>
    %cst_2 = stablehlo.constant dense<1.200000e+02> : tensor<f64>
    %10 = stablehlo.divide %9, %cst_2 : tensor<f64>
    %11 = stablehlo.add %5, %10 : tensor<f64>
    return %11 : tensor<f64>
  }
}
