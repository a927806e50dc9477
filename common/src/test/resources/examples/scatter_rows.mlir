// def loss(p, tok, y):
//     bag = jnp.zeros((N,V)).at[jnp.arange(N)[:,None], tok].add(p['e'][tok])
//     return jnp.mean((jnp.tanh(bag@p['w'])-y)**2)
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<9xf64>, %arg1: tensor<9x4xf64>, %arg2: tensor<12x6xi32>, %arg3: tensor<12x4xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x9xf64>
    %1 = stablehlo.iota dim = 0 : tensor<12xi64>
    %2 = stablehlo.broadcast_in_dim %1, dims = [0] : (tensor<12xi64>) -> tensor<12x1xi64>
    %c = stablehlo.constant dense<0> : tensor<i32>
    %3 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i32>) -> tensor<12x6xi32>
    %4 = stablehlo.compare LT, %arg2, %3, SIGNED : (tensor<12x6xi32>, tensor<12x6xi32>) -> tensor<12x6xi1>
    %c_0 = stablehlo.constant dense<9> : tensor<i32>
    %5 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<i32>) -> tensor<12x6xi32>
    %6 = stablehlo.add %arg2, %5 : tensor<12x6xi32>
    %7 = stablehlo.select %4, %6, %arg2 : tensor<12x6xi1>, tensor<12x6xi32>
    %8 = stablehlo.broadcast_in_dim %7, dims = [0, 1] : (tensor<12x6xi32>) -> tensor<12x6x1xi32>
    %9 = "stablehlo.gather"(%arg0, %8) <{dimension_numbers = #stablehlo.gather<collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 2>, indices_are_sorted = false, slice_sizes = array<i64: 1>}> : (tensor<9xf64>, tensor<12x6x1xi32>) -> tensor<12x6xf64>
    %c_1 = stablehlo.constant dense<0> : tensor<i64>
    %10 = stablehlo.broadcast_in_dim %c_1, dims = [] : (tensor<i64>) -> tensor<12x1xi64>
    %11 = stablehlo.compare LT, %2, %10, SIGNED : (tensor<12x1xi64>, tensor<12x1xi64>) -> tensor<12x1xi1>
    %c_2 = stablehlo.constant dense<12> : tensor<i64>
    %12 = stablehlo.broadcast_in_dim %c_2, dims = [] : (tensor<i64>) -> tensor<12x1xi64>
    %13 = stablehlo.add %2, %12 : tensor<12x1xi64>
    %14 = stablehlo.select %11, %13, %2 : tensor<12x1xi1>, tensor<12x1xi64>
    %c_3 = stablehlo.constant dense<0> : tensor<i32>
    %15 = stablehlo.broadcast_in_dim %c_3, dims = [] : (tensor<i32>) -> tensor<12x6xi32>
    %16 = stablehlo.compare LT, %arg2, %15, SIGNED : (tensor<12x6xi32>, tensor<12x6xi32>) -> tensor<12x6xi1>
    %c_4 = stablehlo.constant dense<9> : tensor<i32>
    %17 = stablehlo.broadcast_in_dim %c_4, dims = [] : (tensor<i32>) -> tensor<12x6xi32>
    %18 = stablehlo.add %arg2, %17 : tensor<12x6xi32>
    %19 = stablehlo.select %16, %18, %arg2 : tensor<12x6xi1>, tensor<12x6xi32>
    %20 = stablehlo.broadcast_in_dim %14, dims = [0, 1] : (tensor<12x1xi64>) -> tensor<12x6xi64>
    %21 = stablehlo.convert %20 : (tensor<12x6xi64>) -> tensor<12x6xi32>
    %22 = stablehlo.broadcast_in_dim %21, dims = [0, 1] : (tensor<12x6xi32>) -> tensor<12x6x1xi32>
    %23 = stablehlo.broadcast_in_dim %19, dims = [0, 1] : (tensor<12x6xi32>) -> tensor<12x6x1xi32>
    %24 = stablehlo.concatenate %22, %23, dim = 2 : (tensor<12x6x1xi32>, tensor<12x6x1xi32>) -> tensor<12x6x2xi32>
    %25 = "stablehlo.scatter"(%0, %24, %9) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<inserted_window_dims = [0, 1], scatter_dims_to_operand_dims = [0, 1], index_vector_dim = 2>, unique_indices = false}> ({
    ^bb0(%arg4: tensor<f64>, %arg5: tensor<f64>):
      %32 = stablehlo.add %arg4, %arg5 : tensor<f64>
      stablehlo.return %32 : tensor<f64>
    }) : (tensor<12x9xf64>, tensor<12x6x2xi32>, tensor<12x6xf64>) -> tensor<12x9xf64>
    %26 = stablehlo.dot_general %25, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x9xf64>, tensor<9x4xf64>) -> tensor<12x4xf64>
    %27 = stablehlo.tanh %26 : tensor<12x4xf64>
    %28 = stablehlo.subtract %27, %arg3 : tensor<12x4xf64>
    %29 = stablehlo.multiply %28, %28 : tensor<12x4xf64>
    %cst_5 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %30 = stablehlo.reduce(%29 init: %cst_5) applies stablehlo.add across dimensions = [0, 1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<f64>
    %cst_6 = stablehlo.constant dense<4.800000e+01> : tensor<f64>
    %31 = stablehlo.divide %30, %cst_6 : tensor<f64>
    return %31 : tensor<f64>
  }
}
