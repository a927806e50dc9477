module @jit_value_and_grad attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<9xf64>, %arg1: tensor<6x9xf64>, %arg2: tensor<8xf64>, %arg3: tensor<9x8xf64>, %arg4: tensor<4xf64>, %arg5: tensor<8x4xf64>, %arg6: tensor<20x6xf64>, %arg7: tensor<20xi32>) -> (tensor<f64> {jax.result_info = "result[0]"}, tensor<9xf64> {jax.result_info = "result[1][0]"}, tensor<6x9xf64> {jax.result_info = "result[1][1]"}, tensor<8xf64> {jax.result_info = "result[1][2]"}, tensor<9x8xf64> {jax.result_info = "result[1][3]"}, tensor<4xf64> {jax.result_info = "result[1][4]"}, tensor<8x4xf64> {jax.result_info = "result[1][5]"}) {
    %0 = stablehlo.dot_general %arg6, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<20x6xf64>, tensor<6x9xf64>) -> tensor<20x9xf64>
    %1 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<9xf64>) -> tensor<1x9xf64>
    %2 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x9xf64>) -> tensor<20x9xf64>
    %3 = stablehlo.add %0, %2 : tensor<20x9xf64>
    %cst = stablehlo.constant dense<5.000000e-01> : tensor<f64>
    %4 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<20x9xf64>
    %5 = stablehlo.multiply %4, %3 : tensor<20x9xf64>
    %6 = stablehlo.negate %3 : tensor<20x9xf64>
    %cst_0 = stablehlo.constant dense<0.70710678118654757> : tensor<f64>
    %7 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<20x9xf64>
    %8 = stablehlo.multiply %6, %7 : tensor<20x9xf64>
    %9 = chlo.erfc %8 : tensor<20x9xf64> -> tensor<20x9xf64>
    %10 = chlo.square %8 : tensor<20x9xf64> -> tensor<20x9xf64>
    %11 = stablehlo.negate %10 : tensor<20x9xf64>
    %12 = stablehlo.exponential %11 : tensor<20x9xf64>
    %13 = stablehlo.multiply %5, %9 : tensor<20x9xf64>
    %14 = stablehlo.dot_general %13, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<20x9xf64>, tensor<9x8xf64>) -> tensor<20x8xf64>
    %15 = stablehlo.broadcast_in_dim %arg2, dims = [1] : (tensor<8xf64>) -> tensor<1x8xf64>
    %16 = stablehlo.broadcast_in_dim %15, dims = [0, 1] : (tensor<1x8xf64>) -> tensor<20x8xf64>
    %17 = stablehlo.add %14, %16 : tensor<20x8xf64>
    %cst_1 = stablehlo.constant dense<5.000000e-01> : tensor<f64>
    %18 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f64>) -> tensor<20x8xf64>
    %19 = stablehlo.multiply %18, %17 : tensor<20x8xf64>
    %20 = stablehlo.negate %17 : tensor<20x8xf64>
    %cst_2 = stablehlo.constant dense<0.70710678118654757> : tensor<f64>
    %21 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f64>) -> tensor<20x8xf64>
    %22 = stablehlo.multiply %20, %21 : tensor<20x8xf64>
    %23 = chlo.erfc %22 : tensor<20x8xf64> -> tensor<20x8xf64>
    %24 = chlo.square %22 : tensor<20x8xf64> -> tensor<20x8xf64>
    %25 = stablehlo.negate %24 : tensor<20x8xf64>
    %26 = stablehlo.exponential %25 : tensor<20x8xf64>
    %27 = stablehlo.multiply %19, %23 : tensor<20x8xf64>
    %28 = stablehlo.dot_general %27, %arg5, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<20x8xf64>, tensor<8x4xf64>) -> tensor<20x4xf64>
    %29 = stablehlo.broadcast_in_dim %arg4, dims = [1] : (tensor<4xf64>) -> tensor<1x4xf64>
    %30 = stablehlo.broadcast_in_dim %29, dims = [0, 1] : (tensor<1x4xf64>) -> tensor<20x4xf64>
    %31 = stablehlo.add %28, %30 : tensor<20x4xf64>
    %32:3 = call @log_softmax(%31) : (tensor<20x4xf64>) -> (tensor<20x4xf64>, tensor<20x4xf64>, tensor<20x1xf64>)
    %33 = stablehlo.broadcast_in_dim %arg7, dims = [0] : (tensor<20xi32>) -> tensor<20x1xi32>
    %34:2 = call @take_along_axis(%32#0, %33) : (tensor<20x4xf64>, tensor<20x1xi32>) -> (tensor<20x1xf64>, tensor<20x1x1xi32>)
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %35 = stablehlo.reduce(%34#0 init: %cst_3) applies stablehlo.add across dimensions = [0, 1] : (tensor<20x1xf64>, tensor<f64>) -> tensor<f64>
    %cst_4 = stablehlo.constant dense<2.000000e+01> : tensor<f64>
    %36 = stablehlo.divide %35, %cst_4 : tensor<f64>
    %37 = stablehlo.negate %36 : tensor<f64>
    %cst_5 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %38 = stablehlo.negate %cst_5 : tensor<f64>
    %cst_6 = stablehlo.constant dense<2.000000e+01> : tensor<f64>
    %39 = stablehlo.divide %38, %cst_6 : tensor<f64>
    %40 = stablehlo.broadcast_in_dim %39, dims = [] : (tensor<f64>) -> tensor<20x1xf64>
    %41 = call @take_along_axis_0(%34#1, %40) : (tensor<20x1x1xi32>, tensor<20x1xf64>) -> tensor<20x4xf64>
    %42 = call @log_softmax_1(%32#1, %32#2, %41) : (tensor<20x4xf64>, tensor<20x1xf64>, tensor<20x4xf64>) -> tensor<20x4xf64>
    %cst_7 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %43 = stablehlo.reduce(%42 init: %cst_7) applies stablehlo.add across dimensions = [0] : (tensor<20x4xf64>, tensor<f64>) -> tensor<4xf64>
    %44 = stablehlo.reshape %43 : (tensor<4xf64>) -> tensor<1x4xf64>
    %cst_8 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %45 = stablehlo.reduce(%44 init: %cst_8) applies stablehlo.add across dimensions = [0] : (tensor<1x4xf64>, tensor<f64>) -> tensor<4xf64>
    %46 = stablehlo.dot_general %42, %27, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<20x4xf64>, tensor<20x8xf64>) -> tensor<4x8xf64>
    %47 = stablehlo.transpose %46, dims = [1, 0] : (tensor<4x8xf64>) -> tensor<8x4xf64>
    %48 = stablehlo.dot_general %42, %arg5, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<20x4xf64>, tensor<8x4xf64>) -> tensor<20x8xf64>
    %49 = stablehlo.multiply %19, %48 : tensor<20x8xf64>
    %50 = stablehlo.multiply %48, %23 : tensor<20x8xf64>
    %cst_9 = stablehlo.constant dense<-1.1283791670955126> : tensor<f64>
    %51 = stablehlo.broadcast_in_dim %cst_9, dims = [] : (tensor<f64>) -> tensor<20x8xf64>
    %52 = stablehlo.multiply %51, %49 : tensor<20x8xf64>
    %53 = stablehlo.multiply %52, %26 : tensor<20x8xf64>
    %cst_10 = stablehlo.constant dense<0.70710678118654757> : tensor<f64>
    %54 = stablehlo.broadcast_in_dim %cst_10, dims = [] : (tensor<f64>) -> tensor<20x8xf64>
    %55 = stablehlo.multiply %53, %54 : tensor<20x8xf64>
    %56 = stablehlo.negate %55 : tensor<20x8xf64>
    %cst_11 = stablehlo.constant dense<5.000000e-01> : tensor<f64>
    %57 = stablehlo.broadcast_in_dim %cst_11, dims = [] : (tensor<f64>) -> tensor<20x8xf64>
    %58 = stablehlo.multiply %57, %50 : tensor<20x8xf64>
    %59 = stablehlo.add %56, %58 : tensor<20x8xf64>
    %cst_12 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %60 = stablehlo.reduce(%59 init: %cst_12) applies stablehlo.add across dimensions = [0] : (tensor<20x8xf64>, tensor<f64>) -> tensor<8xf64>
    %61 = stablehlo.reshape %60 : (tensor<8xf64>) -> tensor<1x8xf64>
    %cst_13 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %62 = stablehlo.reduce(%61 init: %cst_13) applies stablehlo.add across dimensions = [0] : (tensor<1x8xf64>, tensor<f64>) -> tensor<8xf64>
    %63 = stablehlo.dot_general %59, %13, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<20x8xf64>, tensor<20x9xf64>) -> tensor<8x9xf64>
    %64 = stablehlo.transpose %63, dims = [1, 0] : (tensor<8x9xf64>) -> tensor<9x8xf64>
    %65 = stablehlo.dot_general %59, %arg3, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<20x8xf64>, tensor<9x8xf64>) -> tensor<20x9xf64>
    %66 = stablehlo.multiply %5, %65 : tensor<20x9xf64>
    %67 = stablehlo.multiply %65, %9 : tensor<20x9xf64>
    %cst_14 = stablehlo.constant dense<-1.1283791670955126> : tensor<f64>
    %68 = stablehlo.broadcast_in_dim %cst_14, dims = [] : (tensor<f64>) -> tensor<20x9xf64>
    %69 = stablehlo.multiply %68, %66 : tensor<20x9xf64>
    %70 = stablehlo.multiply %69, %12 : tensor<20x9xf64>
    %cst_15 = stablehlo.constant dense<0.70710678118654757> : tensor<f64>
    %71 = stablehlo.broadcast_in_dim %cst_15, dims = [] : (tensor<f64>) -> tensor<20x9xf64>
    %72 = stablehlo.multiply %70, %71 : tensor<20x9xf64>
    %73 = stablehlo.negate %72 : tensor<20x9xf64>
    %cst_16 = stablehlo.constant dense<5.000000e-01> : tensor<f64>
    %74 = stablehlo.broadcast_in_dim %cst_16, dims = [] : (tensor<f64>) -> tensor<20x9xf64>
    %75 = stablehlo.multiply %74, %67 : tensor<20x9xf64>
    %76 = stablehlo.add %73, %75 : tensor<20x9xf64>
    %cst_17 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %77 = stablehlo.reduce(%76 init: %cst_17) applies stablehlo.add across dimensions = [0] : (tensor<20x9xf64>, tensor<f64>) -> tensor<9xf64>
    %78 = stablehlo.reshape %77 : (tensor<9xf64>) -> tensor<1x9xf64>
    %cst_18 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %79 = stablehlo.reduce(%78 init: %cst_18) applies stablehlo.add across dimensions = [0] : (tensor<1x9xf64>, tensor<f64>) -> tensor<9xf64>
    %80 = stablehlo.dot_general %76, %arg6, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<20x9xf64>, tensor<20x6xf64>) -> tensor<9x6xf64>
    %81 = stablehlo.transpose %80, dims = [1, 0] : (tensor<9x6xf64>) -> tensor<6x9xf64>
    return %37, %79, %81, %62, %64, %45, %47 : tensor<f64>, tensor<9xf64>, tensor<6x9xf64>, tensor<8xf64>, tensor<9x8xf64>, tensor<4xf64>, tensor<8x4xf64>
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
