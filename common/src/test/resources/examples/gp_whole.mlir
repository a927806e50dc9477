// def loss(p, x, y):
//     d = x[:,None]-x[None]
//     K = jnp.exp(-jnp.exp(p['l'])*d**2)+jnp.exp(p['n'])*jnp.eye(N)
//     L = jnp.linalg.cholesky(K)
//     a = jax.scipy.linalg.solve_triangular(L, y, lower=True)
//     return 0.5*jnp.sum(a**2)+jnp.sum(jnp.log(jnp.diag(L)))
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<f64>, %arg1: tensor<f64>, %arg2: tensor<12xf64>, %arg3: tensor<12xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.broadcast_in_dim %arg2, dims = [0] : (tensor<12xf64>) -> tensor<12x1xf64>
    %1 = stablehlo.broadcast_in_dim %arg2, dims = [1] : (tensor<12xf64>) -> tensor<1x12xf64>
    %2 = stablehlo.broadcast_in_dim %0, dims = [0, 1] : (tensor<12x1xf64>) -> tensor<12x12xf64>
    %3 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x12xf64>) -> tensor<12x12xf64>
    %4 = stablehlo.subtract %2, %3 : tensor<12x12xf64>
    %5 = stablehlo.exponential %arg0 : tensor<f64>
    %6 = stablehlo.negate %5 : tensor<f64>
    %7 = stablehlo.multiply %4, %4 : tensor<12x12xf64>
    %8 = stablehlo.broadcast_in_dim %6, dims = [] : (tensor<f64>) -> tensor<12x12xf64>
    %9 = stablehlo.multiply %8, %7 : tensor<12x12xf64>
    %10 = stablehlo.exponential %9 : tensor<12x12xf64>
    %11 = stablehlo.exponential %arg1 : tensor<f64>
    %12 = stablehlo.iota dim = 0 : tensor<12x12xi64>
    %13 = stablehlo.iota dim = 1 : tensor<12x12xi64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %14 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i64>) -> tensor<12x12xi64>
    %15 = stablehlo.add %12, %14 : tensor<12x12xi64>
    %16 = stablehlo.compare EQ, %15, %13, SIGNED : (tensor<12x12xi64>, tensor<12x12xi64>) -> tensor<12x12xi1>
    %17 = stablehlo.convert %16 : (tensor<12x12xi1>) -> tensor<12x12xf64>
    %18 = stablehlo.broadcast_in_dim %11, dims = [] : (tensor<f64>) -> tensor<12x12xf64>
    %19 = stablehlo.multiply %18, %17 : tensor<12x12xf64>
    %20 = stablehlo.add %10, %19 : tensor<12x12xf64>
    %21 = call @cholesky(%20) : (tensor<12x12xf64>) -> tensor<12x12xf64>
    %22 = call @_solve_triangular(%21, %arg3) : (tensor<12x12xf64>, tensor<12xf64>) -> tensor<12xf64>
    %23 = stablehlo.multiply %22, %22 : tensor<12xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %24 = stablehlo.reduce(%23 init: %cst) applies stablehlo.add across dimensions = [0] : (tensor<12xf64>, tensor<f64>) -> tensor<f64>
    %cst_0 = stablehlo.constant dense<5.000000e-01> : tensor<f64>
    %25 = stablehlo.multiply %cst_0, %24 : tensor<f64>
    %26 = call @_diag(%21) : (tensor<12x12xf64>) -> tensor<12xf64>
    %27 = stablehlo.log %26 : tensor<12xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %28 = stablehlo.reduce(%27 init: %cst_1) applies stablehlo.add across dimensions = [0] : (tensor<12xf64>, tensor<f64>) -> tensor<f64>
    %29 = stablehlo.add %25, %28 : tensor<f64>
    return %29 : tensor<f64>
  }
  func.func private @cholesky(%arg0: tensor<12x12xf64>) -> tensor<12x12xf64> {
    %0 = stablehlo.transpose %arg0, dims = [1, 0] : (tensor<12x12xf64>) -> tensor<12x12xf64>
    %1 = stablehlo.add %arg0, %0 : tensor<12x12xf64>
    %cst = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %2 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x12xf64>
    %3 = stablehlo.divide %1, %2 : tensor<12x12xf64>
    %4:2 = stablehlo.custom_call @lapack_dpotrf_ffi(%3) {backend_config = "", mhlo.backend_config = {uplo = 76 : ui8}, mhlo.frontend_attributes = {num_batch_dims = "0"}, operand_layouts = [dense<[0, 1]> : tensor<2xindex>], output_operand_aliases = [#stablehlo.output_operand_alias<output_tuple_indices = [0], operand_index = 0, operand_tuple_indices = []>], result_layouts = [dense<[0, 1]> : tensor<2xindex>, dense<> : tensor<0xindex>], sdy.sharding_rule = #sdy.op_sharding_rule<([i, j])->([k, l], []) {i=12, j=12, k=12, l=12}, custom>} : (tensor<12x12xf64>) -> (tensor<12x12xf64>, tensor<i32>)
    %c = stablehlo.constant dense<0> : tensor<i32>
    %5 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i32>) -> tensor<i32>
    %6 = stablehlo.compare EQ, %4#1, %5, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
    %7 = stablehlo.broadcast_in_dim %6, dims = [] : (tensor<i1>) -> tensor<1x1xi1>
    %cst_0 = stablehlo.constant dense<0x7FF8000000000000> : tensor<f64>
    %8 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<12x12xf64>
    %9 = stablehlo.broadcast_in_dim %7, dims = [0, 1] : (tensor<1x1xi1>) -> tensor<12x12xi1>
    %10 = stablehlo.select %9, %4#0, %8 : tensor<12x12xi1>, tensor<12x12xf64>
    %11 = stablehlo.iota dim = 0 : tensor<12x12xi64>
    %c_1 = stablehlo.constant dense<0> : tensor<i64>
    %12 = stablehlo.broadcast_in_dim %c_1, dims = [] : (tensor<i64>) -> tensor<12x12xi64>
    %13 = stablehlo.add %11, %12 : tensor<12x12xi64>
    %14 = stablehlo.iota dim = 1 : tensor<12x12xi64>
    %15 = stablehlo.compare GE, %13, %14, SIGNED : (tensor<12x12xi64>, tensor<12x12xi64>) -> tensor<12x12xi1>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %16 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f64>) -> tensor<12x12xf64>
    %17 = stablehlo.select %15, %10, %16 : tensor<12x12xi1>, tensor<12x12xf64>
    return %17 : tensor<12x12xf64>
  }
  func.func private @_solve_triangular(%arg0: tensor<12x12xf64>, %arg1: tensor<12xf64>) -> tensor<12xf64> {
    %0 = stablehlo.broadcast_in_dim %arg1, dims = [0] : (tensor<12xf64>) -> tensor<12x1xf64>
    %1 = stablehlo.custom_call @lapack_dtrsm_ffi(%arg0, %0) {backend_config = "", mhlo.backend_config = {diag = 78 : ui8, side = 76 : ui8, trans_x = 78 : ui8, uplo = 76 : ui8}, mhlo.frontend_attributes = {num_batch_dims = "0"}, operand_layouts = [dense<[0, 1]> : tensor<2xindex>, dense<[0, 1]> : tensor<2xindex>], output_operand_aliases = [#stablehlo.output_operand_alias<output_tuple_indices = [], operand_index = 1, operand_tuple_indices = []>], result_layouts = [dense<[0, 1]> : tensor<2xindex>], sdy.sharding_rule = #sdy.op_sharding_rule<([i, j], [k, l])->([m, n]) {i=12, j=12, k=12, l=1, m=12, n=1}, custom>} : (tensor<12x12xf64>, tensor<12x1xf64>) -> tensor<12x1xf64>
    %2 = stablehlo.reshape %1 : (tensor<12x1xf64>) -> tensor<12xf64>
    return %2 : tensor<12xf64>
  }
  func.func private @_diag(%arg0: tensor<12x12xf64>) -> tensor<12xf64> {
    %0 = call @diagonal(%arg0) : (tensor<12x12xf64>) -> tensor<12xf64>
    return %0 : tensor<12xf64>
  }
  func.func private @diagonal(%arg0: tensor<12x12xf64>) -> tensor<12xf64> {
    %0 = stablehlo.iota dim = 0 : tensor<12x12xi64>
    %1 = stablehlo.iota dim = 1 : tensor<12x12xi64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %2 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i64>) -> tensor<12x12xi64>
    %3 = stablehlo.add %0, %2 : tensor<12x12xi64>
    %4 = stablehlo.compare EQ, %3, %1, SIGNED : (tensor<12x12xi64>, tensor<12x12xi64>) -> tensor<12x12xi1>
    %5 = stablehlo.convert %4 : (tensor<12x12xi1>) -> tensor<12x12xf64>
    %c_0 = stablehlo.constant dense<1> : tensor<i32>
    %6 = "stablehlo.case"(%c_0) ({
      %c_1 = stablehlo.constant dense<0> : tensor<i32>
      stablehlo.return %c_1 : tensor<i32>
    }, {
      %c_1 = stablehlo.constant dense<0> : tensor<i32>
      stablehlo.return %c_1 : tensor<i32>
    }) : (tensor<i32>) -> tensor<i32>
    %7 = "stablehlo.case"(%6) ({
      %8 = stablehlo.iota dim = 0 : tensor<12xi64>
      %9 = stablehlo.iota dim = 0 : tensor<12xi64>
      %c_1 = stablehlo.constant dense<0> : tensor<i64>
      %10 = stablehlo.broadcast_in_dim %c_1, dims = [] : (tensor<i64>) -> tensor<12xi64>
      %11 = stablehlo.compare LT, %8, %10, SIGNED : (tensor<12xi64>, tensor<12xi64>) -> tensor<12xi1>
      %c_2 = stablehlo.constant dense<12> : tensor<i64>
      %12 = stablehlo.broadcast_in_dim %c_2, dims = [] : (tensor<i64>) -> tensor<12xi64>
      %13 = stablehlo.add %8, %12 : tensor<12xi64>
      %14 = stablehlo.select %11, %13, %8 : tensor<12xi1>, tensor<12xi64>
      %c_3 = stablehlo.constant dense<0> : tensor<i64>
      %15 = stablehlo.broadcast_in_dim %c_3, dims = [] : (tensor<i64>) -> tensor<12xi64>
      %16 = stablehlo.compare LT, %9, %15, SIGNED : (tensor<12xi64>, tensor<12xi64>) -> tensor<12xi1>
      %c_4 = stablehlo.constant dense<12> : tensor<i64>
      %17 = stablehlo.broadcast_in_dim %c_4, dims = [] : (tensor<i64>) -> tensor<12xi64>
      %18 = stablehlo.add %9, %17 : tensor<12xi64>
      %19 = stablehlo.select %16, %18, %9 : tensor<12xi1>, tensor<12xi64>
      %20 = stablehlo.convert %14 : (tensor<12xi64>) -> tensor<12xi32>
      %21 = stablehlo.convert %19 : (tensor<12xi64>) -> tensor<12xi32>
      %22 = stablehlo.broadcast_in_dim %20, dims = [0] : (tensor<12xi32>) -> tensor<12x1xi32>
      %23 = stablehlo.broadcast_in_dim %21, dims = [0] : (tensor<12xi32>) -> tensor<12x1xi32>
      %24 = stablehlo.concatenate %22, %23, dim = 1 : (tensor<12x1xi32>, tensor<12x1xi32>) -> tensor<12x2xi32>
      %25 = "stablehlo.gather"(%arg0, %24) <{dimension_numbers = #stablehlo.gather<collapsed_slice_dims = [0, 1], start_index_map = [0, 1], index_vector_dim = 1>, indices_are_sorted = false, slice_sizes = array<i64: 1, 1>}> : (tensor<12x12xf64>, tensor<12x2xi32>) -> tensor<12xf64>
      stablehlo.return %25 : tensor<12xf64>
    }) : (tensor<i32>) -> tensor<12xf64>
    return %7 : tensor<12xf64>
  }
}
