module @jit_value_and_grad attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<7xf64>, %arg1: tensor<5x7xf64>, %arg2: tensor<7xf64>, %arg3: tensor<3xf64>, %arg4: tensor<7x3xf64>, %arg5: tensor<7xf64>, %arg6: tensor<12x5xf64>, %arg7: tensor<12xi32>) -> (tensor<f64> {jax.result_info = "result[0]"}, tensor<7xf64> {jax.result_info = "result[1][0]"}, tensor<5x7xf64> {jax.result_info = "result[1][1]"}, tensor<7xf64> {jax.result_info = "result[1][2]"}, tensor<3xf64> {jax.result_info = "result[1][3]"}, tensor<7x3xf64> {jax.result_info = "result[1][4]"}, tensor<7xf64> {jax.result_info = "result[1][5]"}) {
    %0 = stablehlo.dot_general %arg6, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x7xf64>) -> tensor<12x7xf64>
    %1 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<7xf64>) -> tensor<1x7xf64>
    %2 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<12x7xf64>
    %3 = stablehlo.add %0, %2 : tensor<12x7xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %4 = stablehlo.reduce(%3 init: %cst) applies stablehlo.add across dimensions = [0] : (tensor<12x7xf64>, tensor<f64>) -> tensor<7xf64>
    %cst_0 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %5 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<7xf64>
    %6 = stablehlo.divide %4, %5 : tensor<7xf64>
    %7 = stablehlo.broadcast_in_dim %6, dims = [1] : (tensor<7xf64>) -> tensor<1x7xf64>
    %8 = stablehlo.broadcast_in_dim %7, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<12x7xf64>
    %9 = stablehlo.subtract %3, %8 : tensor<12x7xf64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %10:5 = call @_var(%3, %c) : (tensor<12x7xf64>, tensor<i64>) -> (tensor<7xf64>, tensor<12x7xf64>, tensor<f64>, tensor<i1>, tensor<7xf64>)
    %cst_1 = stablehlo.constant dense<1.000000e-05> : tensor<f64>
    %11 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f64>) -> tensor<7xf64>
    %12 = stablehlo.add %10#0, %11 : tensor<7xf64>
    %13 = stablehlo.rsqrt %12 : tensor<7xf64>
    %14 = stablehlo.divide %13, %12 : tensor<7xf64>
    %cst_2 = stablehlo.constant dense<-5.000000e-01> : tensor<f64>
    %15 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f64>) -> tensor<7xf64>
    %16 = stablehlo.multiply %15, %14 : tensor<7xf64>
    %17 = stablehlo.broadcast_in_dim %13, dims = [1] : (tensor<7xf64>) -> tensor<1x7xf64>
    %18 = stablehlo.broadcast_in_dim %17, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<12x7xf64>
    %19 = stablehlo.multiply %9, %18 : tensor<12x7xf64>
    %20 = stablehlo.broadcast_in_dim %arg5, dims = [1] : (tensor<7xf64>) -> tensor<1x7xf64>
    %21 = stablehlo.broadcast_in_dim %20, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<12x7xf64>
    %22 = stablehlo.multiply %19, %21 : tensor<12x7xf64>
    %23 = stablehlo.broadcast_in_dim %arg2, dims = [1] : (tensor<7xf64>) -> tensor<1x7xf64>
    %24 = stablehlo.broadcast_in_dim %23, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<12x7xf64>
    %25 = stablehlo.add %22, %24 : tensor<12x7xf64>
    %26 = stablehlo.tanh %25 : tensor<12x7xf64>
    %cst_3 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %27 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f64>) -> tensor<12x7xf64>
    %28 = stablehlo.subtract %27, %26 : tensor<12x7xf64>
    %29 = stablehlo.dot_general %26, %arg4, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x7xf64>, tensor<7x3xf64>) -> tensor<12x3xf64>
    %30 = stablehlo.broadcast_in_dim %arg3, dims = [1] : (tensor<3xf64>) -> tensor<1x3xf64>
    %31 = stablehlo.broadcast_in_dim %30, dims = [0, 1] : (tensor<1x3xf64>) -> tensor<12x3xf64>
    %32 = stablehlo.add %29, %31 : tensor<12x3xf64>
    %33:3 = call @log_softmax(%32) : (tensor<12x3xf64>) -> (tensor<12x3xf64>, tensor<12x3xf64>, tensor<12x1xf64>)
    %34 = stablehlo.broadcast_in_dim %arg7, dims = [0] : (tensor<12xi32>) -> tensor<12x1xi32>
    %35:2 = call @take_along_axis(%33#0, %34) : (tensor<12x3xf64>, tensor<12x1xi32>) -> (tensor<12x1xf64>, tensor<12x1x1xi32>)
    %cst_4 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %36 = stablehlo.reduce(%35#0 init: %cst_4) applies stablehlo.add across dimensions = [0, 1] : (tensor<12x1xf64>, tensor<f64>) -> tensor<f64>
    %cst_5 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %37 = stablehlo.divide %36, %cst_5 : tensor<f64>
    %38 = stablehlo.negate %37 : tensor<f64>
    %cst_6 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %39 = stablehlo.negate %cst_6 : tensor<f64>
    %cst_7 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %40 = stablehlo.divide %39, %cst_7 : tensor<f64>
    %41 = stablehlo.broadcast_in_dim %40, dims = [] : (tensor<f64>) -> tensor<12x1xf64>
    %42 = call @take_along_axis_0(%35#1, %41) : (tensor<12x1x1xi32>, tensor<12x1xf64>) -> tensor<12x3xf64>
    %43 = call @log_softmax_1(%33#1, %33#2, %42) : (tensor<12x3xf64>, tensor<12x1xf64>, tensor<12x3xf64>) -> tensor<12x3xf64>
    %cst_8 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %44 = stablehlo.reduce(%43 init: %cst_8) applies stablehlo.add across dimensions = [0] : (tensor<12x3xf64>, tensor<f64>) -> tensor<3xf64>
    %45 = stablehlo.reshape %44 : (tensor<3xf64>) -> tensor<1x3xf64>
    %cst_9 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %46 = stablehlo.reduce(%45 init: %cst_9) applies stablehlo.add across dimensions = [0] : (tensor<1x3xf64>, tensor<f64>) -> tensor<3xf64>
    %47 = stablehlo.dot_general %43, %26, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x3xf64>, tensor<12x7xf64>) -> tensor<3x7xf64>
    %48 = stablehlo.transpose %47, dims = [1, 0] : (tensor<3x7xf64>) -> tensor<7x3xf64>
    %49 = stablehlo.dot_general %43, %arg4, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<12x3xf64>, tensor<7x3xf64>) -> tensor<12x7xf64>
    %50 = stablehlo.multiply %49, %28 : tensor<12x7xf64>
    %51 = stablehlo.multiply %50, %26 : tensor<12x7xf64>
    %52 = stablehlo.add %50, %51 : tensor<12x7xf64>
    %cst_10 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %53 = stablehlo.reduce(%52 init: %cst_10) applies stablehlo.add across dimensions = [0] : (tensor<12x7xf64>, tensor<f64>) -> tensor<7xf64>
    %54 = stablehlo.reshape %53 : (tensor<7xf64>) -> tensor<1x7xf64>
    %cst_11 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %55 = stablehlo.reduce(%54 init: %cst_11) applies stablehlo.add across dimensions = [0] : (tensor<1x7xf64>, tensor<f64>) -> tensor<7xf64>
    %56 = stablehlo.multiply %19, %52 : tensor<12x7xf64>
    %cst_12 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %57 = stablehlo.reduce(%56 init: %cst_12) applies stablehlo.add across dimensions = [0] : (tensor<12x7xf64>, tensor<f64>) -> tensor<7xf64>
    %58 = stablehlo.reshape %57 : (tensor<7xf64>) -> tensor<1x7xf64>
    %59 = stablehlo.broadcast_in_dim %20, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<12x7xf64>
    %60 = stablehlo.multiply %52, %59 : tensor<12x7xf64>
    %cst_13 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %61 = stablehlo.reduce(%58 init: %cst_13) applies stablehlo.add across dimensions = [0] : (tensor<1x7xf64>, tensor<f64>) -> tensor<7xf64>
    %62 = stablehlo.multiply %9, %60 : tensor<12x7xf64>
    %cst_14 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %63 = stablehlo.reduce(%62 init: %cst_14) applies stablehlo.add across dimensions = [0] : (tensor<12x7xf64>, tensor<f64>) -> tensor<7xf64>
    %64 = stablehlo.reshape %63 : (tensor<7xf64>) -> tensor<1x7xf64>
    %65 = stablehlo.broadcast_in_dim %17, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<12x7xf64>
    %66 = stablehlo.multiply %60, %65 : tensor<12x7xf64>
    %cst_15 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %67 = stablehlo.reduce(%64 init: %cst_15) applies stablehlo.add across dimensions = [0] : (tensor<1x7xf64>, tensor<f64>) -> tensor<7xf64>
    %68 = stablehlo.multiply %67, %16 : tensor<7xf64>
    %69 = call @_var_2(%10#1, %10#2, %10#3, %10#4, %68) : (tensor<12x7xf64>, tensor<f64>, tensor<i1>, tensor<7xf64>, tensor<7xf64>) -> tensor<12x7xf64>
    %70 = stablehlo.negate %66 : tensor<12x7xf64>
    %cst_16 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %71 = stablehlo.reduce(%70 init: %cst_16) applies stablehlo.add across dimensions = [0] : (tensor<12x7xf64>, tensor<f64>) -> tensor<7xf64>
    %72 = stablehlo.reshape %71 : (tensor<7xf64>) -> tensor<1x7xf64>
    %73 = stablehlo.add %69, %66 : tensor<12x7xf64>
    %cst_17 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %74 = stablehlo.reduce(%72 init: %cst_17) applies stablehlo.add across dimensions = [0] : (tensor<1x7xf64>, tensor<f64>) -> tensor<7xf64>
    %cst_18 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %75 = stablehlo.broadcast_in_dim %cst_18, dims = [] : (tensor<f64>) -> tensor<7xf64>
    %76 = stablehlo.divide %74, %75 : tensor<7xf64>
    %77 = stablehlo.broadcast_in_dim %76, dims = [1] : (tensor<7xf64>) -> tensor<12x7xf64>
    %78 = stablehlo.add %73, %77 : tensor<12x7xf64>
    %cst_19 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %79 = stablehlo.reduce(%78 init: %cst_19) applies stablehlo.add across dimensions = [0] : (tensor<12x7xf64>, tensor<f64>) -> tensor<7xf64>
    %80 = stablehlo.reshape %79 : (tensor<7xf64>) -> tensor<1x7xf64>
    %cst_20 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %81 = stablehlo.reduce(%80 init: %cst_20) applies stablehlo.add across dimensions = [0] : (tensor<1x7xf64>, tensor<f64>) -> tensor<7xf64>
    %82 = stablehlo.dot_general %78, %arg6, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x7xf64>, tensor<12x5xf64>) -> tensor<7x5xf64>
    %83 = stablehlo.transpose %82, dims = [1, 0] : (tensor<7x5xf64>) -> tensor<5x7xf64>
    return %38, %81, %83, %55, %46, %48, %61 : tensor<f64>, tensor<7xf64>, tensor<5x7xf64>, tensor<7xf64>, tensor<3xf64>, tensor<7x3xf64>, tensor<7xf64>
  }
  func.func private @_var(%arg0: tensor<12x7xf64>, %arg1: tensor<i64>) -> (tensor<7xf64>, tensor<12x7xf64>, tensor<f64>, tensor<i1>, tensor<7xf64>) {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.add across dimensions = [0] : (tensor<12x7xf64>, tensor<f64>) -> tensor<7xf64>
    %1 = stablehlo.broadcast_in_dim %0, dims = [1] : (tensor<7xf64>) -> tensor<1x7xf64>
    %cst_0 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %2 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<1x7xf64>
    %3 = stablehlo.divide %1, %2 : tensor<1x7xf64>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<12x7xf64>
    %5 = stablehlo.subtract %arg0, %4 : tensor<12x7xf64>
    %6 = chlo.square %5 : tensor<12x7xf64> -> tensor<12x7xf64>
    %cst_1 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %7 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f64>) -> tensor<12x7xf64>
    %8 = stablehlo.multiply %7, %5 : tensor<12x7xf64>
    %9 = stablehlo.convert %arg1 : (tensor<i64>) -> tensor<f64>
    %cst_2 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %10 = stablehlo.subtract %cst_2, %9 : tensor<f64>
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %11 = stablehlo.reduce(%6 init: %cst_3) applies stablehlo.add across dimensions = [0] : (tensor<12x7xf64>, tensor<f64>) -> tensor<7xf64>
    %12 = stablehlo.broadcast_in_dim %10, dims = [] : (tensor<f64>) -> tensor<7xf64>
    %13 = stablehlo.divide %11, %12 : tensor<7xf64>
    %cst_4 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %14 = stablehlo.compare GT, %10, %cst_4, FLOAT : (tensor<f64>, tensor<f64>) -> tensor<i1>
    %cst_5 = stablehlo.constant dense<0x7FF8000000000000> : tensor<f64>
    %15:2 = call @_where(%14, %13, %cst_5) : (tensor<i1>, tensor<7xf64>, tensor<f64>) -> (tensor<7xf64>, tensor<7xf64>)
    return %15#0, %8, %10, %14, %15#1 : tensor<7xf64>, tensor<12x7xf64>, tensor<f64>, tensor<i1>, tensor<7xf64>
  }
  func.func private @_where(%arg0: tensor<i1>, %arg1: tensor<7xf64>, %arg2: tensor<f64>) -> (tensor<7xf64>, tensor<7xf64>) {
    %0 = stablehlo.convert %arg2 : tensor<f64>
    %1 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f64>) -> tensor<7xf64>
    %2 = stablehlo.select %arg0, %arg1, %1 : tensor<i1>, tensor<7xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %3 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<7xf64>
    return %2, %3 : tensor<7xf64>, tensor<7xf64>
  }
  func.func private @log_softmax(%arg0: tensor<12x3xf64>) -> (tensor<12x3xf64>, tensor<12x3xf64>, tensor<12x1xf64>) {
    %cst = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.maximum across dimensions = [1] : (tensor<12x3xf64>, tensor<f64>) -> tensor<12xf64>
    %cst_0 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %1 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %2 = stablehlo.maximum %1, %0 : tensor<12xf64>
    %3 = stablehlo.broadcast_in_dim %2, dims = [0] : (tensor<12xf64>) -> tensor<12x1xf64>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1] : (tensor<12x1xf64>) -> tensor<12x3xf64>
    %5 = stablehlo.subtract %arg0, %4 : tensor<12x3xf64>
    %6 = stablehlo.exponential %5 : tensor<12x3xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %7 = stablehlo.reduce(%6 init: %cst_1) applies stablehlo.add across dimensions = [1] : (tensor<12x3xf64>, tensor<f64>) -> tensor<12xf64>
    %8 = stablehlo.broadcast_in_dim %7, dims = [0] : (tensor<12xf64>) -> tensor<12x1xf64>
    %9 = stablehlo.log %8 : tensor<12x1xf64>
    %10 = stablehlo.broadcast_in_dim %9, dims = [0, 1] : (tensor<12x1xf64>) -> tensor<12x3xf64>
    %11 = stablehlo.subtract %5, %10 : tensor<12x3xf64>
    return %11, %6, %8 : tensor<12x3xf64>, tensor<12x3xf64>, tensor<12x1xf64>
  }
  func.func private @take_along_axis(%arg0: tensor<12x3xf64>, %arg1: tensor<12x1xi32>) -> (tensor<12x1xf64>, tensor<12x1x1xi32>) {
    %c = stablehlo.constant dense<0> : tensor<i32>
    %0 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i32>) -> tensor<12x1xi32>
    %1 = stablehlo.compare LT, %arg1, %0, SIGNED : (tensor<12x1xi32>, tensor<12x1xi32>) -> tensor<12x1xi1>
    %c_0 = stablehlo.constant dense<3> : tensor<i32>
    %2 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<i32>) -> tensor<12x1xi32>
    %3 = stablehlo.add %arg1, %2 : tensor<12x1xi32>
    %4 = stablehlo.select %1, %3, %arg1 : tensor<12x1xi1>, tensor<12x1xi32>
    %5 = stablehlo.reshape %4 : (tensor<12x1xi32>) -> tensor<12x1x1xi32>
    %c_1 = stablehlo.constant dense<2> : tensor<1xi32>
    %c_2 = stablehlo.constant dense<0> : tensor<i32>
    %6 = stablehlo.broadcast_in_dim %c_2, dims = [] : (tensor<i32>) -> tensor<12x1x1xi32>
    %7 = stablehlo.compare GE, %5, %6, SIGNED : (tensor<12x1x1xi32>, tensor<12x1x1xi32>) -> tensor<12x1x1xi1>
    %8 = stablehlo.broadcast_in_dim %c_1, dims = [2] : (tensor<1xi32>) -> tensor<1x1x1xi32>
    %9 = stablehlo.broadcast_in_dim %8, dims = [0, 1, 2] : (tensor<1x1x1xi32>) -> tensor<12x1x1xi32>
    %10 = stablehlo.compare LE, %5, %9, SIGNED : (tensor<12x1x1xi32>, tensor<12x1x1xi32>) -> tensor<12x1x1xi1>
    %11 = stablehlo.and %7, %10 : tensor<12x1x1xi1>
    %c_3 = stablehlo.constant dense<true> : tensor<i1>
    %12 = stablehlo.reduce(%11 init: %c_3) applies stablehlo.and across dimensions = [2] : (tensor<12x1x1xi1>, tensor<i1>) -> tensor<12x1xi1>
    %13 = "stablehlo.gather"(%arg0, %5) <{dimension_numbers = #stablehlo.gather<collapsed_slice_dims = [1], operand_batching_dims = [0], start_indices_batching_dims = [0], start_index_map = [1], index_vector_dim = 2>, indices_are_sorted = false, slice_sizes = array<i64: 1, 1>}> : (tensor<12x3xf64>, tensor<12x1x1xi32>) -> tensor<12x1xf64>
    %cst = stablehlo.constant dense<0x7FF8000000000000> : tensor<f64>
    %14 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x1xf64>
    %15 = stablehlo.select %12, %13, %14 : tensor<12x1xi1>, tensor<12x1xf64>
    return %15, %5 : tensor<12x1xf64>, tensor<12x1x1xi32>
  }
  func.func private @take_along_axis_0(%arg0: tensor<12x1x1xi32>, %arg1: tensor<12x1xf64>) -> tensor<12x3xf64> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x3xf64>
    %1 = "stablehlo.scatter"(%0, %arg0, %arg1) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<inserted_window_dims = [1], input_batching_dims = [0], scatter_indices_batching_dims = [0], scatter_dims_to_operand_dims = [1], index_vector_dim = 2>, unique_indices = false}> ({
    ^bb0(%arg2: tensor<f64>, %arg3: tensor<f64>):
      %2 = stablehlo.add %arg2, %arg3 : tensor<f64>
      stablehlo.return %2 : tensor<f64>
    }) : (tensor<12x3xf64>, tensor<12x1x1xi32>, tensor<12x1xf64>) -> tensor<12x3xf64>
    return %1 : tensor<12x3xf64>
  }
  func.func private @log_softmax_1(%arg0: tensor<12x3xf64>, %arg1: tensor<12x1xf64>, %arg2: tensor<12x3xf64>) -> tensor<12x3xf64> {
    %0 = stablehlo.negate %arg2 : tensor<12x3xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %1 = stablehlo.reduce(%0 init: %cst) applies stablehlo.add across dimensions = [1] : (tensor<12x3xf64>, tensor<f64>) -> tensor<12xf64>
    %2 = stablehlo.reshape %1 : (tensor<12xf64>) -> tensor<12x1xf64>
    %3 = stablehlo.divide %2, %arg1 : tensor<12x1xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %4 = stablehlo.reduce(%3 init: %cst_0) applies stablehlo.add across dimensions = [1] : (tensor<12x1xf64>, tensor<f64>) -> tensor<12xf64>
    %5 = stablehlo.broadcast_in_dim %4, dims = [0] : (tensor<12xf64>) -> tensor<12x3xf64>
    %6 = stablehlo.multiply %5, %arg0 : tensor<12x3xf64>
    %7 = stablehlo.add %arg2, %6 : tensor<12x3xf64>
    return %7 : tensor<12x3xf64>
  }
  func.func private @_var_2(%arg0: tensor<12x7xf64>, %arg1: tensor<f64>, %arg2: tensor<i1>, %arg3: tensor<7xf64>, %arg4: tensor<7xf64>) -> tensor<12x7xf64> {
    %0 = call @_where_3(%arg2, %arg3, %arg4) : (tensor<i1>, tensor<7xf64>, tensor<7xf64>) -> tensor<7xf64>
    %1 = stablehlo.broadcast_in_dim %arg1, dims = [] : (tensor<f64>) -> tensor<7xf64>
    %2 = stablehlo.divide %0, %1 : tensor<7xf64>
    %3 = stablehlo.broadcast_in_dim %2, dims = [1] : (tensor<7xf64>) -> tensor<12x7xf64>
    %4 = stablehlo.multiply %3, %arg0 : tensor<12x7xf64>
    %5 = stablehlo.negate %4 : tensor<12x7xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %6 = stablehlo.reduce(%5 init: %cst) applies stablehlo.add across dimensions = [0] : (tensor<12x7xf64>, tensor<f64>) -> tensor<7xf64>
    %7 = stablehlo.reshape %6 : (tensor<7xf64>) -> tensor<1x7xf64>
    %cst_0 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %8 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<1x7xf64>
    %9 = stablehlo.divide %7, %8 : tensor<1x7xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %10 = stablehlo.reduce(%9 init: %cst_1) applies stablehlo.add across dimensions = [0] : (tensor<1x7xf64>, tensor<f64>) -> tensor<7xf64>
    %11 = stablehlo.broadcast_in_dim %10, dims = [1] : (tensor<7xf64>) -> tensor<12x7xf64>
    %12 = stablehlo.add %4, %11 : tensor<12x7xf64>
    return %12 : tensor<12x7xf64>
  }
  func.func private @_where_3(%arg0: tensor<i1>, %arg1: tensor<7xf64>, %arg2: tensor<7xf64>) -> tensor<7xf64> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<7xf64>
    %1 = stablehlo.select %arg0, %arg2, %0 : tensor<i1>, tensor<7xf64>
    return %1 : tensor<7xf64>
  }
}
