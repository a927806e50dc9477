// def loss(p, x, y):
//     h = jax.nn.relu(conv(x,p['k1'])+p['b1'])
//     h = lax.reduce_window(h, -jnp.inf, lax.max, (1,2,2,1), (1,2,2,1), 'VALID')
//     h = jax.nn.gelu(conv(h,p['k2'],2))
//     h = lax.reduce_window(h, 0.0, lax.add, (1,2,2,1), (1,2,2,1), 'SAME')/4
//     h = h.reshape(h.shape[0],-1)
//     return -jnp.mean(jax.nn.log_softmax(h@p['w'])[jnp.arange(y.shape[0]),y])
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<3xf64>, %arg1: tensor<3x3x2x3xf64>, %arg2: tensor<3x3x3x4xf64>, %arg3: tensor<4x4xf64>, %arg4: tensor<12x8x8x2xf64>, %arg5: tensor<12xi32>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.convolution(%arg4, %arg1) dim_numbers = [b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f], window = {stride = [1, 1], pad = [[1, 1], [1, 1]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<12x8x8x2xf64>, tensor<3x3x2x3xf64>) -> tensor<12x8x8x3xf64>
    %1 = stablehlo.broadcast_in_dim %arg0, dims = [3] : (tensor<3xf64>) -> tensor<1x1x1x3xf64>
    %2 = stablehlo.broadcast_in_dim %1, dims = [0, 1, 2, 3] : (tensor<1x1x1x3xf64>) -> tensor<12x8x8x3xf64>
    %3 = stablehlo.add %0, %2 : tensor<12x8x8x3xf64>
    %4 = call @relu(%3) : (tensor<12x8x8x3xf64>) -> tensor<12x8x8x3xf64>
    %cst = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %5 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<f64>
    %6 = "stablehlo.reduce_window"(%4, %5) <{base_dilations = array<i64: 1, 1, 1, 1>, padding = dense<0> : tensor<4x2xi64>, window_dilations = array<i64: 1, 1, 1, 1>, window_dimensions = array<i64: 1, 2, 2, 1>, window_strides = array<i64: 1, 2, 2, 1>}> ({
    ^bb0(%arg6: tensor<f64>, %arg7: tensor<f64>):
      %47 = stablehlo.maximum %arg6, %arg7 : tensor<f64>
      stablehlo.return %47 : tensor<f64>
    }) : (tensor<12x8x8x3xf64>, tensor<f64>) -> tensor<12x4x4x3xf64>
    %7 = stablehlo.convolution(%6, %arg2) dim_numbers = [b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f], window = {stride = [2, 2], pad = [[0, 1], [0, 1]], lhs_dilate = [1, 1], rhs_dilate = [1, 1], reverse = [false, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : (tensor<12x4x4x3xf64>, tensor<3x3x3x4xf64>) -> tensor<12x2x2x4xf64>
    %8 = stablehlo.multiply %7, %7 : tensor<12x2x2x4xf64>
    %9 = stablehlo.multiply %8, %7 : tensor<12x2x2x4xf64>
    %cst_0 = stablehlo.constant dense<4.471500e-02> : tensor<f64>
    %10 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<12x2x2x4xf64>
    %11 = stablehlo.multiply %10, %9 : tensor<12x2x2x4xf64>
    %12 = stablehlo.add %7, %11 : tensor<12x2x2x4xf64>
    %cst_1 = stablehlo.constant dense<0.79788456080286541> : tensor<f64>
    %13 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f64>) -> tensor<12x2x2x4xf64>
    %14 = stablehlo.multiply %13, %12 : tensor<12x2x2x4xf64>
    %15 = stablehlo.tanh %14 : tensor<12x2x2x4xf64>
    %cst_2 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %16 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f64>) -> tensor<12x2x2x4xf64>
    %17 = stablehlo.add %16, %15 : tensor<12x2x2x4xf64>
    %cst_3 = stablehlo.constant dense<5.000000e-01> : tensor<f64>
    %18 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f64>) -> tensor<12x2x2x4xf64>
    %19 = stablehlo.multiply %18, %17 : tensor<12x2x2x4xf64>
    %20 = stablehlo.multiply %7, %19 : tensor<12x2x2x4xf64>
    %cst_4 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %21 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f64>) -> tensor<f64>
    %22 = "stablehlo.reduce_window"(%20, %21) <{base_dilations = array<i64: 1, 1, 1, 1>, padding = dense<0> : tensor<4x2xi64>, window_dilations = array<i64: 1, 1, 1, 1>, window_dimensions = array<i64: 1, 2, 2, 1>, window_strides = array<i64: 1, 2, 2, 1>}> ({
    ^bb0(%arg6: tensor<f64>, %arg7: tensor<f64>):
      %47 = stablehlo.add %arg6, %arg7 : tensor<f64>
      stablehlo.return %47 : tensor<f64>
    }) : (tensor<12x2x2x4xf64>, tensor<f64>) -> tensor<12x1x1x4xf64>
    %cst_5 = stablehlo.constant dense<4.000000e+00> : tensor<f64>
    %23 = stablehlo.broadcast_in_dim %cst_5, dims = [] : (tensor<f64>) -> tensor<12x1x1x4xf64>
    %24 = stablehlo.divide %22, %23 : tensor<12x1x1x4xf64>
    %25 = stablehlo.reshape %24 : (tensor<12x1x1x4xf64>) -> tensor<12x4xf64>
    %26 = stablehlo.dot_general %25, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x4xf64>, tensor<4x4xf64>) -> tensor<12x4xf64>
    %27 = call @log_softmax(%26) : (tensor<12x4xf64>) -> tensor<12x4xf64>
    %28 = stablehlo.iota dim = 0 : tensor<12xi64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %29 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i64>) -> tensor<12xi64>
    %30 = stablehlo.compare LT, %28, %29, SIGNED : (tensor<12xi64>, tensor<12xi64>) -> tensor<12xi1>
    %c_6 = stablehlo.constant dense<12> : tensor<i64>
    %31 = stablehlo.broadcast_in_dim %c_6, dims = [] : (tensor<i64>) -> tensor<12xi64>
    %32 = stablehlo.add %28, %31 : tensor<12xi64>
    %33 = stablehlo.select %30, %32, %28 : tensor<12xi1>, tensor<12xi64>
    %c_7 = stablehlo.constant dense<0> : tensor<i32>
    %34 = stablehlo.broadcast_in_dim %c_7, dims = [] : (tensor<i32>) -> tensor<12xi32>
    %35 = stablehlo.compare LT, %arg5, %34, SIGNED : (tensor<12xi32>, tensor<12xi32>) -> tensor<12xi1>
    %c_8 = stablehlo.constant dense<4> : tensor<i32>
    %36 = stablehlo.broadcast_in_dim %c_8, dims = [] : (tensor<i32>) -> tensor<12xi32>
    %37 = stablehlo.add %arg5, %36 : tensor<12xi32>
    %38 = stablehlo.select %35, %37, %arg5 : tensor<12xi1>, tensor<12xi32>
    %39 = stablehlo.convert %33 : (tensor<12xi64>) -> tensor<12xi32>
    %40 = stablehlo.broadcast_in_dim %39, dims = [0] : (tensor<12xi32>) -> tensor<12x1xi32>
    %41 = stablehlo.broadcast_in_dim %38, dims = [0] : (tensor<12xi32>) -> tensor<12x1xi32>
    %42 = stablehlo.concatenate %40, %41, dim = 1 : (tensor<12x1xi32>, tensor<12x1xi32>) -> tensor<12x2xi32>
    %43 = "stablehlo.gather"(%27, %42) <{dimension_numbers = #stablehlo.gather<collapsed_slice_dims = [0, 1], start_index_map = [0, 1], index_vector_dim = 1>, indices_are_sorted = false, slice_sizes = array<i64: 1, 1>}> : (tensor<12x4xf64>, tensor<12x2xi32>) -> tensor<12xf64>
    %cst_9 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %44 = stablehlo.reduce(%43 init: %cst_9) applies stablehlo.add across dimensions = [0] : (tensor<12xf64>, tensor<f64>) -> tensor<f64>
    %cst_10 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %45 = stablehlo.divide %44, %cst_10 : tensor<f64>
    %46 = stablehlo.negate %45 : tensor<f64>
    return %46 : tensor<f64>
  }
  func.func private @relu(%arg0: tensor<12x8x8x3xf64>) -> tensor<12x8x8x3xf64> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x8x8x3xf64>
    %1 = stablehlo.maximum %arg0, %0 : tensor<12x8x8x3xf64>
    return %1 : tensor<12x8x8x3xf64>
  }
  func.func private @log_softmax(%arg0: tensor<12x4xf64>) -> tensor<12x4xf64> {
    %cst = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.maximum across dimensions = [1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<12xf64>
    %cst_0 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %1 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %2 = stablehlo.maximum %1, %0 : tensor<12xf64>
    %3 = stablehlo.broadcast_in_dim %2, dims = [0] : (tensor<12xf64>) -> tensor<12x1xf64>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1] : (tensor<12x1xf64>) -> tensor<12x4xf64>
    %5 = stablehlo.subtract %arg0, %4 : tensor<12x4xf64>
    %6 = stablehlo.exponential %5 : tensor<12x4xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %7 = stablehlo.reduce(%6 init: %cst_1) applies stablehlo.add across dimensions = [1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<12xf64>
    %8 = stablehlo.broadcast_in_dim %7, dims = [0] : (tensor<12xf64>) -> tensor<12x1xf64>
    %9 = stablehlo.log %8 : tensor<12x1xf64>
    %10 = stablehlo.broadcast_in_dim %9, dims = [0, 1] : (tensor<12x1xf64>) -> tensor<12x4xf64>
    %11 = stablehlo.subtract %5, %10 : tensor<12x4xf64>
    return %11 : tensor<12x4xf64>
  }
}
