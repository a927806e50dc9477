module @jit_value_and_grad attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<9xf64>, %arg1: tensor<6x9xf64>, %arg2: tensor<8xf64>, %arg3: tensor<9x8xf64>, %arg4: tensor<4xf64>, %arg5: tensor<8x4xf64>, %arg6: tensor<20x6xf64>, %arg7: tensor<20xi32>) -> (tensor<f64> {jax.result_info = "result[0]"}, tensor<9xf64> {jax.result_info = "result[1][0]"}, tensor<6x9xf64> {jax.result_info = "result[1][1]"}, tensor<8xf64> {jax.result_info = "result[1][2]"}, tensor<9x8xf64> {jax.result_info = "result[1][3]"}, tensor<4xf64> {jax.result_info = "result[1][4]"}, tensor<8x4xf64> {jax.result_info = "result[1][5]"}) {
    %0 = stablehlo.dot_general %arg6, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<20x6xf64>, tensor<6x9xf64>) -> tensor<20x9xf64>
    %1 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<9xf64>) -> tensor<1x9xf64>
    %2 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x9xf64>) -> tensor<20x9xf64>
    %3 = stablehlo.add %0, %2 : tensor<20x9xf64>
    %4 = stablehlo.multiply %3, %3 : tensor<20x9xf64>
    %5 = stablehlo.multiply %4, %3 : tensor<20x9xf64>
    %6 = stablehlo.multiply %3, %3 : tensor<20x9xf64>
    %cst = stablehlo.constant dense<3.000000e+00> : tensor<f64>
    %7 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<20x9xf64>
    %8 = stablehlo.multiply %7, %6 : tensor<20x9xf64>
    %cst_0 = stablehlo.constant dense<4.471500e-02> : tensor<f64>
    %9 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<20x9xf64>
    %10 = stablehlo.multiply %9, %5 : tensor<20x9xf64>
    %11 = stablehlo.add %3, %10 : tensor<20x9xf64>
    %cst_1 = stablehlo.constant dense<0.79788456080286541> : tensor<f64>
    %12 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f64>) -> tensor<20x9xf64>
    %13 = stablehlo.multiply %12, %11 : tensor<20x9xf64>
    %14 = stablehlo.tanh %13 : tensor<20x9xf64>
    %cst_2 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %15 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f64>) -> tensor<20x9xf64>
    %16 = stablehlo.subtract %15, %14 : tensor<20x9xf64>
    %cst_3 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %17 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f64>) -> tensor<20x9xf64>
    %18 = stablehlo.add %17, %14 : tensor<20x9xf64>
    %cst_4 = stablehlo.constant dense<5.000000e-01> : tensor<f64>
    %19 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f64>) -> tensor<20x9xf64>
    %20 = stablehlo.multiply %19, %18 : tensor<20x9xf64>
    %21 = stablehlo.multiply %3, %20 : tensor<20x9xf64>
    %22 = stablehlo.dot_general %21, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<20x9xf64>, tensor<9x8xf64>) -> tensor<20x8xf64>
    %23 = stablehlo.broadcast_in_dim %arg2, dims = [1] : (tensor<8xf64>) -> tensor<1x8xf64>
    %24 = stablehlo.broadcast_in_dim %23, dims = [0, 1] : (tensor<1x8xf64>) -> tensor<20x8xf64>
    %25 = stablehlo.add %22, %24 : tensor<20x8xf64>
    %26 = stablehlo.multiply %25, %25 : tensor<20x8xf64>
    %27 = stablehlo.multiply %26, %25 : tensor<20x8xf64>
    %28 = stablehlo.multiply %25, %25 : tensor<20x8xf64>
    %cst_5 = stablehlo.constant dense<3.000000e+00> : tensor<f64>
    %29 = stablehlo.broadcast_in_dim %cst_5, dims = [] : (tensor<f64>) -> tensor<20x8xf64>
    %30 = stablehlo.multiply %29, %28 : tensor<20x8xf64>
    %cst_6 = stablehlo.constant dense<4.471500e-02> : tensor<f64>
    %31 = stablehlo.broadcast_in_dim %cst_6, dims = [] : (tensor<f64>) -> tensor<20x8xf64>
    %32 = stablehlo.multiply %31, %27 : tensor<20x8xf64>
    %33 = stablehlo.add %25, %32 : tensor<20x8xf64>
    %cst_7 = stablehlo.constant dense<0.79788456080286541> : tensor<f64>
    %34 = stablehlo.broadcast_in_dim %cst_7, dims = [] : (tensor<f64>) -> tensor<20x8xf64>
    %35 = stablehlo.multiply %34, %33 : tensor<20x8xf64>
    %36 = stablehlo.tanh %35 : tensor<20x8xf64>
    %cst_8 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %37 = stablehlo.broadcast_in_dim %cst_8, dims = [] : (tensor<f64>) -> tensor<20x8xf64>
    %38 = stablehlo.subtract %37, %36 : tensor<20x8xf64>
    %cst_9 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %39 = stablehlo.broadcast_in_dim %cst_9, dims = [] : (tensor<f64>) -> tensor<20x8xf64>
    %40 = stablehlo.add %39, %36 : tensor<20x8xf64>
    %cst_10 = stablehlo.constant dense<5.000000e-01> : tensor<f64>
    %41 = stablehlo.broadcast_in_dim %cst_10, dims = [] : (tensor<f64>) -> tensor<20x8xf64>
    %42 = stablehlo.multiply %41, %40 : tensor<20x8xf64>
    %43 = stablehlo.multiply %25, %42 : tensor<20x8xf64>
    %44 = stablehlo.dot_general %43, %arg5, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<20x8xf64>, tensor<8x4xf64>) -> tensor<20x4xf64>
    %45 = stablehlo.broadcast_in_dim %arg4, dims = [1] : (tensor<4xf64>) -> tensor<1x4xf64>
    %46 = stablehlo.broadcast_in_dim %45, dims = [0, 1] : (tensor<1x4xf64>) -> tensor<20x4xf64>
    %47 = stablehlo.add %44, %46 : tensor<20x4xf64>
    %48:3 = call @log_softmax(%47) : (tensor<20x4xf64>) -> (tensor<20x4xf64>, tensor<20x4xf64>, tensor<20x1xf64>)
    %49 = stablehlo.broadcast_in_dim %arg7, dims = [0] : (tensor<20xi32>) -> tensor<20x1xi32>
    %50:2 = call @take_along_axis(%48#0, %49) : (tensor<20x4xf64>, tensor<20x1xi32>) -> (tensor<20x1xf64>, tensor<20x1x1xi32>)
    %cst_11 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %51 = stablehlo.reduce(%50#0 init: %cst_11) applies stablehlo.add across dimensions = [0, 1] : (tensor<20x1xf64>, tensor<f64>) -> tensor<f64>
    %cst_12 = stablehlo.constant dense<2.000000e+01> : tensor<f64>
    %52 = stablehlo.divide %51, %cst_12 : tensor<f64>
    %53 = stablehlo.negate %52 : tensor<f64>
    %cst_13 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %54 = stablehlo.negate %cst_13 : tensor<f64>
    %cst_14 = stablehlo.constant dense<2.000000e+01> : tensor<f64>
    %55 = stablehlo.divide %54, %cst_14 : tensor<f64>
    %56 = stablehlo.broadcast_in_dim %55, dims = [] : (tensor<f64>) -> tensor<20x1xf64>
    %57 = call @take_along_axis_0(%50#1, %56) : (tensor<20x1x1xi32>, tensor<20x1xf64>) -> tensor<20x4xf64>
    %58 = call @log_softmax_1(%48#1, %48#2, %57) : (tensor<20x4xf64>, tensor<20x1xf64>, tensor<20x4xf64>) -> tensor<20x4xf64>
    %cst_15 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %59 = stablehlo.reduce(%58 init: %cst_15) applies stablehlo.add across dimensions = [0] : (tensor<20x4xf64>, tensor<f64>) -> tensor<4xf64>
    %60 = stablehlo.reshape %59 : (tensor<4xf64>) -> tensor<1x4xf64>
    %cst_16 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %61 = stablehlo.reduce(%60 init: %cst_16) applies stablehlo.add across dimensions = [0] : (tensor<1x4xf64>, tensor<f64>) -> tensor<4xf64>
    %62 = stablehlo.dot_general %58, %43, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<20x4xf64>, tensor<20x8xf64>) -> tensor<4x8xf64>
    %63 = stablehlo.transpose %62, dims = [1, 0] : (tensor<4x8xf64>) -> tensor<8x4xf64>
    %64 = stablehlo.dot_general %58, %arg5, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<20x4xf64>, tensor<8x4xf64>) -> tensor<20x8xf64>
    %65 = stablehlo.multiply %25, %64 : tensor<20x8xf64>
    %66 = stablehlo.multiply %64, %42 : tensor<20x8xf64>
    %cst_17 = stablehlo.constant dense<5.000000e-01> : tensor<f64>
    %67 = stablehlo.broadcast_in_dim %cst_17, dims = [] : (tensor<f64>) -> tensor<20x8xf64>
    %68 = stablehlo.multiply %67, %65 : tensor<20x8xf64>
    %69 = stablehlo.multiply %68, %38 : tensor<20x8xf64>
    %70 = stablehlo.multiply %69, %36 : tensor<20x8xf64>
    %71 = stablehlo.add %69, %70 : tensor<20x8xf64>
    %cst_18 = stablehlo.constant dense<0.79788456080286541> : tensor<f64>
    %72 = stablehlo.broadcast_in_dim %cst_18, dims = [] : (tensor<f64>) -> tensor<20x8xf64>
    %73 = stablehlo.multiply %72, %71 : tensor<20x8xf64>
    %74 = stablehlo.add %66, %73 : tensor<20x8xf64>
    %cst_19 = stablehlo.constant dense<4.471500e-02> : tensor<f64>
    %75 = stablehlo.broadcast_in_dim %cst_19, dims = [] : (tensor<f64>) -> tensor<20x8xf64>
    %76 = stablehlo.multiply %75, %73 : tensor<20x8xf64>
    %77 = stablehlo.multiply %76, %30 : tensor<20x8xf64>
    %78 = stablehlo.add %74, %77 : tensor<20x8xf64>
    %cst_20 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %79 = stablehlo.reduce(%78 init: %cst_20) applies stablehlo.add across dimensions = [0] : (tensor<20x8xf64>, tensor<f64>) -> tensor<8xf64>
    %80 = stablehlo.reshape %79 : (tensor<8xf64>) -> tensor<1x8xf64>
    %cst_21 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %81 = stablehlo.reduce(%80 init: %cst_21) applies stablehlo.add across dimensions = [0] : (tensor<1x8xf64>, tensor<f64>) -> tensor<8xf64>
    %82 = stablehlo.dot_general %78, %21, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<20x8xf64>, tensor<20x9xf64>) -> tensor<8x9xf64>
    %83 = stablehlo.transpose %82, dims = [1, 0] : (tensor<8x9xf64>) -> tensor<9x8xf64>
    %84 = stablehlo.dot_general %78, %arg3, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<20x8xf64>, tensor<9x8xf64>) -> tensor<20x9xf64>
    %85 = stablehlo.multiply %3, %84 : tensor<20x9xf64>
    %86 = stablehlo.multiply %84, %20 : tensor<20x9xf64>
    %cst_22 = stablehlo.constant dense<5.000000e-01> : tensor<f64>
    %87 = stablehlo.broadcast_in_dim %cst_22, dims = [] : (tensor<f64>) -> tensor<20x9xf64>
    %88 = stablehlo.multiply %87, %85 : tensor<20x9xf64>
    %89 = stablehlo.multiply %88, %16 : tensor<20x9xf64>
    %90 = stablehlo.multiply %89, %14 : tensor<20x9xf64>
    %91 = stablehlo.add %89, %90 : tensor<20x9xf64>
    %cst_23 = stablehlo.constant dense<0.79788456080286541> : tensor<f64>
    %92 = stablehlo.broadcast_in_dim %cst_23, dims = [] : (tensor<f64>) -> tensor<20x9xf64>
    %93 = stablehlo.multiply %92, %91 : tensor<20x9xf64>
    %94 = stablehlo.add %86, %93 : tensor<20x9xf64>
    %cst_24 = stablehlo.constant dense<4.471500e-02> : tensor<f64>
    %95 = stablehlo.broadcast_in_dim %cst_24, dims = [] : (tensor<f64>) -> tensor<20x9xf64>
    %96 = stablehlo.multiply %95, %93 : tensor<20x9xf64>
    %97 = stablehlo.multiply %96, %8 : tensor<20x9xf64>
    %98 = stablehlo.add %94, %97 : tensor<20x9xf64>
    %cst_25 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %99 = stablehlo.reduce(%98 init: %cst_25) applies stablehlo.add across dimensions = [0] : (tensor<20x9xf64>, tensor<f64>) -> tensor<9xf64>
    %100 = stablehlo.reshape %99 : (tensor<9xf64>) -> tensor<1x9xf64>
    %cst_26 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %101 = stablehlo.reduce(%100 init: %cst_26) applies stablehlo.add across dimensions = [0] : (tensor<1x9xf64>, tensor<f64>) -> tensor<9xf64>
    %102 = stablehlo.dot_general %98, %arg6, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<20x9xf64>, tensor<20x6xf64>) -> tensor<9x6xf64>
    %103 = stablehlo.transpose %102, dims = [1, 0] : (tensor<9x6xf64>) -> tensor<6x9xf64>
    return %53, %101, %103, %81, %83, %61, %63 : tensor<f64>, tensor<9xf64>, tensor<6x9xf64>, tensor<8xf64>, tensor<9x8xf64>, tensor<4xf64>, tensor<8x4xf64>
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
