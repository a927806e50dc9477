// def loss(p, xs, m, y):
//     def step(c, xmy):
//         h, t = c; x, m, y = xmy
//         h = jnp.tanh(x@p['wx']+h@p['wh'])
//         return (h, t+jnp.sum(m*jnp.sum((h@p['wo']-y)**2,-1))/jnp.maximum(jnp.sum(m),1)), None
//     (h,t),_ = lax.scan(step,(jnp.zeros((N,H)),0.),(xs,m,y))
//     return t/xs.shape[0]
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<7x7xf64>, %arg1: tensor<7x4xf64>, %arg2: tensor<5x7xf64>, %arg3: tensor<50x12x5xf64>, %arg4: tensor<50x12xf64>, %arg5: tensor<50x12x4xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x7xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %1:9 = stablehlo.while(%iterArg = %arg3, %iterArg_2 = %arg4, %iterArg_3 = %arg5, %iterArg_4 = %arg2, %iterArg_5 = %arg0, %iterArg_6 = %arg1, %iterArg_7 = %c, %iterArg_8 = %0, %iterArg_9 = %cst_0) : tensor<50x12x5xf64>, tensor<50x12xf64>, tensor<50x12x4xf64>, tensor<5x7xf64>, tensor<7x7xf64>, tensor<7x4xf64>, tensor<i64>, tensor<12x7xf64>, tensor<f64>
    cond {
      %c_10 = stablehlo.constant dense<50> : tensor<i64>
      %3 = stablehlo.compare LT, %iterArg_7, %c_10, SIGNED : (tensor<i64>, tensor<i64>) -> tensor<i1>
      stablehlo.return %3 : tensor<i1>
    } do {
      %3 = func.call @dynamic_index_in_dim(%iterArg, %iterArg_7) : (tensor<50x12x5xf64>, tensor<i64>) -> tensor<12x5xf64>
      %4 = func.call @dynamic_index_in_dim_0(%iterArg_2, %iterArg_7) : (tensor<50x12xf64>, tensor<i64>) -> tensor<12xf64>
      %5 = func.call @dynamic_index_in_dim_1(%iterArg_3, %iterArg_7) : (tensor<50x12x4xf64>, tensor<i64>) -> tensor<12x4xf64>
      %6:2 = func.call @closed_call(%iterArg_4, %iterArg_5, %iterArg_6, %iterArg_8, %iterArg_9, %3, %4, %5) : (tensor<5x7xf64>, tensor<7x7xf64>, tensor<7x4xf64>, tensor<12x7xf64>, tensor<f64>, tensor<12x5xf64>, tensor<12xf64>, tensor<12x4xf64>) -> (tensor<12x7xf64>, tensor<f64>)
      %c_10 = stablehlo.constant dense<1> : tensor<i64>
      %7 = stablehlo.add %iterArg_7, %c_10 : tensor<i64>
      stablehlo.return %iterArg, %iterArg_2, %iterArg_3, %iterArg_4, %iterArg_5, %iterArg_6, %7, %6#0, %6#1 : tensor<50x12x5xf64>, tensor<50x12xf64>, tensor<50x12x4xf64>, tensor<5x7xf64>, tensor<7x7xf64>, tensor<7x4xf64>, tensor<i64>, tensor<12x7xf64>, tensor<f64>
    }
    %cst_1 = stablehlo.constant dense<5.000000e+01> : tensor<f64>
    %2 = stablehlo.divide %1#8, %cst_1 : tensor<f64>
    return %2 : tensor<f64>
  }
  func.func private @dynamic_index_in_dim(%arg0: tensor<50x12x5xf64>, %arg1: tensor<i64>) -> tensor<12x5xf64> {
    %c = stablehlo.constant dense<0> : tensor<i64>
    %c_0 = stablehlo.constant dense<0> : tensor<i64>
    %0 = stablehlo.dynamic_slice %arg0, %arg1, %c, %c_0, sizes = [1, 12, 5] : (tensor<50x12x5xf64>, tensor<i64>, tensor<i64>, tensor<i64>) -> tensor<1x12x5xf64>
    %1 = stablehlo.reshape %0 : (tensor<1x12x5xf64>) -> tensor<12x5xf64>
    return %1 : tensor<12x5xf64>
  }
  func.func private @dynamic_index_in_dim_0(%arg0: tensor<50x12xf64>, %arg1: tensor<i64>) -> tensor<12xf64> {
    %c = stablehlo.constant dense<0> : tensor<i64>
    %0 = stablehlo.dynamic_slice %arg0, %arg1, %c, sizes = [1, 12] : (tensor<50x12xf64>, tensor<i64>, tensor<i64>) -> tensor<1x12xf64>
    %1 = stablehlo.reshape %0 : (tensor<1x12xf64>) -> tensor<12xf64>
    return %1 : tensor<12xf64>
  }
  func.func private @dynamic_index_in_dim_1(%arg0: tensor<50x12x4xf64>, %arg1: tensor<i64>) -> tensor<12x4xf64> {
    %c = stablehlo.constant dense<0> : tensor<i64>
    %c_0 = stablehlo.constant dense<0> : tensor<i64>
    %0 = stablehlo.dynamic_slice %arg0, %arg1, %c, %c_0, sizes = [1, 12, 4] : (tensor<50x12x4xf64>, tensor<i64>, tensor<i64>, tensor<i64>) -> tensor<1x12x4xf64>
    %1 = stablehlo.reshape %0 : (tensor<1x12x4xf64>) -> tensor<12x4xf64>
    return %1 : tensor<12x4xf64>
  }
  func.func private @closed_call(%arg0: tensor<5x7xf64>, %arg1: tensor<7x7xf64>, %arg2: tensor<7x4xf64>, %arg3: tensor<12x7xf64>, %arg4: tensor<f64>, %arg5: tensor<12x5xf64>, %arg6: tensor<12xf64>, %arg7: tensor<12x4xf64>) -> (tensor<12x7xf64>, tensor<f64>) {
    %0 = stablehlo.dot_general %arg5, %arg0, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x7xf64>) -> tensor<12x7xf64>
    %1 = stablehlo.dot_general %arg3, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x7xf64>, tensor<7x7xf64>) -> tensor<12x7xf64>
    %2 = stablehlo.add %0, %1 : tensor<12x7xf64>
    %3 = stablehlo.tanh %2 : tensor<12x7xf64>
    %4 = stablehlo.dot_general %3, %arg2, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x7xf64>, tensor<7x4xf64>) -> tensor<12x4xf64>
    %5 = stablehlo.subtract %4, %arg7 : tensor<12x4xf64>
    %6 = stablehlo.multiply %5, %5 : tensor<12x4xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %7 = stablehlo.reduce(%6 init: %cst) applies stablehlo.add across dimensions = [1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<12xf64>
    %8 = stablehlo.multiply %arg6, %7 : tensor<12xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %9 = stablehlo.reduce(%8 init: %cst_0) applies stablehlo.add across dimensions = [0] : (tensor<12xf64>, tensor<f64>) -> tensor<f64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %10 = stablehlo.reduce(%arg6 init: %cst_1) applies stablehlo.add across dimensions = [0] : (tensor<12xf64>, tensor<f64>) -> tensor<f64>
    %cst_2 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %11 = stablehlo.maximum %10, %cst_2 : tensor<f64>
    %12 = stablehlo.divide %9, %11 : tensor<f64>
    %13 = stablehlo.convert %arg4 : tensor<f64>
    %14 = stablehlo.add %13, %12 : tensor<f64>
    return %3, %14 : tensor<12x7xf64>, tensor<f64>
  }
}
