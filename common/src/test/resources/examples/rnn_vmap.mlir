// def one(p, x, y):
//     def step(h, x): return jnp.tanh(x@p['wx']+h@p['wh']+p['b']), None
//     h,_ = lax.scan(step, jnp.zeros(H), x)
//     return jnp.sum((h@p['wo']-y)**2)
// def loss(p, x, y): return jnp.mean(jax.vmap(one,(None,0,0))(p,x,y))
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<7xf64>, %arg1: tensor<7x7xf64>, %arg2: tensor<7x4xf64>, %arg3: tensor<5x7xf64>, %arg4: tensor<12x50x5xf64>, %arg5: tensor<12x4xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<7xf64>
    %1 = stablehlo.broadcast_in_dim %0, dims = [1] : (tensor<7xf64>) -> tensor<12x7xf64>
    %2 = stablehlo.transpose %arg4, dims = [1, 0, 2] : (tensor<12x50x5xf64>) -> tensor<50x12x5xf64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %3:6 = stablehlo.while(%iterArg = %2, %iterArg_3 = %arg3, %iterArg_4 = %arg1, %iterArg_5 = %arg0, %iterArg_6 = %c, %iterArg_7 = %1) : tensor<50x12x5xf64>, tensor<5x7xf64>, tensor<7x7xf64>, tensor<7xf64>, tensor<i64>, tensor<12x7xf64>
    cond {
      %c_8 = stablehlo.constant dense<50> : tensor<i64>
      %10 = stablehlo.compare LT, %iterArg_6, %c_8, SIGNED : (tensor<i64>, tensor<i64>) -> tensor<i1>
      stablehlo.return %10 : tensor<i1>
    } do {
      %10 = func.call @dynamic_index_in_dim(%iterArg, %iterArg_6) : (tensor<50x12x5xf64>, tensor<i64>) -> tensor<12x5xf64>
      %11 = func.call @closed_call(%iterArg_3, %iterArg_4, %iterArg_5, %iterArg_7, %10) : (tensor<5x7xf64>, tensor<7x7xf64>, tensor<7xf64>, tensor<12x7xf64>, tensor<12x5xf64>) -> tensor<12x7xf64>
      %c_8 = stablehlo.constant dense<1> : tensor<i64>
      %12 = stablehlo.add %iterArg_6, %c_8 : tensor<i64>
      stablehlo.return %iterArg, %iterArg_3, %iterArg_4, %iterArg_5, %12, %11 : tensor<50x12x5xf64>, tensor<5x7xf64>, tensor<7x7xf64>, tensor<7xf64>, tensor<i64>, tensor<12x7xf64>
    }
    %4 = stablehlo.dot_general %3#5, %arg2, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x7xf64>, tensor<7x4xf64>) -> tensor<12x4xf64>
    %5 = stablehlo.subtract %4, %arg5 : tensor<12x4xf64>
    %6 = stablehlo.multiply %5, %5 : tensor<12x4xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %7 = stablehlo.reduce(%6 init: %cst_0) applies stablehlo.add across dimensions = [1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<12xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %8 = stablehlo.reduce(%7 init: %cst_1) applies stablehlo.add across dimensions = [0] : (tensor<12xf64>, tensor<f64>) -> tensor<f64>
    %cst_2 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %9 = stablehlo.divide %8, %cst_2 : tensor<f64>
    return %9 : tensor<f64>
  }
  func.func private @dynamic_index_in_dim(%arg0: tensor<50x12x5xf64>, %arg1: tensor<i64>) -> tensor<12x5xf64> {
    %c = stablehlo.constant dense<0> : tensor<i64>
    %c_0 = stablehlo.constant dense<0> : tensor<i64>
    %0 = stablehlo.dynamic_slice %arg0, %arg1, %c, %c_0, sizes = [1, 12, 5] : (tensor<50x12x5xf64>, tensor<i64>, tensor<i64>, tensor<i64>) -> tensor<1x12x5xf64>
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
