module @jit_flat attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<6xf64>, %arg1: tensor<6xf64>, %arg2: tensor<6x6xf64>, %arg3: tensor<3x6xf64>, %arg4: tensor<10x7x3xf64>, %arg5: tensor<10xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<10x6xf64>
    %1 = stablehlo.transpose %arg4, dims = [1, 0, 2] : (tensor<10x7x3xf64>) -> tensor<7x10x3xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %2 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<7x10x6xf64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %3:7 = stablehlo.while(%iterArg = %1, %iterArg_3 = %arg3, %iterArg_4 = %arg2, %iterArg_5 = %arg0, %iterArg_6 = %c, %iterArg_7 = %0, %iterArg_8 = %2) : tensor<7x10x3xf64>, tensor<3x6xf64>, tensor<6x6xf64>, tensor<6xf64>, tensor<i64>, tensor<10x6xf64>, tensor<7x10x6xf64>
    cond {
      %c_9 = stablehlo.constant dense<7> : tensor<i64>
      %9 = stablehlo.compare LT, %iterArg_6, %c_9, SIGNED : (tensor<i64>, tensor<i64>) -> tensor<i1>
      stablehlo.return %9 : tensor<i1>
    } do {
      %9 = func.call @dynamic_index_in_dim(%iterArg, %iterArg_6) : (tensor<7x10x3xf64>, tensor<i64>) -> tensor<10x3xf64>
      %10:2 = func.call @closed_call(%iterArg_3, %iterArg_4, %iterArg_5, %iterArg_7, %9) : (tensor<3x6xf64>, tensor<6x6xf64>, tensor<6xf64>, tensor<10x6xf64>, tensor<10x3xf64>) -> (tensor<10x6xf64>, tensor<10x6xf64>)
      %11 = func.call @dynamic_update_index_in_dim(%iterArg_8, %10#1, %iterArg_6) : (tensor<7x10x6xf64>, tensor<10x6xf64>, tensor<i64>) -> tensor<7x10x6xf64>
      %c_9 = stablehlo.constant dense<1> : tensor<i64>
      %12 = stablehlo.add %iterArg_6, %c_9 : tensor<i64>
      stablehlo.return %iterArg, %iterArg_3, %iterArg_4, %iterArg_5, %12, %10#0, %11 : tensor<7x10x3xf64>, tensor<3x6xf64>, tensor<6x6xf64>, tensor<6xf64>, tensor<i64>, tensor<10x6xf64>, tensor<7x10x6xf64>
    }
    %4 = stablehlo.dot_general %3#5, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<10x6xf64>, tensor<6xf64>) -> tensor<10xf64>
    %5 = stablehlo.subtract %4, %arg5 : tensor<10xf64>
    %6 = stablehlo.multiply %5, %5 : tensor<10xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %7 = stablehlo.reduce(%6 init: %cst_1) applies stablehlo.add across dimensions = [0] : (tensor<10xf64>, tensor<f64>) -> tensor<f64>
    %cst_2 = stablehlo.constant dense<1.000000e+01> : tensor<f64>
    %8 = stablehlo.divide %7, %cst_2 : tensor<f64>
    return %8 : tensor<f64>
  }
  func.func private @dynamic_index_in_dim(%arg0: tensor<7x10x3xf64>, %arg1: tensor<i64>) -> tensor<10x3xf64> {
    %c = stablehlo.constant dense<0> : tensor<i64>
    %c_0 = stablehlo.constant dense<0> : tensor<i64>
    %0 = stablehlo.dynamic_slice %arg0, %arg1, %c, %c_0, sizes = [1, 10, 3] : (tensor<7x10x3xf64>, tensor<i64>, tensor<i64>, tensor<i64>) -> tensor<1x10x3xf64>
    %1 = stablehlo.reshape %0 : (tensor<1x10x3xf64>) -> tensor<10x3xf64>
    return %1 : tensor<10x3xf64>
  }
  func.func private @closed_call(%arg0: tensor<3x6xf64>, %arg1: tensor<6x6xf64>, %arg2: tensor<6xf64>, %arg3: tensor<10x6xf64>, %arg4: tensor<10x3xf64>) -> (tensor<10x6xf64>, tensor<10x6xf64>) {
    %0 = stablehlo.dot_general %arg4, %arg0, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<10x3xf64>, tensor<3x6xf64>) -> tensor<10x6xf64>
    %1 = stablehlo.dot_general %arg3, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<10x6xf64>, tensor<6x6xf64>) -> tensor<10x6xf64>
    %2 = stablehlo.add %0, %1 : tensor<10x6xf64>
    %3 = stablehlo.broadcast_in_dim %arg2, dims = [1] : (tensor<6xf64>) -> tensor<1x6xf64>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1] : (tensor<1x6xf64>) -> tensor<10x6xf64>
    %5 = stablehlo.add %2, %4 : tensor<10x6xf64>
    %6 = stablehlo.tanh %5 : tensor<10x6xf64>
    return %6, %6 : tensor<10x6xf64>, tensor<10x6xf64>
  }
  func.func private @dynamic_update_index_in_dim(%arg0: tensor<7x10x6xf64>, %arg1: tensor<10x6xf64>, %arg2: tensor<i64>) -> tensor<7x10x6xf64> {
    %0 = stablehlo.broadcast_in_dim %arg1, dims = [1, 2] : (tensor<10x6xf64>) -> tensor<1x10x6xf64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %c_0 = stablehlo.constant dense<0> : tensor<i64>
    %1 = stablehlo.dynamic_update_slice %arg0, %0, %arg2, %c, %c_0 : (tensor<7x10x6xf64>, tensor<1x10x6xf64>, tensor<i64>, tensor<i64>, tensor<i64>) -> tensor<7x10x6xf64>
    return %1 : tensor<7x10x6xf64>
  }
}
