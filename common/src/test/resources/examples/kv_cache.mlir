// def loss(p, xs, y):
//     def step(c, tx):
//         t, x = tx
//         c = lax.dynamic_update_slice(c, (x@p['k'])[:,None], (0,t,0))
//         s = jnp.einsum('nd,ntd->nt', x@p['q'], c)
//         w = jax.nn.softmax(jnp.where(jnp.arange(50)[None]<=t, s, -1e30))
//         return c, jnp.einsum('nt,ntd->nd', w, c)
//     _,o = lax.scan(step, jnp.zeros((N,50,H)), (jnp.arange(50), jnp.swapaxes(xs,0,1)))
//     return jnp.mean((o-y)**2)
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<5x7xf64>, %arg1: tensor<5x7xf64>, %arg2: tensor<12x50x5xf64>, %arg3: tensor<50x12x7xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x50x7xf64>
    %1 = stablehlo.iota dim = 0 : tensor<50xi64>
    %2 = stablehlo.transpose %arg2, dims = [1, 0, 2] : (tensor<12x50x5xf64>) -> tensor<50x12x5xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %3 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<50x12x7xf64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %4:7 = stablehlo.while(%iterArg = %1, %iterArg_3 = %2, %iterArg_4 = %arg0, %iterArg_5 = %arg1, %iterArg_6 = %c, %iterArg_7 = %0, %iterArg_8 = %3) : tensor<50xi64>, tensor<50x12x5xf64>, tensor<5x7xf64>, tensor<5x7xf64>, tensor<i64>, tensor<12x50x7xf64>, tensor<50x12x7xf64>
    cond {
      %c_9 = stablehlo.constant dense<50> : tensor<i64>
      %9 = stablehlo.compare LT, %iterArg_6, %c_9, SIGNED : (tensor<i64>, tensor<i64>) -> tensor<i1>
      stablehlo.return %9 : tensor<i1>
    } do {
      %9 = func.call @dynamic_index_in_dim(%iterArg, %iterArg_6) : (tensor<50xi64>, tensor<i64>) -> tensor<i64>
      %10 = func.call @dynamic_index_in_dim_0(%iterArg_3, %iterArg_6) : (tensor<50x12x5xf64>, tensor<i64>) -> tensor<12x5xf64>
      %11:2 = func.call @closed_call(%iterArg_4, %iterArg_5, %iterArg_7, %9, %10) : (tensor<5x7xf64>, tensor<5x7xf64>, tensor<12x50x7xf64>, tensor<i64>, tensor<12x5xf64>) -> (tensor<12x50x7xf64>, tensor<12x7xf64>)
      %12 = func.call @dynamic_update_index_in_dim(%iterArg_8, %11#1, %iterArg_6) : (tensor<50x12x7xf64>, tensor<12x7xf64>, tensor<i64>) -> tensor<50x12x7xf64>
      %c_9 = stablehlo.constant dense<1> : tensor<i64>
      %13 = stablehlo.add %iterArg_6, %c_9 : tensor<i64>
      stablehlo.return %iterArg, %iterArg_3, %iterArg_4, %iterArg_5, %13, %11#0, %12 : tensor<50xi64>, tensor<50x12x5xf64>, tensor<5x7xf64>, tensor<5x7xf64>, tensor<i64>, tensor<12x50x7xf64>, tensor<50x12x7xf64>
    }
    %5 = stablehlo.subtract %4#6, %arg3 : tensor<50x12x7xf64>
    %6 = stablehlo.multiply %5, %5 : tensor<50x12x7xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %7 = stablehlo.reduce(%6 init: %cst_1) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<50x12x7xf64>, tensor<f64>) -> tensor<f64>
    %cst_2 = stablehlo.constant dense<4.200000e+03> : tensor<f64>
    %8 = stablehlo.divide %7, %cst_2 : tensor<f64>
    return %8 : tensor<f64>
  }
  func.func private @dynamic_index_in_dim(%arg0: tensor<50xi64>, %arg1: tensor<i64>) -> tensor<i64> {
    %0 = stablehlo.dynamic_slice %arg0, %arg1, sizes = [1] : (tensor<50xi64>, tensor<i64>) -> tensor<1xi64>
    %1 = stablehlo.reshape %0 : (tensor<1xi64>) -> tensor<i64>
    return %1 : tensor<i64>
  }
  func.func private @dynamic_index_in_dim_0(%arg0: tensor<50x12x5xf64>, %arg1: tensor<i64>) -> tensor<12x5xf64> {
    %c = stablehlo.constant dense<0> : tensor<i64>
    %c_0 = stablehlo.constant dense<0> : tensor<i64>
    %0 = stablehlo.dynamic_slice %arg0, %arg1, %c, %c_0, sizes = [1, 12, 5] : (tensor<50x12x5xf64>, tensor<i64>, tensor<i64>, tensor<i64>) -> tensor<1x12x5xf64>
    %1 = stablehlo.reshape %0 : (tensor<1x12x5xf64>) -> tensor<12x5xf64>
    return %1 : tensor<12x5xf64>
  }
  func.func private @closed_call(%arg0: tensor<5x7xf64>, %arg1: tensor<5x7xf64>, %arg2: tensor<12x50x7xf64>, %arg3: tensor<i64>, %arg4: tensor<12x5xf64>) -> (tensor<12x50x7xf64>, tensor<12x7xf64>) {
    %0 = stablehlo.dot_general %arg4, %arg0, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x7xf64>) -> tensor<12x7xf64>
    %1 = stablehlo.broadcast_in_dim %0, dims = [0, 2] : (tensor<12x7xf64>) -> tensor<12x1x7xf64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %2 = stablehlo.compare LT, %arg3, %c, SIGNED : (tensor<i64>, tensor<i64>) -> tensor<i1>
    %c_0 = stablehlo.constant dense<50> : tensor<i64>
    %3 = stablehlo.add %arg3, %c_0 : tensor<i64>
    %4 = stablehlo.select %2, %3, %arg3 : tensor<i1>, tensor<i64>
    %c_1 = stablehlo.constant dense<0> : tensor<i64>
    %c_2 = stablehlo.constant dense<0> : tensor<i64>
    %5 = stablehlo.dynamic_update_slice %arg2, %1, %c_1, %4, %c_2 : (tensor<12x50x7xf64>, tensor<12x1x7xf64>, tensor<i64>, tensor<i64>, tensor<i64>) -> tensor<12x50x7xf64>
    %6 = stablehlo.dot_general %arg4, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x7xf64>) -> tensor<12x7xf64>
    %7 = stablehlo.dot_general %6, %5, batching_dims = [0] x [0], contracting_dims = [1] x [2], precision = [DEFAULT, DEFAULT] : (tensor<12x7xf64>, tensor<12x50x7xf64>) -> tensor<12x50xf64>
    %8 = stablehlo.iota dim = 0 : tensor<50xi64>
    %9 = stablehlo.broadcast_in_dim %8, dims = [1] : (tensor<50xi64>) -> tensor<1x50xi64>
    %10 = stablehlo.broadcast_in_dim %arg3, dims = [] : (tensor<i64>) -> tensor<1x50xi64>
    %11 = stablehlo.compare LE, %9, %10, SIGNED : (tensor<1x50xi64>, tensor<1x50xi64>) -> tensor<1x50xi1>
    %cst = stablehlo.constant dense<-1.000000e+30> : tensor<f64>
    %12 = call @_where(%11, %7, %cst) : (tensor<1x50xi1>, tensor<12x50xf64>, tensor<f64>) -> tensor<12x50xf64>
    %cst_3 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %13 = stablehlo.reduce(%12 init: %cst_3) applies stablehlo.maximum across dimensions = [1] : (tensor<12x50xf64>, tensor<f64>) -> tensor<12xf64>
    %cst_4 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %14 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %15 = stablehlo.maximum %14, %13 : tensor<12xf64>
    %16 = stablehlo.broadcast_in_dim %15, dims = [0] : (tensor<12xf64>) -> tensor<12x1xf64>
    %17 = stablehlo.broadcast_in_dim %16, dims = [0, 1] : (tensor<12x1xf64>) -> tensor<12x50xf64>
    %18 = stablehlo.subtract %12, %17 : tensor<12x50xf64>
    %19 = stablehlo.exponential %18 : tensor<12x50xf64>
    %cst_5 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %20 = stablehlo.reduce(%19 init: %cst_5) applies stablehlo.add across dimensions = [1] : (tensor<12x50xf64>, tensor<f64>) -> tensor<12xf64>
    %21 = stablehlo.broadcast_in_dim %20, dims = [0] : (tensor<12xf64>) -> tensor<12x1xf64>
    %22 = stablehlo.broadcast_in_dim %21, dims = [0, 1] : (tensor<12x1xf64>) -> tensor<12x50xf64>
    %23 = stablehlo.divide %19, %22 : tensor<12x50xf64>
    %24 = stablehlo.dot_general %23, %5, batching_dims = [0] x [0], contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<12x50xf64>, tensor<12x50x7xf64>) -> tensor<12x7xf64>
    return %5, %24 : tensor<12x50x7xf64>, tensor<12x7xf64>
  }
  func.func private @_where(%arg0: tensor<1x50xi1>, %arg1: tensor<12x50xf64>, %arg2: tensor<f64>) -> tensor<12x50xf64> {
    %0 = stablehlo.convert %arg2 : tensor<f64>
    %1 = stablehlo.broadcast_in_dim %arg0, dims = [0, 1] : (tensor<1x50xi1>) -> tensor<12x50xi1>
    %2 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f64>) -> tensor<12x50xf64>
    %3 = stablehlo.select %1, %arg1, %2 : tensor<12x50xi1>, tensor<12x50xf64>
    return %3 : tensor<12x50xf64>
  }
  func.func private @dynamic_update_index_in_dim(%arg0: tensor<50x12x7xf64>, %arg1: tensor<12x7xf64>, %arg2: tensor<i64>) -> tensor<50x12x7xf64> {
    %0 = stablehlo.broadcast_in_dim %arg1, dims = [1, 2] : (tensor<12x7xf64>) -> tensor<1x12x7xf64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %c_0 = stablehlo.constant dense<0> : tensor<i64>
    %1 = stablehlo.dynamic_update_slice %arg0, %0, %arg2, %c, %c_0 : (tensor<50x12x7xf64>, tensor<1x12x7xf64>, tensor<i64>, tensor<i64>, tensor<i64>) -> tensor<50x12x7xf64>
    return %1 : tensor<50x12x7xf64>
  }
}
