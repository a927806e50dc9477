module @jit_flat attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<6xf64>, %arg1: tensor<4x6xf64>, %arg2: tensor<1xf64>, %arg3: tensor<6x1xf64>, %arg4: tensor<10x4xf64>, %arg5: tensor<10xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.dot_general %arg4, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<10x4xf64>, tensor<4x6xf64>) -> tensor<10x6xf64>
    %1 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<6xf64>) -> tensor<1x6xf64>
    %2 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x6xf64>) -> tensor<10x6xf64>
    %3 = stablehlo.add %0, %2 : tensor<10x6xf64>
    %4 = stablehlo.tanh %3 : tensor<10x6xf64>
    %5 = stablehlo.dot_general %4, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<10x6xf64>, tensor<6x1xf64>) -> tensor<10x1xf64>
    %6 = stablehlo.broadcast_in_dim %arg2, dims = [1] : (tensor<1xf64>) -> tensor<1x1xf64>
    %7 = stablehlo.broadcast_in_dim %6, dims = [0, 1] : (tensor<1x1xf64>) -> tensor<10x1xf64>
    %8 = stablehlo.add %5, %7 : tensor<10x1xf64>
    %9 = stablehlo.reshape %8 : (tensor<10x1xf64>) -> tensor<10xf64>
    %10 = call @softplus(%9) : (tensor<10xf64>) -> tensor<10xf64>
    %11 = stablehlo.multiply %arg5, %9 : tensor<10xf64>
    %12 = stablehlo.subtract %10, %11 : tensor<10xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %13 = stablehlo.reduce(%12 init: %cst) applies stablehlo.add across dimensions = [0] : (tensor<10xf64>, tensor<f64>) -> tensor<f64>
    %cst_0 = stablehlo.constant dense<1.000000e+01> : tensor<f64>
    %14 = stablehlo.divide %13, %cst_0 : tensor<f64>
    return %14 : tensor<f64>
  }
  func.func private @softplus(%arg0: tensor<10xf64>) -> tensor<10xf64> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<10xf64>
    %1 = stablehlo.maximum %arg0, %0 : tensor<10xf64>
    %2 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<10xf64>
    %3 = stablehlo.subtract %arg0, %2 : tensor<10xf64>
    %4 = stablehlo.compare NE, %3, %3, FLOAT : (tensor<10xf64>, tensor<10xf64>) -> tensor<10xi1>
    %5 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<10xf64>
    %6 = stablehlo.add %arg0, %5 : tensor<10xf64>
    %7 = stablehlo.abs %3 : tensor<10xf64>
    %8 = stablehlo.negate %7 : tensor<10xf64>
    %9 = stablehlo.exponential %8 : tensor<10xf64>
    %10 = stablehlo.log_plus_one %9 : tensor<10xf64>
    %11 = stablehlo.add %1, %10 : tensor<10xf64>
    %12 = stablehlo.select %4, %6, %11 : tensor<10xi1>, tensor<10xf64>
    return %12 : tensor<10xf64>
  }
}
