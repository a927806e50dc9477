module @jit_value_and_grad attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<8xf64>, %arg1: tensor<8x8xf64>, %arg2: tensor<8xf64>, %arg3: tensor<8x8xf64>, %arg4: tensor<8xf64>, %arg5: tensor<5x8xf64>, %arg6: tensor<3xf64>, %arg7: tensor<8x3xf64>, %arg8: tensor<14x5xf64>, %arg9: tensor<14xi32>) -> (tensor<f64> {jax.result_info = "result[0]"}, tensor<8xf64> {jax.result_info = "result[1][0]"}, tensor<8x8xf64> {jax.result_info = "result[1][1]"}, tensor<8xf64> {jax.result_info = "result[1][2]"}, tensor<8x8xf64> {jax.result_info = "result[1][3]"}, tensor<8xf64> {jax.result_info = "result[1][4]"}, tensor<5x8xf64> {jax.result_info = "result[1][5]"}, tensor<3xf64> {jax.result_info = "result[1][6]"}, tensor<8x3xf64> {jax.result_info = "result[1][7]"}) {
    %0 = stablehlo.dot_general %arg8, %arg5, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<14x5xf64>, tensor<5x8xf64>) -> tensor<14x8xf64>
    %1 = stablehlo.broadcast_in_dim %arg4, dims = [1] : (tensor<8xf64>) -> tensor<1x8xf64>
    %2 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x8xf64>) -> tensor<14x8xf64>
    %3 = stablehlo.add %0, %2 : tensor<14x8xf64>
    %4 = stablehlo.dot_general %3, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<14x8xf64>, tensor<8x8xf64>) -> tensor<14x8xf64>
    %5 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<8xf64>) -> tensor<1x8xf64>
    %6 = stablehlo.broadcast_in_dim %5, dims = [0, 1] : (tensor<1x8xf64>) -> tensor<14x8xf64>
    %7 = stablehlo.add %4, %6 : tensor<14x8xf64>
    %8 = stablehlo.tanh %7 : tensor<14x8xf64>
    %cst = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %9 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<14x8xf64>
    %10 = stablehlo.subtract %9, %8 : tensor<14x8xf64>
    %11 = stablehlo.add %3, %8 : tensor<14x8xf64>
    %12 = stablehlo.dot_general %11, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<14x8xf64>, tensor<8x8xf64>) -> tensor<14x8xf64>
    %13 = stablehlo.broadcast_in_dim %arg2, dims = [1] : (tensor<8xf64>) -> tensor<1x8xf64>
    %14 = stablehlo.broadcast_in_dim %13, dims = [0, 1] : (tensor<1x8xf64>) -> tensor<14x8xf64>
    %15 = stablehlo.add %12, %14 : tensor<14x8xf64>
    %16 = stablehlo.tanh %15 : tensor<14x8xf64>
    %cst_0 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %17 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<14x8xf64>
    %18 = stablehlo.subtract %17, %16 : tensor<14x8xf64>
    %19 = stablehlo.add %11, %16 : tensor<14x8xf64>
    %20 = stablehlo.dot_general %19, %arg7, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<14x8xf64>, tensor<8x3xf64>) -> tensor<14x3xf64>
    %21 = stablehlo.broadcast_in_dim %arg6, dims = [1] : (tensor<3xf64>) -> tensor<1x3xf64>
    %22 = stablehlo.broadcast_in_dim %21, dims = [0, 1] : (tensor<1x3xf64>) -> tensor<14x3xf64>
    %23 = stablehlo.add %20, %22 : tensor<14x3xf64>
    %24:3 = call @log_softmax(%23) : (tensor<14x3xf64>) -> (tensor<14x3xf64>, tensor<14x3xf64>, tensor<14x1xf64>)
    %25 = stablehlo.broadcast_in_dim %arg9, dims = [0] : (tensor<14xi32>) -> tensor<14x1xi32>
    %26:2 = call @take_along_axis(%24#0, %25) : (tensor<14x3xf64>, tensor<14x1xi32>) -> (tensor<14x1xf64>, tensor<14x1x1xi32>)
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %27 = stablehlo.reduce(%26#0 init: %cst_1) applies stablehlo.add across dimensions = [0, 1] : (tensor<14x1xf64>, tensor<f64>) -> tensor<f64>
    %cst_2 = stablehlo.constant dense<1.400000e+01> : tensor<f64>
    %28 = stablehlo.divide %27, %cst_2 : tensor<f64>
    %29 = stablehlo.negate %28 : tensor<f64>
    %cst_3 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %30 = stablehlo.negate %cst_3 : tensor<f64>
    %cst_4 = stablehlo.constant dense<1.400000e+01> : tensor<f64>
    %31 = stablehlo.divide %30, %cst_4 : tensor<f64>
    %32 = stablehlo.broadcast_in_dim %31, dims = [] : (tensor<f64>) -> tensor<14x1xf64>
    %33 = call @take_along_axis_0(%26#1, %32) : (tensor<14x1x1xi32>, tensor<14x1xf64>) -> tensor<14x3xf64>
    %34 = call @log_softmax_1(%24#1, %24#2, %33) : (tensor<14x3xf64>, tensor<14x1xf64>, tensor<14x3xf64>) -> tensor<14x3xf64>
    %cst_5 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %35 = stablehlo.reduce(%34 init: %cst_5) applies stablehlo.add across dimensions = [0] : (tensor<14x3xf64>, tensor<f64>) -> tensor<3xf64>
    %36 = stablehlo.reshape %35 : (tensor<3xf64>) -> tensor<1x3xf64>
    %cst_6 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %37 = stablehlo.reduce(%36 init: %cst_6) applies stablehlo.add across dimensions = [0] : (tensor<1x3xf64>, tensor<f64>) -> tensor<3xf64>
    %38 = stablehlo.dot_general %34, %19, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<14x3xf64>, tensor<14x8xf64>) -> tensor<3x8xf64>
    %39 = stablehlo.transpose %38, dims = [1, 0] : (tensor<3x8xf64>) -> tensor<8x3xf64>
    %40 = stablehlo.dot_general %34, %arg7, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<14x3xf64>, tensor<8x3xf64>) -> tensor<14x8xf64>
    %41 = stablehlo.multiply %40, %18 : tensor<14x8xf64>
    %42 = stablehlo.multiply %41, %16 : tensor<14x8xf64>
    %43 = stablehlo.add %41, %42 : tensor<14x8xf64>
    %cst_7 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %44 = stablehlo.reduce(%43 init: %cst_7) applies stablehlo.add across dimensions = [0] : (tensor<14x8xf64>, tensor<f64>) -> tensor<8xf64>
    %45 = stablehlo.reshape %44 : (tensor<8xf64>) -> tensor<1x8xf64>
    %cst_8 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %46 = stablehlo.reduce(%45 init: %cst_8) applies stablehlo.add across dimensions = [0] : (tensor<1x8xf64>, tensor<f64>) -> tensor<8xf64>
    %47 = stablehlo.dot_general %43, %11, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<14x8xf64>, tensor<14x8xf64>) -> tensor<8x8xf64>
    %48 = stablehlo.transpose %47, dims = [1, 0] : (tensor<8x8xf64>) -> tensor<8x8xf64>
    %49 = stablehlo.dot_general %43, %arg3, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<14x8xf64>, tensor<8x8xf64>) -> tensor<14x8xf64>
    %50 = stablehlo.add %40, %49 : tensor<14x8xf64>
    %51 = stablehlo.multiply %50, %10 : tensor<14x8xf64>
    %52 = stablehlo.multiply %51, %8 : tensor<14x8xf64>
    %53 = stablehlo.add %51, %52 : tensor<14x8xf64>
    %cst_9 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %54 = stablehlo.reduce(%53 init: %cst_9) applies stablehlo.add across dimensions = [0] : (tensor<14x8xf64>, tensor<f64>) -> tensor<8xf64>
    %55 = stablehlo.reshape %54 : (tensor<8xf64>) -> tensor<1x8xf64>
    %cst_10 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %56 = stablehlo.reduce(%55 init: %cst_10) applies stablehlo.add across dimensions = [0] : (tensor<1x8xf64>, tensor<f64>) -> tensor<8xf64>
    %57 = stablehlo.dot_general %53, %3, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<14x8xf64>, tensor<14x8xf64>) -> tensor<8x8xf64>
    %58 = stablehlo.transpose %57, dims = [1, 0] : (tensor<8x8xf64>) -> tensor<8x8xf64>
    %59 = stablehlo.dot_general %53, %arg1, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<14x8xf64>, tensor<8x8xf64>) -> tensor<14x8xf64>
    %60 = stablehlo.add %50, %59 : tensor<14x8xf64>
    %cst_11 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %61 = stablehlo.reduce(%60 init: %cst_11) applies stablehlo.add across dimensions = [0] : (tensor<14x8xf64>, tensor<f64>) -> tensor<8xf64>
    %62 = stablehlo.reshape %61 : (tensor<8xf64>) -> tensor<1x8xf64>
    %cst_12 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %63 = stablehlo.reduce(%62 init: %cst_12) applies stablehlo.add across dimensions = [0] : (tensor<1x8xf64>, tensor<f64>) -> tensor<8xf64>
    %64 = stablehlo.dot_general %60, %arg8, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<14x8xf64>, tensor<14x5xf64>) -> tensor<8x5xf64>
    %65 = stablehlo.transpose %64, dims = [1, 0] : (tensor<8x5xf64>) -> tensor<5x8xf64>
    return %29, %56, %58, %46, %48, %63, %65, %37, %39 : tensor<f64>, tensor<8xf64>, tensor<8x8xf64>, tensor<8xf64>, tensor<8x8xf64>, tensor<8xf64>, tensor<5x8xf64>, tensor<3xf64>, tensor<8x3xf64>
  }
  func.func private @log_softmax(%arg0: tensor<14x3xf64>) -> (tensor<14x3xf64>, tensor<14x3xf64>, tensor<14x1xf64>) {
    %cst = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.maximum across dimensions = [1] : (tensor<14x3xf64>, tensor<f64>) -> tensor<14xf64>
    %cst_0 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %1 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<14xf64>
    %2 = stablehlo.maximum %1, %0 : tensor<14xf64>
    %3 = stablehlo.broadcast_in_dim %2, dims = [0] : (tensor<14xf64>) -> tensor<14x1xf64>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1] : (tensor<14x1xf64>) -> tensor<14x3xf64>
    %5 = stablehlo.subtract %arg0, %4 : tensor<14x3xf64>
    %6 = stablehlo.exponential %5 : tensor<14x3xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %7 = stablehlo.reduce(%6 init: %cst_1) applies stablehlo.add across dimensions = [1] : (tensor<14x3xf64>, tensor<f64>) -> tensor<14xf64>
    %8 = stablehlo.broadcast_in_dim %7, dims = [0] : (tensor<14xf64>) -> tensor<14x1xf64>
    %9 = stablehlo.log %8 : tensor<14x1xf64>
    %10 = stablehlo.broadcast_in_dim %9, dims = [0, 1] : (tensor<14x1xf64>) -> tensor<14x3xf64>
    %11 = stablehlo.subtract %5, %10 : tensor<14x3xf64>
    return %11, %6, %8 : tensor<14x3xf64>, tensor<14x3xf64>, tensor<14x1xf64>
  }
  func.func private @take_along_axis(%arg0: tensor<14x3xf64>, %arg1: tensor<14x1xi32>) -> (tensor<14x1xf64>, tensor<14x1x1xi32>) {
    %c = stablehlo.constant dense<0> : tensor<i32>
    %0 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i32>) -> tensor<14x1xi32>
    %1 = stablehlo.compare LT, %arg1, %0, SIGNED : (tensor<14x1xi32>, tensor<14x1xi32>) -> tensor<14x1xi1>
    %c_0 = stablehlo.constant dense<3> : tensor<i32>
    %2 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<i32>) -> tensor<14x1xi32>
    %3 = stablehlo.add %arg1, %2 : tensor<14x1xi32>
    %4 = stablehlo.select %1, %3, %arg1 : tensor<14x1xi1>, tensor<14x1xi32>
    %5 = stablehlo.reshape %4 : (tensor<14x1xi32>) -> tensor<14x1x1xi32>
    %c_1 = stablehlo.constant dense<2> : tensor<1xi32>
    %c_2 = stablehlo.constant dense<0> : tensor<i32>
    %6 = stablehlo.broadcast_in_dim %c_2, dims = [] : (tensor<i32>) -> tensor<14x1x1xi32>
    %7 = stablehlo.compare GE, %5, %6, SIGNED : (tensor<14x1x1xi32>, tensor<14x1x1xi32>) -> tensor<14x1x1xi1>
    %8 = stablehlo.broadcast_in_dim %c_1, dims = [2] : (tensor<1xi32>) -> tensor<1x1x1xi32>
    %9 = stablehlo.broadcast_in_dim %8, dims = [0, 1, 2] : (tensor<1x1x1xi32>) -> tensor<14x1x1xi32>
    %10 = stablehlo.compare LE, %5, %9, SIGNED : (tensor<14x1x1xi32>, tensor<14x1x1xi32>) -> tensor<14x1x1xi1>
    %11 = stablehlo.and %7, %10 : tensor<14x1x1xi1>
    %c_3 = stablehlo.constant dense<true> : tensor<i1>
    %12 = stablehlo.reduce(%11 init: %c_3) applies stablehlo.and across dimensions = [2] : (tensor<14x1x1xi1>, tensor<i1>) -> tensor<14x1xi1>
    %13 = "stablehlo.gather"(%arg0, %5) <{dimension_numbers = #stablehlo.gather<collapsed_slice_dims = [1], operand_batching_dims = [0], start_indices_batching_dims = [0], start_index_map = [1], index_vector_dim = 2>, indices_are_sorted = false, slice_sizes = array<i64: 1, 1>}> : (tensor<14x3xf64>, tensor<14x1x1xi32>) -> tensor<14x1xf64>
    %cst = stablehlo.constant dense<0x7FF8000000000000> : tensor<f64>
    %14 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<14x1xf64>
    %15 = stablehlo.select %12, %13, %14 : tensor<14x1xi1>, tensor<14x1xf64>
    return %15, %5 : tensor<14x1xf64>, tensor<14x1x1xi32>
  }
  func.func private @take_along_axis_0(%arg0: tensor<14x1x1xi32>, %arg1: tensor<14x1xf64>) -> tensor<14x3xf64> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<14x3xf64>
    %1 = "stablehlo.scatter"(%0, %arg0, %arg1) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<inserted_window_dims = [1], input_batching_dims = [0], scatter_indices_batching_dims = [0], scatter_dims_to_operand_dims = [1], index_vector_dim = 2>, unique_indices = false}> ({
    ^bb0(%arg2: tensor<f64>, %arg3: tensor<f64>):
      %2 = stablehlo.add %arg2, %arg3 : tensor<f64>
      stablehlo.return %2 : tensor<f64>
    }) : (tensor<14x3xf64>, tensor<14x1x1xi32>, tensor<14x1xf64>) -> tensor<14x3xf64>
    return %1 : tensor<14x3xf64>
  }
  func.func private @log_softmax_1(%arg0: tensor<14x3xf64>, %arg1: tensor<14x1xf64>, %arg2: tensor<14x3xf64>) -> tensor<14x3xf64> {
    %0 = stablehlo.negate %arg2 : tensor<14x3xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %1 = stablehlo.reduce(%0 init: %cst) applies stablehlo.add across dimensions = [1] : (tensor<14x3xf64>, tensor<f64>) -> tensor<14xf64>
    %2 = stablehlo.reshape %1 : (tensor<14xf64>) -> tensor<14x1xf64>
    %3 = stablehlo.divide %2, %arg1 : tensor<14x1xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %4 = stablehlo.reduce(%3 init: %cst_0) applies stablehlo.add across dimensions = [1] : (tensor<14x1xf64>, tensor<f64>) -> tensor<14xf64>
    %5 = stablehlo.broadcast_in_dim %4, dims = [0] : (tensor<14xf64>) -> tensor<14x3xf64>
    %6 = stablehlo.multiply %5, %arg0 : tensor<14x3xf64>
    %7 = stablehlo.add %arg2, %6 : tensor<14x3xf64>
    return %7 : tensor<14x3xf64>
  }
}
