module @jit_flat attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<6xf64>, %arg1: tensor<4x6xf64>, %arg2: tensor<2xf64>, %arg3: tensor<6x2xf64>, %arg4: tensor<16x4xf64>, %arg5: tensor<16xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.dot_general %arg4, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<16x4xf64>, tensor<4x6xf64>) -> tensor<16x6xf64>
    %1 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<6xf64>) -> tensor<1x6xf64>
    %2 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x6xf64>) -> tensor<16x6xf64>
    %3 = stablehlo.add %0, %2 : tensor<16x6xf64>
    %4 = stablehlo.tanh %3 : tensor<16x6xf64>
    %5 = stablehlo.dot_general %4, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<16x6xf64>, tensor<6x2xf64>) -> tensor<16x2xf64>
    %6 = stablehlo.broadcast_in_dim %arg2, dims = [1] : (tensor<2xf64>) -> tensor<1x2xf64>
    %7 = stablehlo.broadcast_in_dim %6, dims = [0, 1] : (tensor<1x2xf64>) -> tensor<16x2xf64>
    %8 = stablehlo.add %5, %7 : tensor<16x2xf64>
    %9 = stablehlo.slice %8 [0:16, 0:1] : (tensor<16x2xf64>) -> tensor<16x1xf64>
    %10 = stablehlo.reshape %9 : (tensor<16x1xf64>) -> tensor<16xf64>
    %11 = stablehlo.slice %8 [0:16, 1:2] : (tensor<16x2xf64>) -> tensor<16x1xf64>
    %12 = stablehlo.reshape %11 : (tensor<16x1xf64>) -> tensor<16xf64>
    %13 = stablehlo.multiply %12, %12 : tensor<16xf64>
    %cst = stablehlo.constant dense<1.000000e-02> : tensor<f64>
    %14 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %15 = stablehlo.add %14, %13 : tensor<16xf64>
    %16 = stablehlo.sqrt %15 : tensor<16xf64>
    %17 = stablehlo.log %16 : tensor<16xf64>
    %18 = stablehlo.subtract %arg5, %10 : tensor<16xf64>
    %19 = stablehlo.divide %18, %16 : tensor<16xf64>
    %20 = stablehlo.multiply %19, %19 : tensor<16xf64>
    %cst_0 = stablehlo.constant dense<5.000000e-01> : tensor<f64>
    %21 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %22 = stablehlo.multiply %21, %20 : tensor<16xf64>
    %23 = stablehlo.add %17, %22 : tensor<16xf64>
    %cst_1 = stablehlo.constant dense<1.500000e+00> : tensor<f64>
    %24 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %25 = stablehlo.power %16, %24 : tensor<16xf64>
    %cst_2 = stablehlo.constant dense<1.000000e-01> : tensor<f64>
    %26 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %27 = stablehlo.multiply %26, %25 : tensor<16xf64>
    %28 = stablehlo.add %23, %27 : tensor<16xf64>
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %29 = stablehlo.reduce(%28 init: %cst_3) applies stablehlo.add across dimensions = [0] : (tensor<16xf64>, tensor<f64>) -> tensor<f64>
    %cst_4 = stablehlo.constant dense<1.600000e+01> : tensor<f64>
    %30 = stablehlo.divide %29, %cst_4 : tensor<f64>
    return %30 : tensor<f64>
  }
}
