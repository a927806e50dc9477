module @jit_flat attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<5xf64>, %arg1: tensor<4x5xf64>, %arg2: tensor<3xf64>, %arg3: tensor<5x3xf64>, %arg4: tensor<2x2xf64>, %arg5: tensor<10x4xf64>, %arg6: tensor<10xi32>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.dot_general %arg5, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<10x4xf64>, tensor<4x5xf64>) -> tensor<10x5xf64>
    %1 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<5xf64>) -> tensor<1x5xf64>
    %2 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x5xf64>) -> tensor<10x5xf64>
    %3 = stablehlo.add %0, %2 : tensor<10x5xf64>
    %4 = stablehlo.tanh %3 : tensor<10x5xf64>
    %5 = stablehlo.dot_general %4, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<10x5xf64>, tensor<5x3xf64>) -> tensor<10x3xf64>
    %6 = stablehlo.broadcast_in_dim %arg2, dims = [1] : (tensor<3xf64>) -> tensor<1x3xf64>
    %7 = stablehlo.broadcast_in_dim %6, dims = [0, 1] : (tensor<1x3xf64>) -> tensor<10x3xf64>
    %8 = stablehlo.add %5, %7 : tensor<10x3xf64>
    %9 = call @log_softmax(%8) : (tensor<10x3xf64>) -> tensor<10x3xf64>
    %10 = stablehlo.broadcast_in_dim %arg6, dims = [0] : (tensor<10xi32>) -> tensor<10x1xi32>
    %11 = call @take_along_axis(%9, %10) : (tensor<10x3xf64>, tensor<10x1xi32>) -> tensor<10x1xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %12 = stablehlo.reduce(%11 init: %cst) applies stablehlo.add across dimensions = [0, 1] : (tensor<10x1xf64>, tensor<f64>) -> tensor<f64>
    %cst_0 = stablehlo.constant dense<1.000000e+01> : tensor<f64>
    %13 = stablehlo.divide %12, %cst_0 : tensor<f64>
    %14 = stablehlo.negate %13 : tensor<f64>
    return %14 : tensor<f64>
  }
  func.func private @log_softmax(%arg0: tensor<10x3xf64>) -> tensor<10x3xf64> {
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
    return %11 : tensor<10x3xf64>
  }
  func.func private @take_along_axis(%arg0: tensor<10x3xf64>, %arg1: tensor<10x1xi32>) -> tensor<10x1xf64> {
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
    return %15 : tensor<10x1xf64>
  }
}
