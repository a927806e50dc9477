// def loss(p, x, y):
//     h = jnp.tanh(x@p['w1']+p['b1'])
//     h = jnp.tanh(h@p['w2']+p['b2'])
//     return jnp.mean((h-y)**2) + 1e-2*jnp.sum((p['w1']+p['b1'])**2)
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<8xf64>, %arg1: tensor<8xf64>, %arg2: tensor<8x8xf64>, %arg3: tensor<8x8xf64>, %arg4: tensor<8x8xf64>, %arg5: tensor<8x8xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.dot_general %arg4, %arg2, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x8xf64>, tensor<8x8xf64>) -> tensor<8x8xf64>
    %1 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<8xf64>) -> tensor<1x8xf64>
    %2 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x8xf64>) -> tensor<8x8xf64>
    %3 = stablehlo.add %0, %2 : tensor<8x8xf64>
    %4 = stablehlo.tanh %3 : tensor<8x8xf64>
    %5 = stablehlo.dot_general %4, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x8xf64>, tensor<8x8xf64>) -> tensor<8x8xf64>
    %6 = stablehlo.broadcast_in_dim %arg1, dims = [1] : (tensor<8xf64>) -> tensor<1x8xf64>
    %7 = stablehlo.broadcast_in_dim %6, dims = [0, 1] : (tensor<1x8xf64>) -> tensor<8x8xf64>
    %8 = stablehlo.add %5, %7 : tensor<8x8xf64>
    %9 = stablehlo.tanh %8 : tensor<8x8xf64>
    %10 = stablehlo.subtract %9, %arg5 : tensor<8x8xf64>
    %11 = stablehlo.multiply %10, %10 : tensor<8x8xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %12 = stablehlo.reduce(%11 init: %cst) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x8xf64>, tensor<f64>) -> tensor<f64>
    %cst_0 = stablehlo.constant dense<6.400000e+01> : tensor<f64>
    %13 = stablehlo.divide %12, %cst_0 : tensor<f64>
    %14 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<8xf64>) -> tensor<1x8xf64>
    %15 = stablehlo.broadcast_in_dim %14, dims = [0, 1] : (tensor<1x8xf64>) -> tensor<8x8xf64>
    %16 = stablehlo.add %arg2, %15 : tensor<8x8xf64>
    %17 = stablehlo.multiply %16, %16 : tensor<8x8xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %18 = stablehlo.reduce(%17 init: %cst_1) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x8xf64>, tensor<f64>) -> tensor<f64>
    %cst_2 = stablehlo.constant dense<1.000000e-02> : tensor<f64>
    %19 = stablehlo.multiply %cst_2, %18 : tensor<f64>
    %20 = stablehlo.add %13, %19 : tensor<f64>
    return %20 : tensor<f64>
  }
}
