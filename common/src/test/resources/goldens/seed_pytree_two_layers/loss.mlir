module @jit_flat attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<2xf64>, %arg1: tensor<2x2xf64>, %arg2: tensor<f64>, %arg3: tensor<2xf64>, %arg4: tensor<2xf64>, %arg5: tensor<f64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.dot_general %arg4, %arg1, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<2xf64>, tensor<2x2xf64>) -> tensor<2xf64>
    %1 = stablehlo.add %0, %arg0 : tensor<2xf64>
    %2 = stablehlo.dot_general %1, %arg3, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<2xf64>, tensor<2xf64>) -> tensor<f64>
    %3 = stablehlo.add %2, %arg2 : tensor<f64>
    %4 = stablehlo.subtract %3, %arg5 : tensor<f64>
    %5 = stablehlo.multiply %4, %4 : tensor<f64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %6 = stablehlo.reduce(%5 init: %cst) applies stablehlo.add across dimensions = [] : (tensor<f64>, tensor<f64>) -> tensor<f64>
    %cst_0 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %7 = stablehlo.divide %6, %cst_0 : tensor<f64>
    return %7 : tensor<f64>
  }
}
