module @jit__lambda attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<4xf64>, %arg1: tensor<5x4xf64>, %arg2: tensor<3xf64>, %arg3: tensor<4x3xf64>, %arg4: tensor<4xf64>, %arg5: tensor<4xf64>, %arg6: tensor<12x5xf64>, %arg7: tensor<12xi32>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.dot_general %arg6, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x4xf64>) -> tensor<12x4xf64>
    %1 = stablehlo.reshape %arg0 : (tensor<4xf64>) -> tensor<1x4xf64>
    %2 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x4xf64>) -> tensor<12x4xf64>
    %3 = stablehlo.add %0, %2 : tensor<12x4xf64>
    %4 = stablehlo.multiply %3, %3 : tensor<12x4xf64>
    %5 = stablehlo.multiply %4, %3 : tensor<12x4xf64>
    %cst = stablehlo.constant dense<4.471500e-02> : tensor<f64>
    %6 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x4xf64>
    %7 = stablehlo.multiply %6, %5 : tensor<12x4xf64>
    %8 = stablehlo.add %3, %7 : tensor<12x4xf64>
    %cst_0 = stablehlo.constant dense<0.79788456080286541> : tensor<f64>
    %9 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<12x4xf64>
    %10 = stablehlo.multiply %9, %8 : tensor<12x4xf64>
    %11 = stablehlo.tanh %10 : tensor<12x4xf64>
    %cst_1 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %12 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f64>) -> tensor<12x4xf64>
    %13 = stablehlo.add %12, %11 : tensor<12x4xf64>
    %cst_2 = stablehlo.constant dense<5.000000e-01> : tensor<f64>
    %14 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f64>) -> tensor<12x4xf64>
    %15 = stablehlo.multiply %14, %13 : tensor<12x4xf64>
    %16 = stablehlo.multiply %3, %15 : tensor<12x4xf64>
    %17 = chlo.square %16 : tensor<12x4xf64> -> tensor<12x4xf64>
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %18 = stablehlo.reduce(%16 init: %cst_3) applies stablehlo.add across dimensions = [1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<12xf64>
    %cst_4 = stablehlo.constant dense<4.000000e+00> : tensor<f64>
    %19 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %20 = stablehlo.divide %18, %19 : tensor<12xf64>
    %cst_5 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %21 = stablehlo.reduce(%17 init: %cst_5) applies stablehlo.add across dimensions = [1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<12xf64>
    %cst_6 = stablehlo.constant dense<4.000000e+00> : tensor<f64>
    %22 = stablehlo.broadcast_in_dim %cst_6, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %23 = stablehlo.divide %21, %22 : tensor<12xf64>
    %24 = chlo.square %20 : tensor<12xf64> -> tensor<12xf64>
    %25 = stablehlo.subtract %23, %24 : tensor<12xf64>
    %cst_7 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %26 = stablehlo.broadcast_in_dim %cst_7, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %27 = stablehlo.maximum %26, %25 : tensor<12xf64>
    %28 = stablehlo.broadcast_in_dim %20, dims = [0] : (tensor<12xf64>) -> tensor<12x1xf64>
    %29 = stablehlo.broadcast_in_dim %27, dims = [0] : (tensor<12xf64>) -> tensor<12x1xf64>
    %30 = stablehlo.broadcast_in_dim %28, dims = [0, 1] : (tensor<12x1xf64>) -> tensor<12x4xf64>
    %31 = stablehlo.subtract %16, %30 : tensor<12x4xf64>
    %cst_8 = stablehlo.constant dense<9.9999999999999995E-7> : tensor<f64>
    %32 = stablehlo.broadcast_in_dim %cst_8, dims = [] : (tensor<f64>) -> tensor<12x1xf64>
    %33 = stablehlo.add %29, %32 : tensor<12x1xf64>
    %34 = stablehlo.rsqrt %33 : tensor<12x1xf64>
    %35 = stablehlo.reshape %arg5 : (tensor<4xf64>) -> tensor<1x4xf64>
    %36 = stablehlo.broadcast_in_dim %34, dims = [0, 1] : (tensor<12x1xf64>) -> tensor<12x4xf64>
    %37 = stablehlo.broadcast_in_dim %35, dims = [0, 1] : (tensor<1x4xf64>) -> tensor<12x4xf64>
    %38 = stablehlo.multiply %36, %37 : tensor<12x4xf64>
    %39 = stablehlo.multiply %31, %38 : tensor<12x4xf64>
    %40 = stablehlo.reshape %arg4 : (tensor<4xf64>) -> tensor<1x4xf64>
    %41 = stablehlo.broadcast_in_dim %40, dims = [0, 1] : (tensor<1x4xf64>) -> tensor<12x4xf64>
    %42 = stablehlo.add %39, %41 : tensor<12x4xf64>
    %43 = stablehlo.dot_general %42, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x4xf64>, tensor<4x3xf64>) -> tensor<12x3xf64>
    %44 = stablehlo.reshape %arg2 : (tensor<3xf64>) -> tensor<1x3xf64>
    %45 = stablehlo.broadcast_in_dim %44, dims = [0, 1] : (tensor<1x3xf64>) -> tensor<12x3xf64>
    %46 = stablehlo.add %43, %45 : tensor<12x3xf64>
    %47 = stablehlo.broadcast_in_dim %arg7, dims = [0] : (tensor<12xi32>) -> tensor<12x1xi32>
    %48 = call @take_along_axis(%46, %47) : (tensor<12x3xf64>, tensor<12x1xi32>) -> tensor<12x1xf64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %49 = call @_take(%48, %c) : (tensor<12x1xf64>, tensor<i64>) -> tensor<12xf64>
    %cst_9 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %50 = stablehlo.reduce(%46 init: %cst_9) applies stablehlo.maximum across dimensions = [1] : (tensor<12x3xf64>, tensor<f64>) -> tensor<12xf64>
    %cst_10 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %51 = stablehlo.broadcast_in_dim %cst_10, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %52 = stablehlo.maximum %51, %50 : tensor<12xf64>
    %53 = stablehlo.is_finite %52 : (tensor<12xf64>) -> tensor<12xi1>
    %cst_11 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %54 = stablehlo.broadcast_in_dim %cst_11, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %55 = stablehlo.select %53, %52, %54 : tensor<12xi1>, tensor<12xf64>
    %56 = stablehlo.broadcast_in_dim %55, dims = [0] : (tensor<12xf64>) -> tensor<12x1xf64>
    %57 = stablehlo.broadcast_in_dim %56, dims = [0, 1] : (tensor<12x1xf64>) -> tensor<12x3xf64>
    %58 = stablehlo.subtract %46, %57 : tensor<12x3xf64>
    %59 = stablehlo.exponential %58 : tensor<12x3xf64>
    %cst_12 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %60 = stablehlo.reduce(%59 init: %cst_12) applies stablehlo.add across dimensions = [1] : (tensor<12x3xf64>, tensor<f64>) -> tensor<12xf64>
    %61 = stablehlo.sign %60 : tensor<12xf64>
    %62 = stablehlo.abs %60 : tensor<12xf64>
    %63 = stablehlo.log %62 : tensor<12xf64>
    %64 = stablehlo.add %63, %55 : tensor<12xf64>
    %65 = stablehlo.subtract %64, %49 : tensor<12xf64>
    %cst_13 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %66 = stablehlo.reduce(%65 init: %cst_13) applies stablehlo.add across dimensions = [0] : (tensor<12xf64>, tensor<f64>) -> tensor<f64>
    %cst_14 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %67 = stablehlo.divide %66, %cst_14 : tensor<f64>
    return %67 : tensor<f64>
  }
  func.func private @take_along_axis(%arg0: tensor<12x3xf64>, %arg1: tensor<12x1xi32>) -> tensor<12x1xf64> {
    %c = stablehlo.constant dense<0> : tensor<i32>
    %0 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i32>) -> tensor<12x1xi32>
    %1 = stablehlo.compare LT, %arg1, %0, SIGNED : (tensor<12x1xi32>, tensor<12x1xi32>) -> tensor<12x1xi1>
    %c_0 = stablehlo.constant dense<3> : tensor<i32>
    %2 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<i32>) -> tensor<12x1xi32>
    %3 = stablehlo.add %arg1, %2 : tensor<12x1xi32>
    %4 = stablehlo.select %1, %3, %arg1 : tensor<12x1xi1>, tensor<12x1xi32>
    %5 = stablehlo.reshape %4 : (tensor<12x1xi32>) -> tensor<12x1x1xi32>
    %c_1 = stablehlo.constant dense<2> : tensor<1xi32>
    %c_2 = stablehlo.constant dense<0> : tensor<i32>
    %6 = stablehlo.broadcast_in_dim %c_2, dims = [] : (tensor<i32>) -> tensor<12x1x1xi32>
    %7 = stablehlo.compare GE, %5, %6, SIGNED : (tensor<12x1x1xi32>, tensor<12x1x1xi32>) -> tensor<12x1x1xi1>
    %8 = stablehlo.broadcast_in_dim %c_1, dims = [2] : (tensor<1xi32>) -> tensor<1x1x1xi32>
    %9 = stablehlo.broadcast_in_dim %8, dims = [0, 1, 2] : (tensor<1x1x1xi32>) -> tensor<12x1x1xi32>
    %10 = stablehlo.compare LE, %5, %9, SIGNED : (tensor<12x1x1xi32>, tensor<12x1x1xi32>) -> tensor<12x1x1xi1>
    %11 = stablehlo.and %7, %10 : tensor<12x1x1xi1>
    %c_3 = stablehlo.constant dense<true> : tensor<i1>
    %12 = stablehlo.reduce(%11 init: %c_3) applies stablehlo.and across dimensions = [2] : (tensor<12x1x1xi1>, tensor<i1>) -> tensor<12x1xi1>
    %13 = "stablehlo.gather"(%arg0, %5) <{dimension_numbers = #stablehlo.gather<collapsed_slice_dims = [1], operand_batching_dims = [0], start_indices_batching_dims = [0], start_index_map = [1], index_vector_dim = 2>, indices_are_sorted = false, slice_sizes = array<i64: 1, 1>}> : (tensor<12x3xf64>, tensor<12x1x1xi32>) -> tensor<12x1xf64>
    %cst = stablehlo.constant dense<0x7FF8000000000000> : tensor<f64>
    %14 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x1xf64>
    %15 = stablehlo.select %12, %13, %14 : tensor<12x1xi1>, tensor<12x1xf64>
    return %15 : tensor<12x1xf64>
  }
  func.func private @_take(%arg0: tensor<12x1xf64>, %arg1: tensor<i64>) -> tensor<12xf64> {
    %c = stablehlo.constant dense<0> : tensor<i64>
    %0 = stablehlo.compare LT, %arg1, %c, SIGNED : (tensor<i64>, tensor<i64>) -> tensor<i1>
    %c_0 = stablehlo.constant dense<1> : tensor<i64>
    %1 = stablehlo.add %arg1, %c_0 : tensor<i64>
    %2 = call @_where(%0, %1, %arg1) : (tensor<i1>, tensor<i64>, tensor<i64>) -> tensor<i64>
    %3 = stablehlo.broadcast_in_dim %2, dims = [] : (tensor<i64>) -> tensor<1xi64>
    %c_1 = stablehlo.constant dense<0> : tensor<1xi32>
    %4 = stablehlo.convert %3 : (tensor<1xi64>) -> tensor<1xi32>
    %c_2 = stablehlo.constant dense<0> : tensor<i32>
    %5 = stablehlo.broadcast_in_dim %c_2, dims = [] : (tensor<i32>) -> tensor<1xi32>
    %6 = stablehlo.compare GE, %4, %5, SIGNED : (tensor<1xi32>, tensor<1xi32>) -> tensor<1xi1>
    %7 = stablehlo.compare LE, %4, %c_1, SIGNED : (tensor<1xi32>, tensor<1xi32>) -> tensor<1xi1>
    %8 = stablehlo.and %6, %7 : tensor<1xi1>
    %c_3 = stablehlo.constant dense<true> : tensor<i1>
    %9 = stablehlo.reduce(%8 init: %c_3) applies stablehlo.and across dimensions = [0] : (tensor<1xi1>, tensor<i1>) -> tensor<i1>
    %10 = "stablehlo.gather"(%arg0, %4) <{dimension_numbers = #stablehlo.gather<offset_dims = [0], collapsed_slice_dims = [1], start_index_map = [1]>, indices_are_sorted = false, slice_sizes = array<i64: 12, 1>}> : (tensor<12x1xf64>, tensor<1xi32>) -> tensor<12xf64>
    %11 = stablehlo.broadcast_in_dim %9, dims = [] : (tensor<i1>) -> tensor<12xi1>
    %cst = stablehlo.constant dense<0x7FF8000000000000> : tensor<f64>
    %12 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %13 = stablehlo.select %11, %10, %12 : tensor<12xi1>, tensor<12xf64>
    return %13 : tensor<12xf64>
  }
  func.func private @_where(%arg0: tensor<i1>, %arg1: tensor<i64>, %arg2: tensor<i64>) -> tensor<i64> {
    %0 = stablehlo.select %arg0, %arg1, %arg2 : tensor<i1>, tensor<i64>
    return %0 : tensor<i64>
  }
}
