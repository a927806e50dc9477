module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<4xf64>, %arg1: tensor<4x5xf64>, %arg2: tensor<5x4xf64>, %arg3: tensor<12x4xf64>, %arg4: tensor<12xi32>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.dot_general %arg3, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x4xf64>, tensor<4x5xf64>) -> tensor<12x5xf64>
    %1 = call @relu(%0) : (tensor<12x5xf64>) -> tensor<12x5xf64>
    %2 = stablehlo.dot_general %1, %arg2, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x4xf64>) -> tensor<12x4xf64>
    %3 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<4xf64>) -> tensor<1x4xf64>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1] : (tensor<1x4xf64>) -> tensor<12x4xf64>
    %5 = stablehlo.add %2, %4 : tensor<12x4xf64>
    %cst = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %6 = stablehlo.reduce(%5 init: %cst) applies stablehlo.maximum across dimensions = [1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<12xf64>
    %cst_0 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %7 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %8 = stablehlo.maximum %7, %6 : tensor<12xf64>
    %9 = stablehlo.broadcast_in_dim %8, dims = [0] : (tensor<12xf64>) -> tensor<12x1xf64>
    %10 = stablehlo.broadcast_in_dim %9, dims = [0, 1] : (tensor<12x1xf64>) -> tensor<12x4xf64>
    %11 = stablehlo.subtract %5, %10 : tensor<12x4xf64>
    %12 = stablehlo.exponential %11 : tensor<12x4xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %13 = stablehlo.reduce(%12 init: %cst_1) applies stablehlo.add across dimensions = [1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<12xf64>
    %14 = stablehlo.broadcast_in_dim %13, dims = [0] : (tensor<12xf64>) -> tensor<12x1xf64>
    %15 = stablehlo.broadcast_in_dim %14, dims = [0, 1] : (tensor<12x1xf64>) -> tensor<12x4xf64>
    %16 = stablehlo.divide %12, %15 : tensor<12x4xf64>
    %17 = stablehlo.iota dim = 0 : tensor<12xi64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %18 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i64>) -> tensor<12xi64>
    %19 = stablehlo.compare LT, %17, %18, SIGNED : (tensor<12xi64>, tensor<12xi64>) -> tensor<12xi1>
    %c_2 = stablehlo.constant dense<12> : tensor<i64>
    %20 = stablehlo.broadcast_in_dim %c_2, dims = [] : (tensor<i64>) -> tensor<12xi64>
    %21 = stablehlo.add %17, %20 : tensor<12xi64>
    %22 = stablehlo.select %19, %21, %17 : tensor<12xi1>, tensor<12xi64>
    %c_3 = stablehlo.constant dense<0> : tensor<i32>
    %23 = stablehlo.broadcast_in_dim %c_3, dims = [] : (tensor<i32>) -> tensor<12xi32>
    %24 = stablehlo.compare LT, %arg4, %23, SIGNED : (tensor<12xi32>, tensor<12xi32>) -> tensor<12xi1>
    %c_4 = stablehlo.constant dense<4> : tensor<i32>
    %25 = stablehlo.broadcast_in_dim %c_4, dims = [] : (tensor<i32>) -> tensor<12xi32>
    %26 = stablehlo.add %arg4, %25 : tensor<12xi32>
    %27 = stablehlo.select %24, %26, %arg4 : tensor<12xi1>, tensor<12xi32>
    %28 = stablehlo.convert %22 : (tensor<12xi64>) -> tensor<12xi32>
    %29 = stablehlo.broadcast_in_dim %28, dims = [0] : (tensor<12xi32>) -> tensor<12x1xi32>
    %30 = stablehlo.broadcast_in_dim %27, dims = [0] : (tensor<12xi32>) -> tensor<12x1xi32>
    %31 = stablehlo.concatenate %29, %30, dim = 1 : (tensor<12x1xi32>, tensor<12x1xi32>) -> tensor<12x2xi32>
    %32 = "stablehlo.gather"(%16, %31) <{dimension_numbers = #stablehlo.gather<collapsed_slice_dims = [0, 1], start_index_map = [0, 1], index_vector_dim = 1>, indices_are_sorted = false, slice_sizes = array<i64: 1, 1>}> : (tensor<12x4xf64>, tensor<12x2xi32>) -> tensor<12xf64>
    %33 = stablehlo.log %32 : tensor<12xf64>
    %cst_5 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %34 = stablehlo.reduce(%33 init: %cst_5) applies stablehlo.add across dimensions = [0] : (tensor<12xf64>, tensor<f64>) -> tensor<f64>
    %cst_6 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %35 = stablehlo.divide %34, %cst_6 : tensor<f64>
    %36 = stablehlo.negate %35 : tensor<f64>
    return %36 : tensor<f64>
  }
  func.func private @relu(%arg0: tensor<12x5xf64>) -> tensor<12x5xf64> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x5xf64>
    %1 = stablehlo.maximum %arg0, %0 : tensor<12x5xf64>
    return %1 : tensor<12x5xf64>
  }
}
