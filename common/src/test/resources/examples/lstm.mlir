// def loss(p, xs, y):
//     def step(c, x):
//         h, s = c
//         z = x@p['wx']+h@p['wh']+p['b']
//         i,f,g,o = jnp.split(z,4,-1)
//         s = jax.nn.sigmoid(f)*s + jax.nn.sigmoid(i)*jnp.tanh(g)
//         h = jax.nn.sigmoid(o)*jnp.tanh(s)
//         return (h,s), h
//     _,hs = lax.scan(step, (jnp.zeros((xs.shape[1],H)),)*2, xs)
//     return jnp.mean((hs@p['wo']-y)**2)
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<28xf64>, %arg1: tensor<7x28xf64>, %arg2: tensor<7x4xf64>, %arg3: tensor<5x28xf64>, %arg4: tensor<45x12x5xf64>, %arg5: tensor<45x12x4xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x7xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %1 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<45x12x7xf64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %2:8 = stablehlo.while(%iterArg = %arg4, %iterArg_3 = %arg3, %iterArg_4 = %arg1, %iterArg_5 = %arg0, %iterArg_6 = %c, %iterArg_7 = %0, %iterArg_8 = %0, %iterArg_9 = %1) : tensor<45x12x5xf64>, tensor<5x28xf64>, tensor<7x28xf64>, tensor<28xf64>, tensor<i64>, tensor<12x7xf64>, tensor<12x7xf64>, tensor<45x12x7xf64>
    cond {
      %c_10 = stablehlo.constant dense<45> : tensor<i64>
      %8 = stablehlo.compare LT, %iterArg_6, %c_10, SIGNED : (tensor<i64>, tensor<i64>) -> tensor<i1>
      stablehlo.return %8 : tensor<i1>
    } do {
      %8 = func.call @dynamic_index_in_dim(%iterArg, %iterArg_6) : (tensor<45x12x5xf64>, tensor<i64>) -> tensor<12x5xf64>
      %9:3 = func.call @closed_call(%iterArg_3, %iterArg_4, %iterArg_5, %iterArg_7, %iterArg_8, %8) : (tensor<5x28xf64>, tensor<7x28xf64>, tensor<28xf64>, tensor<12x7xf64>, tensor<12x7xf64>, tensor<12x5xf64>) -> (tensor<12x7xf64>, tensor<12x7xf64>, tensor<12x7xf64>)
      %10 = func.call @dynamic_update_index_in_dim(%iterArg_9, %9#2, %iterArg_6) : (tensor<45x12x7xf64>, tensor<12x7xf64>, tensor<i64>) -> tensor<45x12x7xf64>
      %c_10 = stablehlo.constant dense<1> : tensor<i64>
      %11 = stablehlo.add %iterArg_6, %c_10 : tensor<i64>
      stablehlo.return %iterArg, %iterArg_3, %iterArg_4, %iterArg_5, %11, %9#0, %9#1, %10 : tensor<45x12x5xf64>, tensor<5x28xf64>, tensor<7x28xf64>, tensor<28xf64>, tensor<i64>, tensor<12x7xf64>, tensor<12x7xf64>, tensor<45x12x7xf64>
    }
    %3 = stablehlo.dot_general %2#7, %arg2, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<45x12x7xf64>, tensor<7x4xf64>) -> tensor<45x12x4xf64>
    %4 = stablehlo.subtract %3, %arg5 : tensor<45x12x4xf64>
    %5 = stablehlo.multiply %4, %4 : tensor<45x12x4xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %6 = stablehlo.reduce(%5 init: %cst_1) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<45x12x4xf64>, tensor<f64>) -> tensor<f64>
    %cst_2 = stablehlo.constant dense<2.160000e+03> : tensor<f64>
    %7 = stablehlo.divide %6, %cst_2 : tensor<f64>
    return %7 : tensor<f64>
  }
  func.func private @dynamic_index_in_dim(%arg0: tensor<45x12x5xf64>, %arg1: tensor<i64>) -> tensor<12x5xf64> {
    %c = stablehlo.constant dense<0> : tensor<i64>
    %c_0 = stablehlo.constant dense<0> : tensor<i64>
    %0 = stablehlo.dynamic_slice %arg0, %arg1, %c, %c_0, sizes = [1, 12, 5] : (tensor<45x12x5xf64>, tensor<i64>, tensor<i64>, tensor<i64>) -> tensor<1x12x5xf64>
    %1 = stablehlo.reshape %0 : (tensor<1x12x5xf64>) -> tensor<12x5xf64>
    return %1 : tensor<12x5xf64>
  }
  func.func private @closed_call(%arg0: tensor<5x28xf64>, %arg1: tensor<7x28xf64>, %arg2: tensor<28xf64>, %arg3: tensor<12x7xf64>, %arg4: tensor<12x7xf64>, %arg5: tensor<12x5xf64>) -> (tensor<12x7xf64>, tensor<12x7xf64>, tensor<12x7xf64>) {
    %0 = stablehlo.dot_general %arg5, %arg0, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x28xf64>) -> tensor<12x28xf64>
    %1 = stablehlo.dot_general %arg3, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x7xf64>, tensor<7x28xf64>) -> tensor<12x28xf64>
    %2 = stablehlo.add %0, %1 : tensor<12x28xf64>
    %3 = stablehlo.broadcast_in_dim %arg2, dims = [1] : (tensor<28xf64>) -> tensor<1x28xf64>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1] : (tensor<1x28xf64>) -> tensor<12x28xf64>
    %5 = stablehlo.add %2, %4 : tensor<12x28xf64>
    %6 = stablehlo.slice %5 [0:12, 0:7] : (tensor<12x28xf64>) -> tensor<12x7xf64>
    %7 = stablehlo.slice %5 [0:12, 7:14] : (tensor<12x28xf64>) -> tensor<12x7xf64>
    %8 = stablehlo.slice %5 [0:12, 14:21] : (tensor<12x28xf64>) -> tensor<12x7xf64>
    %9 = stablehlo.slice %5 [0:12, 21:28] : (tensor<12x28xf64>) -> tensor<12x7xf64>
    %10 = stablehlo.negate %7 : tensor<12x7xf64>
    %11 = stablehlo.exponential %10 : tensor<12x7xf64>
    %cst = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %12 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x7xf64>
    %13 = stablehlo.add %12, %11 : tensor<12x7xf64>
    %cst_0 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %14 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<12x7xf64>
    %15 = stablehlo.divide %14, %13 : tensor<12x7xf64>
    %16 = stablehlo.multiply %15, %arg4 : tensor<12x7xf64>
    %17 = stablehlo.negate %6 : tensor<12x7xf64>
    %18 = stablehlo.exponential %17 : tensor<12x7xf64>
    %cst_1 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %19 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f64>) -> tensor<12x7xf64>
    %20 = stablehlo.add %19, %18 : tensor<12x7xf64>
    %cst_2 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %21 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f64>) -> tensor<12x7xf64>
    %22 = stablehlo.divide %21, %20 : tensor<12x7xf64>
    %23 = stablehlo.tanh %8 : tensor<12x7xf64>
    %24 = stablehlo.multiply %22, %23 : tensor<12x7xf64>
    %25 = stablehlo.add %16, %24 : tensor<12x7xf64>
    %26 = stablehlo.negate %9 : tensor<12x7xf64>
    %27 = stablehlo.exponential %26 : tensor<12x7xf64>
    %cst_3 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %28 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f64>) -> tensor<12x7xf64>
    %29 = stablehlo.add %28, %27 : tensor<12x7xf64>
    %cst_4 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %30 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f64>) -> tensor<12x7xf64>
    %31 = stablehlo.divide %30, %29 : tensor<12x7xf64>
    %32 = stablehlo.tanh %25 : tensor<12x7xf64>
    %33 = stablehlo.multiply %31, %32 : tensor<12x7xf64>
    return %33, %25, %33 : tensor<12x7xf64>, tensor<12x7xf64>, tensor<12x7xf64>
  }
  func.func private @dynamic_update_index_in_dim(%arg0: tensor<45x12x7xf64>, %arg1: tensor<12x7xf64>, %arg2: tensor<i64>) -> tensor<45x12x7xf64> {
    %0 = stablehlo.broadcast_in_dim %arg1, dims = [1, 2] : (tensor<12x7xf64>) -> tensor<1x12x7xf64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %c_0 = stablehlo.constant dense<0> : tensor<i64>
    %1 = stablehlo.dynamic_update_slice %arg0, %0, %arg2, %c, %c_0 : (tensor<45x12x7xf64>, tensor<1x12x7xf64>, tensor<i64>, tensor<i64>, tensor<i64>) -> tensor<45x12x7xf64>
    return %1 : tensor<45x12x7xf64>
  }
}
