module @jit_value_and_grad attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<4xf64>, %arg1: tensor<3x3x1x4xf64>, %arg2: tensor<6xf64>, %arg3: tensor<3x3x4x6xf64>, %arg4: tensor<3xf64>, %arg5: tensor<96x3xf64>, %arg6: tensor<6x8x8x1xf64>, %arg7: tensor<6xi32>) -> (tensor<f64> {jax.result_info = "result[0]"}, tensor<4xf64> {jax.result_info = "result[1][0]"}, tensor<3x3x1x4xf64> {jax.result_info = "result[1][1]"}, tensor<6xf64> {jax.result_info = "result[1][2]"}, tensor<3x3x4x6xf64> {jax.result_info = "result[1][3]"}, tensor<3xf64> {jax.result_info = "result[1][4]"}, tensor<96x3xf64> {jax.result_info = "result[1][5]"}) {
    %0 = stablehlo.convolution(%arg6, %arg1) dim_numbers = [b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f], window = {stride = [1, 1], pad = [[1, 1], [1, 1]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<6x8x8x1xf64>, tensor<3x3x1x4xf64>) -> tensor<6x8x8x4xf64>
    %1 = stablehlo.broadcast_in_dim %arg0, dims = [3] : (tensor<4xf64>) -> tensor<1x1x1x4xf64>
    %2 = stablehlo.broadcast_in_dim %1, dims = [0, 1, 2, 3] : (tensor<1x1x1x4xf64>) -> tensor<6x8x8x4xf64>
    %3 = stablehlo.add %0, %2 : tensor<6x8x8x4xf64>
    %4 = stablehlo.tanh %3 : tensor<6x8x8x4xf64>
    %cst = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %5 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<6x8x8x4xf64>
    %6 = stablehlo.subtract %5, %4 : tensor<6x8x8x4xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %7 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<f64>
    %8 = "stablehlo.reduce_window"(%4, %7) <{base_dilations = array<i64: 1, 1, 1, 1>, padding = dense<0> : tensor<4x2xi64>, window_dilations = array<i64: 1, 1, 1, 1>, window_dimensions = array<i64: 1, 2, 2, 1>, window_strides = array<i64: 1, 2, 2, 1>}> ({
    ^bb0(%arg8: tensor<f64>, %arg9: tensor<f64>):
      %62 = stablehlo.add %arg8, %arg9 : tensor<f64>
      stablehlo.return %62 : tensor<f64>
    }) : (tensor<6x8x8x4xf64>, tensor<f64>) -> tensor<6x4x4x4xf64>
    %cst_1 = stablehlo.constant dense<4.000000e+00> : tensor<f64>
    %9 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f64>) -> tensor<6x4x4x4xf64>
    %10 = stablehlo.divide %8, %9 : tensor<6x4x4x4xf64>
    %11 = stablehlo.convolution(%10, %arg3) dim_numbers = [b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f], window = {stride = [1, 1], pad = [[1, 1], [1, 1]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<6x4x4x4xf64>, tensor<3x3x4x6xf64>) -> tensor<6x4x4x6xf64>
    %12 = stablehlo.broadcast_in_dim %arg2, dims = [3] : (tensor<6xf64>) -> tensor<1x1x1x6xf64>
    %13 = stablehlo.broadcast_in_dim %12, dims = [0, 1, 2, 3] : (tensor<1x1x1x6xf64>) -> tensor<6x4x4x6xf64>
    %14 = stablehlo.add %11, %13 : tensor<6x4x4x6xf64>
    %15 = stablehlo.tanh %14 : tensor<6x4x4x6xf64>
    %cst_2 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %16 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f64>) -> tensor<6x4x4x6xf64>
    %17 = stablehlo.subtract %16, %15 : tensor<6x4x4x6xf64>
    %18 = stablehlo.reshape %15 : (tensor<6x4x4x6xf64>) -> tensor<6x96xf64>
    %19 = stablehlo.dot_general %18, %arg5, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<6x96xf64>, tensor<96x3xf64>) -> tensor<6x3xf64>
    %20 = stablehlo.broadcast_in_dim %arg4, dims = [1] : (tensor<3xf64>) -> tensor<1x3xf64>
    %21 = stablehlo.broadcast_in_dim %20, dims = [0, 1] : (tensor<1x3xf64>) -> tensor<6x3xf64>
    %22 = stablehlo.add %19, %21 : tensor<6x3xf64>
    %23:3 = call @log_softmax(%22) : (tensor<6x3xf64>) -> (tensor<6x3xf64>, tensor<6x3xf64>, tensor<6x1xf64>)
    %24 = stablehlo.broadcast_in_dim %arg7, dims = [0] : (tensor<6xi32>) -> tensor<6x1xi32>
    %25:2 = call @take_along_axis(%23#0, %24) : (tensor<6x3xf64>, tensor<6x1xi32>) -> (tensor<6x1xf64>, tensor<6x1x1xi32>)
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %26 = stablehlo.reduce(%25#0 init: %cst_3) applies stablehlo.add across dimensions = [0, 1] : (tensor<6x1xf64>, tensor<f64>) -> tensor<f64>
    %cst_4 = stablehlo.constant dense<6.000000e+00> : tensor<f64>
    %27 = stablehlo.divide %26, %cst_4 : tensor<f64>
    %28 = stablehlo.negate %27 : tensor<f64>
    %cst_5 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %29 = stablehlo.negate %cst_5 : tensor<f64>
    %cst_6 = stablehlo.constant dense<6.000000e+00> : tensor<f64>
    %30 = stablehlo.divide %29, %cst_6 : tensor<f64>
    %31 = stablehlo.broadcast_in_dim %30, dims = [] : (tensor<f64>) -> tensor<6x1xf64>
    %32 = call @take_along_axis_0(%25#1, %31) : (tensor<6x1x1xi32>, tensor<6x1xf64>) -> tensor<6x3xf64>
    %33 = call @log_softmax_1(%23#1, %23#2, %32) : (tensor<6x3xf64>, tensor<6x1xf64>, tensor<6x3xf64>) -> tensor<6x3xf64>
    %cst_7 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %34 = stablehlo.reduce(%33 init: %cst_7) applies stablehlo.add across dimensions = [0] : (tensor<6x3xf64>, tensor<f64>) -> tensor<3xf64>
    %35 = stablehlo.reshape %34 : (tensor<3xf64>) -> tensor<1x3xf64>
    %cst_8 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %36 = stablehlo.reduce(%35 init: %cst_8) applies stablehlo.add across dimensions = [0] : (tensor<1x3xf64>, tensor<f64>) -> tensor<3xf64>
    %37 = stablehlo.dot_general %33, %18, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<6x3xf64>, tensor<6x96xf64>) -> tensor<3x96xf64>
    %38 = stablehlo.transpose %37, dims = [1, 0] : (tensor<3x96xf64>) -> tensor<96x3xf64>
    %39 = stablehlo.dot_general %33, %arg5, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<6x3xf64>, tensor<96x3xf64>) -> tensor<6x96xf64>
    %40 = stablehlo.reshape %39 : (tensor<6x96xf64>) -> tensor<6x4x4x6xf64>
    %41 = stablehlo.multiply %40, %17 : tensor<6x4x4x6xf64>
    %42 = stablehlo.multiply %41, %15 : tensor<6x4x4x6xf64>
    %43 = stablehlo.add %41, %42 : tensor<6x4x4x6xf64>
    %cst_9 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %44 = stablehlo.reduce(%43 init: %cst_9) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<6x4x4x6xf64>, tensor<f64>) -> tensor<6xf64>
    %45 = stablehlo.reshape %44 : (tensor<6xf64>) -> tensor<1x1x1x6xf64>
    %cst_10 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %46 = stablehlo.reduce(%45 init: %cst_10) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x6xf64>, tensor<f64>) -> tensor<6xf64>
    %47 = stablehlo.convolution(%10, %43) dim_numbers = [f, 0, 1, b]x[i, 0, 1, o]->[0, 1, b, f], window = {stride = [1, 1], pad = [[1, 1], [1, 1]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<6x4x4x4xf64>, tensor<6x4x4x6xf64>) -> tensor<3x3x4x6xf64>
    %48 = stablehlo.reverse %arg3, dims = [0, 1] : tensor<3x3x4x6xf64>
    %49 = stablehlo.convolution(%43, %48) dim_numbers = [b, 0, 1, f]x[0, 1, o, i]->[b, 0, 1, f], window = {stride = [1, 1], pad = [[1, 1], [1, 1]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<6x4x4x6xf64>, tensor<3x3x4x6xf64>) -> tensor<6x4x4x4xf64>
    %cst_11 = stablehlo.constant dense<4.000000e+00> : tensor<f64>
    %50 = stablehlo.broadcast_in_dim %cst_11, dims = [] : (tensor<f64>) -> tensor<6x4x4x4xf64>
    %51 = stablehlo.divide %49, %50 : tensor<6x4x4x4xf64>
    %cst_12 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %52 = stablehlo.pad %51, %cst_12, low = [0, 1, 1, 0], high = [0, 1, 1, 0], interior = [0, 1, 1, 0] : (tensor<6x4x4x4xf64>, tensor<f64>) -> tensor<6x9x9x4xf64>
    %cst_13 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %53 = stablehlo.broadcast_in_dim %cst_13, dims = [] : (tensor<f64>) -> tensor<f64>
    %54 = "stablehlo.reduce_window"(%52, %53) <{base_dilations = array<i64: 1, 1, 1, 1>, padding = dense<0> : tensor<4x2xi64>, window_dilations = array<i64: 1, 1, 1, 1>, window_dimensions = array<i64: 1, 2, 2, 1>, window_strides = array<i64: 1, 1, 1, 1>}> ({
    ^bb0(%arg8: tensor<f64>, %arg9: tensor<f64>):
      %62 = stablehlo.add %arg8, %arg9 : tensor<f64>
      stablehlo.return %62 : tensor<f64>
    }) : (tensor<6x9x9x4xf64>, tensor<f64>) -> tensor<6x8x8x4xf64>
    %55 = stablehlo.multiply %54, %6 : tensor<6x8x8x4xf64>
    %56 = stablehlo.multiply %55, %4 : tensor<6x8x8x4xf64>
    %57 = stablehlo.add %55, %56 : tensor<6x8x8x4xf64>
    %cst_14 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %58 = stablehlo.reduce(%57 init: %cst_14) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<6x8x8x4xf64>, tensor<f64>) -> tensor<4xf64>
    %59 = stablehlo.reshape %58 : (tensor<4xf64>) -> tensor<1x1x1x4xf64>
    %cst_15 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %60 = stablehlo.reduce(%59 init: %cst_15) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<1x1x1x4xf64>, tensor<f64>) -> tensor<4xf64>
    %61 = stablehlo.convolution(%arg6, %57) dim_numbers = [f, 0, 1, b]x[i, 0, 1, o]->[0, 1, b, f], window = {stride = [1, 1], pad = [[1, 1], [1, 1]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<6x8x8x1xf64>, tensor<6x8x8x4xf64>) -> tensor<3x3x1x4xf64>
    return %28, %60, %61, %46, %47, %36, %38 : tensor<f64>, tensor<4xf64>, tensor<3x3x1x4xf64>, tensor<6xf64>, tensor<3x3x4x6xf64>, tensor<3xf64>, tensor<96x3xf64>
  }
  func.func private @log_softmax(%arg0: tensor<6x3xf64>) -> (tensor<6x3xf64>, tensor<6x3xf64>, tensor<6x1xf64>) {
    %cst = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.maximum across dimensions = [1] : (tensor<6x3xf64>, tensor<f64>) -> tensor<6xf64>
    %cst_0 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %1 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<6xf64>
    %2 = stablehlo.maximum %1, %0 : tensor<6xf64>
    %3 = stablehlo.broadcast_in_dim %2, dims = [0] : (tensor<6xf64>) -> tensor<6x1xf64>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1] : (tensor<6x1xf64>) -> tensor<6x3xf64>
    %5 = stablehlo.subtract %arg0, %4 : tensor<6x3xf64>
    %6 = stablehlo.exponential %5 : tensor<6x3xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %7 = stablehlo.reduce(%6 init: %cst_1) applies stablehlo.add across dimensions = [1] : (tensor<6x3xf64>, tensor<f64>) -> tensor<6xf64>
    %8 = stablehlo.broadcast_in_dim %7, dims = [0] : (tensor<6xf64>) -> tensor<6x1xf64>
    %9 = stablehlo.log %8 : tensor<6x1xf64>
    %10 = stablehlo.broadcast_in_dim %9, dims = [0, 1] : (tensor<6x1xf64>) -> tensor<6x3xf64>
    %11 = stablehlo.subtract %5, %10 : tensor<6x3xf64>
    return %11, %6, %8 : tensor<6x3xf64>, tensor<6x3xf64>, tensor<6x1xf64>
  }
  func.func private @take_along_axis(%arg0: tensor<6x3xf64>, %arg1: tensor<6x1xi32>) -> (tensor<6x1xf64>, tensor<6x1x1xi32>) {
    %c = stablehlo.constant dense<0> : tensor<i32>
    %0 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i32>) -> tensor<6x1xi32>
    %1 = stablehlo.compare LT, %arg1, %0, SIGNED : (tensor<6x1xi32>, tensor<6x1xi32>) -> tensor<6x1xi1>
    %c_0 = stablehlo.constant dense<3> : tensor<i32>
    %2 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<i32>) -> tensor<6x1xi32>
    %3 = stablehlo.add %arg1, %2 : tensor<6x1xi32>
    %4 = stablehlo.select %1, %3, %arg1 : tensor<6x1xi1>, tensor<6x1xi32>
    %5 = stablehlo.reshape %4 : (tensor<6x1xi32>) -> tensor<6x1x1xi32>
    %c_1 = stablehlo.constant dense<2> : tensor<1xi32>
    %c_2 = stablehlo.constant dense<0> : tensor<i32>
    %6 = stablehlo.broadcast_in_dim %c_2, dims = [] : (tensor<i32>) -> tensor<6x1x1xi32>
    %7 = stablehlo.compare GE, %5, %6, SIGNED : (tensor<6x1x1xi32>, tensor<6x1x1xi32>) -> tensor<6x1x1xi1>
    %8 = stablehlo.broadcast_in_dim %c_1, dims = [2] : (tensor<1xi32>) -> tensor<1x1x1xi32>
    %9 = stablehlo.broadcast_in_dim %8, dims = [0, 1, 2] : (tensor<1x1x1xi32>) -> tensor<6x1x1xi32>
    %10 = stablehlo.compare LE, %5, %9, SIGNED : (tensor<6x1x1xi32>, tensor<6x1x1xi32>) -> tensor<6x1x1xi1>
    %11 = stablehlo.and %7, %10 : tensor<6x1x1xi1>
    %c_3 = stablehlo.constant dense<true> : tensor<i1>
    %12 = stablehlo.reduce(%11 init: %c_3) applies stablehlo.and across dimensions = [2] : (tensor<6x1x1xi1>, tensor<i1>) -> tensor<6x1xi1>
    %13 = "stablehlo.gather"(%arg0, %5) <{dimension_numbers = #stablehlo.gather<collapsed_slice_dims = [1], operand_batching_dims = [0], start_indices_batching_dims = [0], start_index_map = [1], index_vector_dim = 2>, indices_are_sorted = false, slice_sizes = array<i64: 1, 1>}> : (tensor<6x3xf64>, tensor<6x1x1xi32>) -> tensor<6x1xf64>
    %cst = stablehlo.constant dense<0x7FF8000000000000> : tensor<f64>
    %14 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<6x1xf64>
    %15 = stablehlo.select %12, %13, %14 : tensor<6x1xi1>, tensor<6x1xf64>
    return %15, %5 : tensor<6x1xf64>, tensor<6x1x1xi32>
  }
  func.func private @take_along_axis_0(%arg0: tensor<6x1x1xi32>, %arg1: tensor<6x1xf64>) -> tensor<6x3xf64> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<6x3xf64>
    %1 = "stablehlo.scatter"(%0, %arg0, %arg1) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<inserted_window_dims = [1], input_batching_dims = [0], scatter_indices_batching_dims = [0], scatter_dims_to_operand_dims = [1], index_vector_dim = 2>, unique_indices = false}> ({
    ^bb0(%arg2: tensor<f64>, %arg3: tensor<f64>):
      %2 = stablehlo.add %arg2, %arg3 : tensor<f64>
      stablehlo.return %2 : tensor<f64>
    }) : (tensor<6x3xf64>, tensor<6x1x1xi32>, tensor<6x1xf64>) -> tensor<6x3xf64>
    return %1 : tensor<6x3xf64>
  }
  func.func private @log_softmax_1(%arg0: tensor<6x3xf64>, %arg1: tensor<6x1xf64>, %arg2: tensor<6x3xf64>) -> tensor<6x3xf64> {
    %0 = stablehlo.negate %arg2 : tensor<6x3xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %1 = stablehlo.reduce(%0 init: %cst) applies stablehlo.add across dimensions = [1] : (tensor<6x3xf64>, tensor<f64>) -> tensor<6xf64>
    %2 = stablehlo.reshape %1 : (tensor<6xf64>) -> tensor<6x1xf64>
    %3 = stablehlo.divide %2, %arg1 : tensor<6x1xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %4 = stablehlo.reduce(%3 init: %cst_0) applies stablehlo.add across dimensions = [1] : (tensor<6x1xf64>, tensor<f64>) -> tensor<6xf64>
    %5 = stablehlo.broadcast_in_dim %4, dims = [0] : (tensor<6xf64>) -> tensor<6x3xf64>
    %6 = stablehlo.multiply %5, %arg0 : tensor<6x3xf64>
    %7 = stablehlo.add %arg2, %6 : tensor<6x3xf64>
    return %7 : tensor<6x3xf64>
  }
}
