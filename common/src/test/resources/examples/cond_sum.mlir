// def loss(p, flag, x, y):
//     l = jnp.mean((mlp(p,x)-y)**2)
//     return lax.cond(flag>0, lambda: l + jnp.sum(p['w1']**2), lambda: 2*l)
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<7xf64>, %arg1: tensor<4xf64>, %arg2: tensor<5x7xf64>, %arg3: tensor<7x4xf64>, %arg4: tensor<i32>, %arg5: tensor<12x5xf64>, %arg6: tensor<12x4xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.dot_general %arg5, %arg2, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x7xf64>) -> tensor<12x7xf64>
    %1 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<7xf64>) -> tensor<1x7xf64>
    %2 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<12x7xf64>
    %3 = stablehlo.add %0, %2 : tensor<12x7xf64>
    %4 = stablehlo.tanh %3 : tensor<12x7xf64>
    %5 = stablehlo.dot_general %4, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x7xf64>, tensor<7x4xf64>) -> tensor<12x4xf64>
    %6 = stablehlo.broadcast_in_dim %arg1, dims = [1] : (tensor<4xf64>) -> tensor<1x4xf64>
    %7 = stablehlo.broadcast_in_dim %6, dims = [0, 1] : (tensor<1x4xf64>) -> tensor<12x4xf64>
    %8 = stablehlo.add %5, %7 : tensor<12x4xf64>
    %9 = stablehlo.subtract %8, %arg6 : tensor<12x4xf64>
    %10 = stablehlo.multiply %9, %9 : tensor<12x4xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %11 = stablehlo.reduce(%10 init: %cst) applies stablehlo.add across dimensions = [0, 1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<f64>
    %cst_0 = stablehlo.constant dense<4.800000e+01> : tensor<f64>
    %12 = stablehlo.divide %11, %cst_0 : tensor<f64>
    %c = stablehlo.constant dense<0> : tensor<i32>
    %13 = stablehlo.compare GT, %arg4, %c, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
    %14 = stablehlo.convert %13 : (tensor<i1>) -> tensor<i32>
    %15 = "stablehlo.case"(%14) ({
      %cst_1 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
      %16 = stablehlo.multiply %cst_1, %12 : tensor<f64>
      stablehlo.return %16 : tensor<f64>
    }, {
      %16 = stablehlo.multiply %arg2, %arg2 : tensor<5x7xf64>
      %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
      %17 = stablehlo.reduce(%16 init: %cst_1) applies stablehlo.add across dimensions = [0, 1] : (tensor<5x7xf64>, tensor<f64>) -> tensor<f64>
      %18 = stablehlo.add %12, %17 : tensor<f64>
      stablehlo.return %18 : tensor<f64>
    }) : (tensor<i32>) -> tensor<f64>
    return %15 : tensor<f64>
  }
}
