// def loss(p, a, b, y):
//     z = mlp(p, jnp.concatenate([a,b],0))
//     za, zb = z[:N], z[N:]
//     return jnp.mean((jnp.sum((za-zb)**2,-1)-y)**2)
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<7xf64>, %arg1: tensor<4xf64>, %arg2: tensor<5x7xf64>, %arg3: tensor<7x4xf64>, %arg4: tensor<12x5xf64>, %arg5: tensor<12x5xf64>, %arg6: tensor<12xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.concatenate %arg4, %arg5, dim = 0 : (tensor<12x5xf64>, tensor<12x5xf64>) -> tensor<24x5xf64>
    %1 = stablehlo.dot_general %0, %arg2, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<24x5xf64>, tensor<5x7xf64>) -> tensor<24x7xf64>
    %2 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<7xf64>) -> tensor<1x7xf64>
    %3 = stablehlo.broadcast_in_dim %2, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<24x7xf64>
    %4 = stablehlo.add %1, %3 : tensor<24x7xf64>
    %5 = stablehlo.tanh %4 : tensor<24x7xf64>
    %6 = stablehlo.dot_general %5, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<24x7xf64>, tensor<7x4xf64>) -> tensor<24x4xf64>
    %7 = stablehlo.broadcast_in_dim %arg1, dims = [1] : (tensor<4xf64>) -> tensor<1x4xf64>
    %8 = stablehlo.broadcast_in_dim %7, dims = [0, 1] : (tensor<1x4xf64>) -> tensor<24x4xf64>
    %9 = stablehlo.add %6, %8 : tensor<24x4xf64>
    %10 = stablehlo.slice %9 [0:12, 0:4] : (tensor<24x4xf64>) -> tensor<12x4xf64>
    %11 = stablehlo.slice %9 [12:24, 0:4] : (tensor<24x4xf64>) -> tensor<12x4xf64>
    %12 = stablehlo.subtract %10, %11 : tensor<12x4xf64>
    %13 = stablehlo.multiply %12, %12 : tensor<12x4xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %14 = stablehlo.reduce(%13 init: %cst) applies stablehlo.add across dimensions = [1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<12xf64>
    %15 = stablehlo.subtract %14, %arg6 : tensor<12xf64>
    %16 = stablehlo.multiply %15, %15 : tensor<12xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %17 = stablehlo.reduce(%16 init: %cst_0) applies stablehlo.add across dimensions = [0] : (tensor<12xf64>, tensor<f64>) -> tensor<f64>
    %cst_1 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %18 = stablehlo.divide %17, %cst_1 : tensor<f64>
    return %18 : tensor<f64>
  }
}
