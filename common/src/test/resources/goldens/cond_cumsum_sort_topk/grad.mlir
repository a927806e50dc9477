module @jit_value_and_grad attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<f64>, %arg1: tensor<4x5xf64>, %arg2: tensor<9x4xf64>) -> (tensor<f64> {jax.result_info = "result[0]"}, tensor<f64> {jax.result_info = "result[1][0]"}, tensor<4x5xf64> {jax.result_info = "result[1][1]"}) {
    %0 = stablehlo.dot_general %arg2, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<9x4xf64>, tensor<4x5xf64>) -> tensor<9x5xf64>
    %1 = stablehlo.tanh %0 : tensor<9x5xf64>
    %cst = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %2 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<9x5xf64>
    %3 = stablehlo.subtract %2, %1 : tensor<9x5xf64>
    %4 = call @cumsum(%1) : (tensor<9x5xf64>) -> tensor<9x5xf64>
    %values, %indices = chlo.top_k(%4, k = 2) : tensor<9x5xf64> -> (tensor<9x2xf64>, tensor<9x2xi32>)
    %5 = stablehlo.reshape %indices : (tensor<9x2xi32>) -> tensor<9x2x1xi32>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %6 = stablehlo.reduce(%values init: %cst_0) applies stablehlo.add across dimensions = [1] : (tensor<9x2xf64>, tensor<f64>) -> tensor<9xf64>
    %7:2 = call @sort(%4) : (tensor<9x5xf64>) -> (tensor<9x5xf64>, tensor<9x5x1xui32>)
    %8 = stablehlo.slice %7#0 [0:9, 2:3] : (tensor<9x5xf64>) -> tensor<9x1xf64>
    %9 = stablehlo.reshape %8 : (tensor<9x1xf64>) -> tensor<9xf64>
    %10 = stablehlo.slice %arg2 [0:1, 0:1] : (tensor<9x4xf64>) -> tensor<1x1xf64>
    %11 = stablehlo.reshape %10 : (tensor<1x1xf64>) -> tensor<f64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %12 = stablehlo.compare GT, %11, %cst_1, FLOAT : (tensor<f64>, tensor<f64>) -> tensor<i1>
    %13 = stablehlo.convert %12 : (tensor<i1>) -> tensor<i32>
    %14:2 = "stablehlo.case"(%13) ({
      %45 = stablehlo.multiply %arg0, %arg0 : tensor<f64>
      %cst_10 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
      %46 = stablehlo.multiply %cst_10, %arg0 : tensor<f64>
      %cst_11 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
      %47 = stablehlo.add %45, %cst_11 : tensor<f64>
      %cst_12 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
      stablehlo.return %47, %46 : tensor<f64>, tensor<f64>
    }, {
      %45 = stablehlo.exponential %arg0 : tensor<f64>
      %cst_10 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
      stablehlo.return %45, %45 : tensor<f64>, tensor<f64>
    }) : (tensor<i32>) -> (tensor<f64>, tensor<f64>)
    %15 = stablehlo.subtract %6, %9 : tensor<9xf64>
    %16 = stablehlo.multiply %15, %15 : tensor<9xf64>
    %cst_2 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %17 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f64>) -> tensor<9xf64>
    %18 = stablehlo.multiply %17, %15 : tensor<9xf64>
    %19 = stablehlo.broadcast_in_dim %14#0, dims = [] : (tensor<f64>) -> tensor<9xf64>
    %20 = stablehlo.multiply %19, %16 : tensor<9xf64>
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %21 = stablehlo.reduce(%20 init: %cst_3) applies stablehlo.add across dimensions = [0] : (tensor<9xf64>, tensor<f64>) -> tensor<f64>
    %cst_4 = stablehlo.constant dense<9.000000e+00> : tensor<f64>
    %22 = stablehlo.divide %21, %cst_4 : tensor<f64>
    %cst_5 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %cst_6 = stablehlo.constant dense<9.000000e+00> : tensor<f64>
    %23 = stablehlo.divide %cst_5, %cst_6 : tensor<f64>
    %24 = stablehlo.broadcast_in_dim %23, dims = [] : (tensor<f64>) -> tensor<9xf64>
    %25 = stablehlo.broadcast_in_dim %14#0, dims = [] : (tensor<f64>) -> tensor<9xf64>
    %26 = stablehlo.multiply %25, %24 : tensor<9xf64>
    %27 = stablehlo.multiply %24, %16 : tensor<9xf64>
    %cst_7 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %28 = stablehlo.reduce(%27 init: %cst_7) applies stablehlo.add across dimensions = [0] : (tensor<9xf64>, tensor<f64>) -> tensor<f64>
    %29 = stablehlo.multiply %26, %18 : tensor<9xf64>
    %30 = stablehlo.negate %29 : tensor<9xf64>
    %31 = "stablehlo.case"(%13) ({
      %45 = stablehlo.multiply %28, %14#1 : tensor<f64>
      stablehlo.return %45 : tensor<f64>
    }, {
      %45 = stablehlo.multiply %28, %14#1 : tensor<f64>
      stablehlo.return %45 : tensor<f64>
    }) : (tensor<i32>) -> tensor<f64>
    %32 = stablehlo.broadcast_in_dim %30, dims = [0] : (tensor<9xf64>) -> tensor<9x1xf64>
    %cst_8 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %33 = stablehlo.pad %32, %cst_8, low = [0, 2], high = [0, 2], interior = [0, 0] : (tensor<9x1xf64>, tensor<f64>) -> tensor<9x5xf64>
    %34 = call @sort_1(%7#1, %33) : (tensor<9x5x1xui32>, tensor<9x5xf64>) -> tensor<9x5xf64>
    %35 = stablehlo.broadcast_in_dim %29, dims = [0] : (tensor<9xf64>) -> tensor<9x2xf64>
    %cst_9 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %36 = stablehlo.broadcast_in_dim %cst_9, dims = [] : (tensor<f64>) -> tensor<9x5xf64>
    %37 = "stablehlo.scatter"(%36, %5, %35) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<inserted_window_dims = [1], input_batching_dims = [0], scatter_indices_batching_dims = [0], scatter_dims_to_operand_dims = [1], index_vector_dim = 2>, unique_indices = false}> ({
    ^bb0(%arg3: tensor<f64>, %arg4: tensor<f64>):
      %45 = stablehlo.add %arg3, %arg4 : tensor<f64>
      stablehlo.return %45 : tensor<f64>
    }) : (tensor<9x5xf64>, tensor<9x2x1xi32>, tensor<9x2xf64>) -> tensor<9x5xf64>
    %38 = stablehlo.add %34, %37 : tensor<9x5xf64>
    %39 = call @cumsum_2(%38) : (tensor<9x5xf64>) -> tensor<9x5xf64>
    %40 = stablehlo.multiply %39, %3 : tensor<9x5xf64>
    %41 = stablehlo.multiply %40, %1 : tensor<9x5xf64>
    %42 = stablehlo.add %40, %41 : tensor<9x5xf64>
    %43 = stablehlo.dot_general %42, %arg2, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<9x5xf64>, tensor<9x4xf64>) -> tensor<5x4xf64>
    %44 = stablehlo.transpose %43, dims = [1, 0] : (tensor<5x4xf64>) -> tensor<4x5xf64>
    return %22, %31, %44 : tensor<f64>, tensor<f64>, tensor<4x5xf64>
  }
  func.func private @cumsum(%arg0: tensor<9x5xf64>) -> tensor<9x5xf64> {
    %0 = call @cumsum_0(%arg0) : (tensor<9x5xf64>) -> tensor<9x5xf64>
    return %0 : tensor<9x5xf64>
  }
  func.func private @cumsum_0(%arg0: tensor<9x5xf64>) -> tensor<9x5xf64> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<f64>
    %1 = "stablehlo.reduce_window"(%arg0, %0) <{base_dilations = array<i64: 1, 1>, padding = dense<[[0, 0], [4, 0]]> : tensor<2x2xi64>, window_dilations = array<i64: 1, 1>, window_dimensions = array<i64: 1, 5>, window_strides = array<i64: 1, 1>}> ({
    ^bb0(%arg1: tensor<f64>, %arg2: tensor<f64>):
      %2 = stablehlo.add %arg1, %arg2 : tensor<f64>
      stablehlo.return %2 : tensor<f64>
    }) : (tensor<9x5xf64>, tensor<f64>) -> tensor<9x5xf64>
    return %1 : tensor<9x5xf64>
  }
  func.func private @sort(%arg0: tensor<9x5xf64>) -> (tensor<9x5xf64>, tensor<9x5x1xui32>) {
    %0 = stablehlo.iota dim = 1 : tensor<9x5xui32>
    %1:2 = "stablehlo.sort"(%arg0, %0) <{dimension = 1 : i64, is_stable = true}> ({
    ^bb0(%arg1: tensor<f64>, %arg2: tensor<f64>, %arg3: tensor<ui32>, %arg4: tensor<ui32>):
      %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
      %3 = stablehlo.compare EQ, %arg1, %cst, FLOAT : (tensor<f64>, tensor<f64>) -> tensor<i1>
      %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
      %4 = stablehlo.select %3, %cst_0, %arg1 : tensor<i1>, tensor<f64>
      %5 = stablehlo.compare NE, %arg1, %arg1, FLOAT : (tensor<f64>, tensor<f64>) -> tensor<i1>
      %cst_1 = stablehlo.constant dense<0x7FF8000000000000> : tensor<f64>
      %6 = stablehlo.select %5, %cst_1, %4 : tensor<i1>, tensor<f64>
      %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
      %7 = stablehlo.compare EQ, %arg2, %cst_2, FLOAT : (tensor<f64>, tensor<f64>) -> tensor<i1>
      %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
      %8 = stablehlo.select %7, %cst_3, %arg2 : tensor<i1>, tensor<f64>
      %9 = stablehlo.compare NE, %arg2, %arg2, FLOAT : (tensor<f64>, tensor<f64>) -> tensor<i1>
      %cst_4 = stablehlo.constant dense<0x7FF8000000000000> : tensor<f64>
      %10 = stablehlo.select %9, %cst_4, %8 : tensor<i1>, tensor<f64>
      %11 = stablehlo.compare LT, %6, %10, TOTALORDER : (tensor<f64>, tensor<f64>) -> tensor<i1>
      stablehlo.return %11 : tensor<i1>
    }) : (tensor<9x5xf64>, tensor<9x5xui32>) -> (tensor<9x5xf64>, tensor<9x5xui32>)
    %2 = stablehlo.broadcast_in_dim %1#1, dims = [0, 1] : (tensor<9x5xui32>) -> tensor<9x5x1xui32>
    return %1#0, %2 : tensor<9x5xf64>, tensor<9x5x1xui32>
  }
  func.func private @sort_1(%arg0: tensor<9x5x1xui32>, %arg1: tensor<9x5xf64>) -> tensor<9x5xf64> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<9x5xf64>
    %1 = "stablehlo.scatter"(%0, %arg0, %arg1) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<inserted_window_dims = [1], input_batching_dims = [0], scatter_indices_batching_dims = [0], scatter_dims_to_operand_dims = [1], index_vector_dim = 2>, unique_indices = false}> ({
    ^bb0(%arg2: tensor<f64>, %arg3: tensor<f64>):
      %2 = stablehlo.add %arg2, %arg3 : tensor<f64>
      stablehlo.return %2 : tensor<f64>
    }) : (tensor<9x5xf64>, tensor<9x5x1xui32>, tensor<9x5xf64>) -> tensor<9x5xf64>
    return %1 : tensor<9x5xf64>
  }
  func.func private @cumsum_2(%arg0: tensor<9x5xf64>) -> tensor<9x5xf64> {
    %0 = call @cumsum_3(%arg0) : (tensor<9x5xf64>) -> tensor<9x5xf64>
    return %0 : tensor<9x5xf64>
  }
  func.func private @cumsum_3(%arg0: tensor<9x5xf64>) -> tensor<9x5xf64> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<f64>
    %1 = "stablehlo.reduce_window"(%arg0, %0) <{base_dilations = array<i64: 1, 1>, padding = dense<[[0, 0], [0, 4]]> : tensor<2x2xi64>, window_dilations = array<i64: 1, 1>, window_dimensions = array<i64: 1, 5>, window_strides = array<i64: 1, 1>}> ({
    ^bb0(%arg1: tensor<f64>, %arg2: tensor<f64>):
      %2 = stablehlo.add %arg1, %arg2 : tensor<f64>
      stablehlo.return %2 : tensor<f64>
    }) : (tensor<9x5xf64>, tensor<f64>) -> tensor<9x5xf64>
    return %1 : tensor<9x5xf64>
  }
}
