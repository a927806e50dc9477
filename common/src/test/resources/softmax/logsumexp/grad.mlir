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
    %cst_1 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %9 = stablehlo.reduce(%8 init: %cst_1) applies stablehlo.maximum across dimensions = [1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<12xf64>
    %10 = stablehlo.reshape %9 : (tensor<12xf64>) -> tensor<12x1xf64>
    %11 = stablehlo.broadcast_in_dim %10, dims = [0, 1] : (tensor<12x1xf64>) -> tensor<12x4xf64>
    %12 = stablehlo.compare EQ, %8, %11, FLOAT : (tensor<12x4xf64>, tensor<12x4xf64>) -> tensor<12x4xi1>
    %13 = stablehlo.convert %12 : (tensor<12x4xi1>) -> tensor<12x4xf64>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %14 = stablehlo.reduce(%13 init: %cst_2) applies stablehlo.add across dimensions = [1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<12xf64>
    %cst_3 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %15 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %16 = stablehlo.maximum %15, %9 : tensor<12xf64>
    %17 = stablehlo.compare EQ, %9, %16, FLOAT : (tensor<12xf64>, tensor<12xf64>) -> tensor<12xi1>
    %cst_4 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %18 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %cst_5 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %19 = stablehlo.broadcast_in_dim %cst_5, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %20 = stablehlo.select %17, %18, %19 : tensor<12xi1>, tensor<12xf64>
    %cst_6 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %21 = stablehlo.broadcast_in_dim %cst_6, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %22 = stablehlo.compare EQ, %21, %16, FLOAT : (tensor<12xf64>, tensor<12xf64>) -> tensor<12xi1>
    %cst_7 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %23 = stablehlo.broadcast_in_dim %cst_7, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %cst_8 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %24 = stablehlo.broadcast_in_dim %cst_8, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %25 = stablehlo.select %22, %23, %24 : tensor<12xi1>, tensor<12xf64>
    %26 = stablehlo.divide %20, %25 : tensor<12xf64>
    %27 = stablehlo.is_finite %16 : (tensor<12xf64>) -> tensor<12xi1>
    %cst_9 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %28 = stablehlo.broadcast_in_dim %cst_9, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %29 = stablehlo.select %27, %16, %28 : tensor<12xi1>, tensor<12xf64>
    %cst_10 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %30 = stablehlo.broadcast_in_dim %cst_10, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %31 = stablehlo.broadcast_in_dim %29, dims = [0] : (tensor<12xf64>) -> tensor<12x1xf64>
    %32 = stablehlo.broadcast_in_dim %31, dims = [0, 1] : (tensor<12x1xf64>) -> tensor<12x4xf64>
    %33 = stablehlo.subtract %8, %32 : tensor<12x4xf64>
    %34 = stablehlo.exponential %33 : tensor<12x4xf64>
    %cst_11 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %35 = stablehlo.reduce(%34 init: %cst_11) applies stablehlo.add across dimensions = [1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<12xf64>
    %36 = stablehlo.sign %35 : tensor<12xf64>
    %37 = stablehlo.abs %35 : tensor<12xf64>
    %cst_12 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %38 = stablehlo.broadcast_in_dim %cst_12, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %39 = stablehlo.compare GE, %35, %38, FLOAT : (tensor<12xf64>, tensor<12xf64>) -> tensor<12xi1>
    %40 = stablehlo.log %37 : tensor<12xf64>
    %41 = stablehlo.add %40, %29 : tensor<12xf64>
    %42 = stablehlo.broadcast_in_dim %arg4, dims = [0] : (tensor<12xi32>) -> tensor<12x1xi32>
    %43:2 = call @take_along_axis(%8, %42) : (tensor<12x4xf64>, tensor<12x1xi32>) -> (tensor<12x1xf64>, tensor<12x1x1xi32>)
    %44 = stablehlo.reshape %43#0 : (tensor<12x1xf64>) -> tensor<12xf64>
    %45 = stablehlo.subtract %41, %44 : tensor<12xf64>
    %cst_13 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %46 = stablehlo.reduce(%45 init: %cst_13) applies stablehlo.add across dimensions = [0] : (tensor<12xf64>, tensor<f64>) -> tensor<f64>
    %cst_14 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %47 = stablehlo.divide %46, %cst_14 : tensor<f64>
    %cst_15 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %cst_16 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %48 = stablehlo.divide %cst_15, %cst_16 : tensor<f64>
    %49 = stablehlo.broadcast_in_dim %48, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %50 = stablehlo.negate %49 : tensor<12xf64>
    %51 = stablehlo.broadcast_in_dim %50, dims = [0] : (tensor<12xf64>) -> tensor<12x1xf64>
    %52 = call @take_along_axis_0(%43#1, %51) : (tensor<12x1x1xi32>, tensor<12x1xf64>) -> tensor<12x4xf64>
    %53 = stablehlo.divide %49, %37 : tensor<12xf64>
    %cst_17 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %54 = stablehlo.broadcast_in_dim %cst_17, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %55 = stablehlo.select %39, %54, %53 : tensor<12xi1>, tensor<12xf64>
    %56 = stablehlo.select %39, %53, %54 : tensor<12xi1>, tensor<12xf64>
    %57 = stablehlo.negate %55 : tensor<12xf64>
    %58 = stablehlo.add %56, %57 : tensor<12xf64>
    %59 = stablehlo.broadcast_in_dim %58, dims = [0] : (tensor<12xf64>) -> tensor<12x4xf64>
    %60 = stablehlo.multiply %59, %34 : tensor<12x4xf64>
    %61 = stablehlo.add %52, %60 : tensor<12x4xf64>
    %cst_18 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %62 = stablehlo.reduce(%61 init: %cst_18) applies stablehlo.add across dimensions = [0] : (tensor<12x4xf64>, tensor<f64>) -> tensor<4xf64>
    %63 = stablehlo.reshape %62 : (tensor<4xf64>) -> tensor<1x4xf64>
    %cst_19 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %64 = stablehlo.reduce(%63 init: %cst_19) applies stablehlo.add across dimensions = [0] : (tensor<1x4xf64>, tensor<f64>) -> tensor<4xf64>
    %65 = stablehlo.dot_general %61, %1, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x4xf64>, tensor<12x5xf64>) -> tensor<4x5xf64>
    %66 = stablehlo.transpose %65, dims = [1, 0] : (tensor<4x5xf64>) -> tensor<5x4xf64>
    %67 = stablehlo.dot_general %61, %arg2, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<12x4xf64>, tensor<5x4xf64>) -> tensor<12x5xf64>
    %cst_20 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %68 = stablehlo.broadcast_in_dim %cst_20, dims = [] : (tensor<f64>) -> tensor<12x5xf64>
    %69 = stablehlo.select %3, %67, %68 : tensor<12x5xi1>, tensor<12x5xf64>
    %70 = stablehlo.dot_general %69, %arg3, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<12x4xf64>) -> tensor<5x4xf64>
    %71 = stablehlo.transpose %70, dims = [1, 0] : (tensor<5x4xf64>) -> tensor<4x5xf64>
    return %47, %64, %71, %66 : tensor<f64>, tensor<4xf64>, tensor<4x5xf64>, tensor<5x4xf64>
  }
  func.func private @relu(%arg0: tensor<12x5xf64>) -> tensor<12x5xf64> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x5xf64>
    %1 = stablehlo.maximum %arg0, %0 : tensor<12x5xf64>
    return %1 : tensor<12x5xf64>
  }
  func.func private @take_along_axis(%arg0: tensor<12x4xf64>, %arg1: tensor<12x1xi32>) -> (tensor<12x1xf64>, tensor<12x1x1xi32>) {
    %c = stablehlo.constant dense<0> : tensor<i32>
    %0 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i32>) -> tensor<12x1xi32>
    %1 = stablehlo.compare LT, %arg1, %0, SIGNED : (tensor<12x1xi32>, tensor<12x1xi32>) -> tensor<12x1xi1>
    %c_0 = stablehlo.constant dense<4> : tensor<i32>
    %2 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<i32>) -> tensor<12x1xi32>
    %3 = stablehlo.add %arg1, %2 : tensor<12x1xi32>
    %4 = stablehlo.select %1, %3, %arg1 : tensor<12x1xi1>, tensor<12x1xi32>
    %5 = stablehlo.reshape %4 : (tensor<12x1xi32>) -> tensor<12x1x1xi32>
    %c_1 = stablehlo.constant dense<3> : tensor<1xi32>
    %c_2 = stablehlo.constant dense<0> : tensor<i32>
    %6 = stablehlo.broadcast_in_dim %c_2, dims = [] : (tensor<i32>) -> tensor<12x1x1xi32>
    %7 = stablehlo.compare GE, %5, %6, SIGNED : (tensor<12x1x1xi32>, tensor<12x1x1xi32>) -> tensor<12x1x1xi1>
    %8 = stablehlo.broadcast_in_dim %c_1, dims = [2] : (tensor<1xi32>) -> tensor<1x1x1xi32>
    %9 = stablehlo.broadcast_in_dim %8, dims = [0, 1, 2] : (tensor<1x1x1xi32>) -> tensor<12x1x1xi32>
    %10 = stablehlo.compare LE, %5, %9, SIGNED : (tensor<12x1x1xi32>, tensor<12x1x1xi32>) -> tensor<12x1x1xi1>
    %11 = stablehlo.and %7, %10 : tensor<12x1x1xi1>
    %c_3 = stablehlo.constant dense<true> : tensor<i1>
    %12 = stablehlo.reduce(%11 init: %c_3) applies stablehlo.and across dimensions = [2] : (tensor<12x1x1xi1>, tensor<i1>) -> tensor<12x1xi1>
    %13 = "stablehlo.gather"(%arg0, %5) <{dimension_numbers = #stablehlo.gather<collapsed_slice_dims = [1], operand_batching_dims = [0], start_indices_batching_dims = [0], start_index_map = [1], index_vector_dim = 2>, indices_are_sorted = false, slice_sizes = array<i64: 1, 1>}> : (tensor<12x4xf64>, tensor<12x1x1xi32>) -> tensor<12x1xf64>
    %cst = stablehlo.constant dense<0x7FF8000000000000> : tensor<f64>
    %14 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x1xf64>
    %15 = stablehlo.select %12, %13, %14 : tensor<12x1xi1>, tensor<12x1xf64>
    return %15, %5 : tensor<12x1xf64>, tensor<12x1x1xi32>
  }
  func.func private @take_along_axis_0(%arg0: tensor<12x1x1xi32>, %arg1: tensor<12x1xf64>) -> tensor<12x4xf64> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x4xf64>
    %1 = "stablehlo.scatter"(%0, %arg0, %arg1) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<inserted_window_dims = [1], input_batching_dims = [0], scatter_indices_batching_dims = [0], scatter_dims_to_operand_dims = [1], index_vector_dim = 2>, unique_indices = false}> ({
    ^bb0(%arg2: tensor<f64>, %arg3: tensor<f64>):
      %2 = stablehlo.add %arg2, %arg3 : tensor<f64>
      stablehlo.return %2 : tensor<f64>
    }) : (tensor<12x4xf64>, tensor<12x1x1xi32>, tensor<12x1xf64>) -> tensor<12x4xf64>
    return %1 : tensor<12x4xf64>
  }
}
