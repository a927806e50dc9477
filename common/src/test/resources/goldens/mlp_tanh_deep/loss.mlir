module @jit_flat attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<8xf64>, %arg1: tensor<6x8xf64>, %arg2: tensor<8xf64>, %arg3: tensor<8x8xf64>, %arg4: tensor<8xf64>, %arg5: tensor<8x8xf64>, %arg6: tensor<8xf64>, %arg7: tensor<8x8xf64>, %arg8: tensor<3xf64>, %arg9: tensor<8x3xf64>, %arg10: tensor<20x6xf64>, %arg11: tensor<20xi32>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.dot_general %arg10, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<20x6xf64>, tensor<6x8xf64>) -> tensor<20x8xf64>
    %1 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<8xf64>) -> tensor<1x8xf64>
    %2 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x8xf64>) -> tensor<20x8xf64>
    %3 = stablehlo.add %0, %2 : tensor<20x8xf64>
    %4 = stablehlo.tanh %3 : tensor<20x8xf64>
    %5 = stablehlo.dot_general %4, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<20x8xf64>, tensor<8x8xf64>) -> tensor<20x8xf64>
    %6 = stablehlo.broadcast_in_dim %arg2, dims = [1] : (tensor<8xf64>) -> tensor<1x8xf64>
    %7 = stablehlo.broadcast_in_dim %6, dims = [0, 1] : (tensor<1x8xf64>) -> tensor<20x8xf64>
    %8 = stablehlo.add %5, %7 : tensor<20x8xf64>
    %9 = stablehlo.tanh %8 : tensor<20x8xf64>
    %10 = stablehlo.dot_general %9, %arg5, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<20x8xf64>, tensor<8x8xf64>) -> tensor<20x8xf64>
    %11 = stablehlo.broadcast_in_dim %arg4, dims = [1] : (tensor<8xf64>) -> tensor<1x8xf64>
    %12 = stablehlo.broadcast_in_dim %11, dims = [0, 1] : (tensor<1x8xf64>) -> tensor<20x8xf64>
    %13 = stablehlo.add %10, %12 : tensor<20x8xf64>
    %14 = stablehlo.tanh %13 : tensor<20x8xf64>
    %15 = stablehlo.dot_general %14, %arg7, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<20x8xf64>, tensor<8x8xf64>) -> tensor<20x8xf64>
    %16 = stablehlo.broadcast_in_dim %arg6, dims = [1] : (tensor<8xf64>) -> tensor<1x8xf64>
    %17 = stablehlo.broadcast_in_dim %16, dims = [0, 1] : (tensor<1x8xf64>) -> tensor<20x8xf64>
    %18 = stablehlo.add %15, %17 : tensor<20x8xf64>
    %19 = stablehlo.tanh %18 : tensor<20x8xf64>
    %20 = stablehlo.dot_general %19, %arg9, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<20x8xf64>, tensor<8x3xf64>) -> tensor<20x3xf64>
    %21 = stablehlo.broadcast_in_dim %arg8, dims = [1] : (tensor<3xf64>) -> tensor<1x3xf64>
    %22 = stablehlo.broadcast_in_dim %21, dims = [0, 1] : (tensor<1x3xf64>) -> tensor<20x3xf64>
    %23 = stablehlo.add %20, %22 : tensor<20x3xf64>
    %24 = call @log_softmax(%23) : (tensor<20x3xf64>) -> tensor<20x3xf64>
    %25 = stablehlo.broadcast_in_dim %arg11, dims = [0] : (tensor<20xi32>) -> tensor<20x1xi32>
    %26 = call @take_along_axis(%24, %25) : (tensor<20x3xf64>, tensor<20x1xi32>) -> tensor<20x1xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %27 = stablehlo.reduce(%26 init: %cst) applies stablehlo.add across dimensions = [0, 1] : (tensor<20x1xf64>, tensor<f64>) -> tensor<f64>
    %cst_0 = stablehlo.constant dense<2.000000e+01> : tensor<f64>
    %28 = stablehlo.divide %27, %cst_0 : tensor<f64>
    %29 = stablehlo.negate %28 : tensor<f64>
    return %29 : tensor<f64>
  }
  func.func private @log_softmax(%arg0: tensor<20x3xf64>) -> tensor<20x3xf64> {
    %cst = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.maximum across dimensions = [1] : (tensor<20x3xf64>, tensor<f64>) -> tensor<20xf64>
    %cst_0 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %1 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<20xf64>
    %2 = stablehlo.maximum %1, %0 : tensor<20xf64>
    %3 = stablehlo.broadcast_in_dim %2, dims = [0] : (tensor<20xf64>) -> tensor<20x1xf64>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1] : (tensor<20x1xf64>) -> tensor<20x3xf64>
    %5 = stablehlo.subtract %arg0, %4 : tensor<20x3xf64>
    %6 = stablehlo.exponential %5 : tensor<20x3xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %7 = stablehlo.reduce(%6 init: %cst_1) applies stablehlo.add across dimensions = [1] : (tensor<20x3xf64>, tensor<f64>) -> tensor<20xf64>
    %8 = stablehlo.broadcast_in_dim %7, dims = [0] : (tensor<20xf64>) -> tensor<20x1xf64>
    %9 = stablehlo.log %8 : tensor<20x1xf64>
    %10 = stablehlo.broadcast_in_dim %9, dims = [0, 1] : (tensor<20x1xf64>) -> tensor<20x3xf64>
    %11 = stablehlo.subtract %5, %10 : tensor<20x3xf64>
    return %11 : tensor<20x3xf64>
  }
  func.func private @take_along_axis(%arg0: tensor<20x3xf64>, %arg1: tensor<20x1xi32>) -> tensor<20x1xf64> {
    %c = stablehlo.constant dense<0> : tensor<i32>
    %0 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i32>) -> tensor<20x1xi32>
    %1 = stablehlo.compare LT, %arg1, %0, SIGNED : (tensor<20x1xi32>, tensor<20x1xi32>) -> tensor<20x1xi1>
    %c_0 = stablehlo.constant dense<3> : tensor<i32>
    %2 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<i32>) -> tensor<20x1xi32>
    %3 = stablehlo.add %arg1, %2 : tensor<20x1xi32>
    %4 = stablehlo.select %1, %3, %arg1 : tensor<20x1xi1>, tensor<20x1xi32>
    %5 = stablehlo.reshape %4 : (tensor<20x1xi32>) -> tensor<20x1x1xi32>
    %c_1 = stablehlo.constant dense<2> : tensor<1xi32>
    %c_2 = stablehlo.constant dense<0> : tensor<i32>
    %6 = stablehlo.broadcast_in_dim %c_2, dims = [] : (tensor<i32>) -> tensor<20x1x1xi32>
    %7 = stablehlo.compare GE, %5, %6, SIGNED : (tensor<20x1x1xi32>, tensor<20x1x1xi32>) -> tensor<20x1x1xi1>
    %8 = stablehlo.broadcast_in_dim %c_1, dims = [2] : (tensor<1xi32>) -> tensor<1x1x1xi32>
    %9 = stablehlo.broadcast_in_dim %8, dims = [0, 1, 2] : (tensor<1x1x1xi32>) -> tensor<20x1x1xi32>
    %10 = stablehlo.compare LE, %5, %9, SIGNED : (tensor<20x1x1xi32>, tensor<20x1x1xi32>) -> tensor<20x1x1xi1>
    %11 = stablehlo.and %7, %10 : tensor<20x1x1xi1>
    %c_3 = stablehlo.constant dense<true> : tensor<i1>
    %12 = stablehlo.reduce(%11 init: %c_3) applies stablehlo.and across dimensions = [2] : (tensor<20x1x1xi1>, tensor<i1>) -> tensor<20x1xi1>
    %13 = "stablehlo.gather"(%arg0, %5) <{dimension_numbers = #stablehlo.gather<collapsed_slice_dims = [1], operand_batching_dims = [0], start_indices_batching_dims = [0], start_index_map = [1], index_vector_dim = 2>, indices_are_sorted = false, slice_sizes = array<i64: 1, 1>}> : (tensor<20x3xf64>, tensor<20x1x1xi32>) -> tensor<20x1xf64>
    %cst = stablehlo.constant dense<0x7FF8000000000000> : tensor<f64>
    %14 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<20x1xf64>
    %15 = stablehlo.select %12, %13, %14 : tensor<20x1xi1>, tensor<20x1xf64>
    return %15 : tensor<20x1xf64>
  }
}
