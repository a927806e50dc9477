// def loss(p, x, y):
//     q = x.reshape(N,2,4,2,4,2).transpose(0,1,3,2,4,5).reshape(N,4,32)
//     h = (q@p['w']+p['pos']).reshape(N*4,H)
//     h = jnp.tanh(h@p['w2']).reshape(N,4,H)
//     return jnp.mean((h.mean(1)@p['o']-y)**2)
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<7x4xf64>, %arg1: tensor<4x7xf64>, %arg2: tensor<32x7xf64>, %arg3: tensor<7x7xf64>, %arg4: tensor<12x8x8x2xf64>, %arg5: tensor<12x4xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.reshape %arg4 : (tensor<12x8x8x2xf64>) -> tensor<12x2x4x2x4x2xf64>
    %1 = stablehlo.transpose %0, dims = [0, 1, 3, 2, 4, 5] : (tensor<12x2x4x2x4x2xf64>) -> tensor<12x2x2x4x4x2xf64>
    %2 = stablehlo.reshape %1 : (tensor<12x2x2x4x4x2xf64>) -> tensor<12x4x32xf64>
    %3 = stablehlo.dot_general %2, %arg2, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x4x32xf64>, tensor<32x7xf64>) -> tensor<12x4x7xf64>
    %4 = stablehlo.broadcast_in_dim %arg1, dims = [1, 2] : (tensor<4x7xf64>) -> tensor<1x4x7xf64>
    %5 = stablehlo.broadcast_in_dim %4, dims = [0, 1, 2] : (tensor<1x4x7xf64>) -> tensor<12x4x7xf64>
    %6 = stablehlo.add %3, %5 : tensor<12x4x7xf64>
    %7 = stablehlo.reshape %6 : (tensor<12x4x7xf64>) -> tensor<48x7xf64>
    %8 = stablehlo.dot_general %7, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<48x7xf64>, tensor<7x7xf64>) -> tensor<48x7xf64>
    %9 = stablehlo.tanh %8 : tensor<48x7xf64>
    %10 = stablehlo.reshape %9 : (tensor<48x7xf64>) -> tensor<12x4x7xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %11 = stablehlo.reduce(%10 init: %cst) applies stablehlo.add across dimensions = [1] : (tensor<12x4x7xf64>, tensor<f64>) -> tensor<12x7xf64>
    %cst_0 = stablehlo.constant dense<4.000000e+00> : tensor<f64>
    %12 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<12x7xf64>
    %13 = stablehlo.divide %11, %12 : tensor<12x7xf64>
    %14 = stablehlo.dot_general %13, %arg0, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x7xf64>, tensor<7x4xf64>) -> tensor<12x4xf64>
    %15 = stablehlo.subtract %14, %arg5 : tensor<12x4xf64>
    %16 = stablehlo.multiply %15, %15 : tensor<12x4xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %17 = stablehlo.reduce(%16 init: %cst_1) applies stablehlo.add across dimensions = [0, 1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<f64>
    %cst_2 = stablehlo.constant dense<4.800000e+01> : tensor<f64>
    %18 = stablehlo.divide %17, %cst_2 : tensor<f64>
    return %18 : tensor<f64>
  }
}
