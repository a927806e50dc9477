// def loss(p, xs, lengths, y):
//     def step(h, x):
//         h = jnp.tanh(x@p['wx']+h@p['wh']); return h, h
//     _,hs = lax.scan(step, jnp.zeros((N,H)), xs)
//     h = hs[lengths-1, jnp.arange(N)]
//     return jnp.mean((h@p['wo']-y)**2)
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<7x7xf64>, %arg1: tensor<7x4xf64>, %arg2: tensor<5x7xf64>, %arg3: tensor<50x12x5xf64>, %arg4: tensor<12xi32>, %arg5: tensor<12x4xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x7xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %1 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<50x12x7xf64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %2:6 = stablehlo.while(%iterArg = %arg3, %iterArg_8 = %arg2, %iterArg_9 = %arg0, %iterArg_10 = %c, %iterArg_11 = %0, %iterArg_12 = %1) : tensor<50x12x5xf64>, tensor<5x7xf64>, tensor<7x7xf64>, tensor<i64>, tensor<12x7xf64>, tensor<50x12x7xf64>
    cond {
      %c_13 = stablehlo.constant dense<50> : tensor<i64>
      %26 = stablehlo.compare LT, %iterArg_10, %c_13, SIGNED : (tensor<i64>, tensor<i64>) -> tensor<i1>
      stablehlo.return %26 : tensor<i1>
    } do {
      %26 = func.call @dynamic_index_in_dim(%iterArg, %iterArg_10) : (tensor<50x12x5xf64>, tensor<i64>) -> tensor<12x5xf64>
      %27:2 = func.call @closed_call(%iterArg_8, %iterArg_9, %iterArg_11, %26) : (tensor<5x7xf64>, tensor<7x7xf64>, tensor<12x7xf64>, tensor<12x5xf64>) -> (tensor<12x7xf64>, tensor<12x7xf64>)
      %28 = func.call @dynamic_update_index_in_dim(%iterArg_12, %27#1, %iterArg_10) : (tensor<50x12x7xf64>, tensor<12x7xf64>, tensor<i64>) -> tensor<50x12x7xf64>
      %c_13 = stablehlo.constant dense<1> : tensor<i64>
      %29 = stablehlo.add %iterArg_10, %c_13 : tensor<i64>
      stablehlo.return %iterArg, %iterArg_8, %iterArg_9, %29, %27#0, %28 : tensor<50x12x5xf64>, tensor<5x7xf64>, tensor<7x7xf64>, tensor<i64>, tensor<12x7xf64>, tensor<50x12x7xf64>
    }
    %c_1 = stablehlo.constant dense<1> : tensor<i32>
    %3 = stablehlo.broadcast_in_dim %c_1, dims = [] : (tensor<i32>) -> tensor<12xi32>
    %4 = stablehlo.subtract %arg4, %3 : tensor<12xi32>
    %5 = stablehlo.iota dim = 0 : tensor<12xi64>
    %c_2 = stablehlo.constant dense<0> : tensor<i32>
    %6 = stablehlo.broadcast_in_dim %c_2, dims = [] : (tensor<i32>) -> tensor<12xi32>
    %7 = stablehlo.compare LT, %4, %6, SIGNED : (tensor<12xi32>, tensor<12xi32>) -> tensor<12xi1>
    %c_3 = stablehlo.constant dense<50> : tensor<i32>
    %8 = stablehlo.broadcast_in_dim %c_3, dims = [] : (tensor<i32>) -> tensor<12xi32>
    %9 = stablehlo.add %4, %8 : tensor<12xi32>
    %10 = stablehlo.select %7, %9, %4 : tensor<12xi1>, tensor<12xi32>
    %c_4 = stablehlo.constant dense<0> : tensor<i64>
    %11 = stablehlo.broadcast_in_dim %c_4, dims = [] : (tensor<i64>) -> tensor<12xi64>
    %12 = stablehlo.compare LT, %5, %11, SIGNED : (tensor<12xi64>, tensor<12xi64>) -> tensor<12xi1>
    %c_5 = stablehlo.constant dense<12> : tensor<i64>
    %13 = stablehlo.broadcast_in_dim %c_5, dims = [] : (tensor<i64>) -> tensor<12xi64>
    %14 = stablehlo.add %5, %13 : tensor<12xi64>
    %15 = stablehlo.select %12, %14, %5 : tensor<12xi1>, tensor<12xi64>
    %16 = stablehlo.convert %15 : (tensor<12xi64>) -> tensor<12xi32>
    %17 = stablehlo.broadcast_in_dim %10, dims = [0] : (tensor<12xi32>) -> tensor<12x1xi32>
    %18 = stablehlo.broadcast_in_dim %16, dims = [0] : (tensor<12xi32>) -> tensor<12x1xi32>
    %19 = stablehlo.concatenate %17, %18, dim = 1 : (tensor<12x1xi32>, tensor<12x1xi32>) -> tensor<12x2xi32>
    %20 = "stablehlo.gather"(%2#5, %19) <{dimension_numbers = #stablehlo.gather<offset_dims = [1], collapsed_slice_dims = [0, 1], start_index_map = [0, 1], index_vector_dim = 1>, indices_are_sorted = false, slice_sizes = array<i64: 1, 1, 7>}> : (tensor<50x12x7xf64>, tensor<12x2xi32>) -> tensor<12x7xf64>
    %21 = stablehlo.dot_general %20, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x7xf64>, tensor<7x4xf64>) -> tensor<12x4xf64>
    %22 = stablehlo.subtract %21, %arg5 : tensor<12x4xf64>
    %23 = stablehlo.multiply %22, %22 : tensor<12x4xf64>
    %cst_6 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %24 = stablehlo.reduce(%23 init: %cst_6) applies stablehlo.add across dimensions = [0, 1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<f64>
    %cst_7 = stablehlo.constant dense<4.800000e+01> : tensor<f64>
    %25 = stablehlo.divide %24, %cst_7 : tensor<f64>
    return %25 : tensor<f64>
  }
  func.func private @dynamic_index_in_dim(%arg0: tensor<50x12x5xf64>, %arg1: tensor<i64>) -> tensor<12x5xf64> {
    %c = stablehlo.constant dense<0> : tensor<i64>
    %c_0 = stablehlo.constant dense<0> : tensor<i64>
    %0 = stablehlo.dynamic_slice %arg0, %arg1, %c, %c_0, sizes = [1, 12, 5] : (tensor<50x12x5xf64>, tensor<i64>, tensor<i64>, tensor<i64>) -> tensor<1x12x5xf64>
    %1 = stablehlo.reshape %0 : (tensor<1x12x5xf64>) -> tensor<12x5xf64>
    return %1 : tensor<12x5xf64>
  }
  func.func private @closed_call(%arg0: tensor<5x7xf64>, %arg1: tensor<7x7xf64>, %arg2: tensor<12x7xf64>, %arg3: tensor<12x5xf64>) -> (tensor<12x7xf64>, tensor<12x7xf64>) {
    %0 = stablehlo.dot_general %arg3, %arg0, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x7xf64>) -> tensor<12x7xf64>
    %1 = stablehlo.dot_general %arg2, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x7xf64>, tensor<7x7xf64>) -> tensor<12x7xf64>
    %2 = stablehlo.add %0, %1 : tensor<12x7xf64>
    %3 = stablehlo.tanh %2 : tensor<12x7xf64>
    return %3, %3 : tensor<12x7xf64>, tensor<12x7xf64>
  }
  func.func private @dynamic_update_index_in_dim(%arg0: tensor<50x12x7xf64>, %arg1: tensor<12x7xf64>, %arg2: tensor<i64>) -> tensor<50x12x7xf64> {
    %0 = stablehlo.broadcast_in_dim %arg1, dims = [1, 2] : (tensor<12x7xf64>) -> tensor<1x12x7xf64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %c_0 = stablehlo.constant dense<0> : tensor<i64>
    %1 = stablehlo.dynamic_update_slice %arg0, %0, %arg2, %c, %c_0 : (tensor<50x12x7xf64>, tensor<1x12x7xf64>, tensor<i64>, tensor<i64>, tensor<i64>) -> tensor<50x12x7xf64>
    return %1 : tensor<50x12x7xf64>
  }
}
