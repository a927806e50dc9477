module @jit_flat attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<f64>, %arg1: tensor<4x5xf64>, %arg2: tensor<9x4xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.dot_general %arg2, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<9x4xf64>, tensor<4x5xf64>) -> tensor<9x5xf64>
    %1 = stablehlo.tanh %0 : tensor<9x5xf64>
    %2 = call @cumsum(%1) : (tensor<9x5xf64>) -> tensor<9x5xf64>
    %values, %indices = chlo.top_k(%2, k = 2) : tensor<9x5xf64> -> (tensor<9x2xf64>, tensor<9x2xi32>)
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %3 = stablehlo.reduce(%values init: %cst) applies stablehlo.add across dimensions = [1] : (tensor<9x2xf64>, tensor<f64>) -> tensor<9xf64>
    %4 = call @sort(%2) : (tensor<9x5xf64>) -> tensor<9x5xf64>
    %5 = stablehlo.slice %4 [0:9, 2:3] : (tensor<9x5xf64>) -> tensor<9x1xf64>
    %6 = stablehlo.reshape %5 : (tensor<9x1xf64>) -> tensor<9xf64>
    %7 = stablehlo.slice %arg2 [0:1, 0:1] : (tensor<9x4xf64>) -> tensor<1x1xf64>
    %8 = stablehlo.reshape %7 : (tensor<1x1xf64>) -> tensor<f64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %9 = stablehlo.compare GT, %8, %cst_0, FLOAT : (tensor<f64>, tensor<f64>) -> tensor<i1>
    %10 = stablehlo.convert %9 : (tensor<i1>) -> tensor<i32>
    %11 = "stablehlo.case"(%10) ({
      %18 = stablehlo.multiply %arg0, %arg0 : tensor<f64>
      %cst_3 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
      %19 = stablehlo.add %18, %cst_3 : tensor<f64>
      stablehlo.return %19 : tensor<f64>
    }, {
      %18 = stablehlo.exponential %arg0 : tensor<f64>
      stablehlo.return %18 : tensor<f64>
    }) : (tensor<i32>) -> tensor<f64>
    %12 = stablehlo.subtract %3, %6 : tensor<9xf64>
    %13 = stablehlo.multiply %12, %12 : tensor<9xf64>
    %14 = stablehlo.broadcast_in_dim %11, dims = [] : (tensor<f64>) -> tensor<9xf64>
    %15 = stablehlo.multiply %14, %13 : tensor<9xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %16 = stablehlo.reduce(%15 init: %cst_1) applies stablehlo.add across dimensions = [0] : (tensor<9xf64>, tensor<f64>) -> tensor<f64>
    %cst_2 = stablehlo.constant dense<9.000000e+00> : tensor<f64>
    %17 = stablehlo.divide %16, %cst_2 : tensor<f64>
    return %17 : tensor<f64>
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
  func.func private @sort(%arg0: tensor<9x5xf64>) -> tensor<9x5xf64> {
    %0 = "stablehlo.sort"(%arg0) <{dimension = 1 : i64, is_stable = true}> ({
    ^bb0(%arg1: tensor<f64>, %arg2: tensor<f64>):
      %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
      %1 = stablehlo.compare EQ, %arg1, %cst, FLOAT : (tensor<f64>, tensor<f64>) -> tensor<i1>
      %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
      %2 = stablehlo.select %1, %cst_0, %arg1 : tensor<i1>, tensor<f64>
      %3 = stablehlo.compare NE, %arg1, %arg1, FLOAT : (tensor<f64>, tensor<f64>) -> tensor<i1>
      %cst_1 = stablehlo.constant dense<0x7FF8000000000000> : tensor<f64>
      %4 = stablehlo.select %3, %cst_1, %2 : tensor<i1>, tensor<f64>
      %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
      %5 = stablehlo.compare EQ, %arg2, %cst_2, FLOAT : (tensor<f64>, tensor<f64>) -> tensor<i1>
      %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
      %6 = stablehlo.select %5, %cst_3, %arg2 : tensor<i1>, tensor<f64>
      %7 = stablehlo.compare NE, %arg2, %arg2, FLOAT : (tensor<f64>, tensor<f64>) -> tensor<i1>
      %cst_4 = stablehlo.constant dense<0x7FF8000000000000> : tensor<f64>
      %8 = stablehlo.select %7, %cst_4, %6 : tensor<i1>, tensor<f64>
      %9 = stablehlo.compare LT, %4, %8, TOTALORDER : (tensor<f64>, tensor<f64>) -> tensor<i1>
      stablehlo.return %9 : tensor<i1>
    }) : (tensor<9x5xf64>) -> tensor<9x5xf64>
    return %0 : tensor<9x5xf64>
  }
}
