module @jit_value_and_grad attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<5xf64>, %arg1: tensor<4x5xf64>, %arg2: tensor<3xf64>, %arg3: tensor<5x3xf64>, %arg4: tensor<2x2xf64>, %arg5: tensor<10x4xf64>, %arg6: tensor<10xi32>) -> (tensor<f64> {jax.result_info = "result[0]"}, tensor<5xf64> {jax.result_info = "result[1][0]"}, tensor<4x5xf64> {jax.result_info = "result[1][1]"}, tensor<3xf64> {jax.result_info = "result[1][2]"}, tensor<5x3xf64> {jax.result_info = "result[1][3]"}, tensor<2x2xf64> {jax.result_info = "result[1][4]"}) {
    %0 = stablehlo.dot_general %arg5, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<10x4xf64>, tensor<4x5xf64>) -> tensor<10x5xf64>
    %1 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<5xf64>) -> tensor<1x5xf64>
    %2 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x5xf64>) -> tensor<10x5xf64>
    %3 = stablehlo.add %0, %2 : tensor<10x5xf64>
    %4 = stablehlo.tanh %3 : tensor<10x5xf64>
    %cst = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %5 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<10x5xf64>
    %6 = stablehlo.subtract %5, %4 : tensor<10x5xf64>
    %7 = stablehlo.dot_general %4, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<10x5xf64>, tensor<5x3xf64>) -> tensor<10x3xf64>
    %8 = stablehlo.broadcast_in_dim %arg2, dims = [1] : (tensor<3xf64>) -> tensor<1x3xf64>
    %9 = stablehlo.broadcast_in_dim %8, dims = [0, 1] : (tensor<1x3xf64>) -> tensor<10x3xf64>
    %10 = stablehlo.add %7, %9 : tensor<10x3xf64>
    %11:3 = call @log_softmax(%10) : (tensor<10x3xf64>) -> (tensor<10x3xf64>, tensor<10x3xf64>, tensor<10x1xf64>)
    %12 = stablehlo.broadcast_in_dim %arg6, dims = [0] : (tensor<10xi32>) -> tensor<10x1xi32>
    %13:2 = call @take_along_axis(%11#0, %12) : (tensor<10x3xf64>, tensor<10x1xi32>) -> (tensor<10x1xf64>, tensor<10x1x1xi32>)
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %14 = stablehlo.reduce(%13#0 init: %cst_0) applies stablehlo.add across dimensions = [0, 1] : (tensor<10x1xf64>, tensor<f64>) -> tensor<f64>
    %cst_1 = stablehlo.constant dense<1.000000e+01> : tensor<f64>
    %15 = stablehlo.divide %14, %cst_1 : tensor<f64>
    %16 = stablehlo.negate %15 : tensor<f64>
    %cst_2 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %17 = stablehlo.negate %cst_2 : tensor<f64>
    %cst_3 = stablehlo.constant dense<1.000000e+01> : tensor<f64>
    %18 = stablehlo.divide %17, %cst_3 : tensor<f64>
    %19 = stablehlo.broadcast_in_dim %18, dims = [] : (tensor<f64>) -> tensor<10x1xf64>
    %20 = call @take_along_axis_0(%13#1, %19) : (tensor<10x1x1xi32>, tensor<10x1xf64>) -> tensor<10x3xf64>
    %21 = call @log_softmax_1(%11#1, %11#2, %20) : (tensor<10x3xf64>, tensor<10x1xf64>, tensor<10x3xf64>) -> tensor<10x3xf64>
    %cst_4 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %22 = stablehlo.reduce(%21 init: %cst_4) applies stablehlo.add across dimensions = [0] : (tensor<10x3xf64>, tensor<f64>) -> tensor<3xf64>
    %23 = stablehlo.reshape %22 : (tensor<3xf64>) -> tensor<1x3xf64>
    %cst_5 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %24 = stablehlo.reduce(%23 init: %cst_5) applies stablehlo.add across dimensions = [0] : (tensor<1x3xf64>, tensor<f64>) -> tensor<3xf64>
    %25 = stablehlo.dot_general %21, %4, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<10x3xf64>, tensor<10x5xf64>) -> tensor<3x5xf64>
    %26 = stablehlo.transpose %25, dims = [1, 0] : (tensor<3x5xf64>) -> tensor<5x3xf64>
    %27 = stablehlo.dot_general %21, %arg3, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<10x3xf64>, tensor<5x3xf64>) -> tensor<10x5xf64>
    %28 = stablehlo.multiply %27, %6 : tensor<10x5xf64>
    %29 = stablehlo.multiply %28, %4 : tensor<10x5xf64>
    %30 = stablehlo.add %28, %29 : tensor<10x5xf64>
    %cst_6 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %31 = stablehlo.reduce(%30 init: %cst_6) applies stablehlo.add across dimensions = [0] : (tensor<10x5xf64>, tensor<f64>) -> tensor<5xf64>
    %32 = stablehlo.reshape %31 : (tensor<5xf64>) -> tensor<1x5xf64>
    %cst_7 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %33 = stablehlo.reduce(%32 init: %cst_7) applies stablehlo.add across dimensions = [0] : (tensor<1x5xf64>, tensor<f64>) -> tensor<5xf64>
    %34 = stablehlo.dot_general %30, %arg5, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<10x5xf64>, tensor<10x4xf64>) -> tensor<5x4xf64>
    %35 = stablehlo.transpose %34, dims = [1, 0] : (tensor<5x4xf64>) -> tensor<4x5xf64>
    %cst_8 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %36 = stablehlo.broadcast_in_dim %cst_8, dims = [] : (tensor<f64>) -> tensor<2x2xf64>
    return %16, %33, %35, %24, %26, %36 : tensor<f64>, tensor<5xf64>, tensor<4x5xf64>, tensor<3xf64>, tensor<5x3xf64>, tensor<2x2xf64>
  }
  func.func private @log_softmax(%arg0: tensor<10x3xf64>) -> (tensor<10x3xf64>, tensor<10x3xf64>, tensor<10x1xf64>) {
    %cst = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.maximum across dimensions = [1] : (tensor<10x3xf64>, tensor<f64>) -> tensor<10xf64>
    %cst_0 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %1 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<10xf64>
    %2 = stablehlo.maximum %1, %0 : tensor<10xf64>
    %3 = stablehlo.broadcast_in_dim %2, dims = [0] : (tensor<10xf64>) -> tensor<10x1xf64>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1] : (tensor<10x1xf64>) -> tensor<10x3xf64>
    %5 = stablehlo.subtract %arg0, %4 : tensor<10x3xf64>
    %6 = stablehlo.exponential %5 : tensor<10x3xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %7 = stablehlo.reduce(%6 init: %cst_1) applies stablehlo.add across dimensions = [1] : (tensor<10x3xf64>, tensor<f64>) -> tensor<10xf64>
    %8 = stablehlo.broadcast_in_dim %7, dims = [0] : (tensor<10xf64>) -> tensor<10x1xf64>
    %9 = stablehlo.log %8 : tensor<10x1xf64>
    %10 = stablehlo.broadcast_in_dim %9, dims = [0, 1] : (tensor<10x1xf64>) -> tensor<10x3xf64>
    %11 = stablehlo.subtract %5, %10 : tensor<10x3xf64>
    return %11, %6, %8 : tensor<10x3xf64>, tensor<10x3xf64>, tensor<10x1xf64>
  }
  func.func private @take_along_axis(%arg0: tensor<10x3xf64>, %arg1: tensor<10x1xi32>) -> (tensor<10x1xf64>, tensor<10x1x1xi32>) {
    %c = stablehlo.constant dense<0> : tensor<i32>
    %0 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i32>) -> tensor<10x1xi32>
    %1 = stablehlo.compare LT, %arg1, %0, SIGNED : (tensor<10x1xi32>, tensor<10x1xi32>) -> tensor<10x1xi1>
    %c_0 = stablehlo.constant dense<3> : tensor<i32>
    %2 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<i32>) -> tensor<10x1xi32>
    %3 = stablehlo.add %arg1, %2 : tensor<10x1xi32>
    %4 = stablehlo.select %1, %3, %arg1 : tensor<10x1xi1>, tensor<10x1xi32>
    %5 = stablehlo.reshape %4 : (tensor<10x1xi32>) -> tensor<10x1x1xi32>
    %c_1 = stablehlo.constant dense<2> : tensor<1xi32>
    %c_2 = stablehlo.constant dense<0> : tensor<i32>
    %6 = stablehlo.broadcast_in_dim %c_2, dims = [] : (tensor<i32>) -> tensor<10x1x1xi32>
    %7 = stablehlo.compare GE, %5, %6, SIGNED : (tensor<10x1x1xi32>, tensor<10x1x1xi32>) -> tensor<10x1x1xi1>
    %8 = stablehlo.broadcast_in_dim %c_1, dims = [2] : (tensor<1xi32>) -> tensor<1x1x1xi32>
    %9 = stablehlo.broadcast_in_dim %8, dims = [0, 1, 2] : (tensor<1x1x1xi32>) -> tensor<10x1x1xi32>
    %10 = stablehlo.compare LE, %5, %9, SIGNED : (tensor<10x1x1xi32>, tensor<10x1x1xi32>) -> tensor<10x1x1xi1>
    %11 = stablehlo.and %7, %10 : tensor<10x1x1xi1>
    %c_3 = stablehlo.constant dense<true> : tensor<i1>
    %12 = stablehlo.reduce(%11 init: %c_3) applies stablehlo.and across dimensions = [2] : (tensor<10x1x1xi1>, tensor<i1>) -> tensor<10x1xi1>
    %13 = "stablehlo.gather"(%arg0, %5) <{dimension_numbers = #stablehlo.gather<collapsed_slice_dims = [1], operand_batching_dims = [0], start_indices_batching_dims = [0], start_index_map = [1], index_vector_dim = 2>, indices_are_sorted = false, slice_sizes = array<i64: 1, 1>}> : (tensor<10x3xf64>, tensor<10x1x1xi32>) -> tensor<10x1xf64>
    %cst = stablehlo.constant dense<0x7FF8000000000000> : tensor<f64>
    %14 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<10x1xf64>
    %15 = stablehlo.select %12, %13, %14 : tensor<10x1xi1>, tensor<10x1xf64>
    return %15, %5 : tensor<10x1xf64>, tensor<10x1x1xi32>
  }
  func.func private @take_along_axis_0(%arg0: tensor<10x1x1xi32>, %arg1: tensor<10x1xf64>) -> tensor<10x3xf64> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<10x3xf64>
    %1 = "stablehlo.scatter"(%0, %arg0, %arg1) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<inserted_window_dims = [1], input_batching_dims = [0], scatter_indices_batching_dims = [0], scatter_dims_to_operand_dims = [1], index_vector_dim = 2>, unique_indices = false}> ({
    ^bb0(%arg2: tensor<f64>, %arg3: tensor<f64>):
      %2 = stablehlo.add %arg2, %arg3 : tensor<f64>
      stablehlo.return %2 : tensor<f64>
    }) : (tensor<10x3xf64>, tensor<10x1x1xi32>, tensor<10x1xf64>) -> tensor<10x3xf64>
    return %1 : tensor<10x3xf64>
  }
  func.func private @log_softmax_1(%arg0: tensor<10x3xf64>, %arg1: tensor<10x1xf64>, %arg2: tensor<10x3xf64>) -> tensor<10x3xf64> {
    %0 = stablehlo.negate %arg2 : tensor<10x3xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %1 = stablehlo.reduce(%0 init: %cst) applies stablehlo.add across dimensions = [1] : (tensor<10x3xf64>, tensor<f64>) -> tensor<10xf64>
    %2 = stablehlo.reshape %1 : (tensor<10xf64>) -> tensor<10x1xf64>
    %3 = stablehlo.divide %2, %arg1 : tensor<10x1xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %4 = stablehlo.reduce(%3 init: %cst_0) applies stablehlo.add across dimensions = [1] : (tensor<10x1xf64>, tensor<f64>) -> tensor<10xf64>
    %5 = stablehlo.broadcast_in_dim %4, dims = [0] : (tensor<10xf64>) -> tensor<10x3xf64>
    %6 = stablehlo.multiply %5, %arg0 : tensor<10x3xf64>
    %7 = stablehlo.add %arg2, %6 : tensor<10x3xf64>
    return %7 : tensor<10x3xf64>
  }
}
