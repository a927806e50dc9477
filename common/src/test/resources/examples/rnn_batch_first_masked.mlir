// def loss(p, xs, lengths, y):
//     mask = jnp.arange(xs.shape[1])[None,:] < lengths[:,None]
//     def step(h, xm):
//         x, m = xm
//         return jnp.where(m[:,None], jnp.tanh(x@p['wx']+h@p['wh']+p['b']), h), None
//     h,_ = lax.scan(step, jnp.zeros((xs.shape[0],H)), (jnp.swapaxes(xs,0,1), mask.T))
//     return jnp.mean((h@p['wo']-y)**2)
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<7xf64>, %arg1: tensor<7x7xf64>, %arg2: tensor<7x4xf64>, %arg3: tensor<5x7xf64>, %arg4: tensor<12x50x5xf64>, %arg5: tensor<12xi32>, %arg6: tensor<12x4xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.iota dim = 0 : tensor<50xi64>
    %1 = stablehlo.broadcast_in_dim %0, dims = [1] : (tensor<50xi64>) -> tensor<1x50xi64>
    %2 = stablehlo.broadcast_in_dim %arg5, dims = [0] : (tensor<12xi32>) -> tensor<12x1xi32>
    %3 = stablehlo.convert %2 : (tensor<12x1xi32>) -> tensor<12x1xi64>
    %4 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x50xi64>) -> tensor<12x50xi64>
    %5 = stablehlo.broadcast_in_dim %3, dims = [0, 1] : (tensor<12x1xi64>) -> tensor<12x50xi64>
    %6 = stablehlo.compare LT, %4, %5, SIGNED : (tensor<12x50xi64>, tensor<12x50xi64>) -> tensor<12x50xi1>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %7 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x7xf64>
    %8 = stablehlo.transpose %arg4, dims = [1, 0, 2] : (tensor<12x50x5xf64>) -> tensor<50x12x5xf64>
    %9 = stablehlo.transpose %6, dims = [1, 0] : (tensor<12x50xi1>) -> tensor<50x12xi1>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %10:7 = stablehlo.while(%iterArg = %8, %iterArg_2 = %9, %iterArg_3 = %arg3, %iterArg_4 = %arg1, %iterArg_5 = %arg0, %iterArg_6 = %c, %iterArg_7 = %7) : tensor<50x12x5xf64>, tensor<50x12xi1>, tensor<5x7xf64>, tensor<7x7xf64>, tensor<7xf64>, tensor<i64>, tensor<12x7xf64>
    cond {
      %c_8 = stablehlo.constant dense<50> : tensor<i64>
      %16 = stablehlo.compare LT, %iterArg_6, %c_8, SIGNED : (tensor<i64>, tensor<i64>) -> tensor<i1>
      stablehlo.return %16 : tensor<i1>
    } do {
      %16 = func.call @dynamic_index_in_dim(%iterArg, %iterArg_6) : (tensor<50x12x5xf64>, tensor<i64>) -> tensor<12x5xf64>
      %17 = func.call @dynamic_index_in_dim_0(%iterArg_2, %iterArg_6) : (tensor<50x12xi1>, tensor<i64>) -> tensor<12xi1>
      %18 = func.call @closed_call(%iterArg_3, %iterArg_4, %iterArg_5, %iterArg_7, %16, %17) : (tensor<5x7xf64>, tensor<7x7xf64>, tensor<7xf64>, tensor<12x7xf64>, tensor<12x5xf64>, tensor<12xi1>) -> tensor<12x7xf64>
      %c_8 = stablehlo.constant dense<1> : tensor<i64>
      %19 = stablehlo.add %iterArg_6, %c_8 : tensor<i64>
      stablehlo.return %iterArg, %iterArg_2, %iterArg_3, %iterArg_4, %iterArg_5, %19, %18 : tensor<50x12x5xf64>, tensor<50x12xi1>, tensor<5x7xf64>, tensor<7x7xf64>, tensor<7xf64>, tensor<i64>, tensor<12x7xf64>
    }
    %11 = stablehlo.dot_general %10#6, %arg2, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x7xf64>, tensor<7x4xf64>) -> tensor<12x4xf64>
    %12 = stablehlo.subtract %11, %arg6 : tensor<12x4xf64>
    %13 = stablehlo.multiply %12, %12 : tensor<12x4xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %14 = stablehlo.reduce(%13 init: %cst_0) applies stablehlo.add across dimensions = [0, 1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<f64>
    %cst_1 = stablehlo.constant dense<4.800000e+01> : tensor<f64>
    %15 = stablehlo.divide %14, %cst_1 : tensor<f64>
    return %15 : tensor<f64>
  }
  func.func private @dynamic_index_in_dim(%arg0: tensor<50x12x5xf64>, %arg1: tensor<i64>) -> tensor<12x5xf64> {
    %c = stablehlo.constant dense<0> : tensor<i64>
    %c_0 = stablehlo.constant dense<0> : tensor<i64>
    %0 = stablehlo.dynamic_slice %arg0, %arg1, %c, %c_0, sizes = [1, 12, 5] : (tensor<50x12x5xf64>, tensor<i64>, tensor<i64>, tensor<i64>) -> tensor<1x12x5xf64>
    %1 = stablehlo.reshape %0 : (tensor<1x12x5xf64>) -> tensor<12x5xf64>
    return %1 : tensor<12x5xf64>
  }
  func.func private @dynamic_index_in_dim_0(%arg0: tensor<50x12xi1>, %arg1: tensor<i64>) -> tensor<12xi1> {
    %c = stablehlo.constant dense<0> : tensor<i64>
    %0 = stablehlo.dynamic_slice %arg0, %arg1, %c, sizes = [1, 12] : (tensor<50x12xi1>, tensor<i64>, tensor<i64>) -> tensor<1x12xi1>
    %1 = stablehlo.reshape %0 : (tensor<1x12xi1>) -> tensor<12xi1>
    return %1 : tensor<12xi1>
  }
  func.func private @closed_call(%arg0: tensor<5x7xf64>, %arg1: tensor<7x7xf64>, %arg2: tensor<7xf64>, %arg3: tensor<12x7xf64>, %arg4: tensor<12x5xf64>, %arg5: tensor<12xi1>) -> tensor<12x7xf64> {
    %0 = stablehlo.broadcast_in_dim %arg5, dims = [0] : (tensor<12xi1>) -> tensor<12x1xi1>
    %1 = stablehlo.dot_general %arg4, %arg0, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x7xf64>) -> tensor<12x7xf64>
    %2 = stablehlo.dot_general %arg3, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x7xf64>, tensor<7x7xf64>) -> tensor<12x7xf64>
    %3 = stablehlo.add %1, %2 : tensor<12x7xf64>
    %4 = stablehlo.broadcast_in_dim %arg2, dims = [1] : (tensor<7xf64>) -> tensor<1x7xf64>
    %5 = stablehlo.broadcast_in_dim %4, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<12x7xf64>
    %6 = stablehlo.add %3, %5 : tensor<12x7xf64>
    %7 = stablehlo.tanh %6 : tensor<12x7xf64>
    %8 = call @_where(%0, %7, %arg3) : (tensor<12x1xi1>, tensor<12x7xf64>, tensor<12x7xf64>) -> tensor<12x7xf64>
    return %8 : tensor<12x7xf64>
  }
  func.func private @_where(%arg0: tensor<12x1xi1>, %arg1: tensor<12x7xf64>, %arg2: tensor<12x7xf64>) -> tensor<12x7xf64> {
    %0 = stablehlo.broadcast_in_dim %arg0, dims = [0, 1] : (tensor<12x1xi1>) -> tensor<12x7xi1>
    %1 = stablehlo.select %0, %arg1, %arg2 : tensor<12x7xi1>, tensor<12x7xf64>
    return %1 : tensor<12x7xf64>
  }
}
