module @jit_value_and_grad attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<6xf64>, %arg1: tensor<4x6xf64>, %arg2: tensor<1xf64>, %arg3: tensor<6x1xf64>, %arg4: tensor<10x4xf64>, %arg5: tensor<10xf64>) -> (tensor<f64> {jax.result_info = "result[0]"}, tensor<6xf64> {jax.result_info = "result[1][0]"}, tensor<4x6xf64> {jax.result_info = "result[1][1]"}, tensor<1xf64> {jax.result_info = "result[1][2]"}, tensor<6x1xf64> {jax.result_info = "result[1][3]"}) {
    %0 = stablehlo.dot_general %arg4, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<10x4xf64>, tensor<4x6xf64>) -> tensor<10x6xf64>
    %1 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<6xf64>) -> tensor<1x6xf64>
    %2 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x6xf64>) -> tensor<10x6xf64>
    %3 = stablehlo.add %0, %2 : tensor<10x6xf64>
    %4 = stablehlo.tanh %3 : tensor<10x6xf64>
    %cst = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %5 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<10x6xf64>
    %6 = stablehlo.subtract %5, %4 : tensor<10x6xf64>
    %7 = stablehlo.dot_general %4, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<10x6xf64>, tensor<6x1xf64>) -> tensor<10x1xf64>
    %8 = stablehlo.broadcast_in_dim %arg2, dims = [1] : (tensor<1xf64>) -> tensor<1x1xf64>
    %9 = stablehlo.broadcast_in_dim %8, dims = [0, 1] : (tensor<1x1xf64>) -> tensor<10x1xf64>
    %10 = stablehlo.add %7, %9 : tensor<10x1xf64>
    %11 = stablehlo.reshape %10 : (tensor<10x1xf64>) -> tensor<10xf64>
    %12:3 = call @softplus(%11) : (tensor<10xf64>) -> (tensor<10xf64>, tensor<10xf64>, tensor<10xf64>)
    %13 = stablehlo.multiply %arg5, %11 : tensor<10xf64>
    %14 = stablehlo.subtract %12#0, %13 : tensor<10xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %15 = stablehlo.reduce(%14 init: %cst_0) applies stablehlo.add across dimensions = [0] : (tensor<10xf64>, tensor<f64>) -> tensor<f64>
    %cst_1 = stablehlo.constant dense<1.000000e+01> : tensor<f64>
    %16 = stablehlo.divide %15, %cst_1 : tensor<f64>
    %cst_2 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %cst_3 = stablehlo.constant dense<1.000000e+01> : tensor<f64>
    %17 = stablehlo.divide %cst_2, %cst_3 : tensor<f64>
    %18 = stablehlo.broadcast_in_dim %17, dims = [] : (tensor<f64>) -> tensor<10xf64>
    %19 = stablehlo.negate %18 : tensor<10xf64>
    %20 = stablehlo.multiply %arg5, %19 : tensor<10xf64>
    %21 = call @softplus_0(%12#1, %12#2, %18) : (tensor<10xf64>, tensor<10xf64>, tensor<10xf64>) -> tensor<10xf64>
    %22 = stablehlo.add %20, %21 : tensor<10xf64>
    %23 = stablehlo.broadcast_in_dim %22, dims = [0] : (tensor<10xf64>) -> tensor<10x1xf64>
    %cst_4 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %24 = stablehlo.reduce(%23 init: %cst_4) applies stablehlo.add across dimensions = [0] : (tensor<10x1xf64>, tensor<f64>) -> tensor<1xf64>
    %25 = stablehlo.reshape %24 : (tensor<1xf64>) -> tensor<1x1xf64>
    %cst_5 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %26 = stablehlo.reduce(%25 init: %cst_5) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1xf64>, tensor<f64>) -> tensor<f64>
    %27 = stablehlo.broadcast_in_dim %26, dims = [] : (tensor<f64>) -> tensor<1xf64>
    %28 = stablehlo.dot_general %23, %4, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<10x1xf64>, tensor<10x6xf64>) -> tensor<1x6xf64>
    %29 = stablehlo.transpose %28, dims = [1, 0] : (tensor<1x6xf64>) -> tensor<6x1xf64>
    %30 = stablehlo.dot_general %23, %arg3, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<10x1xf64>, tensor<6x1xf64>) -> tensor<10x6xf64>
    %31 = stablehlo.multiply %30, %6 : tensor<10x6xf64>
    %32 = stablehlo.multiply %31, %4 : tensor<10x6xf64>
    %33 = stablehlo.add %31, %32 : tensor<10x6xf64>
    %cst_6 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %34 = stablehlo.reduce(%33 init: %cst_6) applies stablehlo.add across dimensions = [0] : (tensor<10x6xf64>, tensor<f64>) -> tensor<6xf64>
    %35 = stablehlo.reshape %34 : (tensor<6xf64>) -> tensor<1x6xf64>
    %cst_7 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %36 = stablehlo.reduce(%35 init: %cst_7) applies stablehlo.add across dimensions = [0] : (tensor<1x6xf64>, tensor<f64>) -> tensor<6xf64>
    %37 = stablehlo.dot_general %33, %arg4, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<10x6xf64>, tensor<10x4xf64>) -> tensor<6x4xf64>
    %38 = stablehlo.transpose %37, dims = [1, 0] : (tensor<6x4xf64>) -> tensor<4x6xf64>
    return %16, %36, %38, %27, %29 : tensor<f64>, tensor<6xf64>, tensor<4x6xf64>, tensor<1xf64>, tensor<6x1xf64>
  }
  func.func private @softplus(%arg0: tensor<10xf64>) -> (tensor<10xf64>, tensor<10xf64>, tensor<10xf64>) {
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
    %cst_0 = stablehlo.constant dense<0x7FF0000000000000> : tensor<f64>
    %13 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<10xf64>
    %14 = stablehlo.compare EQ, %arg0, %13, FLOAT : (tensor<10xf64>, tensor<10xf64>) -> tensor<10xi1>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %15 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f64>) -> tensor<10xf64>
    %16 = stablehlo.select %14, %15, %arg0 : tensor<10xi1>, tensor<10xf64>
    %cst_2 = stablehlo.constant dense<0x7FF0000000000000> : tensor<f64>
    %17 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f64>) -> tensor<10xf64>
    %18 = stablehlo.compare EQ, %12, %17, FLOAT : (tensor<10xf64>, tensor<10xf64>) -> tensor<10xi1>
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %19 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f64>) -> tensor<10xf64>
    %20 = stablehlo.select %18, %19, %12 : tensor<10xi1>, tensor<10xf64>
    %21 = stablehlo.subtract %16, %20 : tensor<10xf64>
    %22 = stablehlo.exponential %21 : tensor<10xf64>
    %cst_4 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %cst_5 = stablehlo.constant dense<0x7FF0000000000000> : tensor<f64>
    %23 = stablehlo.compare EQ, %cst_4, %cst_5, FLOAT : (tensor<f64>, tensor<f64>) -> tensor<i1>
    %cst_6 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %cst_7 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %24 = stablehlo.select %23, %cst_7, %cst_6 : tensor<i1>, tensor<f64>
    %cst_8 = stablehlo.constant dense<0x7FF0000000000000> : tensor<f64>
    %25 = stablehlo.broadcast_in_dim %cst_8, dims = [] : (tensor<f64>) -> tensor<10xf64>
    %26 = stablehlo.compare EQ, %12, %25, FLOAT : (tensor<10xf64>, tensor<10xf64>) -> tensor<10xi1>
    %cst_9 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %27 = stablehlo.broadcast_in_dim %cst_9, dims = [] : (tensor<f64>) -> tensor<10xf64>
    %28 = stablehlo.select %26, %27, %12 : tensor<10xi1>, tensor<10xf64>
    %29 = stablehlo.broadcast_in_dim %24, dims = [] : (tensor<f64>) -> tensor<10xf64>
    %30 = stablehlo.subtract %29, %28 : tensor<10xf64>
    %31 = stablehlo.exponential %30 : tensor<10xf64>
    %cst_10 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %32 = stablehlo.broadcast_in_dim %cst_10, dims = [] : (tensor<f64>) -> tensor<10xf64>
    %33 = stablehlo.multiply %32, %31 : tensor<10xf64>
    return %12, %22, %33 : tensor<10xf64>, tensor<10xf64>, tensor<10xf64>
  }
  func.func private @softplus_0(%arg0: tensor<10xf64>, %arg1: tensor<10xf64>, %arg2: tensor<10xf64>) -> tensor<10xf64> {
    %0 = stablehlo.multiply %arg2, %arg0 : tensor<10xf64>
    return %0 : tensor<10xf64>
  }
}
