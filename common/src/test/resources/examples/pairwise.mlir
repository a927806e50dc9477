// def loss(p, x, y):
//     z = mlp(p,x)
//     d = jnp.sum((z[:,None]-z[None])**2,-1)
//     return jnp.mean(jnp.exp(-d))
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<7xf64>, %arg1: tensor<4xf64>, %arg2: tensor<5x7xf64>, %arg3: tensor<7x4xf64>, %arg4: tensor<12x5xf64>, %arg5: tensor<12xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.dot_general %arg4, %arg2, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x7xf64>) -> tensor<12x7xf64>
    %1 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<7xf64>) -> tensor<1x7xf64>
    %2 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<12x7xf64>
    %3 = stablehlo.add %0, %2 : tensor<12x7xf64>
    %4 = stablehlo.tanh %3 : tensor<12x7xf64>
    %5 = stablehlo.dot_general %4, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x7xf64>, tensor<7x4xf64>) -> tensor<12x4xf64>
    %6 = stablehlo.broadcast_in_dim %arg1, dims = [1] : (tensor<4xf64>) -> tensor<1x4xf64>
    %7 = stablehlo.broadcast_in_dim %6, dims = [0, 1] : (tensor<1x4xf64>) -> tensor<12x4xf64>
    %8 = stablehlo.add %5, %7 : tensor<12x4xf64>
    %9 = stablehlo.broadcast_in_dim %8, dims = [0, 2] : (tensor<12x4xf64>) -> tensor<12x1x4xf64>
    %10 = stablehlo.broadcast_in_dim %8, dims = [1, 2] : (tensor<12x4xf64>) -> tensor<1x12x4xf64>
    %11 = stablehlo.broadcast_in_dim %9, dims = [0, 1, 2] : (tensor<12x1x4xf64>) -> tensor<12x12x4xf64>
    %12 = stablehlo.broadcast_in_dim %10, dims = [0, 1, 2] : (tensor<1x12x4xf64>) -> tensor<12x12x4xf64>
    %13 = stablehlo.subtract %11, %12 : tensor<12x12x4xf64>
    %14 = stablehlo.multiply %13, %13 : tensor<12x12x4xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %15 = stablehlo.reduce(%14 init: %cst) applies stablehlo.add across dimensions = [2] : (tensor<12x12x4xf64>, tensor<f64>) -> tensor<12x12xf64>
    %16 = stablehlo.negate %15 : tensor<12x12xf64>
    %17 = stablehlo.exponential %16 : tensor<12x12xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %18 = stablehlo.reduce(%17 init: %cst_0) applies stablehlo.add across dimensions = [0, 1] : (tensor<12x12xf64>, tensor<f64>) -> tensor<f64>
    %cst_1 = stablehlo.constant dense<1.440000e+02> : tensor<f64>
    %19 = stablehlo.divide %18, %cst_1 : tensor<f64>
    return %19 : tensor<f64>
  }
}
