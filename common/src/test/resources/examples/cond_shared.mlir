// def loss(p, flag, x, y):
//     h = lax.cond(flag>0, lambda h: jnp.tanh(h@p['w1']), lambda h: jax.nn.relu(h@p['w1']+p['b1']), x)
//     return jnp.mean((h@p['w2']-y)**2)
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<7xf64>, %arg1: tensor<4xf64>, %arg2: tensor<5x7xf64>, %arg3: tensor<7x4xf64>, %arg4: tensor<i32>, %arg5: tensor<12x5xf64>, %arg6: tensor<12x4xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %c = stablehlo.constant dense<0> : tensor<i32>
    %0 = stablehlo.compare GT, %arg4, %c, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
    %1 = stablehlo.convert %0 : (tensor<i1>) -> tensor<i32>
    %2 = "stablehlo.case"(%1) ({
      %8 = stablehlo.dot_general %arg5, %arg2, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x7xf64>) -> tensor<12x7xf64>
      %9 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<7xf64>) -> tensor<1x7xf64>
      %10 = stablehlo.broadcast_in_dim %9, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<12x7xf64>
      %11 = stablehlo.add %8, %10 : tensor<12x7xf64>
      %12 = func.call @relu(%11) : (tensor<12x7xf64>) -> tensor<12x7xf64>
      stablehlo.return %12 : tensor<12x7xf64>
    }, {
      %8 = stablehlo.dot_general %arg5, %arg2, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x7xf64>) -> tensor<12x7xf64>
      %9 = stablehlo.tanh %8 : tensor<12x7xf64>
      stablehlo.return %9 : tensor<12x7xf64>
    }) : (tensor<i32>) -> tensor<12x7xf64>
    %3 = stablehlo.dot_general %2, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x7xf64>, tensor<7x4xf64>) -> tensor<12x4xf64>
    %4 = stablehlo.subtract %3, %arg6 : tensor<12x4xf64>
    %5 = stablehlo.multiply %4, %4 : tensor<12x4xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %6 = stablehlo.reduce(%5 init: %cst) applies stablehlo.add across dimensions = [0, 1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<f64>
    %cst_0 = stablehlo.constant dense<4.800000e+01> : tensor<f64>
    %7 = stablehlo.divide %6, %cst_0 : tensor<f64>
    return %7 : tensor<f64>
  }
  func.func private @relu(%arg0: tensor<12x7xf64>) -> tensor<12x7xf64> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x7xf64>
    %1 = stablehlo.maximum %arg0, %0 : tensor<12x7xf64>
    return %1 : tensor<12x7xf64>
  }
}
