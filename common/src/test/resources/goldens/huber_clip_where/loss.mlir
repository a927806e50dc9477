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
    %10 = stablehlo.subtract %9, %arg5 : tensor<16xf64>
    %11 = stablehlo.multiply %10, %10 : tensor<16xf64>
    %cst = stablehlo.constant dense<5.000000e-01> : tensor<f64>
    %12 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %13 = stablehlo.multiply %12, %11 : tensor<16xf64>
    %14 = stablehlo.abs %10 : tensor<16xf64>
    %cst_0 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %15 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %16 = stablehlo.compare LT, %14, %15, FLOAT : (tensor<16xf64>, tensor<16xf64>) -> tensor<16xi1>
    %17 = stablehlo.abs %10 : tensor<16xf64>
    %cst_1 = stablehlo.constant dense<5.000000e-01> : tensor<f64>
    %18 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %19 = stablehlo.subtract %17, %18 : tensor<16xf64>
    %20 = call @_where(%16, %13, %19) : (tensor<16xi1>, tensor<16xf64>, tensor<16xf64>) -> tensor<16xf64>
    %cst_2 = stablehlo.constant dense<-0.69999999999999996> : tensor<f64>
    %cst_3 = stablehlo.constant dense<0.69999999999999996> : tensor<f64>
    %21 = call @clip(%10, %cst_2, %cst_3) : (tensor<16xf64>, tensor<f64>, tensor<f64>) -> tensor<16xf64>
    %22 = stablehlo.multiply %21, %21 : tensor<16xf64>
    %cst_4 = stablehlo.constant dense<1.000000e-02> : tensor<f64>
    %23 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %24 = stablehlo.multiply %23, %22 : tensor<16xf64>
    %25 = stablehlo.add %20, %24 : tensor<16xf64>
    %cst_5 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %26 = stablehlo.reduce(%25 init: %cst_5) applies stablehlo.add across dimensions = [0] : (tensor<16xf64>, tensor<f64>) -> tensor<f64>
    %cst_6 = stablehlo.constant dense<1.600000e+01> : tensor<f64>
    %27 = stablehlo.divide %26, %cst_6 : tensor<f64>
    return %27 : tensor<f64>
  }
  func.func private @_where(%arg0: tensor<16xi1>, %arg1: tensor<16xf64>, %arg2: tensor<16xf64>) -> tensor<16xf64> {
    %0 = stablehlo.select %arg0, %arg1, %arg2 : tensor<16xi1>, tensor<16xf64>
    return %0 : tensor<16xf64>
  }
  func.func private @clip(%arg0: tensor<16xf64>, %arg1: tensor<f64>, %arg2: tensor<f64>) -> tensor<16xf64> {
    %0 = stablehlo.convert %arg1 : tensor<f64>
    %1 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %2 = stablehlo.maximum %1, %arg0 : tensor<16xf64>
    %3 = stablehlo.convert %arg2 : tensor<f64>
    %4 = stablehlo.broadcast_in_dim %3, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %5 = stablehlo.minimum %4, %2 : tensor<16xf64>
    return %5 : tensor<16xf64>
  }
}
