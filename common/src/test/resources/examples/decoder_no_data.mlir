// def loss(p, y):
//     def step(h, yt):
//         h = jnp.tanh(h@p['w']+p['b'])
//         return h, jnp.mean((h@p['o']-yt)**2)
//     _,l = lax.scan(step, jnp.zeros((N,H)), y)
//     return jnp.mean(l)
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<7xf64>, %arg1: tensor<7x4xf64>, %arg2: tensor<7x7xf64>, %arg3: tensor<50x12x4xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x7xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %1 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<50xf64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %2:7 = stablehlo.while(%iterArg = %arg3, %iterArg_3 = %arg2, %iterArg_4 = %arg0, %iterArg_5 = %arg1, %iterArg_6 = %c, %iterArg_7 = %0, %iterArg_8 = %1) : tensor<50x12x4xf64>, tensor<7x7xf64>, tensor<7xf64>, tensor<7x4xf64>, tensor<i64>, tensor<12x7xf64>, tensor<50xf64>
    cond {
      %c_9 = stablehlo.constant dense<50> : tensor<i64>
      %5 = stablehlo.compare LT, %iterArg_6, %c_9, SIGNED : (tensor<i64>, tensor<i64>) -> tensor<i1>
      stablehlo.return %5 : tensor<i1>
    } do {
      %5 = func.call @dynamic_index_in_dim(%iterArg, %iterArg_6) : (tensor<50x12x4xf64>, tensor<i64>) -> tensor<12x4xf64>
      %6:2 = func.call @closed_call(%iterArg_3, %iterArg_4, %iterArg_5, %iterArg_7, %5) : (tensor<7x7xf64>, tensor<7xf64>, tensor<7x4xf64>, tensor<12x7xf64>, tensor<12x4xf64>) -> (tensor<12x7xf64>, tensor<f64>)
      %7 = func.call @dynamic_update_index_in_dim(%iterArg_8, %6#1, %iterArg_6) : (tensor<50xf64>, tensor<f64>, tensor<i64>) -> tensor<50xf64>
      %c_9 = stablehlo.constant dense<1> : tensor<i64>
      %8 = stablehlo.add %iterArg_6, %c_9 : tensor<i64>
      stablehlo.return %iterArg, %iterArg_3, %iterArg_4, %iterArg_5, %8, %6#0, %7 : tensor<50x12x4xf64>, tensor<7x7xf64>, tensor<7xf64>, tensor<7x4xf64>, tensor<i64>, tensor<12x7xf64>, tensor<50xf64>
    }
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %3 = stablehlo.reduce(%2#6 init: %cst_1) applies stablehlo.add across dimensions = [0] : (tensor<50xf64>, tensor<f64>) -> tensor<f64>
    %cst_2 = stablehlo.constant dense<5.000000e+01> : tensor<f64>
    %4 = stablehlo.divide %3, %cst_2 : tensor<f64>
    return %4 : tensor<f64>
  }
  func.func private @dynamic_index_in_dim(%arg0: tensor<50x12x4xf64>, %arg1: tensor<i64>) -> tensor<12x4xf64> {
    %c = stablehlo.constant dense<0> : tensor<i64>
    %c_0 = stablehlo.constant dense<0> : tensor<i64>
    %0 = stablehlo.dynamic_slice %arg0, %arg1, %c, %c_0, sizes = [1, 12, 4] : (tensor<50x12x4xf64>, tensor<i64>, tensor<i64>, tensor<i64>) -> tensor<1x12x4xf64>
    %1 = stablehlo.reshape %0 : (tensor<1x12x4xf64>) -> tensor<12x4xf64>
    return %1 : tensor<12x4xf64>
  }
  func.func private @closed_call(%arg0: tensor<7x7xf64>, %arg1: tensor<7xf64>, %arg2: tensor<7x4xf64>, %arg3: tensor<12x7xf64>, %arg4: tensor<12x4xf64>) -> (tensor<12x7xf64>, tensor<f64>) {
    %0 = stablehlo.dot_general %arg3, %arg0, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x7xf64>, tensor<7x7xf64>) -> tensor<12x7xf64>
    %1 = stablehlo.broadcast_in_dim %arg1, dims = [1] : (tensor<7xf64>) -> tensor<1x7xf64>
    %2 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<12x7xf64>
    %3 = stablehlo.add %0, %2 : tensor<12x7xf64>
    %4 = stablehlo.tanh %3 : tensor<12x7xf64>
    %5 = stablehlo.dot_general %4, %arg2, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x7xf64>, tensor<7x4xf64>) -> tensor<12x4xf64>
    %6 = stablehlo.subtract %5, %arg4 : tensor<12x4xf64>
    %7 = stablehlo.multiply %6, %6 : tensor<12x4xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %8 = stablehlo.reduce(%7 init: %cst) applies stablehlo.add across dimensions = [0, 1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<f64>
    %cst_0 = stablehlo.constant dense<4.800000e+01> : tensor<f64>
    %9 = stablehlo.divide %8, %cst_0 : tensor<f64>
    return %4, %9 : tensor<12x7xf64>, tensor<f64>
  }
  func.func private @dynamic_update_index_in_dim(%arg0: tensor<50xf64>, %arg1: tensor<f64>, %arg2: tensor<i64>) -> tensor<50xf64> {
    %0 = stablehlo.broadcast_in_dim %arg1, dims = [] : (tensor<f64>) -> tensor<1xf64>
    %1 = stablehlo.dynamic_update_slice %arg0, %0, %arg2 : (tensor<50xf64>, tensor<1xf64>, tensor<i64>) -> tensor<50xf64>
    return %1 : tensor<50xf64>
  }
}
