module @jit_flat attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<12xf64>, %arg1: tensor<4xf64>, %arg2: tensor<4x12xf64>, %arg3: tensor<3x12xf64>, %arg4: tensor<8x5x3xf64>, %arg5: tensor<8xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<8x4xf64>
    %1 = stablehlo.transpose %arg4, dims = [1, 0, 2] : (tensor<8x5x3xf64>) -> tensor<5x8x3xf64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %2:6 = stablehlo.while(%iterArg = %1, %iterArg_2 = %arg3, %iterArg_3 = %arg0, %iterArg_4 = %arg2, %iterArg_5 = %c, %iterArg_6 = %0) : tensor<5x8x3xf64>, tensor<3x12xf64>, tensor<12xf64>, tensor<4x12xf64>, tensor<i64>, tensor<8x4xf64>
    cond {
      %c_7 = stablehlo.constant dense<5> : tensor<i64>
      %8 = stablehlo.compare LT, %iterArg_5, %c_7, SIGNED : (tensor<i64>, tensor<i64>) -> tensor<i1>
      stablehlo.return %8 : tensor<i1>
    } do {
      %c_7 = stablehlo.constant dense<5> : tensor<i64>
      %8 = stablehlo.subtract %c_7, %iterArg_5 : tensor<i64>
      %c_8 = stablehlo.constant dense<1> : tensor<i64>
      %9 = stablehlo.subtract %8, %c_8 : tensor<i64>
      %10 = func.call @dynamic_index_in_dim(%iterArg, %9) : (tensor<5x8x3xf64>, tensor<i64>) -> tensor<8x3xf64>
      %11 = func.call @closed_call(%iterArg_2, %iterArg_3, %iterArg_4, %iterArg_6, %10) : (tensor<3x12xf64>, tensor<12xf64>, tensor<4x12xf64>, tensor<8x4xf64>, tensor<8x3xf64>) -> tensor<8x4xf64>
      %c_9 = stablehlo.constant dense<1> : tensor<i64>
      %12 = stablehlo.add %iterArg_5, %c_9 : tensor<i64>
      stablehlo.return %iterArg, %iterArg_2, %iterArg_3, %iterArg_4, %12, %11 : tensor<5x8x3xf64>, tensor<3x12xf64>, tensor<12xf64>, tensor<4x12xf64>, tensor<i64>, tensor<8x4xf64>
    }
    %3 = stablehlo.dot_general %2#5, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x4xf64>, tensor<4xf64>) -> tensor<8xf64>
    %4 = stablehlo.subtract %3, %arg5 : tensor<8xf64>
    %5 = stablehlo.multiply %4, %4 : tensor<8xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %6 = stablehlo.reduce(%5 init: %cst_0) applies stablehlo.add across dimensions = [0] : (tensor<8xf64>, tensor<f64>) -> tensor<f64>
    %cst_1 = stablehlo.constant dense<8.000000e+00> : tensor<f64>
    %7 = stablehlo.divide %6, %cst_1 : tensor<f64>
    return %7 : tensor<f64>
  }
  func.func private @dynamic_index_in_dim(%arg0: tensor<5x8x3xf64>, %arg1: tensor<i64>) -> tensor<8x3xf64> {
    %c = stablehlo.constant dense<0> : tensor<i64>
    %c_0 = stablehlo.constant dense<0> : tensor<i64>
    %0 = stablehlo.dynamic_slice %arg0, %arg1, %c, %c_0, sizes = [1, 8, 3] : (tensor<5x8x3xf64>, tensor<i64>, tensor<i64>, tensor<i64>) -> tensor<1x8x3xf64>
    %1 = stablehlo.reshape %0 : (tensor<1x8x3xf64>) -> tensor<8x3xf64>
    return %1 : tensor<8x3xf64>
  }
  func.func private @closed_call(%arg0: tensor<3x12xf64>, %arg1: tensor<12xf64>, %arg2: tensor<4x12xf64>, %arg3: tensor<8x4xf64>, %arg4: tensor<8x3xf64>) -> tensor<8x4xf64> {
    %0 = stablehlo.dot_general %arg4, %arg0, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x3xf64>, tensor<3x12xf64>) -> tensor<8x12xf64>
    %1 = stablehlo.broadcast_in_dim %arg1, dims = [1] : (tensor<12xf64>) -> tensor<1x12xf64>
    %2 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x12xf64>) -> tensor<8x12xf64>
    %3 = stablehlo.add %0, %2 : tensor<8x12xf64>
    %4 = stablehlo.dot_general %arg3, %arg2, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x4xf64>, tensor<4x12xf64>) -> tensor<8x12xf64>
    %5 = stablehlo.slice %3 [0:8, 0:4] : (tensor<8x12xf64>) -> tensor<8x4xf64>
    %6 = stablehlo.slice %4 [0:8, 0:4] : (tensor<8x12xf64>) -> tensor<8x4xf64>
    %7 = stablehlo.add %5, %6 : tensor<8x4xf64>
    %8 = stablehlo.negate %7 : tensor<8x4xf64>
    %9 = stablehlo.exponential %8 : tensor<8x4xf64>
    %cst = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %10 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<8x4xf64>
    %11 = stablehlo.add %10, %9 : tensor<8x4xf64>
    %cst_0 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %12 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<8x4xf64>
    %13 = stablehlo.divide %12, %11 : tensor<8x4xf64>
    %14 = stablehlo.slice %3 [0:8, 4:8] : (tensor<8x12xf64>) -> tensor<8x4xf64>
    %15 = stablehlo.slice %4 [0:8, 4:8] : (tensor<8x12xf64>) -> tensor<8x4xf64>
    %16 = stablehlo.add %14, %15 : tensor<8x4xf64>
    %17 = stablehlo.negate %16 : tensor<8x4xf64>
    %18 = stablehlo.exponential %17 : tensor<8x4xf64>
    %cst_1 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %19 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f64>) -> tensor<8x4xf64>
    %20 = stablehlo.add %19, %18 : tensor<8x4xf64>
    %cst_2 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %21 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f64>) -> tensor<8x4xf64>
    %22 = stablehlo.divide %21, %20 : tensor<8x4xf64>
    %23 = stablehlo.slice %3 [0:8, 8:12] : (tensor<8x12xf64>) -> tensor<8x4xf64>
    %24 = stablehlo.slice %4 [0:8, 8:12] : (tensor<8x12xf64>) -> tensor<8x4xf64>
    %25 = stablehlo.multiply %22, %24 : tensor<8x4xf64>
    %26 = stablehlo.add %23, %25 : tensor<8x4xf64>
    %27 = stablehlo.tanh %26 : tensor<8x4xf64>
    %cst_3 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %28 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f64>) -> tensor<8x4xf64>
    %29 = stablehlo.subtract %28, %13 : tensor<8x4xf64>
    %30 = stablehlo.multiply %29, %27 : tensor<8x4xf64>
    %31 = stablehlo.multiply %13, %arg3 : tensor<8x4xf64>
    %32 = stablehlo.add %30, %31 : tensor<8x4xf64>
    return %32 : tensor<8x4xf64>
  }
}
