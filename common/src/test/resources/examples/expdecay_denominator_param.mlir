// def loss(p, x, y, m):
//     return jnp.sum(m*jnp.sum((x@p['w']-y)**2,-1))/(jnp.exp(p['s'])*jnp.sum(m)) + p['s']*jnp.sum(m)
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<f64>, %arg1: tensor<5x4xf64>, %arg2: tensor<12x5xf64>, %arg3: tensor<12x4xf64>, %arg4: tensor<12xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.dot_general %arg2, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x4xf64>) -> tensor<12x4xf64>
    %1 = stablehlo.subtract %0, %arg3 : tensor<12x4xf64>
    %2 = stablehlo.multiply %1, %1 : tensor<12x4xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %3 = stablehlo.reduce(%2 init: %cst) applies stablehlo.add across dimensions = [1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<12xf64>
    %4 = stablehlo.multiply %arg4, %3 : tensor<12xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %5 = stablehlo.reduce(%4 init: %cst_0) applies stablehlo.add across dimensions = [0] : (tensor<12xf64>, tensor<f64>) -> tensor<f64>
    %6 = stablehlo.exponential %arg0 : tensor<f64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %7 = stablehlo.reduce(%arg4 init: %cst_1) applies stablehlo.add across dimensions = [0] : (tensor<12xf64>, tensor<f64>) -> tensor<f64>
    %8 = stablehlo.multiply %6, %7 : tensor<f64>
    %9 = stablehlo.divide %5, %8 : tensor<f64>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %10 = stablehlo.reduce(%arg4 init: %cst_2) applies stablehlo.add across dimensions = [0] : (tensor<12xf64>, tensor<f64>) -> tensor<f64>
    %11 = stablehlo.multiply %arg0, %10 : tensor<f64>
    %12 = stablehlo.add %9, %11 : tensor<f64>
    return %12 : tensor<f64>
  }
}
