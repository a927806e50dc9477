// def loss(p, xs, y):
//     def step(c, x):
//         h, mu = c
//         mu = 0.9*mu+0.1*x.mean(0)
//         return (jnp.tanh((x-mu)@p['wx']+h@p['wh']), mu), None
//     (h,_),_ = lax.scan(step,(jnp.zeros((N,H)),jnp.zeros(D)),xs)
//     return jnp.mean((h@p['wo']-y)**2)
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<7x7xf64>, %arg1: tensor<7x4xf64>, %arg2: tensor<5x7xf64>, %arg3: tensor<50x12x5xf64>, %arg4: tensor<12x4xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x7xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %1 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<5xf64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %2:6 = stablehlo.while(%iterArg = %arg3, %iterArg_3 = %arg2, %iterArg_4 = %arg0, %iterArg_5 = %c, %iterArg_6 = %0, %iterArg_7 = %1) : tensor<50x12x5xf64>, tensor<5x7xf64>, tensor<7x7xf64>, tensor<i64>, tensor<12x7xf64>, tensor<5xf64>
    cond {
      %c_8 = stablehlo.constant dense<50> : tensor<i64>
      %8 = stablehlo.compare LT, %iterArg_5, %c_8, SIGNED : (tensor<i64>, tensor<i64>) -> tensor<i1>
      stablehlo.return %8 : tensor<i1>
    } do {
      %8 = func.call @dynamic_index_in_dim(%iterArg, %iterArg_5) : (tensor<50x12x5xf64>, tensor<i64>) -> tensor<12x5xf64>
      %9:2 = func.call @closed_call(%iterArg_3, %iterArg_4, %iterArg_6, %iterArg_7, %8) : (tensor<5x7xf64>, tensor<7x7xf64>, tensor<12x7xf64>, tensor<5xf64>, tensor<12x5xf64>) -> (tensor<12x7xf64>, tensor<5xf64>)
      %c_8 = stablehlo.constant dense<1> : tensor<i64>
      %10 = stablehlo.add %iterArg_5, %c_8 : tensor<i64>
      stablehlo.return %iterArg, %iterArg_3, %iterArg_4, %10, %9#0, %9#1 : tensor<50x12x5xf64>, tensor<5x7xf64>, tensor<7x7xf64>, tensor<i64>, tensor<12x7xf64>, tensor<5xf64>
    }
    %3 = stablehlo.dot_general %2#4, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x7xf64>, tensor<7x4xf64>) -> tensor<12x4xf64>
    %4 = stablehlo.subtract %3, %arg4 : tensor<12x4xf64>
    %5 = stablehlo.multiply %4, %4 : tensor<12x4xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %6 = stablehlo.reduce(%5 init: %cst_1) applies stablehlo.add across dimensions = [0, 1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<f64>
    %cst_2 = stablehlo.constant dense<4.800000e+01> : tensor<f64>
    %7 = stablehlo.divide %6, %cst_2 : tensor<f64>
    return %7 : tensor<f64>
  }
  func.func private @dynamic_index_in_dim(%arg0: tensor<50x12x5xf64>, %arg1: tensor<i64>) -> tensor<12x5xf64> {
    %c = stablehlo.constant dense<0> : tensor<i64>
    %c_0 = stablehlo.constant dense<0> : tensor<i64>
    %0 = stablehlo.dynamic_slice %arg0, %arg1, %c, %c_0, sizes = [1, 12, 5] : (tensor<50x12x5xf64>, tensor<i64>, tensor<i64>, tensor<i64>) -> tensor<1x12x5xf64>
    %1 = stablehlo.reshape %0 : (tensor<1x12x5xf64>) -> tensor<12x5xf64>
    return %1 : tensor<12x5xf64>
  }
  func.func private @closed_call(%arg0: tensor<5x7xf64>, %arg1: tensor<7x7xf64>, %arg2: tensor<12x7xf64>, %arg3: tensor<5xf64>, %arg4: tensor<12x5xf64>) -> (tensor<12x7xf64>, tensor<5xf64>) {
    %cst = stablehlo.constant dense<9.000000e-01> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<5xf64>
    %1 = stablehlo.multiply %0, %arg3 : tensor<5xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %2 = stablehlo.reduce(%arg4 init: %cst_0) applies stablehlo.add across dimensions = [0] : (tensor<12x5xf64>, tensor<f64>) -> tensor<5xf64>
    %cst_1 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %3 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f64>) -> tensor<5xf64>
    %4 = stablehlo.divide %2, %3 : tensor<5xf64>
    %cst_2 = stablehlo.constant dense<1.000000e-01> : tensor<f64>
    %5 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f64>) -> tensor<5xf64>
    %6 = stablehlo.multiply %5, %4 : tensor<5xf64>
    %7 = stablehlo.add %1, %6 : tensor<5xf64>
    %8 = stablehlo.broadcast_in_dim %7, dims = [1] : (tensor<5xf64>) -> tensor<1x5xf64>
    %9 = stablehlo.broadcast_in_dim %8, dims = [0, 1] : (tensor<1x5xf64>) -> tensor<12x5xf64>
    %10 = stablehlo.subtract %arg4, %9 : tensor<12x5xf64>
    %11 = stablehlo.dot_general %10, %arg0, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x7xf64>) -> tensor<12x7xf64>
    %12 = stablehlo.dot_general %arg2, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x7xf64>, tensor<7x7xf64>) -> tensor<12x7xf64>
    %13 = stablehlo.add %11, %12 : tensor<12x7xf64>
    %14 = stablehlo.tanh %13 : tensor<12x7xf64>
    return %14, %7 : tensor<12x7xf64>, tensor<5xf64>
  }
}
