module @jit__lambda attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<10xf64>, %arg1: tensor<3x3x1x16xf64>, %arg2: tensor<3x3x16x16xf64>, %arg3: tensor<16x10xf64>, %arg4: tensor<2x32x32x1xf64>, %arg5: tensor<2xi32>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.convolution(%arg4, %arg1) dim_numbers = [b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f], window = {stride = [1, 1], pad = [[1, 1], [1, 1]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<2x32x32x1xf64>, tensor<3x3x1x16xf64>) -> tensor<2x32x32x16xf64>
    %1 = stablehlo.multiply %0, %0 : tensor<2x32x32x16xf64>
    %2 = stablehlo.multiply %1, %0 : tensor<2x32x32x16xf64>
    %cst = stablehlo.constant dense<4.471500e-02> : tensor<f64>
    %3 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<2x32x32x16xf64>
    %4 = stablehlo.multiply %3, %2 : tensor<2x32x32x16xf64>
    %5 = stablehlo.add %0, %4 : tensor<2x32x32x16xf64>
    %cst_0 = stablehlo.constant dense<0.79788456080286541> : tensor<f64>
    %6 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<2x32x32x16xf64>
    %7 = stablehlo.multiply %6, %5 : tensor<2x32x32x16xf64>
    %8 = stablehlo.tanh %7 : tensor<2x32x32x16xf64>
    %cst_1 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %9 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f64>) -> tensor<2x32x32x16xf64>
    %10 = stablehlo.add %9, %8 : tensor<2x32x32x16xf64>
    %cst_2 = stablehlo.constant dense<5.000000e-01> : tensor<f64>
    %11 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f64>) -> tensor<2x32x32x16xf64>
    %12 = stablehlo.multiply %11, %10 : tensor<2x32x32x16xf64>
    %13 = stablehlo.multiply %0, %12 : tensor<2x32x32x16xf64>
    %14 = stablehlo.convolution(%13, %arg2) dim_numbers = [b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f], window = {stride = [1, 1], pad = [[1, 1], [1, 1]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<2x32x32x16xf64>, tensor<3x3x16x16xf64>) -> tensor<2x32x32x16xf64>
    %15 = stablehlo.multiply %14, %14 : tensor<2x32x32x16xf64>
    %16 = stablehlo.multiply %15, %14 : tensor<2x32x32x16xf64>
    %cst_3 = stablehlo.constant dense<4.471500e-02> : tensor<f64>
    %17 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f64>) -> tensor<2x32x32x16xf64>
    %18 = stablehlo.multiply %17, %16 : tensor<2x32x32x16xf64>
    %19 = stablehlo.add %14, %18 : tensor<2x32x32x16xf64>
    %cst_4 = stablehlo.constant dense<0.79788456080286541> : tensor<f64>
    %20 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f64>) -> tensor<2x32x32x16xf64>
    %21 = stablehlo.multiply %20, %19 : tensor<2x32x32x16xf64>
    %22 = stablehlo.tanh %21 : tensor<2x32x32x16xf64>
    %cst_5 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %23 = stablehlo.broadcast_in_dim %cst_5, dims = [] : (tensor<f64>) -> tensor<2x32x32x16xf64>
    %24 = stablehlo.add %23, %22 : tensor<2x32x32x16xf64>
    %cst_6 = stablehlo.constant dense<5.000000e-01> : tensor<f64>
    %25 = stablehlo.broadcast_in_dim %cst_6, dims = [] : (tensor<f64>) -> tensor<2x32x32x16xf64>
    %26 = stablehlo.multiply %25, %24 : tensor<2x32x32x16xf64>
    %27 = stablehlo.multiply %14, %26 : tensor<2x32x32x16xf64>
    %cst_7 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %28 = stablehlo.reduce(%27 init: %cst_7) applies stablehlo.add across dimensions = [1, 2] : (tensor<2x32x32x16xf64>, tensor<f64>) -> tensor<2x16xf64>
    %cst_8 = stablehlo.constant dense<1.024000e+03> : tensor<f64>
    %29 = stablehlo.broadcast_in_dim %cst_8, dims = [] : (tensor<f64>) -> tensor<2x16xf64>
    %30 = stablehlo.divide %28, %29 : tensor<2x16xf64>
    %31 = stablehlo.dot_general %30, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<2x16xf64>, tensor<16x10xf64>) -> tensor<2x10xf64>
    %32 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<10xf64>) -> tensor<1x10xf64>
    %33 = stablehlo.broadcast_in_dim %32, dims = [0, 1] : (tensor<1x10xf64>) -> tensor<2x10xf64>
    %34 = stablehlo.add %31, %33 : tensor<2x10xf64>
    %35 = call @log_softmax(%34) : (tensor<2x10xf64>) -> tensor<2x10xf64>
    %36 = stablehlo.broadcast_in_dim %arg5, dims = [0] : (tensor<2xi32>) -> tensor<2x1xi32>
    %37 = call @take_along_axis(%35, %36) : (tensor<2x10xf64>, tensor<2x1xi32>) -> tensor<2x1xf64>
    %cst_9 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %38 = stablehlo.reduce(%37 init: %cst_9) applies stablehlo.add across dimensions = [0, 1] : (tensor<2x1xf64>, tensor<f64>) -> tensor<f64>
    %cst_10 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %39 = stablehlo.divide %38, %cst_10 : tensor<f64>
    %40 = stablehlo.negate %39 : tensor<f64>
    return %40 : tensor<f64>
  }
  func.func private @log_softmax(%arg0: tensor<2x10xf64>) -> tensor<2x10xf64> {
    %cst = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.maximum across dimensions = [1] : (tensor<2x10xf64>, tensor<f64>) -> tensor<2xf64>
    %cst_0 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %1 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<2xf64>
    %2 = stablehlo.maximum %1, %0 : tensor<2xf64>
    %3 = stablehlo.broadcast_in_dim %2, dims = [0] : (tensor<2xf64>) -> tensor<2x1xf64>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1] : (tensor<2x1xf64>) -> tensor<2x10xf64>
    %5 = stablehlo.subtract %arg0, %4 : tensor<2x10xf64>
    %6 = stablehlo.exponential %5 : tensor<2x10xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %7 = stablehlo.reduce(%6 init: %cst_1) applies stablehlo.add across dimensions = [1] : (tensor<2x10xf64>, tensor<f64>) -> tensor<2xf64>
    %8 = stablehlo.broadcast_in_dim %7, dims = [0] : (tensor<2xf64>) -> tensor<2x1xf64>
    %9 = stablehlo.log %8 : tensor<2x1xf64>
    %10 = stablehlo.broadcast_in_dim %9, dims = [0, 1] : (tensor<2x1xf64>) -> tensor<2x10xf64>
    %11 = stablehlo.subtract %5, %10 : tensor<2x10xf64>
    return %11 : tensor<2x10xf64>
  }
  func.func private @take_along_axis(%arg0: tensor<2x10xf64>, %arg1: tensor<2x1xi32>) -> tensor<2x1xf64> {
    %c = stablehlo.constant dense<0> : tensor<i32>
    %0 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i32>) -> tensor<2x1xi32>
    %1 = stablehlo.compare LT, %arg1, %0, SIGNED : (tensor<2x1xi32>, tensor<2x1xi32>) -> tensor<2x1xi1>
    %c_0 = stablehlo.constant dense<10> : tensor<i32>
    %2 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<i32>) -> tensor<2x1xi32>
    %3 = stablehlo.add %arg1, %2 : tensor<2x1xi32>
    %4 = stablehlo.select %1, %3, %arg1 : tensor<2x1xi1>, tensor<2x1xi32>
    %5 = stablehlo.reshape %4 : (tensor<2x1xi32>) -> tensor<2x1x1xi32>
    %c_1 = stablehlo.constant dense<9> : tensor<1xi32>
    %c_2 = stablehlo.constant dense<0> : tensor<i32>
    %6 = stablehlo.broadcast_in_dim %c_2, dims = [] : (tensor<i32>) -> tensor<2x1x1xi32>
    %7 = stablehlo.compare GE, %5, %6, SIGNED : (tensor<2x1x1xi32>, tensor<2x1x1xi32>) -> tensor<2x1x1xi1>
    %8 = stablehlo.broadcast_in_dim %c_1, dims = [2] : (tensor<1xi32>) -> tensor<1x1x1xi32>
    %9 = stablehlo.broadcast_in_dim %8, dims = [0, 1, 2] : (tensor<1x1x1xi32>) -> tensor<2x1x1xi32>
    %10 = stablehlo.compare LE, %5, %9, SIGNED : (tensor<2x1x1xi32>, tensor<2x1x1xi32>) -> tensor<2x1x1xi1>
    %11 = stablehlo.and %7, %10 : tensor<2x1x1xi1>
    %c_3 = stablehlo.constant dense<true> : tensor<i1>
    %12 = stablehlo.reduce(%11 init: %c_3) applies stablehlo.and across dimensions = [2] : (tensor<2x1x1xi1>, tensor<i1>) -> tensor<2x1xi1>
    %13 = "stablehlo.gather"(%arg0, %5) <{dimension_numbers = #stablehlo.gather<collapsed_slice_dims = [1], operand_batching_dims = [0], start_indices_batching_dims = [0], start_index_map = [1], index_vector_dim = 2>, indices_are_sorted = false, slice_sizes = array<i64: 1, 1>}> : (tensor<2x10xf64>, tensor<2x1x1xi32>) -> tensor<2x1xf64>
    %cst = stablehlo.constant dense<0x7FF8000000000000> : tensor<f64>
    %14 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<2x1xf64>
    %15 = stablehlo.select %12, %13, %14 : tensor<2x1xi1>, tensor<2x1xf64>
    return %15 : tensor<2x1xf64>
  }
}
