// def loss(p, x):
//     return 0.5*jnp.exp(-p['s'])*jnp.sum(x**2)+0.5*x.size*p['s']
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<f64>, %arg1: tensor<12x5xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.negate %arg0 : tensor<f64>
    %1 = stablehlo.exponential %0 : tensor<f64>
    %cst = stablehlo.constant dense<5.000000e-01> : tensor<f64>
    %2 = stablehlo.multiply %cst, %1 : tensor<f64>
    %3 = stablehlo.multiply %arg1, %arg1 : tensor<12x5xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %4 = stablehlo.reduce(%3 init: %cst_0) applies stablehlo.add across dimensions = [0, 1] : (tensor<12x5xf64>, tensor<f64>) -> tensor<f64>
    %5 = stablehlo.multiply %2, %4 : tensor<f64>
    %cst_1 = stablehlo.constant dense<3.000000e+01> : tensor<f64>
    %6 = stablehlo.multiply %cst_1, %arg0 : tensor<f64>
    %7 = stablehlo.add %5, %6 : tensor<f64>
    return %7 : tensor<f64>
  }
}
