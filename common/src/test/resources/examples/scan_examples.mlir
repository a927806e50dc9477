// def loss(p, x, y):
//     def f(t, xy): return t+jnp.sum((mlp(p,xy[0])-xy[1])**2), None
//     return lax.scan(f, 0., (x,y))[0]
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<7xf64>, %arg1: tensor<4xf64>, %arg2: tensor<5x7xf64>, %arg3: tensor<7x4xf64>, %arg4: tensor<50x5xf64>, %arg5: tensor<50x4xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %0:8 = stablehlo.while(%iterArg = %arg4, %iterArg_0 = %arg5, %iterArg_1 = %arg2, %iterArg_2 = %arg0, %iterArg_3 = %arg3, %iterArg_4 = %arg1, %iterArg_5 = %c, %iterArg_6 = %cst) : tensor<50x5xf64>, tensor<50x4xf64>, tensor<5x7xf64>, tensor<7xf64>, tensor<7x4xf64>, tensor<4xf64>, tensor<i64>, tensor<f64>
    cond {
      %c_7 = stablehlo.constant dense<50> : tensor<i64>
      %1 = stablehlo.compare LT, %iterArg_5, %c_7, SIGNED : (tensor<i64>, tensor<i64>) -> tensor<i1>
      stablehlo.return %1 : tensor<i1>
    } do {
      %1 = func.call @dynamic_index_in_dim(%iterArg, %iterArg_5) : (tensor<50x5xf64>, tensor<i64>) -> tensor<5xf64>
      %2 = func.call @dynamic_index_in_dim_0(%iterArg_0, %iterArg_5) : (tensor<50x4xf64>, tensor<i64>) -> tensor<4xf64>
      %3 = func.call @closed_call(%iterArg_1, %iterArg_2, %iterArg_3, %iterArg_4, %iterArg_6, %1, %2) : (tensor<5x7xf64>, tensor<7xf64>, tensor<7x4xf64>, tensor<4xf64>, tensor<f64>, tensor<5xf64>, tensor<4xf64>) -> tensor<f64>
      %c_7 = stablehlo.constant dense<1> : tensor<i64>
      %4 = stablehlo.add %iterArg_5, %c_7 : tensor<i64>
      stablehlo.return %iterArg, %iterArg_0, %iterArg_1, %iterArg_2, %iterArg_3, %iterArg_4, %4, %3 : tensor<50x5xf64>, tensor<50x4xf64>, tensor<5x7xf64>, tensor<7xf64>, tensor<7x4xf64>, tensor<4xf64>, tensor<i64>, tensor<f64>
    }
    return %0#7 : tensor<f64>
  }
  func.func private @dynamic_index_in_dim(%arg0: tensor<50x5xf64>, %arg1: tensor<i64>) -> tensor<5xf64> {
    %c = stablehlo.constant dense<0> : tensor<i64>
    %0 = stablehlo.dynamic_slice %arg0, %arg1, %c, sizes = [1, 5] : (tensor<50x5xf64>, tensor<i64>, tensor<i64>) -> tensor<1x5xf64>
    %1 = stablehlo.reshape %0 : (tensor<1x5xf64>) -> tensor<5xf64>
    return %1 : tensor<5xf64>
  }
  func.func private @dynamic_index_in_dim_0(%arg0: tensor<50x4xf64>, %arg1: tensor<i64>) -> tensor<4xf64> {
    %c = stablehlo.constant dense<0> : tensor<i64>
    %0 = stablehlo.dynamic_slice %arg0, %arg1, %c, sizes = [1, 4] : (tensor<50x4xf64>, tensor<i64>, tensor<i64>) -> tensor<1x4xf64>
    %1 = stablehlo.reshape %0 : (tensor<1x4xf64>) -> tensor<4xf64>
    return %1 : tensor<4xf64>
  }
  func.func private @closed_call(%arg0: tensor<5x7xf64>, %arg1: tensor<7xf64>, %arg2: tensor<7x4xf64>, %arg3: tensor<4xf64>, %arg4: tensor<f64>, %arg5: tensor<5xf64>, %arg6: tensor<4xf64>) -> tensor<f64> {
    %0 = stablehlo.dot_general %arg5, %arg0, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<5xf64>, tensor<5x7xf64>) -> tensor<7xf64>
    %1 = stablehlo.add %0, %arg1 : tensor<7xf64>
    %2 = stablehlo.tanh %1 : tensor<7xf64>
    %3 = stablehlo.dot_general %2, %arg2, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<7xf64>, tensor<7x4xf64>) -> tensor<4xf64>
    %4 = stablehlo.add %3, %arg3 : tensor<4xf64>
    %5 = stablehlo.subtract %4, %arg6 : tensor<4xf64>
    %6 = stablehlo.multiply %5, %5 : tensor<4xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %7 = stablehlo.reduce(%6 init: %cst) applies stablehlo.add across dimensions = [0] : (tensor<4xf64>, tensor<f64>) -> tensor<f64>
    %8 = stablehlo.convert %arg4 : tensor<f64>
    %9 = stablehlo.add %8, %7 : tensor<f64>
    return %9 : tensor<f64>
  }
}
