module @jit_flat attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<9xf64>, %arg1: tensor<6x9xf64>, %arg2: tensor<8xf64>, %arg3: tensor<9x8xf64>, %arg4: tensor<4xf64>, %arg5: tensor<8x4xf64>, %arg6: tensor<20x6xf64>, %arg7: tensor<20xi32>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.dot_general %arg6, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<20x6xf64>, tensor<6x9xf64>) -> tensor<20x9xf64>
    %1 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<9xf64>) -> tensor<1x9xf64>
    %2 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x9xf64>) -> tensor<20x9xf64>
    %3 = stablehlo.add %0, %2 : tensor<20x9xf64>
    %4 = stablehlo.multiply %3, %3 : tensor<20x9xf64>
    %5 = stablehlo.multiply %4, %3 : tensor<20x9xf64>
    %cst = stablehlo.constant dense<4.471500e-02> : tensor<f64>
    %6 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<20x9xf64>
    %7 = stablehlo.multiply %6, %5 : tensor<20x9xf64>
    %8 = stablehlo.add %3, %7 : tensor<20x9xf64>
    %cst_0 = stablehlo.constant dense<0.79788456080286541> : tensor<f64>
    %9 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<20x9xf64>
    %10 = stablehlo.multiply %9, %8 : tensor<20x9xf64>
    %11 = stablehlo.tanh %10 : tensor<20x9xf64>
    %cst_1 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %12 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f64>) -> tensor<20x9xf64>
    %13 = stablehlo.add %12, %11 : tensor<20x9xf64>
    %cst_2 = stablehlo.constant dense<5.000000e-01> : tensor<f64>
    %14 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f64>) -> tensor<20x9xf64>
    %15 = stablehlo.multiply %14, %13 : tensor<20x9xf64>
    %16 = stablehlo.multiply %3, %15 : tensor<20x9xf64>
    %17 = stablehlo.dot_general %16, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<20x9xf64>, tensor<9x8xf64>) -> tensor<20x8xf64>
    %18 = stablehlo.broadcast_in_dim %arg2, dims = [1] : (tensor<8xf64>) -> tensor<1x8xf64>
    %19 = stablehlo.broadcast_in_dim %18, dims = [0, 1] : (tensor<1x8xf64>) -> tensor<20x8xf64>
    %20 = stablehlo.add %17, %19 : tensor<20x8xf64>
    %21 = stablehlo.multiply %20, %20 : tensor<20x8xf64>
    %22 = stablehlo.multiply %21, %20 : tensor<20x8xf64>
    %cst_3 = stablehlo.constant dense<4.471500e-02> : tensor<f64>
    %23 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f64>) -> tensor<20x8xf64>
    %24 = stablehlo.multiply %23, %22 : tensor<20x8xf64>
    %25 = stablehlo.add %20, %24 : tensor<20x8xf64>
    %cst_4 = stablehlo.constant dense<0.79788456080286541> : tensor<f64>
    %26 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f64>) -> tensor<20x8xf64>
    %27 = stablehlo.multiply %26, %25 : tensor<20x8xf64>
    %28 = stablehlo.tanh %27 : tensor<20x8xf64>
    %cst_5 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %29 = stablehlo.broadcast_in_dim %cst_5, dims = [] : (tensor<f64>) -> tensor<20x8xf64>
    %30 = stablehlo.add %29, %28 : tensor<20x8xf64>
    %cst_6 = stablehlo.constant dense<5.000000e-01> : tensor<f64>
    %31 = stablehlo.broadcast_in_dim %cst_6, dims = [] : (tensor<f64>) -> tensor<20x8xf64>
    %32 = stablehlo.multiply %31, %30 : tensor<20x8xf64>
    %33 = stablehlo.multiply %20, %32 : tensor<20x8xf64>
    %34 = stablehlo.dot_general %33, %arg5, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<20x8xf64>, tensor<8x4xf64>) -> tensor<20x4xf64>
    %35 = stablehlo.broadcast_in_dim %arg4, dims = [1] : (tensor<4xf64>) -> tensor<1x4xf64>
    %36 = stablehlo.broadcast_in_dim %35, dims = [0, 1] : (tensor<1x4xf64>) -> tensor<20x4xf64>
    %37 = stablehlo.add %34, %36 : tensor<20x4xf64>
    %38 = call @log_softmax(%37) : (tensor<20x4xf64>) -> tensor<20x4xf64>
    %39 = stablehlo.broadcast_in_dim %arg7, dims = [0] : (tensor<20xi32>) -> tensor<20x1xi32>
    %40 = call @take_along_axis(%38, %39) : (tensor<20x4xf64>, tensor<20x1xi32>) -> tensor<20x1xf64>
    %cst_7 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %41 = stablehlo.reduce(%40 init: %cst_7) applies stablehlo.add across dimensions = [0, 1] : (tensor<20x1xf64>, tensor<f64>) -> tensor<f64>
    %cst_8 = stablehlo.constant dense<2.000000e+01> : tensor<f64>
    %42 = stablehlo.divide %41, %cst_8 : tensor<f64>
    %43 = stablehlo.negate %42 : tensor<f64>
    return %43 : tensor<f64>
  }
  func.func private @log_softmax(%arg0: tensor<20x4xf64>) -> tensor<20x4xf64> {
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
    return %11 : tensor<20x4xf64>
  }
  func.func private @take_along_axis(%arg0: tensor<20x4xf64>, %arg1: tensor<20x1xi32>) -> tensor<20x1xf64> {
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
    return %15 : tensor<20x1xf64>
  }
}
