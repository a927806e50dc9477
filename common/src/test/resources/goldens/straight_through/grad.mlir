module @jit_value_and_grad attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<6xf64>, %arg1: tensor<4x6xf64>, %arg2: tensor<3xf64>, %arg3: tensor<6x3xf64>, %arg4: tensor<10x4xf64>, %arg5: tensor<10xi32>) -> (tensor<f64> {jax.result_info = "result[0]"}, tensor<6xf64> {jax.result_info = "result[1][0]"}, tensor<4x6xf64> {jax.result_info = "result[1][1]"}, tensor<3xf64> {jax.result_info = "result[1][2]"}, tensor<6x3xf64> {jax.result_info = "result[1][3]"}) {
    %0 = stablehlo.dot_general %arg4, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<10x4xf64>, tensor<4x6xf64>) -> tensor<10x6xf64>
    %1 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<6xf64>) -> tensor<1x6xf64>
    %2 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x6xf64>) -> tensor<10x6xf64>
    %3 = stablehlo.add %0, %2 : tensor<10x6xf64>
    %4 = stablehlo.tanh %3 : tensor<10x6xf64>
    %cst = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %5 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<10x6xf64>
    %6 = stablehlo.subtract %5, %4 : tensor<10x6xf64>
    %7 = stablehlo.multiply %4, %4 : tensor<10x6xf64>
    %cst_0 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %8 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<10x6xf64>
    %9 = stablehlo.multiply %8, %4 : tensor<10x6xf64>
    %cst_1 = stablehlo.constant dense<2.500000e-01> : tensor<f64>
    %10 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f64>) -> tensor<10x6xf64>
    %11 = stablehlo.multiply %10, %7 : tensor<10x6xf64>
    %12 = stablehlo.add %4, %11 : tensor<10x6xf64>
    %13 = stablehlo.dot_general %12, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<10x6xf64>, tensor<6x3xf64>) -> tensor<10x3xf64>
    %14 = stablehlo.broadcast_in_dim %arg2, dims = [1] : (tensor<3xf64>) -> tensor<1x3xf64>
    %15 = stablehlo.broadcast_in_dim %14, dims = [0, 1] : (tensor<1x3xf64>) -> tensor<10x3xf64>
    %16 = stablehlo.add %13, %15 : tensor<10x3xf64>
    %17:3 = call @log_softmax(%16) : (tensor<10x3xf64>) -> (tensor<10x3xf64>, tensor<10x3xf64>, tensor<10x1xf64>)
    %18 = stablehlo.broadcast_in_dim %arg5, dims = [0] : (tensor<10xi32>) -> tensor<10x1xi32>
    %19:2 = call @take_along_axis(%17#0, %18) : (tensor<10x3xf64>, tensor<10x1xi32>) -> (tensor<10x1xf64>, tensor<10x1x1xi32>)
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %20 = stablehlo.reduce(%19#0 init: %cst_2) applies stablehlo.add across dimensions = [0, 1] : (tensor<10x1xf64>, tensor<f64>) -> tensor<f64>
    %cst_3 = stablehlo.constant dense<1.000000e+01> : tensor<f64>
    %21 = stablehlo.divide %20, %cst_3 : tensor<f64>
    %22 = stablehlo.negate %21 : tensor<f64>
    %cst_4 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %23 = stablehlo.negate %cst_4 : tensor<f64>
    %cst_5 = stablehlo.constant dense<1.000000e+01> : tensor<f64>
    %24 = stablehlo.divide %23, %cst_5 : tensor<f64>
    %25 = stablehlo.broadcast_in_dim %24, dims = [] : (tensor<f64>) -> tensor<10x1xf64>
    %26 = call @take_along_axis_0(%19#1, %25) : (tensor<10x1x1xi32>, tensor<10x1xf64>) -> tensor<10x3xf64>
    %27 = call @log_softmax_1(%17#1, %17#2, %26) : (tensor<10x3xf64>, tensor<10x1xf64>, tensor<10x3xf64>) -> tensor<10x3xf64>
    %cst_6 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %28 = stablehlo.reduce(%27 init: %cst_6) applies stablehlo.add across dimensions = [0] : (tensor<10x3xf64>, tensor<f64>) -> tensor<3xf64>
    %29 = stablehlo.reshape %28 : (tensor<3xf64>) -> tensor<1x3xf64>
    %cst_7 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %30 = stablehlo.reduce(%29 init: %cst_7) applies stablehlo.add across dimensions = [0] : (tensor<1x3xf64>, tensor<f64>) -> tensor<3xf64>
    %31 = stablehlo.dot_general %27, %12, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<10x3xf64>, tensor<10x6xf64>) -> tensor<3x6xf64>
    %32 = stablehlo.transpose %31, dims = [1, 0] : (tensor<3x6xf64>) -> tensor<6x3xf64>
    %33 = stablehlo.dot_general %27, %arg3, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<10x3xf64>, tensor<6x3xf64>) -> tensor<10x6xf64>
    %34 = stablehlo.multiply %33, %6 : tensor<10x6xf64>
    %35 = stablehlo.multiply %34, %4 : tensor<10x6xf64>
    %36 = stablehlo.add %34, %35 : tensor<10x6xf64>
    %cst_8 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %37 = stablehlo.reduce(%36 init: %cst_8) applies stablehlo.add across dimensions = [0] : (tensor<10x6xf64>, tensor<f64>) -> tensor<6xf64>
    %38 = stablehlo.reshape %37 : (tensor<6xf64>) -> tensor<1x6xf64>
    %cst_9 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %39 = stablehlo.reduce(%38 init: %cst_9) applies stablehlo.add across dimensions = [0] : (tensor<1x6xf64>, tensor<f64>) -> tensor<6xf64>
    %40 = stablehlo.dot_general %36, %arg4, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<10x6xf64>, tensor<10x4xf64>) -> tensor<6x4xf64>
    %41 = stablehlo.transpose %40, dims = [1, 0] : (tensor<6x4xf64>) -> tensor<4x6xf64>
    return %22, %39, %41, %30, %32 : tensor<f64>, tensor<6xf64>, tensor<4x6xf64>, tensor<3xf64>, tensor<6x3xf64>
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
