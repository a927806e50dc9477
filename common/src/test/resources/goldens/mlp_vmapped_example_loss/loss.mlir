module @jit_flat attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<6xf64>, %arg1: tensor<5x6xf64>, %arg2: tensor<3xf64>, %arg3: tensor<6x3xf64>, %arg4: tensor<12x5xf64>, %arg5: tensor<12xi32>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.dot_general %arg4, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x6xf64>) -> tensor<12x6xf64>
    %1 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<6xf64>) -> tensor<1x6xf64>
    %2 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x6xf64>) -> tensor<12x6xf64>
    %3 = stablehlo.add %0, %2 : tensor<12x6xf64>
    %4 = stablehlo.tanh %3 : tensor<12x6xf64>
    %5 = stablehlo.dot_general %4, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x6xf64>, tensor<6x3xf64>) -> tensor<12x3xf64>
    %6 = stablehlo.broadcast_in_dim %arg2, dims = [1] : (tensor<3xf64>) -> tensor<1x3xf64>
    %7 = stablehlo.broadcast_in_dim %6, dims = [0, 1] : (tensor<1x3xf64>) -> tensor<12x3xf64>
    %8 = stablehlo.add %5, %7 : tensor<12x3xf64>
    %cst = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %9 = stablehlo.reduce(%8 init: %cst) applies stablehlo.maximum across dimensions = [1] : (tensor<12x3xf64>, tensor<f64>) -> tensor<12xf64>
    %cst_0 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %10 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %11 = stablehlo.maximum %10, %9 : tensor<12xf64>
    %12 = stablehlo.is_finite %11 : (tensor<12xf64>) -> tensor<12xi1>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %13 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %14 = stablehlo.select %12, %11, %13 : tensor<12xi1>, tensor<12xf64>
    %15 = stablehlo.broadcast_in_dim %14, dims = [0] : (tensor<12xf64>) -> tensor<12x1xf64>
    %16 = stablehlo.broadcast_in_dim %15, dims = [0, 1] : (tensor<12x1xf64>) -> tensor<12x3xf64>
    %17 = stablehlo.subtract %8, %16 : tensor<12x3xf64>
    %18 = stablehlo.exponential %17 : tensor<12x3xf64>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %19 = stablehlo.reduce(%18 init: %cst_2) applies stablehlo.add across dimensions = [1] : (tensor<12x3xf64>, tensor<f64>) -> tensor<12xf64>
    %20 = stablehlo.sign %19 : tensor<12xf64>
    %21 = stablehlo.abs %19 : tensor<12xf64>
    %22 = stablehlo.log %21 : tensor<12xf64>
    %23 = stablehlo.add %22, %14 : tensor<12xf64>
    %c = stablehlo.constant dense<0> : tensor<i32>
    %24 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i32>) -> tensor<12xi32>
    %25 = stablehlo.compare LT, %arg5, %24, SIGNED : (tensor<12xi32>, tensor<12xi32>) -> tensor<12xi1>
    %c_3 = stablehlo.constant dense<3> : tensor<i32>
    %26 = stablehlo.broadcast_in_dim %c_3, dims = [] : (tensor<i32>) -> tensor<12xi32>
    %27 = stablehlo.add %arg5, %26 : tensor<12xi32>
    %28 = stablehlo.select %25, %27, %arg5 : tensor<12xi1>, tensor<12xi32>
    %29 = stablehlo.broadcast_in_dim %28, dims = [0] : (tensor<12xi32>) -> tensor<12x1xi32>
    %30 = "stablehlo.gather"(%8, %29) <{dimension_numbers = #stablehlo.gather<offset_dims = [1], operand_batching_dims = [0], start_indices_batching_dims = [0], start_index_map = [1], index_vector_dim = 1>, indices_are_sorted = true, slice_sizes = array<i64: 1, 1>}> : (tensor<12x3xf64>, tensor<12x1xi32>) -> tensor<12x1xf64>
    %31 = stablehlo.reshape %30 : (tensor<12x1xf64>) -> tensor<12xf64>
    %32 = stablehlo.subtract %23, %31 : tensor<12xf64>
    %cst_4 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %33 = stablehlo.reduce(%32 init: %cst_4) applies stablehlo.add across dimensions = [0] : (tensor<12xf64>, tensor<f64>) -> tensor<f64>
    %cst_5 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %34 = stablehlo.divide %33, %cst_5 : tensor<f64>
    return %34 : tensor<f64>
  }
}
