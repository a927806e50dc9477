// def one(p, x, y):
//     d = x[:,None]-x[None]
//     K = jnp.exp(-jnp.exp(p['l'])*d**2)+jnp.exp(p['n'])*jnp.eye(T)
//     L = jnp.linalg.cholesky(K)
//     a = jax.scipy.linalg.solve_triangular(L, y, lower=True)
//     return 0.5*jnp.sum(a**2)+jnp.sum(jnp.log(jnp.diag(L)))
// def loss(p, x, y): return jnp.mean(jax.vmap(one,(None,0,0))(p,x,y))
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<f64>, %arg1: tensor<f64>, %arg2: tensor<12x6xf64>, %arg3: tensor<12x6xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.broadcast_in_dim %arg2, dims = [0, 1] : (tensor<12x6xf64>) -> tensor<12x6x1xf64>
    %1 = stablehlo.broadcast_in_dim %arg2, dims = [0, 2] : (tensor<12x6xf64>) -> tensor<12x1x6xf64>
    %2 = stablehlo.broadcast_in_dim %0, dims = [0, 1, 2] : (tensor<12x6x1xf64>) -> tensor<12x6x6xf64>
    %3 = stablehlo.broadcast_in_dim %1, dims = [0, 1, 2] : (tensor<12x1x6xf64>) -> tensor<12x6x6xf64>
    %4 = stablehlo.subtract %2, %3 : tensor<12x6x6xf64>
    %5 = stablehlo.exponential %arg0 : tensor<f64>
    %6 = stablehlo.negate %5 : tensor<f64>
    %7 = stablehlo.multiply %4, %4 : tensor<12x6x6xf64>
    %8 = stablehlo.broadcast_in_dim %6, dims = [] : (tensor<f64>) -> tensor<12x6x6xf64>
    %9 = stablehlo.multiply %8, %7 : tensor<12x6x6xf64>
    %10 = stablehlo.exponential %9 : tensor<12x6x6xf64>
    %11 = stablehlo.exponential %arg1 : tensor<f64>
    %12 = stablehlo.iota dim = 0 : tensor<6x6xi64>
    %13 = stablehlo.iota dim = 1 : tensor<6x6xi64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %14 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i64>) -> tensor<6x6xi64>
    %15 = stablehlo.add %12, %14 : tensor<6x6xi64>
    %16 = stablehlo.compare EQ, %15, %13, SIGNED : (tensor<6x6xi64>, tensor<6x6xi64>) -> tensor<6x6xi1>
    %17 = stablehlo.convert %16 : (tensor<6x6xi1>) -> tensor<6x6xf64>
    %18 = stablehlo.broadcast_in_dim %11, dims = [] : (tensor<f64>) -> tensor<6x6xf64>
    %19 = stablehlo.multiply %18, %17 : tensor<6x6xf64>
    %20 = stablehlo.broadcast_in_dim %19, dims = [1, 2] : (tensor<6x6xf64>) -> tensor<1x6x6xf64>
    %21 = stablehlo.broadcast_in_dim %20, dims = [0, 1, 2] : (tensor<1x6x6xf64>) -> tensor<12x6x6xf64>
    %22 = stablehlo.add %10, %21 : tensor<12x6x6xf64>
    %23 = call @cholesky(%22) : (tensor<12x6x6xf64>) -> tensor<12x6x6xf64>
    %24 = call @_solve_triangular(%23, %arg3) : (tensor<12x6x6xf64>, tensor<12x6xf64>) -> tensor<12x6xf64>
    %25 = stablehlo.multiply %24, %24 : tensor<12x6xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %26 = stablehlo.reduce(%25 init: %cst) applies stablehlo.add across dimensions = [1] : (tensor<12x6xf64>, tensor<f64>) -> tensor<12xf64>
    %cst_0 = stablehlo.constant dense<5.000000e-01> : tensor<f64>
    %27 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %28 = stablehlo.multiply %27, %26 : tensor<12xf64>
    %29 = call @_diag(%23) : (tensor<12x6x6xf64>) -> tensor<12x6xf64>
    %30 = stablehlo.log %29 : tensor<12x6xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %31 = stablehlo.reduce(%30 init: %cst_1) applies stablehlo.add across dimensions = [1] : (tensor<12x6xf64>, tensor<f64>) -> tensor<12xf64>
    %32 = stablehlo.add %28, %31 : tensor<12xf64>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %33 = stablehlo.reduce(%32 init: %cst_2) applies stablehlo.add across dimensions = [0] : (tensor<12xf64>, tensor<f64>) -> tensor<f64>
    %cst_3 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %34 = stablehlo.divide %33, %cst_3 : tensor<f64>
    return %34 : tensor<f64>
  }
  func.func private @cholesky(%arg0: tensor<12x6x6xf64>) -> tensor<12x6x6xf64> {
    %0 = stablehlo.transpose %arg0, dims = [0, 2, 1] : (tensor<12x6x6xf64>) -> tensor<12x6x6xf64>
    %1 = stablehlo.add %arg0, %0 : tensor<12x6x6xf64>
    %cst = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %2 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x6x6xf64>
    %3 = stablehlo.divide %1, %2 : tensor<12x6x6xf64>
    %4:2 = stablehlo.custom_call @lapack_dpotrf_ffi(%3) {backend_config = "", mhlo.backend_config = {uplo = 76 : ui8}, mhlo.frontend_attributes = {num_batch_dims = "1"}, operand_layouts = [dense<[1, 2, 0]> : tensor<3xindex>], output_operand_aliases = [#stablehlo.output_operand_alias<output_tuple_indices = [0], operand_index = 0, operand_tuple_indices = []>], result_layouts = [dense<[1, 2, 0]> : tensor<3xindex>, dense<0> : tensor<1xindex>], sdy.sharding_rule = #sdy.op_sharding_rule<([i, j, k])->([i, l, m], [i]) {i=12, j=6, k=6, l=6, m=6}, custom>} : (tensor<12x6x6xf64>) -> (tensor<12x6x6xf64>, tensor<12xi32>)
    %c = stablehlo.constant dense<0> : tensor<i32>
    %5 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i32>) -> tensor<12xi32>
    %6 = stablehlo.compare EQ, %4#1, %5, SIGNED : (tensor<12xi32>, tensor<12xi32>) -> tensor<12xi1>
    %7 = stablehlo.broadcast_in_dim %6, dims = [0] : (tensor<12xi1>) -> tensor<12x1x1xi1>
    %cst_0 = stablehlo.constant dense<0x7FF8000000000000> : tensor<f64>
    %8 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<12x6x6xf64>
    %9 = stablehlo.broadcast_in_dim %7, dims = [0, 1, 2] : (tensor<12x1x1xi1>) -> tensor<12x6x6xi1>
    %10 = stablehlo.select %9, %4#0, %8 : tensor<12x6x6xi1>, tensor<12x6x6xf64>
    %11 = stablehlo.iota dim = 0 : tensor<6x6xi64>
    %c_1 = stablehlo.constant dense<0> : tensor<i64>
    %12 = stablehlo.broadcast_in_dim %c_1, dims = [] : (tensor<i64>) -> tensor<6x6xi64>
    %13 = stablehlo.add %11, %12 : tensor<6x6xi64>
    %14 = stablehlo.iota dim = 1 : tensor<6x6xi64>
    %15 = stablehlo.compare GE, %13, %14, SIGNED : (tensor<6x6xi64>, tensor<6x6xi64>) -> tensor<6x6xi1>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %16 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f64>) -> tensor<6x6xf64>
    %17 = stablehlo.broadcast_in_dim %15, dims = [1, 2] : (tensor<6x6xi1>) -> tensor<12x6x6xi1>
    %18 = stablehlo.broadcast_in_dim %16, dims = [1, 2] : (tensor<6x6xf64>) -> tensor<12x6x6xf64>
    %19 = stablehlo.select %17, %10, %18 : tensor<12x6x6xi1>, tensor<12x6x6xf64>
    return %19 : tensor<12x6x6xf64>
  }
  func.func private @_solve_triangular(%arg0: tensor<12x6x6xf64>, %arg1: tensor<12x6xf64>) -> tensor<12x6xf64> {
    %0 = stablehlo.broadcast_in_dim %arg1, dims = [0, 1] : (tensor<12x6xf64>) -> tensor<12x6x1xf64>
    %1 = stablehlo.custom_call @lapack_dtrsm_ffi(%arg0, %0) {backend_config = "", mhlo.backend_config = {diag = 78 : ui8, side = 76 : ui8, trans_x = 78 : ui8, uplo = 76 : ui8}, mhlo.frontend_attributes = {num_batch_dims = "1"}, operand_layouts = [dense<[1, 2, 0]> : tensor<3xindex>, dense<[1, 2, 0]> : tensor<3xindex>], output_operand_aliases = [#stablehlo.output_operand_alias<output_tuple_indices = [], operand_index = 1, operand_tuple_indices = []>], result_layouts = [dense<[1, 2, 0]> : tensor<3xindex>], sdy.sharding_rule = #sdy.op_sharding_rule<([i, j, k], [i, l, m])->([i, n, o]) {i=12, j=6, k=6, l=6, m=1, n=6, o=1}, custom>} : (tensor<12x6x6xf64>, tensor<12x6x1xf64>) -> tensor<12x6x1xf64>
    %2 = stablehlo.reshape %1 : (tensor<12x6x1xf64>) -> tensor<12x6xf64>
    return %2 : tensor<12x6xf64>
  }
  func.func private @_diag(%arg0: tensor<12x6x6xf64>) -> tensor<12x6xf64> {
    %0 = call @diagonal(%arg0) : (tensor<12x6x6xf64>) -> tensor<12x6xf64>
    return %0 : tensor<12x6xf64>
  }
  func.func private @diagonal(%arg0: tensor<12x6x6xf64>) -> tensor<12x6xf64> {
    %0 = stablehlo.iota dim = 0 : tensor<6x6xi64>
    %1 = stablehlo.iota dim = 1 : tensor<6x6xi64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %2 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i64>) -> tensor<6x6xi64>
    %3 = stablehlo.add %0, %2 : tensor<6x6xi64>
    %4 = stablehlo.compare EQ, %3, %1, SIGNED : (tensor<6x6xi64>, tensor<6x6xi64>) -> tensor<6x6xi1>
    %5 = stablehlo.convert %4 : (tensor<6x6xi1>) -> tensor<6x6xf64>
    %c_0 = stablehlo.constant dense<1> : tensor<i32>
    %6 = "stablehlo.case"(%c_0) ({
      %c_1 = stablehlo.constant dense<0> : tensor<i32>
      stablehlo.return %c_1 : tensor<i32>
    }, {
      %c_1 = stablehlo.constant dense<0> : tensor<i32>
      stablehlo.return %c_1 : tensor<i32>
    }) : (tensor<i32>) -> tensor<i32>
    %7 = "stablehlo.case"(%6) ({
      %8 = stablehlo.iota dim = 0 : tensor<6xi64>
      %9 = stablehlo.iota dim = 0 : tensor<6xi64>
      %c_1 = stablehlo.constant dense<0> : tensor<i64>
      %10 = stablehlo.broadcast_in_dim %c_1, dims = [] : (tensor<i64>) -> tensor<6xi64>
      %11 = stablehlo.compare LT, %8, %10, SIGNED : (tensor<6xi64>, tensor<6xi64>) -> tensor<6xi1>
      %c_2 = stablehlo.constant dense<6> : tensor<i64>
      %12 = stablehlo.broadcast_in_dim %c_2, dims = [] : (tensor<i64>) -> tensor<6xi64>
      %13 = stablehlo.add %8, %12 : tensor<6xi64>
      %14 = stablehlo.select %11, %13, %8 : tensor<6xi1>, tensor<6xi64>
      %c_3 = stablehlo.constant dense<0> : tensor<i64>
      %15 = stablehlo.broadcast_in_dim %c_3, dims = [] : (tensor<i64>) -> tensor<6xi64>
      %16 = stablehlo.compare LT, %9, %15, SIGNED : (tensor<6xi64>, tensor<6xi64>) -> tensor<6xi1>
      %c_4 = stablehlo.constant dense<6> : tensor<i64>
      %17 = stablehlo.broadcast_in_dim %c_4, dims = [] : (tensor<i64>) -> tensor<6xi64>
      %18 = stablehlo.add %9, %17 : tensor<6xi64>
      %19 = stablehlo.select %16, %18, %9 : tensor<6xi1>, tensor<6xi64>
      %20 = stablehlo.convert %14 : (tensor<6xi64>) -> tensor<6xi32>
      %21 = stablehlo.convert %19 : (tensor<6xi64>) -> tensor<6xi32>
      %22 = stablehlo.broadcast_in_dim %20, dims = [0] : (tensor<6xi32>) -> tensor<6x1xi32>
      %23 = stablehlo.broadcast_in_dim %21, dims = [0] : (tensor<6xi32>) -> tensor<6x1xi32>
      %24 = stablehlo.concatenate %22, %23, dim = 1 : (tensor<6x1xi32>, tensor<6x1xi32>) -> tensor<6x2xi32>
      %25 = "stablehlo.gather"(%arg0, %24) <{dimension_numbers = #stablehlo.gather<offset_dims = [0], collapsed_slice_dims = [1, 2], start_index_map = [1, 2], index_vector_dim = 1>, indices_are_sorted = false, slice_sizes = array<i64: 12, 1, 1>}> : (tensor<12x6x6xf64>, tensor<6x2xi32>) -> tensor<12x6xf64>
      stablehlo.return %25 : tensor<12x6xf64>
    }) : (tensor<i32>) -> tensor<12x6xf64>
    return %7 : tensor<12x6xf64>
  }
}
