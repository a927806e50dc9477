// def loss(p, x, y): return jnp.mean(lax.map(lambda xy: jnp.sum((mlp(p,xy[0])-xy[1])**2), (x,y)))
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<7xf64>, %arg1: tensor<4xf64>, %arg2: tensor<5x7xf64>, %arg3: tensor<7x4xf64>, %arg4: tensor<50x5xf64>, %arg5: tensor<50x4xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<50xf64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %1:8 = stablehlo.while(%iterArg = %arg4, %iterArg_2 = %arg5, %iterArg_3 = %arg2, %iterArg_4 = %arg0, %iterArg_5 = %arg3, %iterArg_6 = %arg1, %iterArg_7 = %c, %iterArg_8 = %0) : tensor<50x5xf64>, tensor<50x4xf64>, tensor<5x7xf64>, tensor<7xf64>, tensor<7x4xf64>, tensor<4xf64>, tensor<i64>, tensor<50xf64>
    cond {
      %c_9 = stablehlo.constant dense<50> : tensor<i64>
      %4 = stablehlo.compare LT, %iterArg_7, %c_9, SIGNED : (tensor<i64>, tensor<i64>) -> tensor<i1>
      stablehlo.return %4 : tensor<i1>
    } do {
      %4 = func.call @dynamic_index_in_dim(%iterArg, %iterArg_7) : (tensor<50x5xf64>, tensor<i64>) -> tensor<5xf64>
      %5 = func.call @dynamic_index_in_dim_0(%iterArg_2, %iterArg_7) : (tensor<50x4xf64>, tensor<i64>) -> tensor<4xf64>
      %6 = func.call @closed_call(%iterArg_3, %iterArg_4, %iterArg_5, %iterArg_6, %4, %5) : (tensor<5x7xf64>, tensor<7xf64>, tensor<7x4xf64>, tensor<4xf64>, tensor<5xf64>, tensor<4xf64>) -> tensor<f64>
      %7 = func.call @dynamic_update_index_in_dim(%iterArg_8, %6, %iterArg_7) : (tensor<50xf64>, tensor<f64>, tensor<i64>) -> tensor<50xf64>
      %c_9 = stablehlo.constant dense<1> : tensor<i64>
      %8 = stablehlo.add %iterArg_7, %c_9 : tensor<i64>
      stablehlo.return %iterArg, %iterArg_2, %iterArg_3, %iterArg_4, %iterArg_5, %iterArg_6, %8, %7 : tensor<50x5xf64>, tensor<50x4xf64>, tensor<5x7xf64>, tensor<7xf64>, tensor<7x4xf64>, tensor<4xf64>, tensor<i64>, tensor<50xf64>
    }
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %2 = stablehlo.reduce(%1#7 init: %cst_0) applies stablehlo.add across dimensions = [0] : (tensor<50xf64>, tensor<f64>) -> tensor<f64>
    %cst_1 = stablehlo.constant dense<5.000000e+01> : tensor<f64>
    %3 = stablehlo.divide %2, %cst_1 : tensor<f64>
    return %3 : tensor<f64>
  }
  func.func private @dynamic_index_in_dim(%arg0: tensor<50x5xf64>, %arg1: tensor<i64>) -> tensor<5xf64> {
    %c = stablehlo.constant dense<0> : tensor<i64>
    %0 = stablehlo.dynamic_slice %arg0, %arg1, %c, sizes = [1, 5] : (tensor<50x5xf64>, tensor<i64>, tensor<i64>) -> tensor<1x5xf64>
    %1 = stablehlo.reshape %0 : (tensor<1x5xf64>) -> tensor<5xf64>
    return %1 : tensor<5xf64>
  }
  func.func private @dynamic_index_in_dim_0(%arg0: tensor<50x4xf64>, %arg1: tensor<i64>) -> tensor<4xf64> {
    %c = stablehlo.constant dense<0> : tensor<i64>
    %0 = stablehlo.dynamic_slice %arg0, %arg1, %c, sizes = [1, 4] : (tensor<50x4xf64>, tensor<i64>, tensor<i64>) -> tensor<1x4xf64>
    %1 = stablehlo.reshape %0 : (tensor<1x4xf64>) -> tensor<4xf64>
    return %1 : tensor<4xf64>
  }
  func.func private @closed_call(%arg0: tensor<5x7xf64>, %arg1: tensor<7xf64>, %arg2: tensor<7x4xf64>, %arg3: tensor<4xf64>, %arg4: tensor<5xf64>, %arg5: tensor<4xf64>) -> tensor<f64> {
    %0 = stablehlo.dot_general %arg4, %arg0, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<5xf64>, tensor<5x7xf64>) -> tensor<7xf64>
    %1 = stablehlo.add %0, %arg1 : tensor<7xf64>
    %2 = stablehlo.tanh %1 : tensor<7xf64>
    %3 = stablehlo.dot_general %2, %arg2, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<7xf64>, tensor<7x4xf64>) -> tensor<4xf64>
    %4 = stablehlo.add %3, %arg3 : tensor<4xf64>
    %5 = stablehlo.subtract %4, %arg5 : tensor<4xf64>
    %6 = stablehlo.multiply %5, %5 : tensor<4xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %7 = stablehlo.reduce(%6 init: %cst) applies stablehlo.add across dimensions = [0] : (tensor<4xf64>, tensor<f64>) -> tensor<f64>
    return %7 : tensor<f64>
  }
  func.func private @dynamic_update_index_in_dim(%arg0: tensor<50xf64>, %arg1: tensor<f64>, %arg2: tensor<i64>) -> tensor<50xf64> {
    %0 = stablehlo.broadcast_in_dim %arg1, dims = [] : (tensor<f64>) -> tensor<1xf64>
    %1 = stablehlo.dynamic_update_slice %arg0, %0, %arg2 : (tensor<50xf64>, tensor<1xf64>, tensor<i64>) -> tensor<50xf64>
    return %1 : tensor<50xf64>
  }
}
