module @jit_value_and_grad attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<12xf64>, %arg1: tensor<4xf64>, %arg2: tensor<4x12xf64>, %arg3: tensor<3x12xf64>, %arg4: tensor<8x5x3xf64>, %arg5: tensor<8xf64>) -> (tensor<f64> {jax.result_info = "result[0]"}, tensor<12xf64> {jax.result_info = "result[1][0]"}, tensor<4xf64> {jax.result_info = "result[1][1]"}, tensor<4x12xf64> {jax.result_info = "result[1][2]"}, tensor<3x12xf64> {jax.result_info = "result[1][3]"}) {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<8x4xf64>
    %1 = stablehlo.transpose %arg4, dims = [1, 0, 2] : (tensor<8x5x3xf64>) -> tensor<5x8x3xf64>
    %2 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<12xf64>) -> tensor<1x12xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %3 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<5x8x4xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %4 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f64>) -> tensor<5x8x4xf64>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %5 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f64>) -> tensor<5x8x4xf64>
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %6 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f64>) -> tensor<5x8x4xf64>
    %cst_4 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %7 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f64>) -> tensor<5x8x4xf64>
    %cst_5 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %8 = stablehlo.broadcast_in_dim %cst_5, dims = [] : (tensor<f64>) -> tensor<5x8x4xf64>
    %cst_6 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %9 = stablehlo.broadcast_in_dim %cst_6, dims = [] : (tensor<f64>) -> tensor<5x8x4xf64>
    %cst_7 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %10 = stablehlo.broadcast_in_dim %cst_7, dims = [] : (tensor<f64>) -> tensor<5x8x4xf64>
    %cst_8 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %11 = stablehlo.broadcast_in_dim %cst_8, dims = [] : (tensor<f64>) -> tensor<5x8x4xf64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %12:15 = stablehlo.while(%iterArg = %1, %iterArg_19 = %arg3, %iterArg_20 = %2, %iterArg_21 = %arg2, %iterArg_22 = %c, %iterArg_23 = %0, %iterArg_24 = %3, %iterArg_25 = %4, %iterArg_26 = %5, %iterArg_27 = %6, %iterArg_28 = %7, %iterArg_29 = %8, %iterArg_30 = %9, %iterArg_31 = %10, %iterArg_32 = %11) : tensor<5x8x3xf64>, tensor<3x12xf64>, tensor<1x12xf64>, tensor<4x12xf64>, tensor<i64>, tensor<8x4xf64>, tensor<5x8x4xf64>, tensor<5x8x4xf64>, tensor<5x8x4xf64>, tensor<5x8x4xf64>, tensor<5x8x4xf64>, tensor<5x8x4xf64>, tensor<5x8x4xf64>, tensor<5x8x4xf64>, tensor<5x8x4xf64>
    cond {
      %c_33 = stablehlo.constant dense<5> : tensor<i64>
      %30 = stablehlo.compare LT, %iterArg_22, %c_33, SIGNED : (tensor<i64>, tensor<i64>) -> tensor<i1>
      stablehlo.return %30 : tensor<i1>
    } do {
      %c_33 = stablehlo.constant dense<5> : tensor<i64>
      %30 = stablehlo.subtract %c_33, %iterArg_22 : tensor<i64>
      %c_34 = stablehlo.constant dense<1> : tensor<i64>
      %31 = stablehlo.subtract %30, %c_34 : tensor<i64>
      %32 = func.call @dynamic_index_in_dim(%iterArg, %31) : (tensor<5x8x3xf64>, tensor<i64>) -> tensor<8x3xf64>
      %33:10 = func.call @closed_call(%iterArg_19, %iterArg_20, %iterArg_21, %iterArg_23, %32) : (tensor<3x12xf64>, tensor<1x12xf64>, tensor<4x12xf64>, tensor<8x4xf64>, tensor<8x3xf64>) -> (tensor<8x4xf64>, tensor<8x4xf64>, tensor<8x4xf64>, tensor<8x4xf64>, tensor<8x4xf64>, tensor<8x4xf64>, tensor<8x4xf64>, tensor<8x4xf64>, tensor<8x4xf64>, tensor<8x4xf64>)
      %34 = func.call @dynamic_update_index_in_dim(%iterArg_24, %33#1, %31) : (tensor<5x8x4xf64>, tensor<8x4xf64>, tensor<i64>) -> tensor<5x8x4xf64>
      %35 = func.call @dynamic_update_index_in_dim(%iterArg_25, %33#2, %31) : (tensor<5x8x4xf64>, tensor<8x4xf64>, tensor<i64>) -> tensor<5x8x4xf64>
      %36 = func.call @dynamic_update_index_in_dim(%iterArg_26, %33#3, %31) : (tensor<5x8x4xf64>, tensor<8x4xf64>, tensor<i64>) -> tensor<5x8x4xf64>
      %37 = func.call @dynamic_update_index_in_dim(%iterArg_27, %33#4, %31) : (tensor<5x8x4xf64>, tensor<8x4xf64>, tensor<i64>) -> tensor<5x8x4xf64>
      %38 = func.call @dynamic_update_index_in_dim(%iterArg_28, %33#5, %31) : (tensor<5x8x4xf64>, tensor<8x4xf64>, tensor<i64>) -> tensor<5x8x4xf64>
      %39 = func.call @dynamic_update_index_in_dim(%iterArg_29, %33#6, %31) : (tensor<5x8x4xf64>, tensor<8x4xf64>, tensor<i64>) -> tensor<5x8x4xf64>
      %40 = func.call @dynamic_update_index_in_dim(%iterArg_30, %33#7, %31) : (tensor<5x8x4xf64>, tensor<8x4xf64>, tensor<i64>) -> tensor<5x8x4xf64>
      %41 = func.call @dynamic_update_index_in_dim(%iterArg_31, %33#8, %31) : (tensor<5x8x4xf64>, tensor<8x4xf64>, tensor<i64>) -> tensor<5x8x4xf64>
      %42 = func.call @dynamic_update_index_in_dim(%iterArg_32, %33#9, %31) : (tensor<5x8x4xf64>, tensor<8x4xf64>, tensor<i64>) -> tensor<5x8x4xf64>
      %c_35 = stablehlo.constant dense<1> : tensor<i64>
      %43 = stablehlo.add %iterArg_22, %c_35 : tensor<i64>
      stablehlo.return %iterArg, %iterArg_19, %iterArg_20, %iterArg_21, %43, %33#0, %34, %35, %36, %37, %38, %39, %40, %41, %42 : tensor<5x8x3xf64>, tensor<3x12xf64>, tensor<1x12xf64>, tensor<4x12xf64>, tensor<i64>, tensor<8x4xf64>, tensor<5x8x4xf64>, tensor<5x8x4xf64>, tensor<5x8x4xf64>, tensor<5x8x4xf64>, tensor<5x8x4xf64>, tensor<5x8x4xf64>, tensor<5x8x4xf64>, tensor<5x8x4xf64>, tensor<5x8x4xf64>
    }
    %13 = stablehlo.dot_general %12#5, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x4xf64>, tensor<4xf64>) -> tensor<8xf64>
    %14 = stablehlo.subtract %13, %arg5 : tensor<8xf64>
    %15 = stablehlo.multiply %14, %14 : tensor<8xf64>
    %cst_9 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %16 = stablehlo.broadcast_in_dim %cst_9, dims = [] : (tensor<f64>) -> tensor<8xf64>
    %17 = stablehlo.multiply %16, %14 : tensor<8xf64>
    %cst_10 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %18 = stablehlo.reduce(%15 init: %cst_10) applies stablehlo.add across dimensions = [0] : (tensor<8xf64>, tensor<f64>) -> tensor<f64>
    %cst_11 = stablehlo.constant dense<8.000000e+00> : tensor<f64>
    %19 = stablehlo.divide %18, %cst_11 : tensor<f64>
    %cst_12 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %20 = stablehlo.broadcast_in_dim %cst_12, dims = [] : (tensor<f64>) -> tensor<8x4xf64>
    %cst_13 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %cst_14 = stablehlo.constant dense<8.000000e+00> : tensor<f64>
    %21 = stablehlo.divide %cst_13, %cst_14 : tensor<f64>
    %22 = stablehlo.broadcast_in_dim %21, dims = [] : (tensor<f64>) -> tensor<8xf64>
    %23 = stablehlo.multiply %22, %17 : tensor<8xf64>
    %24 = stablehlo.dot_general %23, %12#5, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8xf64>, tensor<8x4xf64>) -> tensor<4xf64>
    %25 = stablehlo.dot_general %23, %arg1, contracting_dims = [] x [], precision = [DEFAULT, DEFAULT] : (tensor<8xf64>, tensor<4xf64>) -> tensor<8x4xf64>
    %cst_15 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %26 = stablehlo.broadcast_in_dim %cst_15, dims = [] : (tensor<f64>) -> tensor<3x12xf64>
    %cst_16 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %27 = stablehlo.broadcast_in_dim %cst_16, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %cst_17 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %28 = stablehlo.broadcast_in_dim %cst_17, dims = [] : (tensor<f64>) -> tensor<4x12xf64>
    %c_18 = stablehlo.constant dense<0> : tensor<i64>
    %29:16 = stablehlo.while(%iterArg = %1, %iterArg_19 = %12#6, %iterArg_20 = %12#7, %iterArg_21 = %12#8, %iterArg_22 = %12#9, %iterArg_23 = %12#10, %iterArg_24 = %12#11, %iterArg_25 = %12#12, %iterArg_26 = %12#13, %iterArg_27 = %12#14, %iterArg_28 = %arg2, %iterArg_29 = %c_18, %iterArg_30 = %26, %iterArg_31 = %27, %iterArg_32 = %28, %iterArg_33 = %25) : tensor<5x8x3xf64>, tensor<5x8x4xf64>, tensor<5x8x4xf64>, tensor<5x8x4xf64>, tensor<5x8x4xf64>, tensor<5x8x4xf64>, tensor<5x8x4xf64>, tensor<5x8x4xf64>, tensor<5x8x4xf64>, tensor<5x8x4xf64>, tensor<4x12xf64>, tensor<i64>, tensor<3x12xf64>, tensor<12xf64>, tensor<4x12xf64>, tensor<8x4xf64>
    cond {
      %c_34 = stablehlo.constant dense<5> : tensor<i64>
      %30 = stablehlo.compare LT, %iterArg_29, %c_34, SIGNED : (tensor<i64>, tensor<i64>) -> tensor<i1>
      stablehlo.return %30 : tensor<i1>
    } do {
      %30 = func.call @dynamic_index_in_dim(%iterArg, %iterArg_29) : (tensor<5x8x3xf64>, tensor<i64>) -> tensor<8x3xf64>
      %31 = func.call @dynamic_index_in_dim_0(%iterArg_19, %iterArg_29) : (tensor<5x8x4xf64>, tensor<i64>) -> tensor<8x4xf64>
      %32 = func.call @dynamic_index_in_dim_0(%iterArg_20, %iterArg_29) : (tensor<5x8x4xf64>, tensor<i64>) -> tensor<8x4xf64>
      %33 = func.call @dynamic_index_in_dim_0(%iterArg_21, %iterArg_29) : (tensor<5x8x4xf64>, tensor<i64>) -> tensor<8x4xf64>
      %34 = func.call @dynamic_index_in_dim_0(%iterArg_22, %iterArg_29) : (tensor<5x8x4xf64>, tensor<i64>) -> tensor<8x4xf64>
      %35 = func.call @dynamic_index_in_dim_0(%iterArg_23, %iterArg_29) : (tensor<5x8x4xf64>, tensor<i64>) -> tensor<8x4xf64>
      %36 = func.call @dynamic_index_in_dim_0(%iterArg_24, %iterArg_29) : (tensor<5x8x4xf64>, tensor<i64>) -> tensor<8x4xf64>
      %37 = func.call @dynamic_index_in_dim_0(%iterArg_25, %iterArg_29) : (tensor<5x8x4xf64>, tensor<i64>) -> tensor<8x4xf64>
      %38 = func.call @dynamic_index_in_dim_0(%iterArg_26, %iterArg_29) : (tensor<5x8x4xf64>, tensor<i64>) -> tensor<8x4xf64>
      %39 = func.call @dynamic_index_in_dim_0(%iterArg_27, %iterArg_29) : (tensor<5x8x4xf64>, tensor<i64>) -> tensor<8x4xf64>
      %40:4 = func.call @closed_call_1(%iterArg_28, %iterArg_30, %iterArg_31, %iterArg_32, %iterArg_33, %30, %31, %32, %33, %34, %35, %36, %37, %38, %39) : (tensor<4x12xf64>, tensor<3x12xf64>, tensor<12xf64>, tensor<4x12xf64>, tensor<8x4xf64>, tensor<8x3xf64>, tensor<8x4xf64>, tensor<8x4xf64>, tensor<8x4xf64>, tensor<8x4xf64>, tensor<8x4xf64>, tensor<8x4xf64>, tensor<8x4xf64>, tensor<8x4xf64>, tensor<8x4xf64>) -> (tensor<3x12xf64>, tensor<12xf64>, tensor<4x12xf64>, tensor<8x4xf64>)
      %c_34 = stablehlo.constant dense<1> : tensor<i64>
      %41 = stablehlo.add %iterArg_29, %c_34 : tensor<i64>
      stablehlo.return %iterArg, %iterArg_19, %iterArg_20, %iterArg_21, %iterArg_22, %iterArg_23, %iterArg_24, %iterArg_25, %iterArg_26, %iterArg_27, %iterArg_28, %41, %40#0, %40#1, %40#2, %40#3 : tensor<5x8x3xf64>, tensor<5x8x4xf64>, tensor<5x8x4xf64>, tensor<5x8x4xf64>, tensor<5x8x4xf64>, tensor<5x8x4xf64>, tensor<5x8x4xf64>, tensor<5x8x4xf64>, tensor<5x8x4xf64>, tensor<5x8x4xf64>, tensor<4x12xf64>, tensor<i64>, tensor<3x12xf64>, tensor<12xf64>, tensor<4x12xf64>, tensor<8x4xf64>
    }
    return %19, %29#13, %24, %29#14, %29#12 : tensor<f64>, tensor<12xf64>, tensor<4xf64>, tensor<4x12xf64>, tensor<3x12xf64>
  }
  func.func private @dynamic_index_in_dim(%arg0: tensor<5x8x3xf64>, %arg1: tensor<i64>) -> tensor<8x3xf64> {
    %c = stablehlo.constant dense<0> : tensor<i64>
    %c_0 = stablehlo.constant dense<0> : tensor<i64>
    %0 = stablehlo.dynamic_slice %arg0, %arg1, %c, %c_0, sizes = [1, 8, 3] : (tensor<5x8x3xf64>, tensor<i64>, tensor<i64>, tensor<i64>) -> tensor<1x8x3xf64>
    %1 = stablehlo.reshape %0 : (tensor<1x8x3xf64>) -> tensor<8x3xf64>
    return %1 : tensor<8x3xf64>
  }
  func.func private @closed_call(%arg0: tensor<3x12xf64>, %arg1: tensor<1x12xf64>, %arg2: tensor<4x12xf64>, %arg3: tensor<8x4xf64>, %arg4: tensor<8x3xf64>) -> (tensor<8x4xf64>, tensor<8x4xf64>, tensor<8x4xf64>, tensor<8x4xf64>, tensor<8x4xf64>, tensor<8x4xf64>, tensor<8x4xf64>, tensor<8x4xf64>, tensor<8x4xf64>, tensor<8x4xf64>) {
    %0 = stablehlo.dot_general %arg4, %arg0, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x3xf64>, tensor<3x12xf64>) -> tensor<8x12xf64>
    %1 = stablehlo.broadcast_in_dim %arg1, dims = [0, 1] : (tensor<1x12xf64>) -> tensor<8x12xf64>
    %2 = stablehlo.add %0, %1 : tensor<8x12xf64>
    %3 = stablehlo.dot_general %arg3, %arg2, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x4xf64>, tensor<4x12xf64>) -> tensor<8x12xf64>
    %4 = stablehlo.slice %2 [0:8, 0:4] : (tensor<8x12xf64>) -> tensor<8x4xf64>
    %5 = stablehlo.slice %3 [0:8, 0:4] : (tensor<8x12xf64>) -> tensor<8x4xf64>
    %6 = stablehlo.add %4, %5 : tensor<8x4xf64>
    %7 = stablehlo.negate %6 : tensor<8x4xf64>
    %8 = stablehlo.exponential %7 : tensor<8x4xf64>
    %cst = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %9 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<8x4xf64>
    %10 = stablehlo.add %9, %8 : tensor<8x4xf64>
    %cst_0 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %11 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<8x4xf64>
    %12 = stablehlo.divide %11, %10 : tensor<8x4xf64>
    %cst_1 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %13 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f64>) -> tensor<8x4xf64>
    %14 = stablehlo.subtract %13, %12 : tensor<8x4xf64>
    %15 = stablehlo.multiply %12, %14 : tensor<8x4xf64>
    %16 = stablehlo.slice %2 [0:8, 4:8] : (tensor<8x12xf64>) -> tensor<8x4xf64>
    %17 = stablehlo.slice %3 [0:8, 4:8] : (tensor<8x12xf64>) -> tensor<8x4xf64>
    %18 = stablehlo.add %16, %17 : tensor<8x4xf64>
    %19 = stablehlo.negate %18 : tensor<8x4xf64>
    %20 = stablehlo.exponential %19 : tensor<8x4xf64>
    %cst_2 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %21 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f64>) -> tensor<8x4xf64>
    %22 = stablehlo.add %21, %20 : tensor<8x4xf64>
    %cst_3 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %23 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f64>) -> tensor<8x4xf64>
    %24 = stablehlo.divide %23, %22 : tensor<8x4xf64>
    %cst_4 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %25 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f64>) -> tensor<8x4xf64>
    %26 = stablehlo.subtract %25, %24 : tensor<8x4xf64>
    %27 = stablehlo.multiply %24, %26 : tensor<8x4xf64>
    %28 = stablehlo.slice %2 [0:8, 8:12] : (tensor<8x12xf64>) -> tensor<8x4xf64>
    %29 = stablehlo.slice %3 [0:8, 8:12] : (tensor<8x12xf64>) -> tensor<8x4xf64>
    %30 = stablehlo.multiply %24, %29 : tensor<8x4xf64>
    %31 = stablehlo.add %28, %30 : tensor<8x4xf64>
    %32 = stablehlo.tanh %31 : tensor<8x4xf64>
    %cst_5 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %33 = stablehlo.broadcast_in_dim %cst_5, dims = [] : (tensor<f64>) -> tensor<8x4xf64>
    %34 = stablehlo.subtract %33, %32 : tensor<8x4xf64>
    %cst_6 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %35 = stablehlo.broadcast_in_dim %cst_6, dims = [] : (tensor<f64>) -> tensor<8x4xf64>
    %36 = stablehlo.subtract %35, %12 : tensor<8x4xf64>
    %37 = stablehlo.multiply %36, %32 : tensor<8x4xf64>
    %38 = stablehlo.multiply %12, %arg3 : tensor<8x4xf64>
    %39 = stablehlo.add %37, %38 : tensor<8x4xf64>
    return %39, %arg3, %15, %27, %29, %24, %32, %34, %36, %12 : tensor<8x4xf64>, tensor<8x4xf64>, tensor<8x4xf64>, tensor<8x4xf64>, tensor<8x4xf64>, tensor<8x4xf64>, tensor<8x4xf64>, tensor<8x4xf64>, tensor<8x4xf64>, tensor<8x4xf64>
  }
  func.func private @dynamic_update_index_in_dim(%arg0: tensor<5x8x4xf64>, %arg1: tensor<8x4xf64>, %arg2: tensor<i64>) -> tensor<5x8x4xf64> {
    %0 = stablehlo.broadcast_in_dim %arg1, dims = [1, 2] : (tensor<8x4xf64>) -> tensor<1x8x4xf64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %c_0 = stablehlo.constant dense<0> : tensor<i64>
    %1 = stablehlo.dynamic_update_slice %arg0, %0, %arg2, %c, %c_0 : (tensor<5x8x4xf64>, tensor<1x8x4xf64>, tensor<i64>, tensor<i64>, tensor<i64>) -> tensor<5x8x4xf64>
    return %1 : tensor<5x8x4xf64>
  }
  func.func private @dynamic_index_in_dim_0(%arg0: tensor<5x8x4xf64>, %arg1: tensor<i64>) -> tensor<8x4xf64> {
    %c = stablehlo.constant dense<0> : tensor<i64>
    %c_0 = stablehlo.constant dense<0> : tensor<i64>
    %0 = stablehlo.dynamic_slice %arg0, %arg1, %c, %c_0, sizes = [1, 8, 4] : (tensor<5x8x4xf64>, tensor<i64>, tensor<i64>, tensor<i64>) -> tensor<1x8x4xf64>
    %1 = stablehlo.reshape %0 : (tensor<1x8x4xf64>) -> tensor<8x4xf64>
    return %1 : tensor<8x4xf64>
  }
  func.func private @closed_call_1(%arg0: tensor<4x12xf64>, %arg1: tensor<3x12xf64>, %arg2: tensor<12xf64>, %arg3: tensor<4x12xf64>, %arg4: tensor<8x4xf64>, %arg5: tensor<8x3xf64>, %arg6: tensor<8x4xf64>, %arg7: tensor<8x4xf64>, %arg8: tensor<8x4xf64>, %arg9: tensor<8x4xf64>, %arg10: tensor<8x4xf64>, %arg11: tensor<8x4xf64>, %arg12: tensor<8x4xf64>, %arg13: tensor<8x4xf64>, %arg14: tensor<8x4xf64>) -> (tensor<3x12xf64>, tensor<12xf64>, tensor<4x12xf64>, tensor<8x4xf64>) {
    %0 = stablehlo.multiply %arg14, %arg4 : tensor<8x4xf64>
    %1 = stablehlo.multiply %arg4, %arg6 : tensor<8x4xf64>
    %2 = stablehlo.multiply %arg13, %arg4 : tensor<8x4xf64>
    %3 = stablehlo.multiply %arg4, %arg11 : tensor<8x4xf64>
    %4 = stablehlo.negate %3 : tensor<8x4xf64>
    %5 = stablehlo.add %1, %4 : tensor<8x4xf64>
    %6 = stablehlo.multiply %2, %arg12 : tensor<8x4xf64>
    %7 = stablehlo.multiply %6, %arg11 : tensor<8x4xf64>
    %8 = stablehlo.add %6, %7 : tensor<8x4xf64>
    %9 = stablehlo.multiply %arg10, %8 : tensor<8x4xf64>
    %10 = stablehlo.multiply %8, %arg9 : tensor<8x4xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %11 = stablehlo.pad %9, %cst, low = [0, 8], high = [0, 0], interior = [0, 0] : (tensor<8x4xf64>, tensor<f64>) -> tensor<8x12xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %12 = stablehlo.pad %8, %cst_0, low = [0, 8], high = [0, 0], interior = [0, 0] : (tensor<8x4xf64>, tensor<f64>) -> tensor<8x12xf64>
    %13 = stablehlo.multiply %10, %arg8 : tensor<8x4xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %14 = stablehlo.pad %13, %cst_1, low = [0, 4], high = [0, 4], interior = [0, 0] : (tensor<8x4xf64>, tensor<f64>) -> tensor<8x12xf64>
    %15 = stablehlo.add %11, %14 : tensor<8x12xf64>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %16 = stablehlo.pad %13, %cst_2, low = [0, 4], high = [0, 4], interior = [0, 0] : (tensor<8x4xf64>, tensor<f64>) -> tensor<8x12xf64>
    %17 = stablehlo.add %12, %16 : tensor<8x12xf64>
    %18 = stablehlo.multiply %5, %arg7 : tensor<8x4xf64>
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %19 = stablehlo.pad %18, %cst_3, low = [0, 0], high = [0, 8], interior = [0, 0] : (tensor<8x4xf64>, tensor<f64>) -> tensor<8x12xf64>
    %20 = stablehlo.add %15, %19 : tensor<8x12xf64>
    %cst_4 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %21 = stablehlo.pad %18, %cst_4, low = [0, 0], high = [0, 8], interior = [0, 0] : (tensor<8x4xf64>, tensor<f64>) -> tensor<8x12xf64>
    %22 = stablehlo.add %17, %21 : tensor<8x12xf64>
    %23 = stablehlo.dot_general %20, %arg6, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x12xf64>, tensor<8x4xf64>) -> tensor<12x4xf64>
    %24 = stablehlo.transpose %23, dims = [1, 0] : (tensor<12x4xf64>) -> tensor<4x12xf64>
    %25 = stablehlo.add %arg3, %24 : tensor<4x12xf64>
    %26 = stablehlo.dot_general %20, %arg0, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x12xf64>, tensor<4x12xf64>) -> tensor<8x4xf64>
    %27 = stablehlo.add %0, %26 : tensor<8x4xf64>
    %cst_5 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %28 = stablehlo.reduce(%22 init: %cst_5) applies stablehlo.add across dimensions = [0] : (tensor<8x12xf64>, tensor<f64>) -> tensor<12xf64>
    %29 = stablehlo.reshape %28 : (tensor<12xf64>) -> tensor<1x12xf64>
    %cst_6 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %30 = stablehlo.reduce(%29 init: %cst_6) applies stablehlo.add across dimensions = [0] : (tensor<1x12xf64>, tensor<f64>) -> tensor<12xf64>
    %31 = stablehlo.add %arg2, %30 : tensor<12xf64>
    %32 = stablehlo.dot_general %22, %arg5, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x12xf64>, tensor<8x3xf64>) -> tensor<12x3xf64>
    %33 = stablehlo.transpose %32, dims = [1, 0] : (tensor<12x3xf64>) -> tensor<3x12xf64>
    %34 = stablehlo.add %arg1, %33 : tensor<3x12xf64>
    return %34, %31, %25, %27 : tensor<3x12xf64>, tensor<12xf64>, tensor<4x12xf64>, tensor<8x4xf64>
  }
}
