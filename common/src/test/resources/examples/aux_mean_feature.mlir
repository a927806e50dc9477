// def loss(p, x, y):
//     h = jnp.tanh(x@p['w1'])
//     g = jax.nn.softmax(h)
//     load = g.mean(0)
//     return jnp.mean((h@p['w2']-y)**2) + jnp.sum(load**2)
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<7xf64>, %arg1: tensor<4xf64>, %arg2: tensor<5x7xf64>, %arg3: tensor<7x4xf64>, %arg4: tensor<12x5xf64>, %arg5: tensor<12x4xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.dot_general %arg4, %arg2, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x7xf64>) -> tensor<12x7xf64>
    %1 = stablehlo.tanh %0 : tensor<12x7xf64>
    %cst = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %2 = stablehlo.reduce(%1 init: %cst) applies stablehlo.maximum across dimensions = [1] : (tensor<12x7xf64>, tensor<f64>) -> tensor<12xf64>
    %cst_0 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %3 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %4 = stablehlo.maximum %3, %2 : tensor<12xf64>
    %5 = stablehlo.broadcast_in_dim %4, dims = [0] : (tensor<12xf64>) -> tensor<12x1xf64>
    %6 = stablehlo.broadcast_in_dim %5, dims = [0, 1] : (tensor<12x1xf64>) -> tensor<12x7xf64>
    %7 = stablehlo.subtract %1, %6 : tensor<12x7xf64>
    %8 = stablehlo.exponential %7 : tensor<12x7xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %9 = stablehlo.reduce(%8 init: %cst_1) applies stablehlo.add across dimensions = [1] : (tensor<12x7xf64>, tensor<f64>) -> tensor<12xf64>
    %10 = stablehlo.broadcast_in_dim %9, dims = [0] : (tensor<12xf64>) -> tensor<12x1xf64>
    %11 = stablehlo.broadcast_in_dim %10, dims = [0, 1] : (tensor<12x1xf64>) -> tensor<12x7xf64>
    %12 = stablehlo.divide %8, %11 : tensor<12x7xf64>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %13 = stablehlo.reduce(%12 init: %cst_2) applies stablehlo.add across dimensions = [0] : (tensor<12x7xf64>, tensor<f64>) -> tensor<7xf64>
    %cst_3 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %14 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f64>) -> tensor<7xf64>
    %15 = stablehlo.divide %13, %14 : tensor<7xf64>
    %16 = stablehlo.dot_general %1, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x7xf64>, tensor<7x4xf64>) -> tensor<12x4xf64>
    %17 = stablehlo.subtract %16, %arg5 : tensor<12x4xf64>
    %18 = stablehlo.multiply %17, %17 : tensor<12x4xf64>
    %cst_4 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %19 = stablehlo.reduce(%18 init: %cst_4) applies stablehlo.add across dimensions = [0, 1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<f64>
    %cst_5 = stablehlo.constant dense<4.800000e+01> : tensor<f64>
    %20 = stablehlo.divide %19, %cst_5 : tensor<f64>
    %21 = stablehlo.multiply %15, %15 : tensor<7xf64>
    %cst_6 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %22 = stablehlo.reduce(%21 init: %cst_6) applies stablehlo.add across dimensions = [0] : (tensor<7xf64>, tensor<f64>) -> tensor<f64>
    %23 = stablehlo.add %20, %22 : tensor<f64>
    return %23 : tensor<f64>
  }
}
