module @jit_value_and_grad attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<2xf64>, %arg1: tensor<2x2xf64>, %arg2: tensor<f64>, %arg3: tensor<2xf64>, %arg4: tensor<2xf64>, %arg5: tensor<f64>) -> (tensor<f64> {jax.result_info = "result[0]"}, tensor<2xf64> {jax.result_info = "result[1][0]"}, tensor<2x2xf64> {jax.result_info = "result[1][1]"}, tensor<f64> {jax.result_info = "result[1][2]"}, tensor<2xf64> {jax.result_info = "result[1][3]"}) {
    %0 = stablehlo.dot_general %arg4, %arg1, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<2xf64>, tensor<2x2xf64>) -> tensor<2xf64>
    %1 = stablehlo.add %0, %arg0 : tensor<2xf64>
    %2 = stablehlo.dot_general %1, %arg3, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<2xf64>, tensor<2xf64>) -> tensor<f64>
    %3 = stablehlo.add %2, %arg2 : tensor<f64>
    %4 = stablehlo.subtract %3, %arg5 : tensor<f64>
    %5 = stablehlo.multiply %4, %4 : tensor<f64>
    %cst = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %6 = stablehlo.multiply %cst, %4 : tensor<f64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %7 = stablehlo.reduce(%5 init: %cst_0) applies stablehlo.add across dimensions = [] : (tensor<f64>, tensor<f64>) -> tensor<f64>
    %cst_1 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %8 = stablehlo.divide %7, %cst_1 : tensor<f64>
    %cst_2 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %cst_3 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %9 = stablehlo.divide %cst_2, %cst_3 : tensor<f64>
    %10 = stablehlo.multiply %9, %6 : tensor<f64>
    %11 = stablehlo.dot_general %10, %1, contracting_dims = [] x [], precision = [DEFAULT, DEFAULT] : (tensor<f64>, tensor<2xf64>) -> tensor<2xf64>
    %12 = stablehlo.dot_general %10, %arg3, contracting_dims = [] x [], precision = [DEFAULT, DEFAULT] : (tensor<f64>, tensor<2xf64>) -> tensor<2xf64>
    %13 = stablehlo.dot_general %12, %arg4, contracting_dims = [] x [], precision = [DEFAULT, DEFAULT] : (tensor<2xf64>, tensor<2xf64>) -> tensor<2x2xf64>
    %14 = stablehlo.transpose %13, dims = [1, 0] : (tensor<2x2xf64>) -> tensor<2x2xf64>
    return %8, %12, %14, %10, %11 : tensor<f64>, tensor<2xf64>, tensor<2x2xf64>, tensor<f64>, tensor<2xf64>
  }
}
