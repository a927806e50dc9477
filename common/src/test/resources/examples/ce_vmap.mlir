// def one(p, x, y): return -jax.nn.log_softmax(mlp(p,x))[y]
// def loss(p, x, y): return jnp.mean(jax.vmap(one, (None,0,0))(p,x,y))
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<7xf64>, %arg1: tensor<4xf64>, %arg2: tensor<5x7xf64>, %arg3: tensor<7x4xf64>, %arg4: tensor<12x5xf64>, %arg5: tensor<12xi32>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.dot_general %arg4, %arg2, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x7xf64>) -> tensor<12x7xf64>
    %1 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<7xf64>) -> tensor<1x7xf64>
    %2 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<12x7xf64>
    %3 = stablehlo.add %0, %2 : tensor<12x7xf64>
    %4 = stablehlo.tanh %3 : tensor<12x7xf64>
    %5 = stablehlo.dot_general %4, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x7xf64>, tensor<7x4xf64>) -> tensor<12x4xf64>
    %6 = stablehlo.broadcast_in_dim %arg1, dims = [1] : (tensor<4xf64>) -> tensor<1x4xf64>
    %7 = stablehlo.broadcast_in_dim %6, dims = [0, 1] : (tensor<1x4xf64>) -> tensor<12x4xf64>
    %8 = stablehlo.add %5, %7 : tensor<12x4xf64>
    %9 = call @log_softmax(%8) : (tensor<12x4xf64>) -> tensor<12x4xf64>
    %c = stablehlo.constant dense<0> : tensor<i32>
    %10 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i32>) -> tensor<12xi32>
    %11 = stablehlo.compare LT, %arg5, %10, SIGNED : (tensor<12xi32>, tensor<12xi32>) -> tensor<12xi1>
    %c_0 = stablehlo.constant dense<4> : tensor<i32>
    %12 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<i32>) -> tensor<12xi32>
    %13 = stablehlo.add %arg5, %12 : tensor<12xi32>
    %14 = stablehlo.select %11, %13, %arg5 : tensor<12xi1>, tensor<12xi32>
    %15 = stablehlo.broadcast_in_dim %14, dims = [0] : (tensor<12xi32>) -> tensor<12x1xi32>
    %16 = "stablehlo.gather"(%9, %15) <{dimension_numbers = #stablehlo.gather<offset_dims = [1], operand_batching_dims = [0], start_indices_batching_dims = [0], start_index_map = [1], index_vector_dim = 1>, indices_are_sorted = true, slice_sizes = array<i64: 1, 1>}> : (tensor<12x4xf64>, tensor<12x1xi32>) -> tensor<12x1xf64>
    %17 = stablehlo.reshape %16 : (tensor<12x1xf64>) -> tensor<12xf64>
    %18 = stablehlo.negate %17 : tensor<12xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %19 = stablehlo.reduce(%18 init: %cst) applies stablehlo.add across dimensions = [0] : (tensor<12xf64>, tensor<f64>) -> tensor<f64>
    %cst_1 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %20 = stablehlo.divide %19, %cst_1 : tensor<f64>
    return %20 : tensor<f64>
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
