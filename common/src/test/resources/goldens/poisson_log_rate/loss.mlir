module @jit_flat attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<6xf64>, %arg1: tensor<4x6xf64>, %arg2: tensor<1xf64>, %arg3: tensor<6x1xf64>, %arg4: tensor<16x4xf64>, %arg5: tensor<16xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.dot_general %arg4, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<16x4xf64>, tensor<4x6xf64>) -> tensor<16x6xf64>
    %1 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<6xf64>) -> tensor<1x6xf64>
    %2 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x6xf64>) -> tensor<16x6xf64>
    %3 = stablehlo.add %0, %2 : tensor<16x6xf64>
    %4 = stablehlo.tanh %3 : tensor<16x6xf64>
    %5 = stablehlo.dot_general %4, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<16x6xf64>, tensor<6x1xf64>) -> tensor<16x1xf64>
    %6 = stablehlo.broadcast_in_dim %arg2, dims = [1] : (tensor<1xf64>) -> tensor<1x1xf64>
    %7 = stablehlo.broadcast_in_dim %6, dims = [0, 1] : (tensor<1x1xf64>) -> tensor<16x1xf64>
    %8 = stablehlo.add %5, %7 : tensor<16x1xf64>
    %9 = stablehlo.reshape %8 : (tensor<16x1xf64>) -> tensor<16xf64>
    %10 = stablehlo.exponential %9 : tensor<16xf64>
    %11 = stablehlo.dot_general %arg4, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<16x4xf64>, tensor<4x6xf64>) -> tensor<16x6xf64>
    %12 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<6xf64>) -> tensor<1x6xf64>
    %13 = stablehlo.broadcast_in_dim %12, dims = [0, 1] : (tensor<1x6xf64>) -> tensor<16x6xf64>
    %14 = stablehlo.add %11, %13 : tensor<16x6xf64>
    %15 = stablehlo.tanh %14 : tensor<16x6xf64>
    %16 = stablehlo.dot_general %15, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<16x6xf64>, tensor<6x1xf64>) -> tensor<16x1xf64>
    %17 = stablehlo.broadcast_in_dim %arg2, dims = [1] : (tensor<1xf64>) -> tensor<1x1xf64>
    %18 = stablehlo.broadcast_in_dim %17, dims = [0, 1] : (tensor<1x1xf64>) -> tensor<16x1xf64>
    %19 = stablehlo.add %16, %18 : tensor<16x1xf64>
    %20 = stablehlo.reshape %19 : (tensor<16x1xf64>) -> tensor<16xf64>
    %21 = stablehlo.multiply %arg5, %20 : tensor<16xf64>
    %22 = stablehlo.subtract %10, %21 : tensor<16xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %23 = stablehlo.reduce(%22 init: %cst) applies stablehlo.add across dimensions = [0] : (tensor<16xf64>, tensor<f64>) -> tensor<f64>
    %cst_0 = stablehlo.constant dense<1.600000e+01> : tensor<f64>
    %24 = stablehlo.divide %23, %cst_0 : tensor<f64>
    return %24 : tensor<f64>
  }
}
