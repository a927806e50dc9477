// def loss(p, x, y):
//     z = lax.fori_loop(0, 50, lambda i,z: jnp.tanh(z@p['w']*.3+x@p['u']), jnp.zeros((N,H)))
//     return jnp.mean((z@p['o']-y)**2)
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<7x4xf64>, %arg1: tensor<5x7xf64>, %arg2: tensor<7x7xf64>, %arg3: tensor<12x5xf64>, %arg4: tensor<12x4xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x7xf64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %c_0 = stablehlo.constant dense<0> : tensor<i64>
    %1:6 = stablehlo.while(%iterArg = %arg2, %iterArg_3 = %arg3, %iterArg_4 = %arg1, %iterArg_5 = %c_0, %iterArg_6 = %c, %iterArg_7 = %0) : tensor<7x7xf64>, tensor<12x5xf64>, tensor<5x7xf64>, tensor<i64>, tensor<i64>, tensor<12x7xf64>
    cond {
      %c_8 = stablehlo.constant dense<50> : tensor<i64>
      %7 = stablehlo.compare LT, %iterArg_5, %c_8, SIGNED : (tensor<i64>, tensor<i64>) -> tensor<i1>
      stablehlo.return %7 : tensor<i1>
    } do {
      %7:2 = func.call @closed_call(%iterArg, %iterArg_3, %iterArg_4, %iterArg_6, %iterArg_7) : (tensor<7x7xf64>, tensor<12x5xf64>, tensor<5x7xf64>, tensor<i64>, tensor<12x7xf64>) -> (tensor<i64>, tensor<12x7xf64>)
      %c_8 = stablehlo.constant dense<1> : tensor<i64>
      %8 = stablehlo.add %iterArg_5, %c_8 : tensor<i64>
      stablehlo.return %iterArg, %iterArg_3, %iterArg_4, %8, %7#0, %7#1 : tensor<7x7xf64>, tensor<12x5xf64>, tensor<5x7xf64>, tensor<i64>, tensor<i64>, tensor<12x7xf64>
    }
    %2 = stablehlo.dot_general %1#5, %arg0, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x7xf64>, tensor<7x4xf64>) -> tensor<12x4xf64>
    %3 = stablehlo.subtract %2, %arg4 : tensor<12x4xf64>
    %4 = stablehlo.multiply %3, %3 : tensor<12x4xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %5 = stablehlo.reduce(%4 init: %cst_1) applies stablehlo.add across dimensions = [0, 1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<f64>
    %cst_2 = stablehlo.constant dense<4.800000e+01> : tensor<f64>
    %6 = stablehlo.divide %5, %cst_2 : tensor<f64>
    return %6 : tensor<f64>
  }
  func.func private @closed_call(%arg0: tensor<7x7xf64>, %arg1: tensor<12x5xf64>, %arg2: tensor<5x7xf64>, %arg3: tensor<i64>, %arg4: tensor<12x7xf64>) -> (tensor<i64>, tensor<12x7xf64>) {
    %c = stablehlo.constant dense<1> : tensor<i64>
    %0 = stablehlo.add %arg3, %c : tensor<i64>
    %1 = stablehlo.dot_general %arg4, %arg0, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x7xf64>, tensor<7x7xf64>) -> tensor<12x7xf64>
    %cst = stablehlo.constant dense<3.000000e-01> : tensor<f64>
    %2 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x7xf64>
    %3 = stablehlo.multiply %1, %2 : tensor<12x7xf64>
    %4 = stablehlo.dot_general %arg1, %arg2, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x7xf64>) -> tensor<12x7xf64>
    %5 = stablehlo.add %3, %4 : tensor<12x7xf64>
    %6 = stablehlo.tanh %5 : tensor<12x7xf64>
    return %0, %6 : tensor<i64>, tensor<12x7xf64>
  }
}
