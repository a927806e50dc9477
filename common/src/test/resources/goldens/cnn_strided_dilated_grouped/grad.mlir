module @jit_value_and_grad attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<3x3x2x4xf64>, %arg1: tensor<3x3x2x4xf64>, %arg2: tensor<2x2x4x4xf64>, %arg3: tensor<3xf64>, %arg4: tensor<4x3xf64>, %arg5: tensor<5x9x9x2xf64>, %arg6: tensor<5xi32>) -> (tensor<f64> {jax.result_info = "result[0]"}, tensor<3x3x2x4xf64> {jax.result_info = "result[1][0]"}, tensor<3x3x2x4xf64> {jax.result_info = "result[1][1]"}, tensor<2x2x4x4xf64> {jax.result_info = "result[1][2]"}, tensor<3xf64> {jax.result_info = "result[1][3]"}, tensor<4x3xf64> {jax.result_info = "result[1][4]"}) {
    %0 = stablehlo.convolution(%arg5, %arg0) dim_numbers = [b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f], window = {stride = [2, 2], pad = [[1, 1], [1, 1]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<5x9x9x2xf64>, tensor<3x3x2x4xf64>) -> tensor<5x5x5x4xf64>
    %1 = stablehlo.tanh %0 : tensor<5x5x5x4xf64>
    %cst = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %2 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<5x5x5x4xf64>
    %3 = stablehlo.subtract %2, %1 : tensor<5x5x5x4xf64>
    %4 = stablehlo.convolution(%1, %arg1) dim_numbers = [b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f], window = {stride = [1, 1], pad = [[1, 1], [1, 1]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 2 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<5x5x5x4xf64>, tensor<3x3x2x4xf64>) -> tensor<5x5x5x4xf64>
    %5 = stablehlo.tanh %4 : tensor<5x5x5x4xf64>
    %cst_0 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %6 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<5x5x5x4xf64>
    %7 = stablehlo.subtract %6, %5 : tensor<5x5x5x4xf64>
    %8 = stablehlo.convolution(%5, %arg2) dim_numbers = [b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f], window = {stride = [1, 1], pad = [[0, 0], [0, 0]], lhs_dilate = [1, 1], rhs_dilate = [2, 2], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<5x5x5x4xf64>, tensor<2x2x4x4xf64>) -> tensor<5x3x3x4xf64>
    %9 = stablehlo.tanh %8 : tensor<5x3x3x4xf64>
    %cst_1 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %10 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f64>) -> tensor<5x3x3x4xf64>
    %11 = stablehlo.subtract %10, %9 : tensor<5x3x3x4xf64>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %12 = stablehlo.reduce(%9 init: %cst_2) applies stablehlo.add across dimensions = [1, 2] : (tensor<5x3x3x4xf64>, tensor<f64>) -> tensor<5x4xf64>
    %cst_3 = stablehlo.constant dense<9.000000e+00> : tensor<f64>
    %13 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f64>) -> tensor<5x4xf64>
    %14 = stablehlo.divide %12, %13 : tensor<5x4xf64>
    %15 = stablehlo.dot_general %14, %arg4, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<5x4xf64>, tensor<4x3xf64>) -> tensor<5x3xf64>
    %16 = stablehlo.broadcast_in_dim %arg3, dims = [1] : (tensor<3xf64>) -> tensor<1x3xf64>
    %17 = stablehlo.broadcast_in_dim %16, dims = [0, 1] : (tensor<1x3xf64>) -> tensor<5x3xf64>
    %18 = stablehlo.add %15, %17 : tensor<5x3xf64>
    %19:3 = call @log_softmax(%18) : (tensor<5x3xf64>) -> (tensor<5x3xf64>, tensor<5x3xf64>, tensor<5x1xf64>)
    %20 = stablehlo.broadcast_in_dim %arg6, dims = [0] : (tensor<5xi32>) -> tensor<5x1xi32>
    %21:2 = call @take_along_axis(%19#0, %20) : (tensor<5x3xf64>, tensor<5x1xi32>) -> (tensor<5x1xf64>, tensor<5x1x1xi32>)
    %cst_4 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %22 = stablehlo.reduce(%21#0 init: %cst_4) applies stablehlo.add across dimensions = [0, 1] : (tensor<5x1xf64>, tensor<f64>) -> tensor<f64>
    %cst_5 = stablehlo.constant dense<5.000000e+00> : tensor<f64>
    %23 = stablehlo.divide %22, %cst_5 : tensor<f64>
    %24 = stablehlo.negate %23 : tensor<f64>
    %cst_6 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %25 = stablehlo.negate %cst_6 : tensor<f64>
    %cst_7 = stablehlo.constant dense<5.000000e+00> : tensor<f64>
    %26 = stablehlo.divide %25, %cst_7 : tensor<f64>
    %27 = stablehlo.broadcast_in_dim %26, dims = [] : (tensor<f64>) -> tensor<5x1xf64>
    %28 = call @take_along_axis_0(%21#1, %27) : (tensor<5x1x1xi32>, tensor<5x1xf64>) -> tensor<5x3xf64>
    %29 = call @log_softmax_1(%19#1, %19#2, %28) : (tensor<5x3xf64>, tensor<5x1xf64>, tensor<5x3xf64>) -> tensor<5x3xf64>
    %cst_8 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %30 = stablehlo.reduce(%29 init: %cst_8) applies stablehlo.add across dimensions = [0] : (tensor<5x3xf64>, tensor<f64>) -> tensor<3xf64>
    %31 = stablehlo.reshape %30 : (tensor<3xf64>) -> tensor<1x3xf64>
    %cst_9 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %32 = stablehlo.reduce(%31 init: %cst_9) applies stablehlo.add across dimensions = [0] : (tensor<1x3xf64>, tensor<f64>) -> tensor<3xf64>
    %33 = stablehlo.dot_general %29, %14, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<5x3xf64>, tensor<5x4xf64>) -> tensor<3x4xf64>
    %34 = stablehlo.transpose %33, dims = [1, 0] : (tensor<3x4xf64>) -> tensor<4x3xf64>
    %35 = stablehlo.dot_general %29, %arg4, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<5x3xf64>, tensor<4x3xf64>) -> tensor<5x4xf64>
    %cst_10 = stablehlo.constant dense<9.000000e+00> : tensor<f64>
    %36 = stablehlo.broadcast_in_dim %cst_10, dims = [] : (tensor<f64>) -> tensor<5x4xf64>
    %37 = stablehlo.divide %35, %36 : tensor<5x4xf64>
    %38 = stablehlo.broadcast_in_dim %37, dims = [0, 3] : (tensor<5x4xf64>) -> tensor<5x3x3x4xf64>
    %39 = stablehlo.multiply %38, %11 : tensor<5x3x3x4xf64>
    %40 = stablehlo.multiply %39, %9 : tensor<5x3x3x4xf64>
    %41 = stablehlo.add %39, %40 : tensor<5x3x3x4xf64>
    %42 = stablehlo.convolution(%5, %41) dim_numbers = [f, 0, 1, b]x[i, 0, 1, o]->[0, 1, b, f], window = {stride = [2, 2], pad = [[0, 0], [0, 0]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<5x5x5x4xf64>, tensor<5x3x3x4xf64>) -> tensor<2x2x4x4xf64>
    %43 = stablehlo.reverse %arg2, dims = [0, 1] : tensor<2x2x4x4xf64>
    %44 = stablehlo.convolution(%41, %43) dim_numbers = [b, 0, 1, f]x[0, 1, o, i]->[b, 0, 1, f], window = {stride = [1, 1], pad = [[2, 2], [2, 2]], lhs_dilate = [1, 1], rhs_dilate = [2, 2], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<5x3x3x4xf64>, tensor<2x2x4x4xf64>) -> tensor<5x5x5x4xf64>
    %45 = stablehlo.multiply %44, %7 : tensor<5x5x5x4xf64>
    %46 = stablehlo.multiply %45, %5 : tensor<5x5x5x4xf64>
    %47 = stablehlo.add %45, %46 : tensor<5x5x5x4xf64>
    %48 = stablehlo.convolution(%1, %47) dim_numbers = [f, 0, 1, b]x[i, 0, 1, o]->[0, 1, b, f], window = {stride = [1, 1], pad = [[1, 1], [1, 1]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 2 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<5x5x5x4xf64>, tensor<5x5x5x4xf64>) -> tensor<3x3x2x4xf64>
    %49 = stablehlo.reshape %arg1 : (tensor<3x3x2x4xf64>) -> tensor<3x3x2x2x2xf64>
    %50 = stablehlo.transpose %49, dims = [0, 1, 3, 2, 4] : (tensor<3x3x2x2x2xf64>) -> tensor<3x3x2x2x2xf64>
    %51 = stablehlo.reshape %50 : (tensor<3x3x2x2x2xf64>) -> tensor<3x3x4x2xf64>
    %52 = stablehlo.reverse %51, dims = [0, 1] : tensor<3x3x4x2xf64>
    %53 = stablehlo.convolution(%47, %52) dim_numbers = [b, 0, 1, f]x[0, 1, o, i]->[b, 0, 1, f], window = {stride = [1, 1], pad = [[1, 1], [1, 1]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 2 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<5x5x5x4xf64>, tensor<3x3x4x2xf64>) -> tensor<5x5x5x4xf64>
    %54 = stablehlo.multiply %53, %3 : tensor<5x5x5x4xf64>
    %55 = stablehlo.multiply %54, %1 : tensor<5x5x5x4xf64>
    %56 = stablehlo.add %54, %55 : tensor<5x5x5x4xf64>
    %57 = stablehlo.convolution(%arg5, %56) dim_numbers = [f, 0, 1, b]x[i, 0, 1, o]->[0, 1, b, f], window = {stride = [1, 1], pad = [[1, 1], [1, 1]], lhs_dilate = [1, 1], rhs_dilate = [2, 2], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<5x9x9x2xf64>, tensor<5x5x5x4xf64>) -> tensor<3x3x2x4xf64>
    return %24, %57, %48, %42, %32, %34 : tensor<f64>, tensor<3x3x2x4xf64>, tensor<3x3x2x4xf64>, tensor<2x2x4x4xf64>, tensor<3xf64>, tensor<4x3xf64>
  }
  func.func private @log_softmax(%arg0: tensor<5x3xf64>) -> (tensor<5x3xf64>, tensor<5x3xf64>, tensor<5x1xf64>) {
    %cst = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.maximum across dimensions = [1] : (tensor<5x3xf64>, tensor<f64>) -> tensor<5xf64>
    %cst_0 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %1 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<5xf64>
    %2 = stablehlo.maximum %1, %0 : tensor<5xf64>
    %3 = stablehlo.broadcast_in_dim %2, dims = [0] : (tensor<5xf64>) -> tensor<5x1xf64>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1] : (tensor<5x1xf64>) -> tensor<5x3xf64>
    %5 = stablehlo.subtract %arg0, %4 : tensor<5x3xf64>
    %6 = stablehlo.exponential %5 : tensor<5x3xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %7 = stablehlo.reduce(%6 init: %cst_1) applies stablehlo.add across dimensions = [1] : (tensor<5x3xf64>, tensor<f64>) -> tensor<5xf64>
    %8 = stablehlo.broadcast_in_dim %7, dims = [0] : (tensor<5xf64>) -> tensor<5x1xf64>
    %9 = stablehlo.log %8 : tensor<5x1xf64>
    %10 = stablehlo.broadcast_in_dim %9, dims = [0, 1] : (tensor<5x1xf64>) -> tensor<5x3xf64>
    %11 = stablehlo.subtract %5, %10 : tensor<5x3xf64>
    return %11, %6, %8 : tensor<5x3xf64>, tensor<5x3xf64>, tensor<5x1xf64>
  }
  func.func private @take_along_axis(%arg0: tensor<5x3xf64>, %arg1: tensor<5x1xi32>) -> (tensor<5x1xf64>, tensor<5x1x1xi32>) {
    %c = stablehlo.constant dense<0> : tensor<i32>
    %0 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i32>) -> tensor<5x1xi32>
    %1 = stablehlo.compare LT, %arg1, %0, SIGNED : (tensor<5x1xi32>, tensor<5x1xi32>) -> tensor<5x1xi1>
    %c_0 = stablehlo.constant dense<3> : tensor<i32>
    %2 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<i32>) -> tensor<5x1xi32>
    %3 = stablehlo.add %arg1, %2 : tensor<5x1xi32>
    %4 = stablehlo.select %1, %3, %arg1 : tensor<5x1xi1>, tensor<5x1xi32>
    %5 = stablehlo.reshape %4 : (tensor<5x1xi32>) -> tensor<5x1x1xi32>
    %c_1 = stablehlo.constant dense<2> : tensor<1xi32>
    %c_2 = stablehlo.constant dense<0> : tensor<i32>
    %6 = stablehlo.broadcast_in_dim %c_2, dims = [] : (tensor<i32>) -> tensor<5x1x1xi32>
    %7 = stablehlo.compare GE, %5, %6, SIGNED : (tensor<5x1x1xi32>, tensor<5x1x1xi32>) -> tensor<5x1x1xi1>
    %8 = stablehlo.broadcast_in_dim %c_1, dims = [2] : (tensor<1xi32>) -> tensor<1x1x1xi32>
    %9 = stablehlo.broadcast_in_dim %8, dims = [0, 1, 2] : (tensor<1x1x1xi32>) -> tensor<5x1x1xi32>
    %10 = stablehlo.compare LE, %5, %9, SIGNED : (tensor<5x1x1xi32>, tensor<5x1x1xi32>) -> tensor<5x1x1xi1>
    %11 = stablehlo.and %7, %10 : tensor<5x1x1xi1>
    %c_3 = stablehlo.constant dense<true> : tensor<i1>
    %12 = stablehlo.reduce(%11 init: %c_3) applies stablehlo.and across dimensions = [2] : (tensor<5x1x1xi1>, tensor<i1>) -> tensor<5x1xi1>
    %13 = "stablehlo.gather"(%arg0, %5) <{dimension_numbers = #stablehlo.gather<collapsed_slice_dims = [1], operand_batching_dims = [0], start_indices_batching_dims = [0], start_index_map = [1], index_vector_dim = 2>, indices_are_sorted = false, slice_sizes = array<i64: 1, 1>}> : (tensor<5x3xf64>, tensor<5x1x1xi32>) -> tensor<5x1xf64>
    %cst = stablehlo.constant dense<0x7FF8000000000000> : tensor<f64>
    %14 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<5x1xf64>
    %15 = stablehlo.select %12, %13, %14 : tensor<5x1xi1>, tensor<5x1xf64>
    return %15, %5 : tensor<5x1xf64>, tensor<5x1x1xi32>
  }
  func.func private @take_along_axis_0(%arg0: tensor<5x1x1xi32>, %arg1: tensor<5x1xf64>) -> tensor<5x3xf64> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<5x3xf64>
    %1 = "stablehlo.scatter"(%0, %arg0, %arg1) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<inserted_window_dims = [1], input_batching_dims = [0], scatter_indices_batching_dims = [0], scatter_dims_to_operand_dims = [1], index_vector_dim = 2>, unique_indices = false}> ({
    ^bb0(%arg2: tensor<f64>, %arg3: tensor<f64>):
      %2 = stablehlo.add %arg2, %arg3 : tensor<f64>
      stablehlo.return %2 : tensor<f64>
    }) : (tensor<5x3xf64>, tensor<5x1x1xi32>, tensor<5x1xf64>) -> tensor<5x3xf64>
    return %1 : tensor<5x3xf64>
  }
  func.func private @log_softmax_1(%arg0: tensor<5x3xf64>, %arg1: tensor<5x1xf64>, %arg2: tensor<5x3xf64>) -> tensor<5x3xf64> {
    %0 = stablehlo.negate %arg2 : tensor<5x3xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %1 = stablehlo.reduce(%0 init: %cst) applies stablehlo.add across dimensions = [1] : (tensor<5x3xf64>, tensor<f64>) -> tensor<5xf64>
    %2 = stablehlo.reshape %1 : (tensor<5xf64>) -> tensor<5x1xf64>
    %3 = stablehlo.divide %2, %arg1 : tensor<5x1xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %4 = stablehlo.reduce(%3 init: %cst_0) applies stablehlo.add across dimensions = [1] : (tensor<5x1xf64>, tensor<f64>) -> tensor<5xf64>
    %5 = stablehlo.broadcast_in_dim %4, dims = [0] : (tensor<5xf64>) -> tensor<5x3xf64>
    %6 = stablehlo.multiply %5, %arg0 : tensor<5x3xf64>
    %7 = stablehlo.add %arg2, %6 : tensor<5x3xf64>
    return %7 : tensor<5x3xf64>
  }
}
