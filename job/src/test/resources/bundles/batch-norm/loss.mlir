module @jit_flat attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<7xf64>, %arg1: tensor<5x7xf64>, %arg2: tensor<7xf64>, %arg3: tensor<3xf64>, %arg4: tensor<7x3xf64>, %arg5: tensor<7xf64>, %arg6: tensor<12x5xf64>, %arg7: tensor<12xi32>) -> (tensor<f64> {jax.result_info = "result"}) {
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
    %10 = call @_var(%3, %c) : (tensor<12x7xf64>, tensor<i64>) -> tensor<7xf64>
    %cst_1 = stablehlo.constant dense<1.000000e-05> : tensor<f64>
    %11 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f64>) -> tensor<7xf64>
    %12 = stablehlo.add %10, %11 : tensor<7xf64>
    %13 = stablehlo.rsqrt %12 : tensor<7xf64>
    %14 = stablehlo.broadcast_in_dim %13, dims = [1] : (tensor<7xf64>) -> tensor<1x7xf64>
    %15 = stablehlo.broadcast_in_dim %14, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<12x7xf64>
    %16 = stablehlo.multiply %9, %15 : tensor<12x7xf64>
    %17 = stablehlo.broadcast_in_dim %arg5, dims = [1] : (tensor<7xf64>) -> tensor<1x7xf64>
    %18 = stablehlo.broadcast_in_dim %17, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<12x7xf64>
    %19 = stablehlo.multiply %16, %18 : tensor<12x7xf64>
    %20 = stablehlo.broadcast_in_dim %arg2, dims = [1] : (tensor<7xf64>) -> tensor<1x7xf64>
    %21 = stablehlo.broadcast_in_dim %20, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<12x7xf64>
    %22 = stablehlo.add %19, %21 : tensor<12x7xf64>
    %23 = stablehlo.tanh %22 : tensor<12x7xf64>
    %24 = stablehlo.dot_general %23, %arg4, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x7xf64>, tensor<7x3xf64>) -> tensor<12x3xf64>
    %25 = stablehlo.broadcast_in_dim %arg3, dims = [1] : (tensor<3xf64>) -> tensor<1x3xf64>
    %26 = stablehlo.broadcast_in_dim %25, dims = [0, 1] : (tensor<1x3xf64>) -> tensor<12x3xf64>
    %27 = stablehlo.add %24, %26 : tensor<12x3xf64>
    %28 = call @log_softmax(%27) : (tensor<12x3xf64>) -> tensor<12x3xf64>
    %29 = stablehlo.broadcast_in_dim %arg7, dims = [0] : (tensor<12xi32>) -> tensor<12x1xi32>
    %30 = call @take_along_axis(%28, %29) : (tensor<12x3xf64>, tensor<12x1xi32>) -> tensor<12x1xf64>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %31 = stablehlo.reduce(%30 init: %cst_2) applies stablehlo.add across dimensions = [0, 1] : (tensor<12x1xf64>, tensor<f64>) -> tensor<f64>
    %cst_3 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %32 = stablehlo.divide %31, %cst_3 : tensor<f64>
    %33 = stablehlo.negate %32 : tensor<f64>
    return %33 : tensor<f64>
  }
  func.func private @_var(%arg0: tensor<12x7xf64>, %arg1: tensor<i64>) -> tensor<7xf64> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.add across dimensions = [0] : (tensor<12x7xf64>, tensor<f64>) -> tensor<7xf64>
    %1 = stablehlo.broadcast_in_dim %0, dims = [1] : (tensor<7xf64>) -> tensor<1x7xf64>
    %cst_0 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %2 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<1x7xf64>
    %3 = stablehlo.divide %1, %2 : tensor<1x7xf64>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<12x7xf64>
    %5 = stablehlo.subtract %arg0, %4 : tensor<12x7xf64>
    %6 = chlo.square %5 : tensor<12x7xf64> -> tensor<12x7xf64>
    %7 = stablehlo.convert %arg1 : (tensor<i64>) -> tensor<f64>
    %cst_1 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %8 = stablehlo.subtract %cst_1, %7 : tensor<f64>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %9 = stablehlo.reduce(%6 init: %cst_2) applies stablehlo.add across dimensions = [0] : (tensor<12x7xf64>, tensor<f64>) -> tensor<7xf64>
    %10 = stablehlo.broadcast_in_dim %8, dims = [] : (tensor<f64>) -> tensor<7xf64>
    %11 = stablehlo.divide %9, %10 : tensor<7xf64>
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %12 = stablehlo.compare GT, %8, %cst_3, FLOAT : (tensor<f64>, tensor<f64>) -> tensor<i1>
    %cst_4 = stablehlo.constant dense<0x7FF8000000000000> : tensor<f64>
    %13 = call @_where(%12, %11, %cst_4) : (tensor<i1>, tensor<7xf64>, tensor<f64>) -> tensor<7xf64>
    return %13 : tensor<7xf64>
  }
  func.func private @_where(%arg0: tensor<i1>, %arg1: tensor<7xf64>, %arg2: tensor<f64>) -> tensor<7xf64> {
    %0 = stablehlo.convert %arg2 : tensor<f64>
    %1 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f64>) -> tensor<7xf64>
    %2 = stablehlo.select %arg0, %arg1, %1 : tensor<i1>, tensor<7xf64>
    return %2 : tensor<7xf64>
  }
  func.func private @log_softmax(%arg0: tensor<12x3xf64>) -> tensor<12x3xf64> {
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
    return %11 : tensor<12x3xf64>
  }
  func.func private @take_along_axis(%arg0: tensor<12x3xf64>, %arg1: tensor<12x1xi32>) -> tensor<12x1xf64> {
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
    return %15 : tensor<12x1xf64>
  }
}
