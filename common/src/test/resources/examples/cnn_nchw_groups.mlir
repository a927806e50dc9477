// def loss(p, x, y):
//     h = lax.conv_general_dilated(x, p['k'], (1,1), ((1,1),(0,2)), dimension_numbers=('NCHW','OIHW','NCHW'), feature_group_count=2)
//     h = jnp.tanh(h).mean((2,3))
//     return jnp.mean((h@p['w']-y)**2)
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<4x1x3x3xf64>, %arg1: tensor<4x4xf64>, %arg2: tensor<12x2x6x6xf64>, %arg3: tensor<12x4xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.convolution(%arg2, %arg0) dim_numbers = [b, f, 0, 1]x[o, i, 0, 1]->[b, f, 0, 1], window = {stride = [1, 1], pad = [[1, 1], [0, 2]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 2 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<12x2x6x6xf64>, tensor<4x1x3x3xf64>) -> tensor<12x4x6x6xf64>
    %1 = stablehlo.tanh %0 : tensor<12x4x6x6xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %2 = stablehlo.reduce(%1 init: %cst) applies stablehlo.add across dimensions = [2, 3] : (tensor<12x4x6x6xf64>, tensor<f64>) -> tensor<12x4xf64>
    %cst_0 = stablehlo.constant dense<3.600000e+01> : tensor<f64>
    %3 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<12x4xf64>
    %4 = stablehlo.divide %2, %3 : tensor<12x4xf64>
    %5 = stablehlo.dot_general %4, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x4xf64>, tensor<4x4xf64>) -> tensor<12x4xf64>
    %6 = stablehlo.subtract %5, %arg3 : tensor<12x4xf64>
    %7 = stablehlo.multiply %6, %6 : tensor<12x4xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %8 = stablehlo.reduce(%7 init: %cst_1) applies stablehlo.add across dimensions = [0, 1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<f64>
    %cst_2 = stablehlo.constant dense<4.800000e+01> : tensor<f64>
    %9 = stablehlo.divide %8, %cst_2 : tensor<f64>
    return %9 : tensor<f64>
  }
}
