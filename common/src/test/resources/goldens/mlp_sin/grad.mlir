module @jit_value_and_grad attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<9xf64>, %arg1: tensor<6x9xf64>, %arg2: tensor<8xf64>, %arg3: tensor<9x8xf64>, %arg4: tensor<4xf64>, %arg5: tensor<8x4xf64>, %arg6: tensor<20x6xf64>, %arg7: tensor<20xi32>) -> (tensor<f64> {jax.result_info = "result[0]"}, tensor<9xf64> {jax.result_info = "result[1][0]"}, tensor<6x9xf64> {jax.result_info = "result[1][1]"}, tensor<8xf64> {jax.result_info = "result[1][2]"}, tensor<9x8xf64> {jax.result_info = "result[1][3]"}, tensor<4xf64> {jax.result_info = "result[1][4]"}, tensor<8x4xf64> {jax.result_info = "result[1][5]"}) {
    %0 = stablehlo.dot_general %arg6, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<20x6xf64>, tensor<6x9xf64>) -> tensor<20x9xf64>
    %1 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<9xf64>) -> tensor<1x9xf64>
    %2 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x9xf64>) -> tensor<20x9xf64>
    %3 = stablehlo.add %0, %2 : tensor<20x9xf64>
    %4 = stablehlo.sine %3 : tensor<20x9xf64>
    %5 = stablehlo.cosine %3 : tensor<20x9xf64>
    %6 = stablehlo.dot_general %4, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<20x9xf64>, tensor<9x8xf64>) -> tensor<20x8xf64>
    %7 = stablehlo.broadcast_in_dim %arg2, dims = [1] : (tensor<8xf64>) -> tensor<1x8xf64>
    %8 = stablehlo.broadcast_in_dim %7, dims = [0, 1] : (tensor<1x8xf64>) -> tensor<20x8xf64>
    %9 = stablehlo.add %6, %8 : tensor<20x8xf64>
    %10 = stablehlo.sine %9 : tensor<20x8xf64>
    %11 = stablehlo.cosine %9 : tensor<20x8xf64>
    %12 = stablehlo.dot_general %10, %arg5, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<20x8xf64>, tensor<8x4xf64>) -> tensor<20x4xf64>
    %13 = stablehlo.broadcast_in_dim %arg4, dims = [1] : (tensor<4xf64>) -> tensor<1x4xf64>
    %14 = stablehlo.broadcast_in_dim %13, dims = [0, 1] : (tensor<1x4xf64>) -> tensor<20x4xf64>
    %15 = stablehlo.add %12, %14 : tensor<20x4xf64>
    %16:3 = call @log_softmax(%15) : (tensor<20x4xf64>) -> (tensor<20x4xf64>, tensor<20x4xf64>, tensor<20x1xf64>)
    %17 = stablehlo.broadcast_in_dim %arg7, dims = [0] : (tensor<20xi32>) -> tensor<20x1xi32>
    %18:2 = call @take_along_axis(%16#0, %17) : (tensor<20x4xf64>, tensor<20x1xi32>) -> (tensor<20x1xf64>, tensor<20x1x1xi32>)
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %19 = stablehlo.reduce(%18#0 init: %cst) applies stablehlo.add across dimensions = [0, 1] : (tensor<20x1xf64>, tensor<f64>) -> tensor<f64>
    %cst_0 = stablehlo.constant dense<2.000000e+01> : tensor<f64>
    %20 = stablehlo.divide %19, %cst_0 : tensor<f64>
    %21 = stablehlo.negate %20 : tensor<f64>
    %cst_1 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %22 = stablehlo.negate %cst_1 : tensor<f64>
    %cst_2 = stablehlo.constant dense<2.000000e+01> : tensor<f64>
    %23 = stablehlo.divide %22, %cst_2 : tensor<f64>
    %24 = stablehlo.broadcast_in_dim %23, dims = [] : (tensor<f64>) -> tensor<20x1xf64>
    %25 = call @take_along_axis_0(%18#1, %24) : (tensor<20x1x1xi32>, tensor<20x1xf64>) -> tensor<20x4xf64>
    %26 = call @log_softmax_1(%16#1, %16#2, %25) : (tensor<20x4xf64>, tensor<20x1xf64>, tensor<20x4xf64>) -> tensor<20x4xf64>
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %27 = stablehlo.reduce(%26 init: %cst_3) applies stablehlo.add across dimensions = [0] : (tensor<20x4xf64>, tensor<f64>) -> tensor<4xf64>
    %28 = stablehlo.reshape %27 : (tensor<4xf64>) -> tensor<1x4xf64>
    %cst_4 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %29 = stablehlo.reduce(%28 init: %cst_4) applies stablehlo.add across dimensions = [0] : (tensor<1x4xf64>, tensor<f64>) -> tensor<4xf64>
    %30 = stablehlo.dot_general %26, %10, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<20x4xf64>, tensor<20x8xf64>) -> tensor<4x8xf64>
    %31 = stablehlo.transpose %30, dims = [1, 0] : (tensor<4x8xf64>) -> tensor<8x4xf64>
    %32 = stablehlo.dot_general %26, %arg5, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<20x4xf64>, tensor<8x4xf64>) -> tensor<20x8xf64>
    %33 = stablehlo.multiply %32, %11 : tensor<20x8xf64>
    %cst_5 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %34 = stablehlo.reduce(%33 init: %cst_5) applies stablehlo.add across dimensions = [0] : (tensor<20x8xf64>, tensor<f64>) -> tensor<8xf64>
    %35 = stablehlo.reshape %34 : (tensor<8xf64>) -> tensor<1x8xf64>
    %cst_6 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %36 = stablehlo.reduce(%35 init: %cst_6) applies stablehlo.add across dimensions = [0] : (tensor<1x8xf64>, tensor<f64>) -> tensor<8xf64>
    %37 = stablehlo.dot_general %33, %4, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<20x8xf64>, tensor<20x9xf64>) -> tensor<8x9xf64>
    %38 = stablehlo.transpose %37, dims = [1, 0] : (tensor<8x9xf64>) -> tensor<9x8xf64>
    %39 = stablehlo.dot_general %33, %arg3, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<20x8xf64>, tensor<9x8xf64>) -> tensor<20x9xf64>
    %40 = stablehlo.multiply %39, %5 : tensor<20x9xf64>
    %cst_7 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %41 = stablehlo.reduce(%40 init: %cst_7) applies stablehlo.add across dimensions = [0] : (tensor<20x9xf64>, tensor<f64>) -> tensor<9xf64>
    %42 = stablehlo.reshape %41 : (tensor<9xf64>) -> tensor<1x9xf64>
    %cst_8 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %43 = stablehlo.reduce(%42 init: %cst_8) applies stablehlo.add across dimensions = [0] : (tensor<1x9xf64>, tensor<f64>) -> tensor<9xf64>
    %44 = stablehlo.dot_general %40, %arg6, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<20x9xf64>, tensor<20x6xf64>) -> tensor<9x6xf64>
    %45 = stablehlo.transpose %44, dims = [1, 0] : (tensor<9x6xf64>) -> tensor<6x9xf64>
    return %21, %43, %45, %36, %38, %29, %31 : tensor<f64>, tensor<9xf64>, tensor<6x9xf64>, tensor<8xf64>, tensor<9x8xf64>, tensor<4xf64>, tensor<8x4xf64>
  }
  func.func private @log_softmax(%arg0: tensor<20x4xf64>) -> (tensor<20x4xf64>, tensor<20x4xf64>, tensor<20x1xf64>) {
    %cst = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.maximum across dimensions = [1] : (tensor<20x4xf64>, tensor<f64>) -> tensor<20xf64>
    %cst_0 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %1 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<20xf64>
    %2 = stablehlo.maximum %1, %0 : tensor<20xf64>
    %3 = stablehlo.broadcast_in_dim %2, dims = [0] : (tensor<20xf64>) -> tensor<20x1xf64>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1] : (tensor<20x1xf64>) -> tensor<20x4xf64>
    %5 = stablehlo.subtract %arg0, %4 : tensor<20x4xf64>
    %6 = stablehlo.exponential %5 : tensor<20x4xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %7 = stablehlo.reduce(%6 init: %cst_1) applies stablehlo.add across dimensions = [1] : (tensor<20x4xf64>, tensor<f64>) -> tensor<20xf64>
    %8 = stablehlo.broadcast_in_dim %7, dims = [0] : (tensor<20xf64>) -> tensor<20x1xf64>
    %9 = stablehlo.log %8 : tensor<20x1xf64>
    %10 = stablehlo.broadcast_in_dim %9, dims = [0, 1] : (tensor<20x1xf64>) -> tensor<20x4xf64>
    %11 = stablehlo.subtract %5, %10 : tensor<20x4xf64>
    return %11, %6, %8 : tensor<20x4xf64>, tensor<20x4xf64>, tensor<20x1xf64>
  }
  func.func private @take_along_axis(%arg0: tensor<20x4xf64>, %arg1: tensor<20x1xi32>) -> (tensor<20x1xf64>, tensor<20x1x1xi32>) {
    %c = stablehlo.constant dense<0> : tensor<i32>
    %0 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i32>) -> tensor<20x1xi32>
    %1 = stablehlo.compare LT, %arg1, %0, SIGNED : (tensor<20x1xi32>, tensor<20x1xi32>) -> tensor<20x1xi1>
    %c_0 = stablehlo.constant dense<4> : tensor<i32>
    %2 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<i32>) -> tensor<20x1xi32>
    %3 = stablehlo.add %arg1, %2 : tensor<20x1xi32>
    %4 = stablehlo.select %1, %3, %arg1 : tensor<20x1xi1>, tensor<20x1xi32>
    %5 = stablehlo.reshape %4 : (tensor<20x1xi32>) -> tensor<20x1x1xi32>
    %c_1 = stablehlo.constant dense<3> : tensor<1xi32>
    %c_2 = stablehlo.constant dense<0> : tensor<i32>
    %6 = stablehlo.broadcast_in_dim %c_2, dims = [] : (tensor<i32>) -> tensor<20x1x1xi32>
    %7 = stablehlo.compare GE, %5, %6, SIGNED : (tensor<20x1x1xi32>, tensor<20x1x1xi32>) -> tensor<20x1x1xi1>
    %8 = stablehlo.broadcast_in_dim %c_1, dims = [2] : (tensor<1xi32>) -> tensor<1x1x1xi32>
    %9 = stablehlo.broadcast_in_dim %8, dims = [0, 1, 2] : (tensor<1x1x1xi32>) -> tensor<20x1x1xi32>
    %10 = stablehlo.compare LE, %5, %9, SIGNED : (tensor<20x1x1xi32>, tensor<20x1x1xi32>) -> tensor<20x1x1xi1>
    %11 = stablehlo.and %7, %10 : tensor<20x1x1xi1>
    %c_3 = stablehlo.constant dense<true> : tensor<i1>
    %12 = stablehlo.reduce(%11 init: %c_3) applies stablehlo.and across dimensions = [2] : (tensor<20x1x1xi1>, tensor<i1>) -> tensor<20x1xi1>
    %13 = "stablehlo.gather"(%arg0, %5) <{dimension_numbers = #stablehlo.gather<collapsed_slice_dims = [1], operand_batching_dims = [0], start_indices_batching_dims = [0], start_index_map = [1], index_vector_dim = 2>, indices_are_sorted = false, slice_sizes = array<i64: 1, 1>}> : (tensor<20x4xf64>, tensor<20x1x1xi32>) -> tensor<20x1xf64>
    %cst = stablehlo.constant dense<0x7FF8000000000000> : tensor<f64>
    %14 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<20x1xf64>
    %15 = stablehlo.select %12, %13, %14 : tensor<20x1xi1>, tensor<20x1xf64>
    return %15, %5 : tensor<20x1xf64>, tensor<20x1x1xi32>
  }
  func.func private @take_along_axis_0(%arg0: tensor<20x1x1xi32>, %arg1: tensor<20x1xf64>) -> tensor<20x4xf64> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<20x4xf64>
    %1 = "stablehlo.scatter"(%0, %arg0, %arg1) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<inserted_window_dims = [1], input_batching_dims = [0], scatter_indices_batching_dims = [0], scatter_dims_to_operand_dims = [1], index_vector_dim = 2>, unique_indices = false}> ({
    ^bb0(%arg2: tensor<f64>, %arg3: tensor<f64>):
      %2 = stablehlo.add %arg2, %arg3 : tensor<f64>
      stablehlo.return %2 : tensor<f64>
    }) : (tensor<20x4xf64>, tensor<20x1x1xi32>, tensor<20x1xf64>) -> tensor<20x4xf64>
    return %1 : tensor<20x4xf64>
  }
  func.func private @log_softmax_1(%arg0: tensor<20x4xf64>, %arg1: tensor<20x1xf64>, %arg2: tensor<20x4xf64>) -> tensor<20x4xf64> {
    %0 = stablehlo.negate %arg2 : tensor<20x4xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %1 = stablehlo.reduce(%0 init: %cst) applies stablehlo.add across dimensions = [1] : (tensor<20x4xf64>, tensor<f64>) -> tensor<20xf64>
    %2 = stablehlo.reshape %1 : (tensor<20xf64>) -> tensor<20x1xf64>
    %3 = stablehlo.divide %2, %arg1 : tensor<20x1xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %4 = stablehlo.reduce(%3 init: %cst_0) applies stablehlo.add across dimensions = [1] : (tensor<20x1xf64>, tensor<f64>) -> tensor<20xf64>
    %5 = stablehlo.broadcast_in_dim %4, dims = [0] : (tensor<20xf64>) -> tensor<20x4xf64>
    %6 = stablehlo.multiply %5, %arg0 : tensor<20x4xf64>
    %7 = stablehlo.add %arg2, %6 : tensor<20x4xf64>
    return %7 : tensor<20x4xf64>
  }
}
