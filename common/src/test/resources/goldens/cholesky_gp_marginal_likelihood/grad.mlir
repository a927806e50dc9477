module @jit_value_and_grad attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<f64>, %arg1: tensor<f64>, %arg2: tensor<f64>, %arg3: tensor<8xf64>, %arg4: tensor<8xf64>) -> (tensor<f64> {jax.result_info = "result[0]"}, tensor<f64> {jax.result_info = "result[1][0]"}, tensor<f64> {jax.result_info = "result[1][1]"}, tensor<f64> {jax.result_info = "result[1][2]"}) {
    %0 = stablehlo.exponential %arg0 : tensor<f64>
    %1 = stablehlo.broadcast_in_dim %arg3, dims = [0] : (tensor<8xf64>) -> tensor<8x1xf64>
    %2 = stablehlo.broadcast_in_dim %arg3, dims = [1] : (tensor<8xf64>) -> tensor<1x8xf64>
    %3 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<8x1xf64>) -> tensor<8x8xf64>
    %4 = stablehlo.broadcast_in_dim %2, dims = [0, 1] : (tensor<1x8xf64>) -> tensor<8x8xf64>
    %5 = stablehlo.subtract %3, %4 : tensor<8x8xf64>
    %6 = stablehlo.exponential %arg1 : tensor<f64>
    %7 = stablehlo.broadcast_in_dim %6, dims = [] : (tensor<f64>) -> tensor<8x8xf64>
    %8 = stablehlo.divide %5, %7 : tensor<8x8xf64>
    %9 = stablehlo.multiply %6, %6 : tensor<f64>
    %cst = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %10 = stablehlo.divide %cst, %9 : tensor<f64>
    %11 = stablehlo.multiply %8, %8 : tensor<8x8xf64>
    %cst_0 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %12 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<8x8xf64>
    %13 = stablehlo.multiply %12, %8 : tensor<8x8xf64>
    %cst_1 = stablehlo.constant dense<-5.000000e-01> : tensor<f64>
    %14 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f64>) -> tensor<8x8xf64>
    %15 = stablehlo.multiply %14, %11 : tensor<8x8xf64>
    %16 = stablehlo.exponential %15 : tensor<8x8xf64>
    %17 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f64>) -> tensor<8x8xf64>
    %18 = stablehlo.multiply %17, %16 : tensor<8x8xf64>
    %19 = stablehlo.exponential %arg2 : tensor<f64>
    %20 = stablehlo.iota dim = 0 : tensor<8x8xi64>
    %21 = stablehlo.iota dim = 1 : tensor<8x8xi64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %22 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i64>) -> tensor<8x8xi64>
    %23 = stablehlo.add %20, %22 : tensor<8x8xi64>
    %24 = stablehlo.compare EQ, %23, %21, SIGNED : (tensor<8x8xi64>, tensor<8x8xi64>) -> tensor<8x8xi1>
    %25 = stablehlo.convert %24 : (tensor<8x8xi1>) -> tensor<8x8xf64>
    %26 = stablehlo.broadcast_in_dim %19, dims = [] : (tensor<f64>) -> tensor<8x8xf64>
    %27 = stablehlo.multiply %26, %25 : tensor<8x8xf64>
    %28 = stablehlo.add %18, %27 : tensor<8x8xf64>
    %29:7 = call @cholesky(%28) : (tensor<8x8xf64>) -> (tensor<8x8xf64>, tensor<8x8xf64>, tensor<8x8xi1>, tensor<8x8xf64>, tensor<8x8xf64>, tensor<8x8xi1>, tensor<8x8xf64>)
    %30 = stablehlo.broadcast_in_dim %arg4, dims = [0] : (tensor<8xf64>) -> tensor<8x1xf64>
    %31 = stablehlo.custom_call @lapack_dtrsm_ffi(%29#0, %30) {backend_config = "", mhlo.backend_config = {diag = 78 : ui8, side = 76 : ui8, trans_x = 78 : ui8, uplo = 76 : ui8}, mhlo.frontend_attributes = {num_batch_dims = "0"}, operand_layouts = [dense<[0, 1]> : tensor<2xindex>, dense<[0, 1]> : tensor<2xindex>], output_operand_aliases = [#stablehlo.output_operand_alias<output_tuple_indices = [], operand_index = 1, operand_tuple_indices = []>], result_layouts = [dense<[0, 1]> : tensor<2xindex>], sdy.sharding_rule = #sdy.op_sharding_rule<([i, j], [k, l])->([m, n]) {i=8, j=8, k=8, l=1, m=8, n=1}, custom>} : (tensor<8x8xf64>, tensor<8x1xf64>) -> tensor<8x1xf64>
    %32 = stablehlo.iota dim = 0 : tensor<8x8xi64>
    %c_2 = stablehlo.constant dense<0> : tensor<i64>
    %33 = stablehlo.broadcast_in_dim %c_2, dims = [] : (tensor<i64>) -> tensor<8x8xi64>
    %34 = stablehlo.add %32, %33 : tensor<8x8xi64>
    %35 = stablehlo.iota dim = 1 : tensor<8x8xi64>
    %36 = stablehlo.compare GE, %34, %35, SIGNED : (tensor<8x8xi64>, tensor<8x8xi64>) -> tensor<8x8xi1>
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %37 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f64>) -> tensor<8x8xf64>
    %38 = stablehlo.multiply %31, %31 : tensor<8x1xf64>
    %cst_4 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %39 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f64>) -> tensor<8x1xf64>
    %40 = stablehlo.multiply %39, %31 : tensor<8x1xf64>
    %cst_5 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %41 = stablehlo.reduce(%38 init: %cst_5) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x1xf64>, tensor<f64>) -> tensor<f64>
    %cst_6 = stablehlo.constant dense<5.000000e-01> : tensor<f64>
    %42 = stablehlo.multiply %cst_6, %41 : tensor<f64>
    %43:4 = call @_diag(%29#0) : (tensor<8x8xf64>) -> (tensor<8xf64>, tensor<i32>, tensor<8x8xf64>, tensor<8x2xi32>)
    %44 = stablehlo.log %43#0 : tensor<8xf64>
    %cst_7 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %45 = stablehlo.reduce(%44 init: %cst_7) applies stablehlo.add across dimensions = [0] : (tensor<8xf64>, tensor<f64>) -> tensor<f64>
    %46 = stablehlo.add %42, %45 : tensor<f64>
    %cst_8 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %47 = stablehlo.broadcast_in_dim %cst_8, dims = [] : (tensor<f64>) -> tensor<8xf64>
    %48 = stablehlo.divide %47, %43#0 : tensor<8xf64>
    %49 = call @_diag_0(%43#1, %43#2, %43#3, %48) : (tensor<i32>, tensor<8x8xf64>, tensor<8x2xi32>, tensor<8xf64>) -> tensor<8x8xf64>
    %cst_9 = stablehlo.constant dense<5.000000e-01> : tensor<f64>
    %cst_10 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %50 = stablehlo.multiply %cst_9, %cst_10 : tensor<f64>
    %51 = stablehlo.broadcast_in_dim %50, dims = [] : (tensor<f64>) -> tensor<8x1xf64>
    %52 = stablehlo.multiply %51, %40 : tensor<8x1xf64>
    %53 = stablehlo.custom_call @lapack_dtrsm_ffi(%29#0, %52) {backend_config = "", mhlo.backend_config = {diag = 78 : ui8, side = 76 : ui8, trans_x = 84 : ui8, uplo = 76 : ui8}, mhlo.frontend_attributes = {num_batch_dims = "0"}, operand_layouts = [dense<[0, 1]> : tensor<2xindex>, dense<[0, 1]> : tensor<2xindex>], output_operand_aliases = [#stablehlo.output_operand_alias<output_tuple_indices = [], operand_index = 1, operand_tuple_indices = []>], result_layouts = [dense<[0, 1]> : tensor<2xindex>], sdy.sharding_rule = #sdy.op_sharding_rule<([i, j], [k, l])->([m, n]) {i=8, j=8, k=8, l=1, m=8, n=1}, custom>} : (tensor<8x8xf64>, tensor<8x1xf64>) -> tensor<8x1xf64>
    %54 = stablehlo.dot_general %53, %31, contracting_dims = [1] x [1], precision = [HIGHEST, HIGHEST] : (tensor<8x1xf64>, tensor<8x1xf64>) -> tensor<8x8xf64>
    %55 = stablehlo.negate %54 : tensor<8x8xf64>
    %cst_11 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %56 = stablehlo.broadcast_in_dim %cst_11, dims = [] : (tensor<f64>) -> tensor<8x8xf64>
    %57 = stablehlo.select %36, %55, %56 : tensor<8x8xi1>, tensor<8x8xf64>
    %58 = stablehlo.add %49, %57 : tensor<8x8xf64>
    %59 = call @cholesky_2(%29#1, %29#2, %29#3, %29#4, %29#5, %29#6, %58) : (tensor<8x8xf64>, tensor<8x8xi1>, tensor<8x8xf64>, tensor<8x8xf64>, tensor<8x8xi1>, tensor<8x8xf64>, tensor<8x8xf64>) -> tensor<8x8xf64>
    %60 = stablehlo.multiply %59, %25 : tensor<8x8xf64>
    %cst_12 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %61 = stablehlo.reduce(%60 init: %cst_12) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x8xf64>, tensor<f64>) -> tensor<f64>
    %62 = stablehlo.multiply %61, %19 : tensor<f64>
    %63 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f64>) -> tensor<8x8xf64>
    %64 = stablehlo.multiply %63, %59 : tensor<8x8xf64>
    %65 = stablehlo.multiply %59, %16 : tensor<8x8xf64>
    %cst_13 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %66 = stablehlo.reduce(%65 init: %cst_13) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x8xf64>, tensor<f64>) -> tensor<f64>
    %67 = stablehlo.multiply %64, %16 : tensor<8x8xf64>
    %cst_14 = stablehlo.constant dense<-5.000000e-01> : tensor<f64>
    %68 = stablehlo.broadcast_in_dim %cst_14, dims = [] : (tensor<f64>) -> tensor<8x8xf64>
    %69 = stablehlo.multiply %68, %67 : tensor<8x8xf64>
    %70 = stablehlo.multiply %69, %13 : tensor<8x8xf64>
    %71 = stablehlo.broadcast_in_dim %10, dims = [] : (tensor<f64>) -> tensor<8x8xf64>
    %72 = stablehlo.multiply %70, %71 : tensor<8x8xf64>
    %73 = stablehlo.multiply %72, %5 : tensor<8x8xf64>
    %cst_15 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %74 = stablehlo.reduce(%73 init: %cst_15) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x8xf64>, tensor<f64>) -> tensor<f64>
    %75 = stablehlo.negate %74 : tensor<f64>
    %76 = stablehlo.multiply %75, %6 : tensor<f64>
    %77 = stablehlo.multiply %66, %0 : tensor<f64>
    return %46, %77, %76, %62 : tensor<f64>, tensor<f64>, tensor<f64>, tensor<f64>
  }
  func.func private @cholesky(%arg0: tensor<8x8xf64>) -> (tensor<8x8xf64>, tensor<8x8xf64>, tensor<8x8xi1>, tensor<8x8xf64>, tensor<8x8xf64>, tensor<8x8xi1>, tensor<8x8xf64>) {
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
    %18 = stablehlo.iota dim = 0 : tensor<8x8xi64>
    %c_3 = stablehlo.constant dense<0> : tensor<i64>
    %19 = stablehlo.broadcast_in_dim %c_3, dims = [] : (tensor<i64>) -> tensor<8x8xi64>
    %20 = stablehlo.add %18, %19 : tensor<8x8xi64>
    %21 = stablehlo.iota dim = 1 : tensor<8x8xi64>
    %22 = stablehlo.compare GE, %20, %21, SIGNED : (tensor<8x8xi64>, tensor<8x8xi64>) -> tensor<8x8xi1>
    %cst_4 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %23 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f64>) -> tensor<8x8xf64>
    %24 = stablehlo.iota dim = 0 : tensor<8x8xi32>
    %c_5 = stablehlo.constant dense<0> : tensor<i32>
    %25 = stablehlo.broadcast_in_dim %c_5, dims = [] : (tensor<i32>) -> tensor<8x8xi32>
    %26 = stablehlo.add %24, %25 : tensor<8x8xi32>
    %27 = stablehlo.iota dim = 1 : tensor<8x8xi32>
    %28 = stablehlo.compare EQ, %26, %27, SIGNED : (tensor<8x8xi32>, tensor<8x8xi32>) -> tensor<8x8xi1>
    %29 = stablehlo.convert %28 : (tensor<8x8xi1>) -> tensor<8x8xf64>
    %cst_6 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %30 = stablehlo.broadcast_in_dim %cst_6, dims = [] : (tensor<f64>) -> tensor<8x8xf64>
    %31 = stablehlo.add %30, %29 : tensor<8x8xf64>
    %32 = stablehlo.iota dim = 0 : tensor<8x8xi64>
    %c_7 = stablehlo.constant dense<0> : tensor<i64>
    %33 = stablehlo.broadcast_in_dim %c_7, dims = [] : (tensor<i64>) -> tensor<8x8xi64>
    %34 = stablehlo.add %32, %33 : tensor<8x8xi64>
    %35 = stablehlo.iota dim = 1 : tensor<8x8xi64>
    %36 = stablehlo.compare GE, %34, %35, SIGNED : (tensor<8x8xi64>, tensor<8x8xi64>) -> tensor<8x8xi1>
    %cst_8 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %37 = stablehlo.broadcast_in_dim %cst_8, dims = [] : (tensor<f64>) -> tensor<8x8xf64>
    %38 = stablehlo.select %36, %17, %37 : tensor<8x8xi1>, tensor<8x8xf64>
    %cst_9 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %39 = stablehlo.broadcast_in_dim %cst_9, dims = [] : (tensor<f64>) -> tensor<8x8xf64>
    return %38, %17, %22, %23, %31, %36, %39 : tensor<8x8xf64>, tensor<8x8xf64>, tensor<8x8xi1>, tensor<8x8xf64>, tensor<8x8xf64>, tensor<8x8xi1>, tensor<8x8xf64>
  }
  func.func private @_diag(%arg0: tensor<8x8xf64>) -> (tensor<8xf64>, tensor<i32>, tensor<8x8xf64>, tensor<8x2xi32>) {
    %0:4 = call @diagonal(%arg0) : (tensor<8x8xf64>) -> (tensor<8xf64>, tensor<i32>, tensor<8x8xf64>, tensor<8x2xi32>)
    return %0#0, %0#1, %0#2, %0#3 : tensor<8xf64>, tensor<i32>, tensor<8x8xf64>, tensor<8x2xi32>
  }
  func.func private @diagonal(%arg0: tensor<8x8xf64>) -> (tensor<8xf64>, tensor<i32>, tensor<8x8xf64>, tensor<8x2xi32>) {
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
    %7:3 = "stablehlo.case"(%6) ({
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
      %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
      %26 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<8x8xf64>
      stablehlo.return %25, %26, %24 : tensor<8xf64>, tensor<8x8xf64>, tensor<8x2xi32>
    }) : (tensor<i32>) -> (tensor<8xf64>, tensor<8x8xf64>, tensor<8x2xi32>)
    return %7#0, %c_0, %7#1, %7#2 : tensor<8xf64>, tensor<i32>, tensor<8x8xf64>, tensor<8x2xi32>
  }
  func.func private @_diag_0(%arg0: tensor<i32>, %arg1: tensor<8x8xf64>, %arg2: tensor<8x2xi32>, %arg3: tensor<8xf64>) -> tensor<8x8xf64> {
    %0 = call @diagonal_1(%arg0, %arg1, %arg2, %arg3) : (tensor<i32>, tensor<8x8xf64>, tensor<8x2xi32>, tensor<8xf64>) -> tensor<8x8xf64>
    return %0 : tensor<8x8xf64>
  }
  func.func private @diagonal_1(%arg0: tensor<i32>, %arg1: tensor<8x8xf64>, %arg2: tensor<8x2xi32>, %arg3: tensor<8xf64>) -> tensor<8x8xf64> {
    %0 = "stablehlo.case"(%arg0) ({
      %c = stablehlo.constant dense<0> : tensor<i32>
      stablehlo.return %c : tensor<i32>
    }, {
      %c = stablehlo.constant dense<0> : tensor<i32>
      stablehlo.return %c : tensor<i32>
    }) : (tensor<i32>) -> tensor<i32>
    %1 = "stablehlo.case"(%0) ({
      %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
      %2 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<8x8xf64>
      %3 = "stablehlo.scatter"(%2, %arg2, %arg3) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<inserted_window_dims = [0, 1], scatter_dims_to_operand_dims = [0, 1], index_vector_dim = 1>, unique_indices = false}> ({
      ^bb0(%arg4: tensor<f64>, %arg5: tensor<f64>):
        %4 = stablehlo.add %arg4, %arg5 : tensor<f64>
        stablehlo.return %4 : tensor<f64>
      }) : (tensor<8x8xf64>, tensor<8x2xi32>, tensor<8xf64>) -> tensor<8x8xf64>
      stablehlo.return %3 : tensor<8x8xf64>
    }) : (tensor<i32>) -> tensor<8x8xf64>
    return %1 : tensor<8x8xf64>
  }
  func.func private @cholesky_2(%arg0: tensor<8x8xf64>, %arg1: tensor<8x8xi1>, %arg2: tensor<8x8xf64>, %arg3: tensor<8x8xf64>, %arg4: tensor<8x8xi1>, %arg5: tensor<8x8xf64>, %arg6: tensor<8x8xf64>) -> tensor<8x8xf64> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<8x8xf64>
    %1 = stablehlo.select %arg4, %arg6, %0 : tensor<8x8xi1>, tensor<8x8xf64>
    %2 = stablehlo.dot_general %1, %arg0, contracting_dims = [0] x [0], precision = [HIGHEST, HIGHEST] : (tensor<8x8xf64>, tensor<8x8xf64>) -> tensor<8x8xf64>
    %3 = stablehlo.transpose %2, dims = [1, 0] : (tensor<8x8xf64>) -> tensor<8x8xf64>
    %4 = stablehlo.divide %3, %arg3 : tensor<8x8xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %5 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<8x8xf64>
    %6 = stablehlo.select %arg1, %4, %5 : tensor<8x8xi1>, tensor<8x8xf64>
    %7 = stablehlo.custom_call @lapack_dtrsm_ffi(%arg0, %6) {backend_config = "", mhlo.backend_config = {diag = 78 : ui8, side = 76 : ui8, trans_x = 84 : ui8, uplo = 76 : ui8}, mhlo.frontend_attributes = {num_batch_dims = "0"}, operand_layouts = [dense<[0, 1]> : tensor<2xindex>, dense<[0, 1]> : tensor<2xindex>], output_operand_aliases = [#stablehlo.output_operand_alias<output_tuple_indices = [], operand_index = 1, operand_tuple_indices = []>], result_layouts = [dense<[0, 1]> : tensor<2xindex>], sdy.sharding_rule = #sdy.op_sharding_rule<([i, j], [k, l])->([m, n]) {i=8, j=8, k=8, l=8, m=8, n=8}, custom>} : (tensor<8x8xf64>, tensor<8x8xf64>) -> tensor<8x8xf64>
    %8 = stablehlo.custom_call @lapack_dtrsm_ffi(%arg0, %7) {backend_config = "", mhlo.backend_config = {diag = 78 : ui8, side = 82 : ui8, trans_x = 78 : ui8, uplo = 76 : ui8}, mhlo.frontend_attributes = {num_batch_dims = "0"}, operand_layouts = [dense<[0, 1]> : tensor<2xindex>, dense<[0, 1]> : tensor<2xindex>], output_operand_aliases = [#stablehlo.output_operand_alias<output_tuple_indices = [], operand_index = 1, operand_tuple_indices = []>], result_layouts = [dense<[0, 1]> : tensor<2xindex>], sdy.sharding_rule = #sdy.op_sharding_rule<([i, j], [k, l])->([m, n]) {i=8, j=8, k=8, l=8, m=8, n=8}, custom>} : (tensor<8x8xf64>, tensor<8x8xf64>) -> tensor<8x8xf64>
    %cst_1 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %9 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f64>) -> tensor<8x8xf64>
    %10 = stablehlo.divide %8, %9 : tensor<8x8xf64>
    %11 = stablehlo.transpose %10, dims = [1, 0] : (tensor<8x8xf64>) -> tensor<8x8xf64>
    %12 = stablehlo.add %10, %11 : tensor<8x8xf64>
    return %12 : tensor<8x8xf64>
  }
}
