// def loss(p, x, y):
//     h = lax.conv_transpose(x, p['k'], (2,2), 'SAME', dimension_numbers=('NHWC','HWIO','NHWC'))
//     return jnp.mean((jnp.tanh(h)-y)**2)
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<3x3x2x2xf64>, %arg1: tensor<12x4x4x2xf64>, %arg2: tensor<12x8x8x2xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.convolution(%arg1, %arg0) dim_numbers = [b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f], window = {stride = [1, 1], pad = [[2, 1], [2, 1]], lhs_dilate = [2, 2], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<12x4x4x2xf64>, tensor<3x3x2x2xf64>) -> tensor<12x8x8x2xf64>
    %1 = stablehlo.tanh %0 : tensor<12x8x8x2xf64>
    %2 = stablehlo.subtract %1, %arg2 : tensor<12x8x8x2xf64>
    %3 = stablehlo.multiply %2, %2 : tensor<12x8x8x2xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %4 = stablehlo.reduce(%3 init: %cst) applies stablehlo.add across dimensions = [0, 1, 2, 3] : (tensor<12x8x8x2xf64>, tensor<f64>) -> tensor<f64>
    %cst_0 = stablehlo.constant dense<1.536000e+03> : tensor<f64>
    %5 = stablehlo.divide %4, %cst_0 : tensor<f64>
    return %5 : tensor<f64>
  }
}
