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
    %9 = stablehlo.exponential %8 : tensor<12x4xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %10 = stablehlo.reduce(%9 init: %cst_1) applies stablehlo.add across dimensions = [1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<12xf64>
    %11 = stablehlo.log %10 : tensor<12xf64>
    %12 = stablehlo.iota dim = 0 : tensor<12xi64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %13 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i64>) -> tensor<12xi64>
    %14 = stablehlo.compare LT, %12, %13, SIGNED : (tensor<12xi64>, tensor<12xi64>) -> tensor<12xi1>
    %c_2 = stablehlo.constant dense<12> : tensor<i64>
    %15 = stablehlo.broadcast_in_dim %c_2, dims = [] : (tensor<i64>) -> tensor<12xi64>
    %16 = stablehlo.add %12, %15 : tensor<12xi64>
    %17 = stablehlo.select %14, %16, %12 : tensor<12xi1>, tensor<12xi64>
    %c_3 = stablehlo.constant dense<0> : tensor<i32>
    %18 = stablehlo.broadcast_in_dim %c_3, dims = [] : (tensor<i32>) -> tensor<12xi32>
    %19 = stablehlo.compare LT, %arg4, %18, SIGNED : (tensor<12xi32>, tensor<12xi32>) -> tensor<12xi1>
    %c_4 = stablehlo.constant dense<4> : tensor<i32>
    %20 = stablehlo.broadcast_in_dim %c_4, dims = [] : (tensor<i32>) -> tensor<12xi32>
    %21 = stablehlo.add %arg4, %20 : tensor<12xi32>
    %22 = stablehlo.select %19, %21, %arg4 : tensor<12xi1>, tensor<12xi32>
    %23 = stablehlo.convert %17 : (tensor<12xi64>) -> tensor<12xi32>
    %24 = stablehlo.broadcast_in_dim %23, dims = [0] : (tensor<12xi32>) -> tensor<12x1xi32>
    %25 = stablehlo.broadcast_in_dim %22, dims = [0] : (tensor<12xi32>) -> tensor<12x1xi32>
    %26 = stablehlo.concatenate %24, %25, dim = 1 : (tensor<12x1xi32>, tensor<12x1xi32>) -> tensor<12x2xi32>
    %27 = "stablehlo.gather"(%8, %26) <{dimension_numbers = #stablehlo.gather<collapsed_slice_dims = [0, 1], start_index_map = [0, 1], index_vector_dim = 1>, indices_are_sorted = false, slice_sizes = array<i64: 1, 1>}> : (tensor<12x4xf64>, tensor<12x2xi32>) -> tensor<12xf64>
    %28 = stablehlo.subtract %11, %27 : tensor<12xf64>
    %cst_5 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %29 = stablehlo.reduce(%28 init: %cst_5) applies stablehlo.add across dimensions = [0] : (tensor<12xf64>, tensor<f64>) -> tensor<f64>
    %cst_6 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %30 = stablehlo.divide %29, %cst_6 : tensor<f64>
    %cst_7 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %cst_8 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %31 = stablehlo.divide %cst_7, %cst_8 : tensor<f64>
    %32 = stablehlo.broadcast_in_dim %31, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %33 = stablehlo.negate %32 : tensor<12xf64>
    %cst_9 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %34 = stablehlo.broadcast_in_dim %cst_9, dims = [] : (tensor<f64>) -> tensor<12x4xf64>
    %35 = "stablehlo.scatter"(%34, %26, %33) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<inserted_window_dims = [0, 1], scatter_dims_to_operand_dims = [0, 1], index_vector_dim = 1>, unique_indices = false}> ({
    ^bb0(%arg5: tensor<f64>, %arg6: tensor<f64>):
      %50 = stablehlo.add %arg5, %arg6 : tensor<f64>
      stablehlo.return %50 : tensor<f64>
    }) : (tensor<12x4xf64>, tensor<12x2xi32>, tensor<12xf64>) -> tensor<12x4xf64>
    %36 = stablehlo.divide %32, %10 : tensor<12xf64>
    %37 = stablehlo.broadcast_in_dim %36, dims = [0] : (tensor<12xf64>) -> tensor<12x4xf64>
    %38 = stablehlo.multiply %37, %9 : tensor<12x4xf64>
    %39 = stablehlo.add %35, %38 : tensor<12x4xf64>
    %cst_10 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %40 = stablehlo.reduce(%39 init: %cst_10) applies stablehlo.add across dimensions = [0] : (tensor<12x4xf64>, tensor<f64>) -> tensor<4xf64>
    %41 = stablehlo.reshape %40 : (tensor<4xf64>) -> tensor<1x4xf64>
    %cst_11 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %42 = stablehlo.reduce(%41 init: %cst_11) applies stablehlo.add across dimensions = [0] : (tensor<1x4xf64>, tensor<f64>) -> tensor<4xf64>
    %43 = stablehlo.dot_general %39, %1, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x4xf64>, tensor<12x5xf64>) -> tensor<4x5xf64>
    %44 = stablehlo.transpose %43, dims = [1, 0] : (tensor<4x5xf64>) -> tensor<5x4xf64>
    %45 = stablehlo.dot_general %39, %arg2, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<12x4xf64>, tensor<5x4xf64>) -> tensor<12x5xf64>
    %cst_12 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %46 = stablehlo.broadcast_in_dim %cst_12, dims = [] : (tensor<f64>) -> tensor<12x5xf64>
    %47 = stablehlo.select %3, %45, %46 : tensor<12x5xi1>, tensor<12x5xf64>
    %48 = stablehlo.dot_general %47, %arg3, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<12x4xf64>) -> tensor<5x4xf64>
    %49 = stablehlo.transpose %48, dims = [1, 0] : (tensor<5x4xf64>) -> tensor<4x5xf64>
    return %30, %42, %49, %44 : tensor<f64>, tensor<4xf64>, tensor<4x5xf64>, tensor<5x4xf64>
  }
  func.func private @relu(%arg0: tensor<12x5xf64>) -> tensor<12x5xf64> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x5xf64>
    %1 = stablehlo.maximum %arg0, %0 : tensor<12x5xf64>
    return %1 : tensor<12x5xf64>
  }
}
