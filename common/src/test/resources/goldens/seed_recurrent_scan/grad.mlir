module @jit_value_and_grad attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<6xf64>, %arg1: tensor<6xf64>, %arg2: tensor<6x6xf64>, %arg3: tensor<3x6xf64>, %arg4: tensor<10x7x3xf64>, %arg5: tensor<10xf64>) -> (tensor<f64> {jax.result_info = "result[0]"}, tensor<6xf64> {jax.result_info = "result[1][0]"}, tensor<6xf64> {jax.result_info = "result[1][1]"}, tensor<6x6xf64> {jax.result_info = "result[1][2]"}, tensor<3x6xf64> {jax.result_info = "result[1][3]"}) {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<10x6xf64>
    %1 = stablehlo.transpose %arg4, dims = [1, 0, 2] : (tensor<10x7x3xf64>) -> tensor<7x10x3xf64>
    %2 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<6xf64>) -> tensor<1x6xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %3 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<7x10x6xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %4 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f64>) -> tensor<7x10x6xf64>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %5 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f64>) -> tensor<7x10x6xf64>
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %6 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f64>) -> tensor<7x10x6xf64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %7:10 = stablehlo.while(%iterArg = %1, %iterArg_14 = %arg3, %iterArg_15 = %arg2, %iterArg_16 = %2, %iterArg_17 = %c, %iterArg_18 = %0, %iterArg_19 = %3, %iterArg_20 = %4, %iterArg_21 = %5, %iterArg_22 = %6) : tensor<7x10x3xf64>, tensor<3x6xf64>, tensor<6x6xf64>, tensor<1x6xf64>, tensor<i64>, tensor<10x6xf64>, tensor<7x10x6xf64>, tensor<7x10x6xf64>, tensor<7x10x6xf64>, tensor<7x10x6xf64>
    cond {
      %c_23 = stablehlo.constant dense<7> : tensor<i64>
      %25 = stablehlo.compare LT, %iterArg_17, %c_23, SIGNED : (tensor<i64>, tensor<i64>) -> tensor<i1>
      stablehlo.return %25 : tensor<i1>
    } do {
      %25 = func.call @dynamic_index_in_dim(%iterArg, %iterArg_17) : (tensor<7x10x3xf64>, tensor<i64>) -> tensor<10x3xf64>
      %26:5 = func.call @closed_call(%iterArg_14, %iterArg_15, %iterArg_16, %iterArg_18, %25) : (tensor<3x6xf64>, tensor<6x6xf64>, tensor<1x6xf64>, tensor<10x6xf64>, tensor<10x3xf64>) -> (tensor<10x6xf64>, tensor<10x6xf64>, tensor<10x6xf64>, tensor<10x6xf64>, tensor<10x6xf64>)
      %27 = func.call @dynamic_update_index_in_dim(%iterArg_19, %26#1, %iterArg_17) : (tensor<7x10x6xf64>, tensor<10x6xf64>, tensor<i64>) -> tensor<7x10x6xf64>
      %28 = func.call @dynamic_update_index_in_dim(%iterArg_20, %26#2, %iterArg_17) : (tensor<7x10x6xf64>, tensor<10x6xf64>, tensor<i64>) -> tensor<7x10x6xf64>
      %29 = func.call @dynamic_update_index_in_dim(%iterArg_21, %26#3, %iterArg_17) : (tensor<7x10x6xf64>, tensor<10x6xf64>, tensor<i64>) -> tensor<7x10x6xf64>
      %30 = func.call @dynamic_update_index_in_dim(%iterArg_22, %26#4, %iterArg_17) : (tensor<7x10x6xf64>, tensor<10x6xf64>, tensor<i64>) -> tensor<7x10x6xf64>
      %c_23 = stablehlo.constant dense<1> : tensor<i64>
      %31 = stablehlo.add %iterArg_17, %c_23 : tensor<i64>
      stablehlo.return %iterArg, %iterArg_14, %iterArg_15, %iterArg_16, %31, %26#0, %27, %28, %29, %30 : tensor<7x10x3xf64>, tensor<3x6xf64>, tensor<6x6xf64>, tensor<1x6xf64>, tensor<i64>, tensor<10x6xf64>, tensor<7x10x6xf64>, tensor<7x10x6xf64>, tensor<7x10x6xf64>, tensor<7x10x6xf64>
    }
    %8 = stablehlo.dot_general %7#5, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<10x6xf64>, tensor<6xf64>) -> tensor<10xf64>
    %9 = stablehlo.subtract %8, %arg5 : tensor<10xf64>
    %10 = stablehlo.multiply %9, %9 : tensor<10xf64>
    %cst_4 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %11 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f64>) -> tensor<10xf64>
    %12 = stablehlo.multiply %11, %9 : tensor<10xf64>
    %cst_5 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %13 = stablehlo.reduce(%10 init: %cst_5) applies stablehlo.add across dimensions = [0] : (tensor<10xf64>, tensor<f64>) -> tensor<f64>
    %cst_6 = stablehlo.constant dense<1.000000e+01> : tensor<f64>
    %14 = stablehlo.divide %13, %cst_6 : tensor<f64>
    %cst_7 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %15 = stablehlo.broadcast_in_dim %cst_7, dims = [] : (tensor<f64>) -> tensor<10x6xf64>
    %cst_8 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %cst_9 = stablehlo.constant dense<1.000000e+01> : tensor<f64>
    %16 = stablehlo.divide %cst_8, %cst_9 : tensor<f64>
    %17 = stablehlo.broadcast_in_dim %16, dims = [] : (tensor<f64>) -> tensor<10xf64>
    %18 = stablehlo.multiply %17, %12 : tensor<10xf64>
    %19 = stablehlo.dot_general %18, %7#5, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<10xf64>, tensor<10x6xf64>) -> tensor<6xf64>
    %20 = stablehlo.dot_general %18, %arg1, contracting_dims = [] x [], precision = [DEFAULT, DEFAULT] : (tensor<10xf64>, tensor<6xf64>) -> tensor<10x6xf64>
    %cst_10 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %21 = stablehlo.broadcast_in_dim %cst_10, dims = [] : (tensor<f64>) -> tensor<3x6xf64>
    %cst_11 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %22 = stablehlo.broadcast_in_dim %cst_11, dims = [] : (tensor<f64>) -> tensor<6x6xf64>
    %cst_12 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %23 = stablehlo.broadcast_in_dim %cst_12, dims = [] : (tensor<f64>) -> tensor<6xf64>
    %c_13 = stablehlo.constant dense<0> : tensor<i64>
    %24:10 = stablehlo.while(%iterArg = %1, %iterArg_14 = %7#7, %iterArg_15 = %7#8, %iterArg_16 = %7#9, %iterArg_17 = %arg2, %iterArg_18 = %c_13, %iterArg_19 = %21, %iterArg_20 = %22, %iterArg_21 = %23, %iterArg_22 = %20) : tensor<7x10x3xf64>, tensor<7x10x6xf64>, tensor<7x10x6xf64>, tensor<7x10x6xf64>, tensor<6x6xf64>, tensor<i64>, tensor<3x6xf64>, tensor<6x6xf64>, tensor<6xf64>, tensor<10x6xf64>
    cond {
      %c_23 = stablehlo.constant dense<7> : tensor<i64>
      %25 = stablehlo.compare LT, %iterArg_18, %c_23, SIGNED : (tensor<i64>, tensor<i64>) -> tensor<i1>
      stablehlo.return %25 : tensor<i1>
    } do {
      %c_23 = stablehlo.constant dense<7> : tensor<i64>
      %25 = stablehlo.subtract %c_23, %iterArg_18 : tensor<i64>
      %c_24 = stablehlo.constant dense<1> : tensor<i64>
      %26 = stablehlo.subtract %25, %c_24 : tensor<i64>
      %27 = func.call @dynamic_index_in_dim(%iterArg, %26) : (tensor<7x10x3xf64>, tensor<i64>) -> tensor<10x3xf64>
      %28 = func.call @dynamic_index_in_dim_0(%iterArg_14, %26) : (tensor<7x10x6xf64>, tensor<i64>) -> tensor<10x6xf64>
      %29 = func.call @dynamic_index_in_dim_0(%iterArg_15, %26) : (tensor<7x10x6xf64>, tensor<i64>) -> tensor<10x6xf64>
      %30 = func.call @dynamic_index_in_dim_0(%iterArg_16, %26) : (tensor<7x10x6xf64>, tensor<i64>) -> tensor<10x6xf64>
      %31:4 = func.call @closed_call_1(%iterArg_17, %iterArg_19, %iterArg_20, %iterArg_21, %iterArg_22, %27, %28, %29, %30) : (tensor<6x6xf64>, tensor<3x6xf64>, tensor<6x6xf64>, tensor<6xf64>, tensor<10x6xf64>, tensor<10x3xf64>, tensor<10x6xf64>, tensor<10x6xf64>, tensor<10x6xf64>) -> (tensor<3x6xf64>, tensor<6x6xf64>, tensor<6xf64>, tensor<10x6xf64>)
      %c_25 = stablehlo.constant dense<1> : tensor<i64>
      %32 = stablehlo.add %iterArg_18, %c_25 : tensor<i64>
      stablehlo.return %iterArg, %iterArg_14, %iterArg_15, %iterArg_16, %iterArg_17, %32, %31#0, %31#1, %31#2, %31#3 : tensor<7x10x3xf64>, tensor<7x10x6xf64>, tensor<7x10x6xf64>, tensor<7x10x6xf64>, tensor<6x6xf64>, tensor<i64>, tensor<3x6xf64>, tensor<6x6xf64>, tensor<6xf64>, tensor<10x6xf64>
    }
    return %14, %24#8, %19, %24#7, %24#6 : tensor<f64>, tensor<6xf64>, tensor<6xf64>, tensor<6x6xf64>, tensor<3x6xf64>
  }
  func.func private @dynamic_index_in_dim(%arg0: tensor<7x10x3xf64>, %arg1: tensor<i64>) -> tensor<10x3xf64> {
    %c = stablehlo.constant dense<0> : tensor<i64>
    %c_0 = stablehlo.constant dense<0> : tensor<i64>
    %0 = stablehlo.dynamic_slice %arg0, %arg1, %c, %c_0, sizes = [1, 10, 3] : (tensor<7x10x3xf64>, tensor<i64>, tensor<i64>, tensor<i64>) -> tensor<1x10x3xf64>
    %1 = stablehlo.reshape %0 : (tensor<1x10x3xf64>) -> tensor<10x3xf64>
    return %1 : tensor<10x3xf64>
  }
  func.func private @closed_call(%arg0: tensor<3x6xf64>, %arg1: tensor<6x6xf64>, %arg2: tensor<1x6xf64>, %arg3: tensor<10x6xf64>, %arg4: tensor<10x3xf64>) -> (tensor<10x6xf64>, tensor<10x6xf64>, tensor<10x6xf64>, tensor<10x6xf64>, tensor<10x6xf64>) {
    %0 = stablehlo.dot_general %arg4, %arg0, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<10x3xf64>, tensor<3x6xf64>) -> tensor<10x6xf64>
    %1 = stablehlo.dot_general %arg3, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<10x6xf64>, tensor<6x6xf64>) -> tensor<10x6xf64>
    %2 = stablehlo.add %0, %1 : tensor<10x6xf64>
    %3 = stablehlo.broadcast_in_dim %arg2, dims = [0, 1] : (tensor<1x6xf64>) -> tensor<10x6xf64>
    %4 = stablehlo.add %2, %3 : tensor<10x6xf64>
    %5 = stablehlo.tanh %4 : tensor<10x6xf64>
    %cst = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %6 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<10x6xf64>
    %7 = stablehlo.subtract %6, %5 : tensor<10x6xf64>
    return %5, %5, %arg3, %5, %7 : tensor<10x6xf64>, tensor<10x6xf64>, tensor<10x6xf64>, tensor<10x6xf64>, tensor<10x6xf64>
  }
  func.func private @dynamic_update_index_in_dim(%arg0: tensor<7x10x6xf64>, %arg1: tensor<10x6xf64>, %arg2: tensor<i64>) -> tensor<7x10x6xf64> {
    %0 = stablehlo.broadcast_in_dim %arg1, dims = [1, 2] : (tensor<10x6xf64>) -> tensor<1x10x6xf64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %c_0 = stablehlo.constant dense<0> : tensor<i64>
    %1 = stablehlo.dynamic_update_slice %arg0, %0, %arg2, %c, %c_0 : (tensor<7x10x6xf64>, tensor<1x10x6xf64>, tensor<i64>, tensor<i64>, tensor<i64>) -> tensor<7x10x6xf64>
    return %1 : tensor<7x10x6xf64>
  }
  func.func private @dynamic_index_in_dim_0(%arg0: tensor<7x10x6xf64>, %arg1: tensor<i64>) -> tensor<10x6xf64> {
    %c = stablehlo.constant dense<0> : tensor<i64>
    %c_0 = stablehlo.constant dense<0> : tensor<i64>
    %0 = stablehlo.dynamic_slice %arg0, %arg1, %c, %c_0, sizes = [1, 10, 6] : (tensor<7x10x6xf64>, tensor<i64>, tensor<i64>, tensor<i64>) -> tensor<1x10x6xf64>
    %1 = stablehlo.reshape %0 : (tensor<1x10x6xf64>) -> tensor<10x6xf64>
    return %1 : tensor<10x6xf64>
  }
  func.func private @closed_call_1(%arg0: tensor<6x6xf64>, %arg1: tensor<3x6xf64>, %arg2: tensor<6x6xf64>, %arg3: tensor<6xf64>, %arg4: tensor<10x6xf64>, %arg5: tensor<10x3xf64>, %arg6: tensor<10x6xf64>, %arg7: tensor<10x6xf64>, %arg8: tensor<10x6xf64>) -> (tensor<3x6xf64>, tensor<6x6xf64>, tensor<6xf64>, tensor<10x6xf64>) {
    %0 = stablehlo.multiply %arg4, %arg8 : tensor<10x6xf64>
    %1 = stablehlo.multiply %0, %arg7 : tensor<10x6xf64>
    %2 = stablehlo.add %0, %1 : tensor<10x6xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %3 = stablehlo.reduce(%2 init: %cst) applies stablehlo.add across dimensions = [0] : (tensor<10x6xf64>, tensor<f64>) -> tensor<6xf64>
    %4 = stablehlo.reshape %3 : (tensor<6xf64>) -> tensor<1x6xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %5 = stablehlo.reduce(%4 init: %cst_0) applies stablehlo.add across dimensions = [0] : (tensor<1x6xf64>, tensor<f64>) -> tensor<6xf64>
    %6 = stablehlo.add %arg3, %5 : tensor<6xf64>
    %7 = stablehlo.dot_general %2, %arg6, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<10x6xf64>, tensor<10x6xf64>) -> tensor<6x6xf64>
    %8 = stablehlo.transpose %7, dims = [1, 0] : (tensor<6x6xf64>) -> tensor<6x6xf64>
    %9 = stablehlo.add %arg2, %8 : tensor<6x6xf64>
    %10 = stablehlo.dot_general %2, %arg0, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<10x6xf64>, tensor<6x6xf64>) -> tensor<10x6xf64>
    %11 = stablehlo.dot_general %2, %arg5, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<10x6xf64>, tensor<10x3xf64>) -> tensor<6x3xf64>
    %12 = stablehlo.transpose %11, dims = [1, 0] : (tensor<6x3xf64>) -> tensor<3x6xf64>
    %13 = stablehlo.add %arg1, %12 : tensor<3x6xf64>
    return %13, %9, %6, %10 : tensor<3x6xf64>, tensor<6x6xf64>, tensor<6xf64>, tensor<10x6xf64>
  }
}
