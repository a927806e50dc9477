// def loss(p, xs, y):
//     def step(h, x): return jnp.tanh(x@p['wx']+h@p['wh']+p['b']), None
//     h,_ = lax.scan(step, jnp.zeros((xs.shape[1],H)), xs)
//     return jnp.mean((h@p['wo']-y)**2)
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<7xf64>, %arg1: tensor<7x7xf64>, %arg2: tensor<7x4xf64>, %arg3: tensor<5x7xf64>, %arg4: tensor<60x12x5xf64>, %arg5: tensor<12x4xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x7xf64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %1:6 = stablehlo.while(%iterArg = %arg4, %iterArg_2 = %arg3, %iterArg_3 = %arg1, %iterArg_4 = %arg0, %iterArg_5 = %c, %iterArg_6 = %0) : tensor<60x12x5xf64>, tensor<5x7xf64>, tensor<7x7xf64>, tensor<7xf64>, tensor<i64>, tensor<12x7xf64>
    cond {
      %c_7 = stablehlo.constant dense<60> : tensor<i64>
      %7 = stablehlo.compare LT, %iterArg_5, %c_7, SIGNED : (tensor<i64>, tensor<i64>) -> tensor<i1>
      stablehlo.return %7 : tensor<i1>
    } do {
      %7 = func.call @dynamic_index_in_dim(%iterArg, %iterArg_5) : (tensor<60x12x5xf64>, tensor<i64>) -> tensor<12x5xf64>
      %8 = func.call @closed_call(%iterArg_2, %iterArg_3, %iterArg_4, %iterArg_6, %7) : (tensor<5x7xf64>, tensor<7x7xf64>, tensor<7xf64>, tensor<12x7xf64>, tensor<12x5xf64>) -> tensor<12x7xf64>
      %c_7 = stablehlo.constant dense<1> : tensor<i64>
      %9 = stablehlo.add %iterArg_5, %c_7 : tensor<i64>
      stablehlo.return %iterArg, %iterArg_2, %iterArg_3, %iterArg_4, %9, %8 : tensor<60x12x5xf64>, tensor<5x7xf64>, tensor<7x7xf64>, tensor<7xf64>, tensor<i64>, tensor<12x7xf64>
    }
    %2 = stablehlo.dot_general %1#5, %arg2, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x7xf64>, tensor<7x4xf64>) -> tensor<12x4xf64>
    %3 = stablehlo.subtract %2, %arg5 : tensor<12x4xf64>
    %4 = stablehlo.multiply %3, %3 : tensor<12x4xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %5 = stablehlo.reduce(%4 init: %cst_0) applies stablehlo.add across dimensions = [0, 1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<f64>
    %cst_1 = stablehlo.constant dense<4.800000e+01> : tensor<f64>
    %6 = stablehlo.divide %5, %cst_1 : tensor<f64>
    return %6 : tensor<f64>
  }
  func.func private @dynamic_index_in_dim(%arg0: tensor<60x12x5xf64>, %arg1: tensor<i64>) -> tensor<12x5xf64> {
    %c = stablehlo.constant dense<0> : tensor<i64>
    %c_0 = stablehlo.constant dense<0> : tensor<i64>
    %0 = stablehlo.dynamic_slice %arg0, %arg1, %c, %c_0, sizes = [1, 12, 5] : (tensor<60x12x5xf64>, tensor<i64>, tensor<i64>, tensor<i64>) -> tensor<1x12x5xf64>
    %1 = stablehlo.reshape %0 : (tensor<1x12x5xf64>) -> tensor<12x5xf64>
    return %1 : tensor<12x5xf64>
  }
  func.func private @closed_call(%arg0: tensor<5x7xf64>, %arg1: tensor<7x7xf64>, %arg2: tensor<7xf64>, %arg3: tensor<12x7xf64>, %arg4: tensor<12x5xf64>) -> tensor<12x7xf64> {
    %0 = stablehlo.dot_general %arg4, %arg0, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x7xf64>) -> tensor<12x7xf64>
    %1 = stablehlo.dot_general %arg3, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x7xf64>, tensor<7x7xf64>) -> tensor<12x7xf64>
    %2 = stablehlo.add %0, %1 : tensor<12x7xf64>
    %3 = stablehlo.broadcast_in_dim %arg2, dims = [1] : (tensor<7xf64>) -> tensor<1x7xf64>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<12x7xf64>
    %5 = stablehlo.add %2, %4 : tensor<12x7xf64>
    %6 = stablehlo.tanh %5 : tensor<12x7xf64>
    return %6 : tensor<12x7xf64>
  }
}
