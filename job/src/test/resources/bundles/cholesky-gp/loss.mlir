module @jit_flat attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<f64>, %arg1: tensor<f64>, %arg2: tensor<f64>, %arg3: tensor<8xf64>, %arg4: tensor<8xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.exponential %arg0 : tensor<f64>
    %1 = stablehlo.broadcast_in_dim %arg3, dims = [0] : (tensor<8xf64>) -> tensor<8x1xf64>
    %2 = stablehlo.broadcast_in_dim %arg3, dims = [1] : (tensor<8xf64>) -> tensor<1x8xf64>
    %3 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<8x1xf64>) -> tensor<8x8xf64>
    %4 = stablehlo.broadcast_in_dim %2, dims = [0, 1] : (tensor<1x8xf64>) -> tensor<8x8xf64>
    %5 = stablehlo.subtract %3, %4 : tensor<8x8xf64>
    %6 = stablehlo.exponential %arg1 : tensor<f64>
    %7 = stablehlo.broadcast_in_dim %6, dims = [] : (tensor<f64>) -> tensor<8x8xf64>
    %8 = stablehlo.divide %5, %7 : tensor<8x8xf64>
    %9 = stablehlo.multiply %8, %8 : tensor<8x8xf64>
    %cst = stablehlo.constant dense<-5.000000e-01> : tensor<f64>
    %10 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<8x8xf64>
    %11 = stablehlo.multiply %10, %9 : tensor<8x8xf64>
    %12 = stablehlo.exponential %11 : tensor<8x8xf64>
    %13 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f64>) -> tensor<8x8xf64>
    %14 = stablehlo.multiply %13, %12 : tensor<8x8xf64>
    %15 = stablehlo.exponential %arg2 : tensor<f64>
    %16 = stablehlo.iota dim = 0 : tensor<8x8xi64>
    %17 = stablehlo.iota dim = 1 : tensor<8x8xi64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %18 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i64>) -> tensor<8x8xi64>
    %19 = stablehlo.add %16, %18 : tensor<8x8xi64>
    %20 = stablehlo.compare EQ, %19, %17, SIGNED : (tensor<8x8xi64>, tensor<8x8xi64>) -> tensor<8x8xi1>
    %21 = stablehlo.convert %20 : (tensor<8x8xi1>) -> tensor<8x8xf64>
    %22 = stablehlo.broadcast_in_dim %15, dims = [] : (tensor<f64>) -> tensor<8x8xf64>
    %23 = stablehlo.multiply %22, %21 : tensor<8x8xf64>
    %24 = stablehlo.add %14, %23 : tensor<8x8xf64>
    %25 = call @cholesky(%24) : (tensor<8x8xf64>) -> tensor<8x8xf64>
    %26 = stablehlo.broadcast_in_dim %arg4, dims = [0] : (tensor<8xf64>) -> tensor<8x1xf64>
    %27 = stablehlo.custom_call @lapack_dtrsm_ffi(%25, %26) {backend_config = "", mhlo.backend_config = {diag = 78 : ui8, side = 76 : ui8, trans_x = 78 : ui8, uplo = 76 : ui8}, mhlo.frontend_attributes = {num_batch_dims = "0"}, operand_layouts = [dense<[0, 1]> : tensor<2xindex>, dense<[0, 1]> : tensor<2xindex>], output_operand_aliases = [#stablehlo.output_operand_alias<output_tuple_indices = [], operand_index = 1, operand_tuple_indices = []>], result_layouts = [dense<[0, 1]> : tensor<2xindex>], sdy.sharding_rule = #sdy.op_sharding_rule<([i, j], [k, l])->([m, n]) {i=8, j=8, k=8, l=1, m=8, n=1}, custom>} : (tensor<8x8xf64>, tensor<8x1xf64>) -> tensor<8x1xf64>
    %28 = stablehlo.multiply %27, %27 : tensor<8x1xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %29 = stablehlo.reduce(%28 init: %cst_0) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x1xf64>, tensor<f64>) -> tensor<f64>
    %cst_1 = stablehlo.constant dense<5.000000e-01> : tensor<f64>
    %30 = stablehlo.multiply %cst_1, %29 : tensor<f64>
    %31 = call @_diag(%25) : (tensor<8x8xf64>) -> tensor<8xf64>
    %32 = stablehlo.log %31 : tensor<8xf64>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %33 = stablehlo.reduce(%32 init: %cst_2) applies stablehlo.add across dimensions = [0] : (tensor<8xf64>, tensor<f64>) -> tensor<f64>
    %34 = stablehlo.add %30, %33 : tensor<f64>
    return %34 : tensor<f64>
  }
  func.func private @cholesky(%arg0: tensor<8x8xf64>) -> tensor<8x8xf64> {
    %0 = stablehlo.transpose %arg0, dims = [1, 0] : (tensor<8x8xf64>) -> tensor<8x8xf64>
    %1 = stablehlo.add %arg0, %0 : tensor<8x8xf64>
    %cst = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %2 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<8x8xf64>
    %3 = stablehlo.divide %1, %2 : tensor<8x8xf64>
    %4:2 = stablehlo.custom_call @lapack_dpotrf_ffi(%3) {backend_config = "", mhlo.backend_config = {uplo = 76 : ui8}, mhlo.frontend_attributes = {num_batch_dims = "0"}, operand_layouts = [dense<[0, 1]> : tensor<2xindex>], output_operand_aliases = [#stablehlo.output_operand_alias<output_tuple_indices = [0], operand_index = 0, operand_tuple_indices = []>], result_layouts = [dense<[0, 1]> : tensor<2xindex>, dense<> : tensor<0xindex>], sdy.sharding_rule = #sdy.op_sharding_rule<([i, j])->([k, l], []) {i=8, j=8, k=8, l=8}, custom>} : (tensor<8x8xf64>) -> (tensor<8x8xf64>, tensor<i32>)
    %c = stablehlo.constant dense<0> : tensor<i32>
    %5 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i32>) -> tensor<i32>
    %6 = stablehlo.compare EQ, %4#1, %5, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
    %7 = stablehlo.broadcast_in_dim %6, dims = [] : (tensor<i1>) -> tensor<1x1xi1>
    %cst_0 = stablehlo.constant dense<0x7FF8000000000000> : tensor<f64>
    %8 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<8x8xf64>
    %9 = stablehlo.broadcast_in_dim %7, dims = [0, 1] : (tensor<1x1xi1>) -> tensor<8x8xi1>
    %10 = stablehlo.select %9, %4#0, %8 : tensor<8x8xi1>, tensor<8x8xf64>
    %11 = stablehlo.iota dim = 0 : tensor<8x8xi64>
    %c_1 = stablehlo.constant dense<0> : tensor<i64>
    %12 = stablehlo.broadcast_in_dim %c_1, dims = [] : (tensor<i64>) -> tensor<8x8xi64>
    %13 = stablehlo.add %11, %12 : tensor<8x8xi64>
    %14 = stablehlo.iota dim = 1 : tensor<8x8xi64>
    %15 = stablehlo.compare GE, %13, %14, SIGNED : (tensor<8x8xi64>, tensor<8x8xi64>) -> tensor<8x8xi1>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %16 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f64>) -> tensor<8x8xf64>
    %17 = stablehlo.select %15, %10, %16 : tensor<8x8xi1>, tensor<8x8xf64>
    return %17 : tensor<8x8xf64>
  }
  func.func private @_diag(%arg0: tensor<8x8xf64>) -> tensor<8xf64> {
    %0 = call @diagonal(%arg0) : (tensor<8x8xf64>) -> tensor<8xf64>
    return %0 : tensor<8xf64>
  }
  func.func private @diagonal(%arg0: tensor<8x8xf64>) -> tensor<8xf64> {
    %0 = stablehlo.iota dim = 0 : tensor<8x8xi64>
    %1 = stablehlo.iota dim = 1 : tensor<8x8xi64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %2 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i64>) -> tensor<8x8xi64>
    %3 = stablehlo.add %0, %2 : tensor<8x8xi64>
    %4 = stablehlo.compare EQ, %3, %1, SIGNED : (tensor<8x8xi64>, tensor<8x8xi64>) -> tensor<8x8xi1>
    %5 = stablehlo.convert %4 : (tensor<8x8xi1>) -> tensor<8x8xf64>
    %c_0 = stablehlo.constant dense<1> : tensor<i32>
    %6 = "stablehlo.case"(%c_0) ({
      %c_1 = stablehlo.constant dense<0> : tensor<i32>
      stablehlo.return %c_1 : tensor<i32>
    }, {
      %c_1 = stablehlo.constant dense<0> : tensor<i32>
      stablehlo.return %c_1 : tensor<i32>
    }) : (tensor<i32>) -> tensor<i32>
    %7 = "stablehlo.case"(%6) ({
      %8 = stablehlo.iota dim = 0 : tensor<8xi64>
      %9 = stablehlo.iota dim = 0 : tensor<8xi64>
      %c_1 = stablehlo.constant dense<0> : tensor<i64>
      %10 = stablehlo.broadcast_in_dim %c_1, dims = [] : (tensor<i64>) -> tensor<8xi64>
      %11 = stablehlo.compare LT, %8, %10, SIGNED : (tensor<8xi64>, tensor<8xi64>) -> tensor<8xi1>
      %c_2 = stablehlo.constant dense<8> : tensor<i64>
      %12 = stablehlo.broadcast_in_dim %c_2, dims = [] : (tensor<i64>) -> tensor<8xi64>
      %13 = stablehlo.add %8, %12 : tensor<8xi64>
      %14 = stablehlo.select %11, %13, %8 : tensor<8xi1>, tensor<8xi64>
      %c_3 = stablehlo.constant dense<0> : tensor<i64>
      %15 = stablehlo.broadcast_in_dim %c_3, dims = [] : (tensor<i64>) -> tensor<8xi64>
      %16 = stablehlo.compare LT, %9, %15, SIGNED : (tensor<8xi64>, tensor<8xi64>) -> tensor<8xi1>
      %c_4 = stablehlo.constant dense<8> : tensor<i64>
      %17 = stablehlo.broadcast_in_dim %c_4, dims = [] : (tensor<i64>) -> tensor<8xi64>
      %18 = stablehlo.add %9, %17 : tensor<8xi64>
      %19 = stablehlo.select %16, %18, %9 : tensor<8xi1>, tensor<8xi64>
      %20 = stablehlo.convert %14 : (tensor<8xi64>) -> tensor<8xi32>
      %21 = stablehlo.convert %19 : (tensor<8xi64>) -> tensor<8xi32>
      %22 = stablehlo.broadcast_in_dim %20, dims = [0] : (tensor<8xi32>) -> tensor<8x1xi32>
      %23 = stablehlo.broadcast_in_dim %21, dims = [0] : (tensor<8xi32>) -> tensor<8x1xi32>
      %24 = stablehlo.concatenate %22, %23, dim = 1 : (tensor<8x1xi32>, tensor<8x1xi32>) -> tensor<8x2xi32>
      %25 = "stablehlo.gather"(%arg0, %24) <{dimension_numbers = #stablehlo.gather<collapsed_slice_dims = [0, 1], start_index_map = [0, 1], index_vector_dim = 1>, indices_are_sorted = false, slice_sizes = array<i64: 1, 1>}> : (tensor<8x8xf64>, tensor<8x2xi32>) -> tensor<8xf64>
      stablehlo.return %25 : tensor<8xf64>
    }) : (tensor<i32>) -> tensor<8xf64>
    return %7 : tensor<8xf64>
  }
}
