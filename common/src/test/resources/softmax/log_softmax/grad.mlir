module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<4xf64>, %arg1: tensor<4x5xf64>, %arg2: tensor<5x4xf64>, %arg3: tensor<12x4xf64>, %arg4: tensor<12xi32>) -> (tensor<f64> {jax.result_info = "result[0]"}, tensor<4xf64> {jax.result_info = "result[1][0]"}, tensor<4x5xf64> {jax.result_info = "result[1][1]"}, tensor<5x4xf64> {jax.result_info = "result[1][2]"}) {
    %0 = stablehlo.dot_general %arg3, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x4xf64>, tensor<4x5xf64>) -> tensor<12x5xf64>
    %1 = call @relu(%0) : (tensor<12x5xf64>) -> tensor<12x5xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %2 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x5xf64>
    %3 = stablehlo.compare GT, %0, %2, FLOAT : (tensor<12x5xf64>, tensor<12x5xf64>) -> tensor<12x5xi1>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %4 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<12x5xf64>
    %5 = stablehlo.dot_general %1, %arg2, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x4xf64>) -> tensor<12x4xf64>
    %6 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<4xf64>) -> tensor<1x4xf64>
    %7 = stablehlo.broadcast_in_dim %6, dims = [0, 1] : (tensor<1x4xf64>) -> tensor<12x4xf64>
    %8 = stablehlo.add %5, %7 : tensor<12x4xf64>
    %9:3 = call @log_softmax(%8) : (tensor<12x4xf64>) -> (tensor<12x4xf64>, tensor<12x4xf64>, tensor<12x1xf64>)
    %10 = stablehlo.iota dim = 0 : tensor<12xi64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %11 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i64>) -> tensor<12xi64>
    %12 = stablehlo.compare LT, %10, %11, SIGNED : (tensor<12xi64>, tensor<12xi64>) -> tensor<12xi1>
    %c_1 = stablehlo.constant dense<12> : tensor<i64>
    %13 = stablehlo.broadcast_in_dim %c_1, dims = [] : (tensor<i64>) -> tensor<12xi64>
    %14 = stablehlo.add %10, %13 : tensor<12xi64>
    %15 = stablehlo.select %12, %14, %10 : tensor<12xi1>, tensor<12xi64>
    %c_2 = stablehlo.constant dense<0> : tensor<i32>
    %16 = stablehlo.broadcast_in_dim %c_2, dims = [] : (tensor<i32>) -> tensor<12xi32>
    %17 = stablehlo.compare LT, %arg4, %16, SIGNED : (tensor<12xi32>, tensor<12xi32>) -> tensor<12xi1>
    %c_3 = stablehlo.constant dense<4> : tensor<i32>
    %18 = stablehlo.broadcast_in_dim %c_3, dims = [] : (tensor<i32>) -> tensor<12xi32>
    %19 = stablehlo.add %arg4, %18 : tensor<12xi32>
    %20 = stablehlo.select %17, %19, %arg4 : tensor<12xi1>, tensor<12xi32>
    %21 = stablehlo.convert %15 : (tensor<12xi64>) -> tensor<12xi32>
    %22 = stablehlo.broadcast_in_dim %21, dims = [0] : (tensor<12xi32>) -> tensor<12x1xi32>
    %23 = stablehlo.broadcast_in_dim %20, dims = [0] : (tensor<12xi32>) -> tensor<12x1xi32>
    %24 = stablehlo.concatenate %22, %23, dim = 1 : (tensor<12x1xi32>, tensor<12x1xi32>) -> tensor<12x2xi32>
    %25 = "stablehlo.gather"(%9#0, %24) <{dimension_numbers = #stablehlo.gather<collapsed_slice_dims = [0, 1], start_index_map = [0, 1], index_vector_dim = 1>, indices_are_sorted = false, slice_sizes = array<i64: 1, 1>}> : (tensor<12x4xf64>, tensor<12x2xi32>) -> tensor<12xf64>
    %cst_4 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %26 = stablehlo.reduce(%25 init: %cst_4) applies stablehlo.add across dimensions = [0] : (tensor<12xf64>, tensor<f64>) -> tensor<f64>
    %cst_5 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %27 = stablehlo.divide %26, %cst_5 : tensor<f64>
    %28 = stablehlo.negate %27 : tensor<f64>
    %cst_6 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %29 = stablehlo.negate %cst_6 : tensor<f64>
    %cst_7 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %30 = stablehlo.divide %29, %cst_7 : tensor<f64>
    %31 = stablehlo.broadcast_in_dim %30, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %cst_8 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %32 = stablehlo.broadcast_in_dim %cst_8, dims = [] : (tensor<f64>) -> tensor<12x4xf64>
    %33 = "stablehlo.scatter"(%32, %24, %31) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<inserted_window_dims = [0, 1], scatter_dims_to_operand_dims = [0, 1], index_vector_dim = 1>, unique_indices = false}> ({
    ^bb0(%arg5: tensor<f64>, %arg6: tensor<f64>):
      %45 = stablehlo.add %arg5, %arg6 : tensor<f64>
      stablehlo.return %45 : tensor<f64>
    }) : (tensor<12x4xf64>, tensor<12x2xi32>, tensor<12xf64>) -> tensor<12x4xf64>
    %34 = call @log_softmax_0(%9#1, %9#2, %33) : (tensor<12x4xf64>, tensor<12x1xf64>, tensor<12x4xf64>) -> tensor<12x4xf64>
    %cst_9 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %35 = stablehlo.reduce(%34 init: %cst_9) applies stablehlo.add across dimensions = [0] : (tensor<12x4xf64>, tensor<f64>) -> tensor<4xf64>
    %36 = stablehlo.reshape %35 : (tensor<4xf64>) -> tensor<1x4xf64>
    %cst_10 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %37 = stablehlo.reduce(%36 init: %cst_10) applies stablehlo.add across dimensions = [0] : (tensor<1x4xf64>, tensor<f64>) -> tensor<4xf64>
    %38 = stablehlo.dot_general %34, %1, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x4xf64>, tensor<12x5xf64>) -> tensor<4x5xf64>
    %39 = stablehlo.transpose %38, dims = [1, 0] : (tensor<4x5xf64>) -> tensor<5x4xf64>
    %40 = stablehlo.dot_general %34, %arg2, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<12x4xf64>, tensor<5x4xf64>) -> tensor<12x5xf64>
    %cst_11 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %41 = stablehlo.broadcast_in_dim %cst_11, dims = [] : (tensor<f64>) -> tensor<12x5xf64>
    %42 = stablehlo.select %3, %40, %41 : tensor<12x5xi1>, tensor<12x5xf64>
    %43 = stablehlo.dot_general %42, %arg3, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<12x4xf64>) -> tensor<5x4xf64>
    %44 = stablehlo.transpose %43, dims = [1, 0] : (tensor<5x4xf64>) -> tensor<4x5xf64>
    return %28, %37, %44, %39 : tensor<f64>, tensor<4xf64>, tensor<4x5xf64>, tensor<5x4xf64>
  }
  func.func private @relu(%arg0: tensor<12x5xf64>) -> tensor<12x5xf64> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x5xf64>
    %1 = stablehlo.maximum %arg0, %0 : tensor<12x5xf64>
    return %1 : tensor<12x5xf64>
  }
  func.func private @log_softmax(%arg0: tensor<12x4xf64>) -> (tensor<12x4xf64>, tensor<12x4xf64>, tensor<12x1xf64>) {
    %cst = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.maximum across dimensions = [1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<12xf64>
    %cst_0 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %1 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %2 = stablehlo.maximum %1, %0 : tensor<12xf64>
    %3 = stablehlo.broadcast_in_dim %2, dims = [0] : (tensor<12xf64>) -> tensor<12x1xf64>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1] : (tensor<12x1xf64>) -> tensor<12x4xf64>
    %5 = stablehlo.subtract %arg0, %4 : tensor<12x4xf64>
    %6 = stablehlo.exponential %5 : tensor<12x4xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %7 = stablehlo.reduce(%6 init: %cst_1) applies stablehlo.add across dimensions = [1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<12xf64>
    %8 = stablehlo.broadcast_in_dim %7, dims = [0] : (tensor<12xf64>) -> tensor<12x1xf64>
    %9 = stablehlo.log %8 : tensor<12x1xf64>
    %10 = stablehlo.broadcast_in_dim %9, dims = [0, 1] : (tensor<12x1xf64>) -> tensor<12x4xf64>
    %11 = stablehlo.subtract %5, %10 : tensor<12x4xf64>
    return %11, %6, %8 : tensor<12x4xf64>, tensor<12x4xf64>, tensor<12x1xf64>
  }
  func.func private @log_softmax_0(%arg0: tensor<12x4xf64>, %arg1: tensor<12x1xf64>, %arg2: tensor<12x4xf64>) -> tensor<12x4xf64> {
    %0 = stablehlo.negate %arg2 : tensor<12x4xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %1 = stablehlo.reduce(%0 init: %cst) applies stablehlo.add across dimensions = [1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<12xf64>
    %2 = stablehlo.reshape %1 : (tensor<12xf64>) -> tensor<12x1xf64>
    %3 = stablehlo.divide %2, %arg1 : tensor<12x1xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %4 = stablehlo.reduce(%3 init: %cst_0) applies stablehlo.add across dimensions = [1] : (tensor<12x1xf64>, tensor<f64>) -> tensor<12xf64>
    %5 = stablehlo.broadcast_in_dim %4, dims = [0] : (tensor<12xf64>) -> tensor<12x4xf64>
    %6 = stablehlo.multiply %5, %arg0 : tensor<12x4xf64>
    %7 = stablehlo.add %arg2, %6 : tensor<12x4xf64>
    return %7 : tensor<12x4xf64>
  }
}
