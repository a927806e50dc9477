// def loss(p, x, y, w):
//     eta = x@p['w']+p['b']
//     return jnp.average(jnp.exp(eta)-y*eta, weights=w) + 0.5*p['w']@p['w']
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<f64>, %arg1: tensor<5xf64>, %arg2: tensor<12x5xf64>, %arg3: tensor<12xf64>, %arg4: tensor<12xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.dot_general %arg2, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5xf64>) -> tensor<12xf64>
    %1 = stablehlo.broadcast_in_dim %arg0, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %2 = stablehlo.add %0, %1 : tensor<12xf64>
    %3 = stablehlo.exponential %2 : tensor<12xf64>
    %4 = stablehlo.multiply %arg3, %2 : tensor<12xf64>
    %5 = stablehlo.subtract %3, %4 : tensor<12xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %6 = stablehlo.reduce(%arg4 init: %cst) applies stablehlo.add across dimensions = [0] : (tensor<12xf64>, tensor<f64>) -> tensor<f64>
    %7 = stablehlo.multiply %5, %arg4 : tensor<12xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %8 = stablehlo.reduce(%7 init: %cst_0) applies stablehlo.add across dimensions = [0] : (tensor<12xf64>, tensor<f64>) -> tensor<f64>
    %9 = stablehlo.divide %8, %6 : tensor<f64>
    %cst_1 = stablehlo.constant dense<5.000000e-01> : tensor<f64>
    %10 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f64>) -> tensor<5xf64>
    %11 = stablehlo.multiply %10, %arg1 : tensor<5xf64>
    %12 = stablehlo.dot_general %11, %arg1, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<5xf64>, tensor<5xf64>) -> tensor<f64>
    %13 = stablehlo.add %9, %12 : tensor<f64>
    return %13 : tensor<f64>
  }
}
