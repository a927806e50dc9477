module @jit_value_and_grad attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<6xf64>, %arg1: tensor<5x6xf64>, %arg2: tensor<3xf64>, %arg3: tensor<6x3xf64>, %arg4: tensor<12x5xf64>, %arg5: tensor<12xi32>) -> (tensor<f64> {jax.result_info = "result[0]"}, tensor<6xf64> {jax.result_info = "result[1][0]"}, tensor<5x6xf64> {jax.result_info = "result[1][1]"}, tensor<3xf64> {jax.result_info = "result[1][2]"}, tensor<6x3xf64> {jax.result_info = "result[1][3]"}) {
    %0 = stablehlo.dot_general %arg4, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x6xf64>) -> tensor<12x6xf64>
    %1 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<6xf64>) -> tensor<1x6xf64>
    %2 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x6xf64>) -> tensor<12x6xf64>
    %3 = stablehlo.add %0, %2 : tensor<12x6xf64>
    %4 = stablehlo.tanh %3 : tensor<12x6xf64>
    %cst = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %5 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x6xf64>
    %6 = stablehlo.subtract %5, %4 : tensor<12x6xf64>
    %7 = stablehlo.dot_general %4, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x6xf64>, tensor<6x3xf64>) -> tensor<12x3xf64>
    %8 = stablehlo.broadcast_in_dim %arg2, dims = [1] : (tensor<3xf64>) -> tensor<1x3xf64>
    %9 = stablehlo.broadcast_in_dim %8, dims = [0, 1] : (tensor<1x3xf64>) -> tensor<12x3xf64>
    %10 = stablehlo.add %7, %9 : tensor<12x3xf64>
    %cst_0 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %11 = stablehlo.reduce(%10 init: %cst_0) applies stablehlo.maximum across dimensions = [1] : (tensor<12x3xf64>, tensor<f64>) -> tensor<12xf64>
    %12 = stablehlo.reshape %11 : (tensor<12xf64>) -> tensor<12x1xf64>
    %13 = stablehlo.broadcast_in_dim %12, dims = [0, 1] : (tensor<12x1xf64>) -> tensor<12x3xf64>
    %14 = stablehlo.compare EQ, %10, %13, FLOAT : (tensor<12x3xf64>, tensor<12x3xf64>) -> tensor<12x3xi1>
    %15 = stablehlo.convert %14 : (tensor<12x3xi1>) -> tensor<12x3xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %16 = stablehlo.reduce(%15 init: %cst_1) applies stablehlo.add across dimensions = [1] : (tensor<12x3xf64>, tensor<f64>) -> tensor<12xf64>
    %cst_2 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %17 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %18 = stablehlo.maximum %17, %11 : tensor<12xf64>
    %19 = stablehlo.compare EQ, %11, %18, FLOAT : (tensor<12xf64>, tensor<12xf64>) -> tensor<12xi1>
    %cst_3 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %20 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %cst_4 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %21 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %22 = stablehlo.select %19, %20, %21 : tensor<12xi1>, tensor<12xf64>
    %cst_5 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %23 = stablehlo.broadcast_in_dim %cst_5, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %24 = stablehlo.compare EQ, %23, %18, FLOAT : (tensor<12xf64>, tensor<12xf64>) -> tensor<12xi1>
    %cst_6 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %25 = stablehlo.broadcast_in_dim %cst_6, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %cst_7 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %26 = stablehlo.broadcast_in_dim %cst_7, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %27 = stablehlo.select %24, %25, %26 : tensor<12xi1>, tensor<12xf64>
    %28 = stablehlo.divide %22, %27 : tensor<12xf64>
    %29 = stablehlo.is_finite %18 : (tensor<12xf64>) -> tensor<12xi1>
    %cst_8 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %30 = stablehlo.broadcast_in_dim %cst_8, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %31 = stablehlo.select %29, %18, %30 : tensor<12xi1>, tensor<12xf64>
    %cst_9 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %32 = stablehlo.broadcast_in_dim %cst_9, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %33 = stablehlo.broadcast_in_dim %31, dims = [0] : (tensor<12xf64>) -> tensor<12x1xf64>
    %34 = stablehlo.broadcast_in_dim %33, dims = [0, 1] : (tensor<12x1xf64>) -> tensor<12x3xf64>
    %35 = stablehlo.subtract %10, %34 : tensor<12x3xf64>
    %36 = stablehlo.exponential %35 : tensor<12x3xf64>
    %cst_10 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %37 = stablehlo.reduce(%36 init: %cst_10) applies stablehlo.add across dimensions = [1] : (tensor<12x3xf64>, tensor<f64>) -> tensor<12xf64>
    %38 = stablehlo.sign %37 : tensor<12xf64>
    %39 = stablehlo.abs %37 : tensor<12xf64>
    %cst_11 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %40 = stablehlo.broadcast_in_dim %cst_11, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %41 = stablehlo.compare GE, %37, %40, FLOAT : (tensor<12xf64>, tensor<12xf64>) -> tensor<12xi1>
    %42 = stablehlo.log %39 : tensor<12xf64>
    %43 = stablehlo.add %42, %31 : tensor<12xf64>
    %c = stablehlo.constant dense<0> : tensor<i32>
    %44 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i32>) -> tensor<12xi32>
    %45 = stablehlo.compare LT, %arg5, %44, SIGNED : (tensor<12xi32>, tensor<12xi32>) -> tensor<12xi1>
    %c_12 = stablehlo.constant dense<3> : tensor<i32>
    %46 = stablehlo.broadcast_in_dim %c_12, dims = [] : (tensor<i32>) -> tensor<12xi32>
    %47 = stablehlo.add %arg5, %46 : tensor<12xi32>
    %48 = stablehlo.select %45, %47, %arg5 : tensor<12xi1>, tensor<12xi32>
    %49 = stablehlo.broadcast_in_dim %48, dims = [0] : (tensor<12xi32>) -> tensor<12x1xi32>
    %50 = "stablehlo.gather"(%10, %49) <{dimension_numbers = #stablehlo.gather<offset_dims = [1], operand_batching_dims = [0], start_indices_batching_dims = [0], start_index_map = [1], index_vector_dim = 1>, indices_are_sorted = true, slice_sizes = array<i64: 1, 1>}> : (tensor<12x3xf64>, tensor<12x1xi32>) -> tensor<12x1xf64>
    %51 = stablehlo.reshape %50 : (tensor<12x1xf64>) -> tensor<12xf64>
    %52 = stablehlo.subtract %43, %51 : tensor<12xf64>
    %cst_13 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %53 = stablehlo.reduce(%52 init: %cst_13) applies stablehlo.add across dimensions = [0] : (tensor<12xf64>, tensor<f64>) -> tensor<f64>
    %cst_14 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %54 = stablehlo.divide %53, %cst_14 : tensor<f64>
    %cst_15 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %cst_16 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %55 = stablehlo.divide %cst_15, %cst_16 : tensor<f64>
    %56 = stablehlo.broadcast_in_dim %55, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %57 = stablehlo.negate %56 : tensor<12xf64>
    %58 = stablehlo.broadcast_in_dim %57, dims = [0] : (tensor<12xf64>) -> tensor<12x1xf64>
    %cst_17 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %59 = stablehlo.broadcast_in_dim %cst_17, dims = [] : (tensor<f64>) -> tensor<12x3xf64>
    %c_18 = stablehlo.constant dense<2> : tensor<1xi32>
    %c_19 = stablehlo.constant dense<2147483647> : tensor<i32>
    %60 = stablehlo.broadcast_in_dim %c_19, dims = [] : (tensor<i32>) -> tensor<1xi32>
    %61 = stablehlo.minimum %c_18, %60 : tensor<1xi32>
    %62 = stablehlo.broadcast_in_dim %61, dims = [1] : (tensor<1xi32>) -> tensor<12x1xi32>
    %c_20 = stablehlo.constant dense<0> : tensor<i32>
    %63 = stablehlo.broadcast_in_dim %c_20, dims = [] : (tensor<i32>) -> tensor<12x1xi32>
    %64 = stablehlo.clamp %63, %49, %62 : tensor<12x1xi32>
    %65 = "stablehlo.scatter"(%59, %64, %58) <{indices_are_sorted = true, scatter_dimension_numbers = #stablehlo.scatter<update_window_dims = [1], input_batching_dims = [0], scatter_indices_batching_dims = [0], scatter_dims_to_operand_dims = [1], index_vector_dim = 1>, unique_indices = true}> ({
    ^bb0(%arg6: tensor<f64>, %arg7: tensor<f64>):
      %89 = stablehlo.add %arg6, %arg7 : tensor<f64>
      stablehlo.return %89 : tensor<f64>
    }) : (tensor<12x3xf64>, tensor<12x1xi32>, tensor<12x1xf64>) -> tensor<12x3xf64>
    %66 = stablehlo.divide %56, %39 : tensor<12xf64>
    %cst_21 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %67 = stablehlo.broadcast_in_dim %cst_21, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %68 = stablehlo.select %41, %67, %66 : tensor<12xi1>, tensor<12xf64>
    %69 = stablehlo.select %41, %66, %67 : tensor<12xi1>, tensor<12xf64>
    %70 = stablehlo.negate %68 : tensor<12xf64>
    %71 = stablehlo.add %69, %70 : tensor<12xf64>
    %72 = stablehlo.broadcast_in_dim %71, dims = [0] : (tensor<12xf64>) -> tensor<12x3xf64>
    %73 = stablehlo.multiply %72, %36 : tensor<12x3xf64>
    %74 = stablehlo.add %65, %73 : tensor<12x3xf64>
    %cst_22 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %75 = stablehlo.reduce(%74 init: %cst_22) applies stablehlo.add across dimensions = [0] : (tensor<12x3xf64>, tensor<f64>) -> tensor<3xf64>
    %76 = stablehlo.reshape %75 : (tensor<3xf64>) -> tensor<1x3xf64>
    %cst_23 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %77 = stablehlo.reduce(%76 init: %cst_23) applies stablehlo.add across dimensions = [0] : (tensor<1x3xf64>, tensor<f64>) -> tensor<3xf64>
    %78 = stablehlo.dot_general %74, %4, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x3xf64>, tensor<12x6xf64>) -> tensor<3x6xf64>
    %79 = stablehlo.transpose %78, dims = [1, 0] : (tensor<3x6xf64>) -> tensor<6x3xf64>
    %80 = stablehlo.dot_general %74, %arg3, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<12x3xf64>, tensor<6x3xf64>) -> tensor<12x6xf64>
    %81 = stablehlo.multiply %80, %6 : tensor<12x6xf64>
    %82 = stablehlo.multiply %81, %4 : tensor<12x6xf64>
    %83 = stablehlo.add %81, %82 : tensor<12x6xf64>
    %cst_24 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %84 = stablehlo.reduce(%83 init: %cst_24) applies stablehlo.add across dimensions = [0] : (tensor<12x6xf64>, tensor<f64>) -> tensor<6xf64>
    %85 = stablehlo.reshape %84 : (tensor<6xf64>) -> tensor<1x6xf64>
    %cst_25 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %86 = stablehlo.reduce(%85 init: %cst_25) applies stablehlo.add across dimensions = [0] : (tensor<1x6xf64>, tensor<f64>) -> tensor<6xf64>
    %87 = stablehlo.dot_general %83, %arg4, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x6xf64>, tensor<12x5xf64>) -> tensor<6x5xf64>
    %88 = stablehlo.transpose %87, dims = [1, 0] : (tensor<6x5xf64>) -> tensor<5x6xf64>
    return %54, %86, %88, %77, %79 : tensor<f64>, tensor<6xf64>, tensor<5x6xf64>, tensor<3xf64>, tensor<6x3xf64>
  }
}
