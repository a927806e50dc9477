module @jit_value_and_grad attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<9xf64>, %arg1: tensor<9x4xf64>, %arg2: tensor<7x3xi32>, %arg3: tensor<7xi32>) -> (tensor<f64> {jax.result_info = "result[0]"}, tensor<9xf64> {jax.result_info = "result[1][0]"}, tensor<9x4xf64> {jax.result_info = "result[1][1]"}) {
    %c = stablehlo.constant dense<0> : tensor<i32>
    %0 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i32>) -> tensor<7x3xi32>
    %1 = stablehlo.compare LT, %arg2, %0, SIGNED : (tensor<7x3xi32>, tensor<7x3xi32>) -> tensor<7x3xi1>
    %c_0 = stablehlo.constant dense<9> : tensor<i32>
    %2 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<i32>) -> tensor<7x3xi32>
    %3 = stablehlo.add %arg2, %2 : tensor<7x3xi32>
    %4 = stablehlo.select %1, %3, %arg2 : tensor<7x3xi1>, tensor<7x3xi32>
    %5 = stablehlo.broadcast_in_dim %4, dims = [0, 1] : (tensor<7x3xi32>) -> tensor<7x3x1xi32>
    %6 = "stablehlo.gather"(%arg1, %5) <{dimension_numbers = #stablehlo.gather<offset_dims = [2], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 2>, indices_are_sorted = false, slice_sizes = array<i64: 1, 4>}> : (tensor<9x4xf64>, tensor<7x3x1xi32>) -> tensor<7x3x4xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %7 = stablehlo.reduce(%6 init: %cst) applies stablehlo.add across dimensions = [1] : (tensor<7x3x4xf64>, tensor<f64>) -> tensor<7x4xf64>
    %cst_1 = stablehlo.constant dense<3.000000e+00> : tensor<f64>
    %8 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f64>) -> tensor<7x4xf64>
    %9 = stablehlo.divide %7, %8 : tensor<7x4xf64>
    %10 = stablehlo.tanh %9 : tensor<7x4xf64>
    %cst_2 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %11 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f64>) -> tensor<7x4xf64>
    %12 = stablehlo.subtract %11, %10 : tensor<7x4xf64>
    %13 = stablehlo.transpose %arg1, dims = [1, 0] : (tensor<9x4xf64>) -> tensor<4x9xf64>
    %14 = stablehlo.dot_general %10, %13, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<7x4xf64>, tensor<4x9xf64>) -> tensor<7x9xf64>
    %15 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<9xf64>) -> tensor<1x9xf64>
    %16 = stablehlo.broadcast_in_dim %15, dims = [0, 1] : (tensor<1x9xf64>) -> tensor<7x9xf64>
    %17 = stablehlo.add %14, %16 : tensor<7x9xf64>
    %18:3 = call @log_softmax(%17) : (tensor<7x9xf64>) -> (tensor<7x9xf64>, tensor<7x9xf64>, tensor<7x1xf64>)
    %19 = stablehlo.broadcast_in_dim %arg3, dims = [0] : (tensor<7xi32>) -> tensor<7x1xi32>
    %20:2 = call @take_along_axis(%18#0, %19) : (tensor<7x9xf64>, tensor<7x1xi32>) -> (tensor<7x1xf64>, tensor<7x1x1xi32>)
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %21 = stablehlo.reduce(%20#0 init: %cst_3) applies stablehlo.add across dimensions = [0, 1] : (tensor<7x1xf64>, tensor<f64>) -> tensor<f64>
    %cst_4 = stablehlo.constant dense<7.000000e+00> : tensor<f64>
    %22 = stablehlo.divide %21, %cst_4 : tensor<f64>
    %23 = stablehlo.negate %22 : tensor<f64>
    %cst_5 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %24 = stablehlo.negate %cst_5 : tensor<f64>
    %cst_6 = stablehlo.constant dense<7.000000e+00> : tensor<f64>
    %25 = stablehlo.divide %24, %cst_6 : tensor<f64>
    %26 = stablehlo.broadcast_in_dim %25, dims = [] : (tensor<f64>) -> tensor<7x1xf64>
    %27 = call @take_along_axis_0(%20#1, %26) : (tensor<7x1x1xi32>, tensor<7x1xf64>) -> tensor<7x9xf64>
    %28 = call @log_softmax_1(%18#1, %18#2, %27) : (tensor<7x9xf64>, tensor<7x1xf64>, tensor<7x9xf64>) -> tensor<7x9xf64>
    %cst_7 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %29 = stablehlo.reduce(%28 init: %cst_7) applies stablehlo.add across dimensions = [0] : (tensor<7x9xf64>, tensor<f64>) -> tensor<9xf64>
    %30 = stablehlo.reshape %29 : (tensor<9xf64>) -> tensor<1x9xf64>
    %cst_8 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %31 = stablehlo.reduce(%30 init: %cst_8) applies stablehlo.add across dimensions = [0] : (tensor<1x9xf64>, tensor<f64>) -> tensor<9xf64>
    %32 = stablehlo.dot_general %28, %10, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<7x9xf64>, tensor<7x4xf64>) -> tensor<9x4xf64>
    %33 = stablehlo.transpose %32, dims = [1, 0] : (tensor<9x4xf64>) -> tensor<4x9xf64>
    %34 = stablehlo.dot_general %28, %13, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<7x9xf64>, tensor<4x9xf64>) -> tensor<7x4xf64>
    %35 = stablehlo.transpose %33, dims = [1, 0] : (tensor<4x9xf64>) -> tensor<9x4xf64>
    %36 = stablehlo.multiply %34, %12 : tensor<7x4xf64>
    %37 = stablehlo.multiply %36, %10 : tensor<7x4xf64>
    %38 = stablehlo.add %36, %37 : tensor<7x4xf64>
    %cst_9 = stablehlo.constant dense<3.000000e+00> : tensor<f64>
    %39 = stablehlo.broadcast_in_dim %cst_9, dims = [] : (tensor<f64>) -> tensor<7x4xf64>
    %40 = stablehlo.divide %38, %39 : tensor<7x4xf64>
    %41 = stablehlo.broadcast_in_dim %40, dims = [0, 2] : (tensor<7x4xf64>) -> tensor<7x3x4xf64>
    %cst_10 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %42 = stablehlo.broadcast_in_dim %cst_10, dims = [] : (tensor<f64>) -> tensor<9x4xf64>
    %43 = "stablehlo.scatter"(%42, %5, %41) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<update_window_dims = [2], inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 2>, unique_indices = false}> ({
    ^bb0(%arg4: tensor<f64>, %arg5: tensor<f64>):
      %45 = stablehlo.add %arg4, %arg5 : tensor<f64>
      stablehlo.return %45 : tensor<f64>
    }) : (tensor<9x4xf64>, tensor<7x3x1xi32>, tensor<7x3x4xf64>) -> tensor<9x4xf64>
    %44 = stablehlo.add %35, %43 : tensor<9x4xf64>
    return %23, %31, %44 : tensor<f64>, tensor<9xf64>, tensor<9x4xf64>
  }
  func.func private @log_softmax(%arg0: tensor<7x9xf64>) -> (tensor<7x9xf64>, tensor<7x9xf64>, tensor<7x1xf64>) {
    %cst = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.maximum across dimensions = [1] : (tensor<7x9xf64>, tensor<f64>) -> tensor<7xf64>
    %cst_0 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %1 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<7xf64>
    %2 = stablehlo.maximum %1, %0 : tensor<7xf64>
    %3 = stablehlo.broadcast_in_dim %2, dims = [0] : (tensor<7xf64>) -> tensor<7x1xf64>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1] : (tensor<7x1xf64>) -> tensor<7x9xf64>
    %5 = stablehlo.subtract %arg0, %4 : tensor<7x9xf64>
    %6 = stablehlo.exponential %5 : tensor<7x9xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %7 = stablehlo.reduce(%6 init: %cst_1) applies stablehlo.add across dimensions = [1] : (tensor<7x9xf64>, tensor<f64>) -> tensor<7xf64>
    %8 = stablehlo.broadcast_in_dim %7, dims = [0] : (tensor<7xf64>) -> tensor<7x1xf64>
    %9 = stablehlo.log %8 : tensor<7x1xf64>
    %10 = stablehlo.broadcast_in_dim %9, dims = [0, 1] : (tensor<7x1xf64>) -> tensor<7x9xf64>
    %11 = stablehlo.subtract %5, %10 : tensor<7x9xf64>
    return %11, %6, %8 : tensor<7x9xf64>, tensor<7x9xf64>, tensor<7x1xf64>
  }
  func.func private @take_along_axis(%arg0: tensor<7x9xf64>, %arg1: tensor<7x1xi32>) -> (tensor<7x1xf64>, tensor<7x1x1xi32>) {
    %c = stablehlo.constant dense<0> : tensor<i32>
    %0 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i32>) -> tensor<7x1xi32>
    %1 = stablehlo.compare LT, %arg1, %0, SIGNED : (tensor<7x1xi32>, tensor<7x1xi32>) -> tensor<7x1xi1>
    %c_0 = stablehlo.constant dense<9> : tensor<i32>
    %2 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<i32>) -> tensor<7x1xi32>
    %3 = stablehlo.add %arg1, %2 : tensor<7x1xi32>
    %4 = stablehlo.select %1, %3, %arg1 : tensor<7x1xi1>, tensor<7x1xi32>
    %5 = stablehlo.reshape %4 : (tensor<7x1xi32>) -> tensor<7x1x1xi32>
    %c_1 = stablehlo.constant dense<8> : tensor<1xi32>
    %c_2 = stablehlo.constant dense<0> : tensor<i32>
    %6 = stablehlo.broadcast_in_dim %c_2, dims = [] : (tensor<i32>) -> tensor<7x1x1xi32>
    %7 = stablehlo.compare GE, %5, %6, SIGNED : (tensor<7x1x1xi32>, tensor<7x1x1xi32>) -> tensor<7x1x1xi1>
    %8 = stablehlo.broadcast_in_dim %c_1, dims = [2] : (tensor<1xi32>) -> tensor<1x1x1xi32>
    %9 = stablehlo.broadcast_in_dim %8, dims = [0, 1, 2] : (tensor<1x1x1xi32>) -> tensor<7x1x1xi32>
    %10 = stablehlo.compare LE, %5, %9, SIGNED : (tensor<7x1x1xi32>, tensor<7x1x1xi32>) -> tensor<7x1x1xi1>
    %11 = stablehlo.and %7, %10 : tensor<7x1x1xi1>
    %c_3 = stablehlo.constant dense<true> : tensor<i1>
    %12 = stablehlo.reduce(%11 init: %c_3) applies stablehlo.and across dimensions = [2] : (tensor<7x1x1xi1>, tensor<i1>) -> tensor<7x1xi1>
    %13 = "stablehlo.gather"(%arg0, %5) <{dimension_numbers = #stablehlo.gather<collapsed_slice_dims = [1], operand_batching_dims = [0], start_indices_batching_dims = [0], start_index_map = [1], index_vector_dim = 2>, indices_are_sorted = false, slice_sizes = array<i64: 1, 1>}> : (tensor<7x9xf64>, tensor<7x1x1xi32>) -> tensor<7x1xf64>
    %cst = stablehlo.constant dense<0x7FF8000000000000> : tensor<f64>
    %14 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<7x1xf64>
    %15 = stablehlo.select %12, %13, %14 : tensor<7x1xi1>, tensor<7x1xf64>
    return %15, %5 : tensor<7x1xf64>, tensor<7x1x1xi32>
  }
  func.func private @take_along_axis_0(%arg0: tensor<7x1x1xi32>, %arg1: tensor<7x1xf64>) -> tensor<7x9xf64> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<7x9xf64>
    %1 = "stablehlo.scatter"(%0, %arg0, %arg1) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<inserted_window_dims = [1], input_batching_dims = [0], scatter_indices_batching_dims = [0], scatter_dims_to_operand_dims = [1], index_vector_dim = 2>, unique_indices = false}> ({
    ^bb0(%arg2: tensor<f64>, %arg3: tensor<f64>):
      %2 = stablehlo.add %arg2, %arg3 : tensor<f64>
      stablehlo.return %2 : tensor<f64>
    }) : (tensor<7x9xf64>, tensor<7x1x1xi32>, tensor<7x1xf64>) -> tensor<7x9xf64>
    return %1 : tensor<7x9xf64>
  }
  func.func private @log_softmax_1(%arg0: tensor<7x9xf64>, %arg1: tensor<7x1xf64>, %arg2: tensor<7x9xf64>) -> tensor<7x9xf64> {
    %0 = stablehlo.negate %arg2 : tensor<7x9xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %1 = stablehlo.reduce(%0 init: %cst) applies stablehlo.add across dimensions = [1] : (tensor<7x9xf64>, tensor<f64>) -> tensor<7xf64>
    %2 = stablehlo.reshape %1 : (tensor<7xf64>) -> tensor<7x1xf64>
    %3 = stablehlo.divide %2, %arg1 : tensor<7x1xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %4 = stablehlo.reduce(%3 init: %cst_0) applies stablehlo.add across dimensions = [1] : (tensor<7x1xf64>, tensor<f64>) -> tensor<7xf64>
    %5 = stablehlo.broadcast_in_dim %4, dims = [0] : (tensor<7xf64>) -> tensor<7x9xf64>
    %6 = stablehlo.multiply %5, %arg0 : tensor<7x9xf64>
    %7 = stablehlo.add %arg2, %6 : tensor<7x9xf64>
    return %7 : tensor<7x9xf64>
  }
}
