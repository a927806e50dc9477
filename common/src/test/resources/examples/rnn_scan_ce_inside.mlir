// def loss(p, xs, y):
//     def step(c, xy):
//         h, total = c; x, y = xy
//         h = jnp.tanh(x@p['wx']+h@p['wh']+p['b'])
//         l = jax.nn.log_softmax(h@p['wo'])[jnp.arange(y.shape[0]), y]
//         return (h, total - l.sum()), None
//     (h,total),_ = lax.scan(step, (jnp.zeros((xs.shape[1],H)), 0.0), (xs,y))
//     return total/y.size
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<7xf64>, %arg1: tensor<7x7xf64>, %arg2: tensor<7x4xf64>, %arg3: tensor<5x7xf64>, %arg4: tensor<50x12x5xf64>, %arg5: tensor<50x12xi32>) -> (tensor<f64> {jax.result_info = "result"}) {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x7xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %1:9 = stablehlo.while(%iterArg = %arg4, %iterArg_2 = %arg5, %iterArg_3 = %arg3, %iterArg_4 = %arg1, %iterArg_5 = %arg0, %iterArg_6 = %arg2, %iterArg_7 = %c, %iterArg_8 = %0, %iterArg_9 = %cst_0) : tensor<50x12x5xf64>, tensor<50x12xi32>, tensor<5x7xf64>, tensor<7x7xf64>, tensor<7xf64>, tensor<7x4xf64>, tensor<i64>, tensor<12x7xf64>, tensor<f64>
    cond {
      %c_10 = stablehlo.constant dense<50> : tensor<i64>
      %3 = stablehlo.compare LT, %iterArg_7, %c_10, SIGNED : (tensor<i64>, tensor<i64>) -> tensor<i1>
      stablehlo.return %3 : tensor<i1>
    } do {
      %3 = func.call @dynamic_index_in_dim(%iterArg, %iterArg_7) : (tensor<50x12x5xf64>, tensor<i64>) -> tensor<12x5xf64>
      %4 = func.call @dynamic_index_in_dim_0(%iterArg_2, %iterArg_7) : (tensor<50x12xi32>, tensor<i64>) -> tensor<12xi32>
      %5:2 = func.call @closed_call(%iterArg_3, %iterArg_4, %iterArg_5, %iterArg_6, %iterArg_8, %iterArg_9, %3, %4) : (tensor<5x7xf64>, tensor<7x7xf64>, tensor<7xf64>, tensor<7x4xf64>, tensor<12x7xf64>, tensor<f64>, tensor<12x5xf64>, tensor<12xi32>) -> (tensor<12x7xf64>, tensor<f64>)
      %c_10 = stablehlo.constant dense<1> : tensor<i64>
      %6 = stablehlo.add %iterArg_7, %c_10 : tensor<i64>
      stablehlo.return %iterArg, %iterArg_2, %iterArg_3, %iterArg_4, %iterArg_5, %iterArg_6, %6, %5#0, %5#1 : tensor<50x12x5xf64>, tensor<50x12xi32>, tensor<5x7xf64>, tensor<7x7xf64>, tensor<7xf64>, tensor<7x4xf64>, tensor<i64>, tensor<12x7xf64>, tensor<f64>
    }
    %cst_1 = stablehlo.constant dense<6.000000e+02> : tensor<f64>
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
  func.func private @dynamic_index_in_dim_0(%arg0: tensor<50x12xi32>, %arg1: tensor<i64>) -> tensor<12xi32> {
    %c = stablehlo.constant dense<0> : tensor<i64>
    %0 = stablehlo.dynamic_slice %arg0, %arg1, %c, sizes = [1, 12] : (tensor<50x12xi32>, tensor<i64>, tensor<i64>) -> tensor<1x12xi32>
    %1 = stablehlo.reshape %0 : (tensor<1x12xi32>) -> tensor<12xi32>
    return %1 : tensor<12xi32>
  }
  func.func private @closed_call(%arg0: tensor<5x7xf64>, %arg1: tensor<7x7xf64>, %arg2: tensor<7xf64>, %arg3: tensor<7x4xf64>, %arg4: tensor<12x7xf64>, %arg5: tensor<f64>, %arg6: tensor<12x5xf64>, %arg7: tensor<12xi32>) -> (tensor<12x7xf64>, tensor<f64>) {
    %0 = stablehlo.dot_general %arg6, %arg0, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x7xf64>) -> tensor<12x7xf64>
    %1 = stablehlo.dot_general %arg4, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x7xf64>, tensor<7x7xf64>) -> tensor<12x7xf64>
    %2 = stablehlo.add %0, %1 : tensor<12x7xf64>
    %3 = stablehlo.broadcast_in_dim %arg2, dims = [1] : (tensor<7xf64>) -> tensor<1x7xf64>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<12x7xf64>
    %5 = stablehlo.add %2, %4 : tensor<12x7xf64>
    %6 = stablehlo.tanh %5 : tensor<12x7xf64>
    %7 = stablehlo.dot_general %6, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x7xf64>, tensor<7x4xf64>) -> tensor<12x4xf64>
    %8 = call @log_softmax(%7) : (tensor<12x4xf64>) -> tensor<12x4xf64>
    %9 = stablehlo.iota dim = 0 : tensor<12xi64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %10 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i64>) -> tensor<12xi64>
    %11 = stablehlo.compare LT, %9, %10, SIGNED : (tensor<12xi64>, tensor<12xi64>) -> tensor<12xi1>
    %c_0 = stablehlo.constant dense<12> : tensor<i64>
    %12 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<i64>) -> tensor<12xi64>
    %13 = stablehlo.add %9, %12 : tensor<12xi64>
    %14 = stablehlo.select %11, %13, %9 : tensor<12xi1>, tensor<12xi64>
    %c_1 = stablehlo.constant dense<0> : tensor<i32>
    %15 = stablehlo.broadcast_in_dim %c_1, dims = [] : (tensor<i32>) -> tensor<12xi32>
    %16 = stablehlo.compare LT, %arg7, %15, SIGNED : (tensor<12xi32>, tensor<12xi32>) -> tensor<12xi1>
    %c_2 = stablehlo.constant dense<4> : tensor<i32>
    %17 = stablehlo.broadcast_in_dim %c_2, dims = [] : (tensor<i32>) -> tensor<12xi32>
    %18 = stablehlo.add %arg7, %17 : tensor<12xi32>
    %19 = stablehlo.select %16, %18, %arg7 : tensor<12xi1>, tensor<12xi32>
    %20 = stablehlo.convert %14 : (tensor<12xi64>) -> tensor<12xi32>
    %21 = stablehlo.broadcast_in_dim %20, dims = [0] : (tensor<12xi32>) -> tensor<12x1xi32>
    %22 = stablehlo.broadcast_in_dim %19, dims = [0] : (tensor<12xi32>) -> tensor<12x1xi32>
    %23 = stablehlo.concatenate %21, %22, dim = 1 : (tensor<12x1xi32>, tensor<12x1xi32>) -> tensor<12x2xi32>
    %24 = "stablehlo.gather"(%8, %23) <{dimension_numbers = #stablehlo.gather<collapsed_slice_dims = [0, 1], start_index_map = [0, 1], index_vector_dim = 1>, indices_are_sorted = false, slice_sizes = array<i64: 1, 1>}> : (tensor<12x4xf64>, tensor<12x2xi32>) -> tensor<12xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %25 = stablehlo.reduce(%24 init: %cst) applies stablehlo.add across dimensions = [0] : (tensor<12xf64>, tensor<f64>) -> tensor<f64>
    %26 = stablehlo.convert %arg5 : tensor<f64>
    %27 = stablehlo.subtract %26, %25 : tensor<f64>
    return %6, %27 : tensor<12x7xf64>, tensor<f64>
  }
  func.func private @log_softmax(%arg0: tensor<12x4xf64>) -> tensor<12x4xf64> {
    %cst = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.maximum across dimensions = [1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<12xf64>
    %cst_0 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %1 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %2 = stablehlo.maximum %1, %0 : tensor<12xf64>
    %3 = stablehlo.broadcast_in_dim %2, dims = [0] : (tensor<12xf64>) -> tensor<12x1xf64>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1] : (tensor<12x1xf64>) -> tensor<12x4xf64>
    %5 = stablehlo.subtract %arg0, %4 : tensor<12x4xf64>
    %6 = stablehlo.exponential %5 : tensor<12x4xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %7 = stablehlo.reduce(%6 init: %cst_1) applies stablehlo.add across dimensions = [1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<12xf64>
    %8 = stablehlo.broadcast_in_dim %7, dims = [0] : (tensor<12xf64>) -> tensor<12x1xf64>
    %9 = stablehlo.log %8 : tensor<12x1xf64>
    %10 = stablehlo.broadcast_in_dim %9, dims = [0, 1] : (tensor<12x1xf64>) -> tensor<12x4xf64>
    %11 = stablehlo.subtract %5, %10 : tensor<12x4xf64>
    return %11 : tensor<12x4xf64>
  }
}
