module @jit_value_and_grad attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<9xf32>, %arg1: tensor<6x9xf32>, %arg2: tensor<8xf32>, %arg3: tensor<9x8xf32>, %arg4: tensor<4xf32>, %arg5: tensor<8x4xf32>, %arg6: tensor<20x6xf32>, %arg7: tensor<20xi32>) -> (tensor<f32> {jax.result_info = "result[0]"}, tensor<9xf32> {jax.result_info = "result[1][0]"}, tensor<6x9xf32> {jax.result_info = "result[1][1]"}, tensor<8xf32> {jax.result_info = "result[1][2]"}, tensor<9x8xf32> {jax.result_info = "result[1][3]"}, tensor<4xf32> {jax.result_info = "result[1][4]"}, tensor<8x4xf32> {jax.result_info = "result[1][5]"}) {
    %0 = stablehlo.dot_general %arg6, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<20x6xf32>, tensor<6x9xf32>) -> tensor<20x9xf32>
    %1 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<9xf32>) -> tensor<1x9xf32>
    %2 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x9xf32>) -> tensor<20x9xf32>
    %3 = stablehlo.add %0, %2 : tensor<20x9xf32>
    %4 = stablehlo.tanh %3 : tensor<20x9xf32>
    %cst = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %5 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<20x9xf32>
    %6 = stablehlo.subtract %5, %4 : tensor<20x9xf32>
    %7 = stablehlo.dot_general %4, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<20x9xf32>, tensor<9x8xf32>) -> tensor<20x8xf32>
    %8 = stablehlo.broadcast_in_dim %arg2, dims = [1] : (tensor<8xf32>) -> tensor<1x8xf32>
    %9 = stablehlo.broadcast_in_dim %8, dims = [0, 1] : (tensor<1x8xf32>) -> tensor<20x8xf32>
    %10 = stablehlo.add %7, %9 : tensor<20x8xf32>
    %11 = stablehlo.tanh %10 : tensor<20x8xf32>
    %cst_0 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %12 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<20x8xf32>
    %13 = stablehlo.subtract %12, %11 : tensor<20x8xf32>
    %14 = stablehlo.dot_general %11, %arg5, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<20x8xf32>, tensor<8x4xf32>) -> tensor<20x4xf32>
    %15 = stablehlo.broadcast_in_dim %arg4, dims = [1] : (tensor<4xf32>) -> tensor<1x4xf32>
    %16 = stablehlo.broadcast_in_dim %15, dims = [0, 1] : (tensor<1x4xf32>) -> tensor<20x4xf32>
    %17 = stablehlo.add %14, %16 : tensor<20x4xf32>
    %18:3 = call @log_softmax(%17) : (tensor<20x4xf32>) -> (tensor<20x4xf32>, tensor<20x4xf32>, tensor<20x1xf32>)
    %19 = stablehlo.broadcast_in_dim %arg7, dims = [0] : (tensor<20xi32>) -> tensor<20x1xi32>
    %20:2 = call @take_along_axis(%18#0, %19) : (tensor<20x4xf32>, tensor<20x1xi32>) -> (tensor<20x1xf32>, tensor<20x1x1xi32>)
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %21 = stablehlo.reduce(%20#0 init: %cst_1) applies stablehlo.add across dimensions = [0, 1] : (tensor<20x1xf32>, tensor<f32>) -> tensor<f32>
    %cst_2 = stablehlo.constant dense<2.000000e+01> : tensor<f32>
    %22 = stablehlo.divide %21, %cst_2 : tensor<f32>
    %23 = stablehlo.negate %22 : tensor<f32>
    %cst_3 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %24 = stablehlo.negate %cst_3 : tensor<f32>
    %cst_4 = stablehlo.constant dense<2.000000e+01> : tensor<f32>
    %25 = stablehlo.divide %24, %cst_4 : tensor<f32>
    %26 = stablehlo.broadcast_in_dim %25, dims = [] : (tensor<f32>) -> tensor<20x1xf32>
    %27 = call @take_along_axis_0(%20#1, %26) : (tensor<20x1x1xi32>, tensor<20x1xf32>) -> tensor<20x4xf32>
    %28 = call @log_softmax_1(%18#1, %18#2, %27) : (tensor<20x4xf32>, tensor<20x1xf32>, tensor<20x4xf32>) -> tensor<20x4xf32>
    %cst_5 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %29 = stablehlo.reduce(%28 init: %cst_5) applies stablehlo.add across dimensions = [0] : (tensor<20x4xf32>, tensor<f32>) -> tensor<4xf32>
    %30 = stablehlo.reshape %29 : (tensor<4xf32>) -> tensor<1x4xf32>
    %cst_6 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %31 = stablehlo.reduce(%30 init: %cst_6) applies stablehlo.add across dimensions = [0] : (tensor<1x4xf32>, tensor<f32>) -> tensor<4xf32>
    %32 = stablehlo.dot_general %28, %11, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<20x4xf32>, tensor<20x8xf32>) -> tensor<4x8xf32>
    %33 = stablehlo.transpose %32, dims = [1, 0] : (tensor<4x8xf32>) -> tensor<8x4xf32>
    %34 = stablehlo.dot_general %28, %arg5, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<20x4xf32>, tensor<8x4xf32>) -> tensor<20x8xf32>
    %35 = stablehlo.multiply %34, %13 : tensor<20x8xf32>
    %36 = stablehlo.multiply %35, %11 : tensor<20x8xf32>
    %37 = stablehlo.add %35, %36 : tensor<20x8xf32>
    %cst_7 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %38 = stablehlo.reduce(%37 init: %cst_7) applies stablehlo.add across dimensions = [0] : (tensor<20x8xf32>, tensor<f32>) -> tensor<8xf32>
    %39 = stablehlo.reshape %38 : (tensor<8xf32>) -> tensor<1x8xf32>
    %cst_8 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %40 = stablehlo.reduce(%39 init: %cst_8) applies stablehlo.add across dimensions = [0] : (tensor<1x8xf32>, tensor<f32>) -> tensor<8xf32>
    %41 = stablehlo.dot_general %37, %4, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<20x8xf32>, tensor<20x9xf32>) -> tensor<8x9xf32>
    %42 = stablehlo.transpose %41, dims = [1, 0] : (tensor<8x9xf32>) -> tensor<9x8xf32>
    %43 = stablehlo.dot_general %37, %arg3, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<20x8xf32>, tensor<9x8xf32>) -> tensor<20x9xf32>
    %44 = stablehlo.multiply %43, %6 : tensor<20x9xf32>
    %45 = stablehlo.multiply %44, %4 : tensor<20x9xf32>
    %46 = stablehlo.add %44, %45 : tensor<20x9xf32>
    %cst_9 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %47 = stablehlo.reduce(%46 init: %cst_9) applies stablehlo.add across dimensions = [0] : (tensor<20x9xf32>, tensor<f32>) -> tensor<9xf32>
    %48 = stablehlo.reshape %47 : (tensor<9xf32>) -> tensor<1x9xf32>
    %cst_10 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %49 = stablehlo.reduce(%48 init: %cst_10) applies stablehlo.add across dimensions = [0] : (tensor<1x9xf32>, tensor<f32>) -> tensor<9xf32>
    %50 = stablehlo.dot_general %46, %arg6, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<20x9xf32>, tensor<20x6xf32>) -> tensor<9x6xf32>
    %51 = stablehlo.transpose %50, dims = [1, 0] : (tensor<9x6xf32>) -> tensor<6x9xf32>
    return %23, %49, %51, %40, %42, %31, %33 : tensor<f32>, tensor<9xf32>, tensor<6x9xf32>, tensor<8xf32>, tensor<9x8xf32>, tensor<4xf32>, tensor<8x4xf32>
  }
  func.func private @log_softmax(%arg0: tensor<20x4xf32>) -> (tensor<20x4xf32>, tensor<20x4xf32>, tensor<20x1xf32>) {
    %cst = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.maximum across dimensions = [1] : (tensor<20x4xf32>, tensor<f32>) -> tensor<20xf32>
    %cst_0 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %1 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<20xf32>
    %2 = stablehlo.maximum %1, %0 : tensor<20xf32>
    %3 = stablehlo.broadcast_in_dim %2, dims = [0] : (tensor<20xf32>) -> tensor<20x1xf32>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1] : (tensor<20x1xf32>) -> tensor<20x4xf32>
    %5 = stablehlo.subtract %arg0, %4 : tensor<20x4xf32>
    %6 = stablehlo.exponential %5 : tensor<20x4xf32>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %7 = stablehlo.reduce(%6 init: %cst_1) applies stablehlo.add across dimensions = [1] : (tensor<20x4xf32>, tensor<f32>) -> tensor<20xf32>
    %8 = stablehlo.broadcast_in_dim %7, dims = [0] : (tensor<20xf32>) -> tensor<20x1xf32>
    %9 = stablehlo.log %8 : tensor<20x1xf32>
    %10 = stablehlo.broadcast_in_dim %9, dims = [0, 1] : (tensor<20x1xf32>) -> tensor<20x4xf32>
    %11 = stablehlo.subtract %5, %10 : tensor<20x4xf32>
    return %11, %6, %8 : tensor<20x4xf32>, tensor<20x4xf32>, tensor<20x1xf32>
  }
  func.func private @take_along_axis(%arg0: tensor<20x4xf32>, %arg1: tensor<20x1xi32>) -> (tensor<20x1xf32>, tensor<20x1x1xi32>) {
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
    %13 = "stablehlo.gather"(%arg0, %5) <{dimension_numbers = #stablehlo.gather<collapsed_slice_dims = [1], operand_batching_dims = [0], start_indices_batching_dims = [0], start_index_map = [1], index_vector_dim = 2>, indices_are_sorted = false, slice_sizes = array<i64: 1, 1>}> : (tensor<20x4xf32>, tensor<20x1x1xi32>) -> tensor<20x1xf32>
    %cst = stablehlo.constant dense<0x7FC00000> : tensor<f32>
    %14 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<20x1xf32>
    %15 = stablehlo.select %12, %13, %14 : tensor<20x1xi1>, tensor<20x1xf32>
    return %15, %5 : tensor<20x1xf32>, tensor<20x1x1xi32>
  }
  func.func private @take_along_axis_0(%arg0: tensor<20x1x1xi32>, %arg1: tensor<20x1xf32>) -> tensor<20x4xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<20x4xf32>
    %1 = "stablehlo.scatter"(%0, %arg0, %arg1) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<inserted_window_dims = [1], input_batching_dims = [0], scatter_indices_batching_dims = [0], scatter_dims_to_operand_dims = [1], index_vector_dim = 2>, unique_indices = false}> ({
    ^bb0(%arg2: tensor<f32>, %arg3: tensor<f32>):
      %2 = stablehlo.add %arg2, %arg3 : tensor<f32>
      stablehlo.return %2 : tensor<f32>
    }) : (tensor<20x4xf32>, tensor<20x1x1xi32>, tensor<20x1xf32>) -> tensor<20x4xf32>
    return %1 : tensor<20x4xf32>
  }
  func.func private @log_softmax_1(%arg0: tensor<20x4xf32>, %arg1: tensor<20x1xf32>, %arg2: tensor<20x4xf32>) -> tensor<20x4xf32> {
    %0 = stablehlo.negate %arg2 : tensor<20x4xf32>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1 = stablehlo.reduce(%0 init: %cst) applies stablehlo.add across dimensions = [1] : (tensor<20x4xf32>, tensor<f32>) -> tensor<20xf32>
    %2 = stablehlo.reshape %1 : (tensor<20xf32>) -> tensor<20x1xf32>
    %3 = stablehlo.divide %2, %arg1 : tensor<20x1xf32>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %4 = stablehlo.reduce(%3 init: %cst_0) applies stablehlo.add across dimensions = [1] : (tensor<20x1xf32>, tensor<f32>) -> tensor<20xf32>
    %5 = stablehlo.broadcast_in_dim %4, dims = [0] : (tensor<20xf32>) -> tensor<20x4xf32>
    %6 = stablehlo.multiply %5, %arg0 : tensor<20x4xf32>
    %7 = stablehlo.add %arg2, %6 : tensor<20x4xf32>
    return %7 : tensor<20x4xf32>
  }
}
