// def loss(p, x, y):
//     c = jnp.broadcast_to(p['cls'], (N,1,D))
//     h = jnp.concatenate([c,x],1)
//     a = jax.nn.softmax(h@jnp.swapaxes(h,1,2))
//     return jnp.mean(((a@h)[:,0]@p['o']-y)**2)
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<5xf64>, %arg1: tensor<5x4xf64>, %arg2: tensor<12x6x5xf64>, %arg3: tensor<12x4xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.broadcast_in_dim %arg0, dims = [2] : (tensor<5xf64>) -> tensor<12x1x5xf64>
    %1 = stablehlo.concatenate %0, %arg2, dim = 1 : (tensor<12x1x5xf64>, tensor<12x6x5xf64>) -> tensor<12x7x5xf64>
    %2 = stablehlo.transpose %1, dims = [0, 2, 1] : (tensor<12x7x5xf64>) -> tensor<12x5x7xf64>
    %3 = stablehlo.dot_general %1, %2, batching_dims = [0] x [0], contracting_dims = [2] x [1], precision = [DEFAULT, DEFAULT] : (tensor<12x7x5xf64>, tensor<12x5x7xf64>) -> tensor<12x7x7xf64>
    %cst = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %4 = stablehlo.reduce(%3 init: %cst) applies stablehlo.maximum across dimensions = [2] : (tensor<12x7x7xf64>, tensor<f64>) -> tensor<12x7xf64>
    %cst_0 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %5 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<12x7xf64>
    %6 = stablehlo.maximum %5, %4 : tensor<12x7xf64>
    %7 = stablehlo.broadcast_in_dim %6, dims = [0, 1] : (tensor<12x7xf64>) -> tensor<12x7x1xf64>
    %8 = stablehlo.broadcast_in_dim %7, dims = [0, 1, 2] : (tensor<12x7x1xf64>) -> tensor<12x7x7xf64>
    %9 = stablehlo.subtract %3, %8 : tensor<12x7x7xf64>
    %10 = stablehlo.exponential %9 : tensor<12x7x7xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %11 = stablehlo.reduce(%10 init: %cst_1) applies stablehlo.add across dimensions = [2] : (tensor<12x7x7xf64>, tensor<f64>) -> tensor<12x7xf64>
    %12 = stablehlo.broadcast_in_dim %11, dims = [0, 1] : (tensor<12x7xf64>) -> tensor<12x7x1xf64>
    %13 = stablehlo.broadcast_in_dim %12, dims = [0, 1, 2] : (tensor<12x7x1xf64>) -> tensor<12x7x7xf64>
    %14 = stablehlo.divide %10, %13 : tensor<12x7x7xf64>
    %15 = stablehlo.dot_general %14, %1, batching_dims = [0] x [0], contracting_dims = [2] x [1], precision = [DEFAULT, DEFAULT] : (tensor<12x7x7xf64>, tensor<12x7x5xf64>) -> tensor<12x7x5xf64>
    %16 = stablehlo.slice %15 [0:12, 0:1, 0:5] : (tensor<12x7x5xf64>) -> tensor<12x1x5xf64>
    %17 = stablehlo.reshape %16 : (tensor<12x1x5xf64>) -> tensor<12x5xf64>
    %18 = stablehlo.dot_general %17, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x4xf64>) -> tensor<12x4xf64>
    %19 = stablehlo.subtract %18, %arg3 : tensor<12x4xf64>
    %20 = stablehlo.multiply %19, %19 : tensor<12x4xf64>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %21 = stablehlo.reduce(%20 init: %cst_2) applies stablehlo.add across dimensions = [0, 1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<f64>
    %cst_3 = stablehlo.constant dense<4.800000e+01> : tensor<f64>
    %22 = stablehlo.divide %21, %cst_3 : tensor<f64>
    return %22 : tensor<f64>
  }
}
