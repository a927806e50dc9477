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
    %27 = stablehlo.broadcast_in_dim %16, dims = [0] : (tensor<12xf64>) -> tensor<12x1xf64>
    %28 = stablehlo.broadcast_in_dim %27, dims = [0, 1] : (tensor<12x1xf64>) -> tensor<12x4xf64>
    %29 = stablehlo.subtract %8, %28 : tensor<12x4xf64>
    %30 = stablehlo.exponential %29 : tensor<12x4xf64>
    %cst_9 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %31 = stablehlo.reduce(%30 init: %cst_9) applies stablehlo.add across dimensions = [1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<12xf64>
    %32 = stablehlo.broadcast_in_dim %31, dims = [0] : (tensor<12xf64>) -> tensor<12x1xf64>
    %33 = stablehlo.broadcast_in_dim %32, dims = [0, 1] : (tensor<12x1xf64>) -> tensor<12x4xf64>
    %34 = stablehlo.divide %30, %33 : tensor<12x4xf64>
    %35 = stablehlo.multiply %32, %32 : tensor<12x1xf64>
    %cst_10 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %36 = stablehlo.broadcast_in_dim %cst_10, dims = [] : (tensor<f64>) -> tensor<12x1xf64>
    %37 = stablehlo.divide %36, %35 : tensor<12x1xf64>
    %38 = stablehlo.iota dim = 0 : tensor<12xi64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %39 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i64>) -> tensor<12xi64>
    %40 = stablehlo.compare LT, %38, %39, SIGNED : (tensor<12xi64>, tensor<12xi64>) -> tensor<12xi1>
    %c_11 = stablehlo.constant dense<12> : tensor<i64>
    %41 = stablehlo.broadcast_in_dim %c_11, dims = [] : (tensor<i64>) -> tensor<12xi64>
    %42 = stablehlo.add %38, %41 : tensor<12xi64>
    %43 = stablehlo.select %40, %42, %38 : tensor<12xi1>, tensor<12xi64>
    %c_12 = stablehlo.constant dense<0> : tensor<i32>
    %44 = stablehlo.broadcast_in_dim %c_12, dims = [] : (tensor<i32>) -> tensor<12xi32>
    %45 = stablehlo.compare LT, %arg4, %44, SIGNED : (tensor<12xi32>, tensor<12xi32>) -> tensor<12xi1>
    %c_13 = stablehlo.constant dense<4> : tensor<i32>
    %46 = stablehlo.broadcast_in_dim %c_13, dims = [] : (tensor<i32>) -> tensor<12xi32>
    %47 = stablehlo.add %arg4, %46 : tensor<12xi32>
    %48 = stablehlo.select %45, %47, %arg4 : tensor<12xi1>, tensor<12xi32>
    %49 = stablehlo.convert %43 : (tensor<12xi64>) -> tensor<12xi32>
    %50 = stablehlo.broadcast_in_dim %49, dims = [0] : (tensor<12xi32>) -> tensor<12x1xi32>
    %51 = stablehlo.broadcast_in_dim %48, dims = [0] : (tensor<12xi32>) -> tensor<12x1xi32>
    %52 = stablehlo.concatenate %50, %51, dim = 1 : (tensor<12x1xi32>, tensor<12x1xi32>) -> tensor<12x2xi32>
    %53 = "stablehlo.gather"(%34, %52) <{dimension_numbers = #stablehlo.gather<collapsed_slice_dims = [0, 1], start_index_map = [0, 1], index_vector_dim = 1>, indices_are_sorted = false, slice_sizes = array<i64: 1, 1>}> : (tensor<12x4xf64>, tensor<12x2xi32>) -> tensor<12xf64>
    %54 = stablehlo.log %53 : tensor<12xf64>
    %cst_14 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %55 = stablehlo.reduce(%54 init: %cst_14) applies stablehlo.add across dimensions = [0] : (tensor<12xf64>, tensor<f64>) -> tensor<f64>
    %cst_15 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %56 = stablehlo.divide %55, %cst_15 : tensor<f64>
    %57 = stablehlo.negate %56 : tensor<f64>
    %cst_16 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %58 = stablehlo.negate %cst_16 : tensor<f64>
    %cst_17 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %59 = stablehlo.divide %58, %cst_17 : tensor<f64>
    %60 = stablehlo.broadcast_in_dim %59, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %61 = stablehlo.divide %60, %53 : tensor<12xf64>
    %cst_18 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %62 = stablehlo.broadcast_in_dim %cst_18, dims = [] : (tensor<f64>) -> tensor<12x4xf64>
    %63 = "stablehlo.scatter"(%62, %52, %61) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<inserted_window_dims = [0, 1], scatter_dims_to_operand_dims = [0, 1], index_vector_dim = 1>, unique_indices = false}> ({
    ^bb0(%arg5: tensor<f64>, %arg6: tensor<f64>):
      %86 = stablehlo.add %arg5, %arg6 : tensor<f64>
      stablehlo.return %86 : tensor<f64>
    }) : (tensor<12x4xf64>, tensor<12x2xi32>, tensor<12xf64>) -> tensor<12x4xf64>
    %64 = stablehlo.broadcast_in_dim %37, dims = [0, 1] : (tensor<12x1xf64>) -> tensor<12x4xf64>
    %65 = stablehlo.multiply %63, %64 : tensor<12x4xf64>
    %66 = stablehlo.multiply %65, %30 : tensor<12x4xf64>
    %cst_19 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %67 = stablehlo.reduce(%66 init: %cst_19) applies stablehlo.add across dimensions = [1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<12xf64>
    %68 = stablehlo.reshape %67 : (tensor<12xf64>) -> tensor<12x1xf64>
    %69 = stablehlo.negate %68 : tensor<12x1xf64>
    %70 = stablehlo.broadcast_in_dim %32, dims = [0, 1] : (tensor<12x1xf64>) -> tensor<12x4xf64>
    %71 = stablehlo.divide %63, %70 : tensor<12x4xf64>
    %cst_20 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %72 = stablehlo.reduce(%69 init: %cst_20) applies stablehlo.add across dimensions = [1] : (tensor<12x1xf64>, tensor<f64>) -> tensor<12xf64>
    %73 = stablehlo.broadcast_in_dim %72, dims = [0] : (tensor<12xf64>) -> tensor<12x4xf64>
    %74 = stablehlo.add %71, %73 : tensor<12x4xf64>
    %75 = stablehlo.multiply %74, %30 : tensor<12x4xf64>
    %cst_21 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %76 = stablehlo.reduce(%75 init: %cst_21) applies stablehlo.add across dimensions = [0] : (tensor<12x4xf64>, tensor<f64>) -> tensor<4xf64>
    %77 = stablehlo.reshape %76 : (tensor<4xf64>) -> tensor<1x4xf64>
    %cst_22 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %78 = stablehlo.reduce(%77 init: %cst_22) applies stablehlo.add across dimensions = [0] : (tensor<1x4xf64>, tensor<f64>) -> tensor<4xf64>
    %79 = stablehlo.dot_general %75, %1, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x4xf64>, tensor<12x5xf64>) -> tensor<4x5xf64>
    %80 = stablehlo.transpose %79, dims = [1, 0] : (tensor<4x5xf64>) -> tensor<5x4xf64>
    %81 = stablehlo.dot_general %75, %arg2, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<12x4xf64>, tensor<5x4xf64>) -> tensor<12x5xf64>
    %cst_23 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %82 = stablehlo.broadcast_in_dim %cst_23, dims = [] : (tensor<f64>) -> tensor<12x5xf64>
    %83 = stablehlo.select %3, %81, %82 : tensor<12x5xi1>, tensor<12x5xf64>
    %84 = stablehlo.dot_general %83, %arg3, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<12x4xf64>) -> tensor<5x4xf64>
    %85 = stablehlo.transpose %84, dims = [1, 0] : (tensor<5x4xf64>) -> tensor<4x5xf64>
    return %57, %78, %85, %80 : tensor<f64>, tensor<4xf64>, tensor<4x5xf64>, tensor<5x4xf64>
  }
  func.func private @relu(%arg0: tensor<12x5xf64>) -> tensor<12x5xf64> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x5xf64>
    %1 = stablehlo.maximum %arg0, %0 : tensor<12x5xf64>
    return %1 : tensor<12x5xf64>
  }
}
