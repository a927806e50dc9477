// def loss(p, u, i, y):
//     return jnp.mean((jnp.sum(p['U'][u]*p['I'][i],-1)-y)**2)+.01*jnp.sum(p['U']**2)
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<9x3xf64>, %arg1: tensor<8x3xf64>, %arg2: tensor<12xi32>, %arg3: tensor<12xi32>, %arg4: tensor<12xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %c = stablehlo.constant dense<0> : tensor<i32>
    %0 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i32>) -> tensor<12xi32>
    %1 = stablehlo.compare LT, %arg2, %0, SIGNED : (tensor<12xi32>, tensor<12xi32>) -> tensor<12xi1>
    %c_0 = stablehlo.constant dense<8> : tensor<i32>
    %2 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<i32>) -> tensor<12xi32>
    %3 = stablehlo.add %arg2, %2 : tensor<12xi32>
    %4 = stablehlo.select %1, %3, %arg2 : tensor<12xi1>, tensor<12xi32>
    %5 = stablehlo.broadcast_in_dim %4, dims = [0] : (tensor<12xi32>) -> tensor<12x1xi32>
    %6 = "stablehlo.gather"(%arg1, %5) <{dimension_numbers = #stablehlo.gather<offset_dims = [1], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, indices_are_sorted = false, slice_sizes = array<i64: 1, 3>}> : (tensor<8x3xf64>, tensor<12x1xi32>) -> tensor<12x3xf64>
    %c_1 = stablehlo.constant dense<0> : tensor<i32>
    %7 = stablehlo.broadcast_in_dim %c_1, dims = [] : (tensor<i32>) -> tensor<12xi32>
    %8 = stablehlo.compare LT, %arg3, %7, SIGNED : (tensor<12xi32>, tensor<12xi32>) -> tensor<12xi1>
    %c_2 = stablehlo.constant dense<9> : tensor<i32>
    %9 = stablehlo.broadcast_in_dim %c_2, dims = [] : (tensor<i32>) -> tensor<12xi32>
    %10 = stablehlo.add %arg3, %9 : tensor<12xi32>
    %11 = stablehlo.select %8, %10, %arg3 : tensor<12xi1>, tensor<12xi32>
    %12 = stablehlo.broadcast_in_dim %11, dims = [0] : (tensor<12xi32>) -> tensor<12x1xi32>
    %13 = "stablehlo.gather"(%arg0, %12) <{dimension_numbers = #stablehlo.gather<offset_dims = [1], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, indices_are_sorted = false, slice_sizes = array<i64: 1, 3>}> : (tensor<9x3xf64>, tensor<12x1xi32>) -> tensor<12x3xf64>
    %14 = stablehlo.multiply %6, %13 : tensor<12x3xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %15 = stablehlo.reduce(%14 init: %cst) applies stablehlo.add across dimensions = [1] : (tensor<12x3xf64>, tensor<f64>) -> tensor<12xf64>
    %16 = stablehlo.subtract %15, %arg4 : tensor<12xf64>
    %17 = stablehlo.multiply %16, %16 : tensor<12xf64>
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %18 = stablehlo.reduce(%17 init: %cst_3) applies stablehlo.add across dimensions = [0] : (tensor<12xf64>, tensor<f64>) -> tensor<f64>
    %cst_4 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %19 = stablehlo.divide %18, %cst_4 : tensor<f64>
    %20 = stablehlo.multiply %arg1, %arg1 : tensor<8x3xf64>
    %cst_5 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %21 = stablehlo.reduce(%20 init: %cst_5) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x3xf64>, tensor<f64>) -> tensor<f64>
    %cst_6 = stablehlo.constant dense<1.000000e-02> : tensor<f64>
    %22 = stablehlo.multiply %cst_6, %21 : tensor<f64>
    %23 = stablehlo.add %19, %22 : tensor<f64>
    return %23 : tensor<f64>
  }
}
