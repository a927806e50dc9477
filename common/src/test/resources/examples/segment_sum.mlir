// def loss(p, x, seg, w):
//     s = jax.ops.segment_sum(jnp.sum(jnp.tanh(x@p['w']),-1), seg, 3)
//     return jnp.dot(s, w)
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<5x7xf64>, %arg1: tensor<12x5xf64>, %arg2: tensor<12xi32>, %arg3: tensor<3xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.dot_general %arg1, %arg0, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x7xf64>) -> tensor<12x7xf64>
    %1 = stablehlo.tanh %0 : tensor<12x7xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %2 = stablehlo.reduce(%1 init: %cst) applies stablehlo.add across dimensions = [1] : (tensor<12x7xf64>, tensor<f64>) -> tensor<12xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %3 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<3xf64>
    %4 = stablehlo.broadcast_in_dim %arg2, dims = [0] : (tensor<12xi32>) -> tensor<12x1xi32>
    %5 = "stablehlo.scatter"(%3, %4, %2) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 1>, unique_indices = false}> ({
    ^bb0(%arg4: tensor<f64>, %arg5: tensor<f64>):
      %7 = stablehlo.add %arg4, %arg5 : tensor<f64>
      stablehlo.return %7 : tensor<f64>
    }) : (tensor<3xf64>, tensor<12x1xi32>, tensor<12xf64>) -> tensor<3xf64>
    %6 = stablehlo.dot_general %5, %arg3, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<3xf64>, tensor<3xf64>) -> tensor<f64>
    return %6 : tensor<f64>
  }
}
