// Shapes as operands, all of them constants.
func.func @dynamic_shapes() {
  %x = stablehlo.constant dense<[[1, 2, 3]]> : tensor<1x3xi64>
  %d = stablehlo.constant dense<[2, 3, 2]> : tensor<3xi64>
  %0 = stablehlo.dynamic_broadcast_in_dim %x, %d, dims = [2, 1] : (tensor<1x3xi64>, tensor<3xi64>) -> tensor<2x3x2xi64>
  check.expect_eq_const %0, dense<[[[1, 1], [2, 2], [3, 3]], [[1, 1], [2, 2], [3, 3]]]> : tensor<2x3x2xi64>
  %s = stablehlo.constant dense<[3, 1]> : tensor<2xi32>
  %1 = stablehlo.dynamic_reshape %x, %s : (tensor<1x3xi64>, tensor<2xi32>) -> tensor<3x1xi64>
  check.expect_eq_const %1, dense<[[1], [2], [3]]> : tensor<3x1xi64>
  %2 = stablehlo.dynamic_iota %s, dim = 0 : (tensor<2xi32>) -> tensor<3x1xi64>
  check.expect_eq_const %2, dense<[[0], [1], [2]]> : tensor<3x1xi64>
  %3 = "stablehlo.get_dimension_size"(%x) <{dimension = 1 : i64}> : (tensor<1x3xi64>) -> tensor<i32>
  check.expect_eq_const %3, dense<3> : tensor<i32>
  func.return
}

// -----

func.func @dynamic_pad_and_slice() {
  %x = stablehlo.constant dense<[1.0, 2.0, 3.0]> : tensor<3xf32>
  %v = stablehlo.constant dense<0.0> : tensor<f32>
  %low = stablehlo.constant dense<1> : tensor<1xi64>
  %high = stablehlo.constant dense<-1> : tensor<1xi64>
  %in = stablehlo.constant dense<1> : tensor<1xi64>
  %0 = stablehlo.dynamic_pad %x, %v, %low, %high, %in : (tensor<3xf32>, tensor<f32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<5xf32>
  check.expect_eq_const %0, dense<[0.0, 1.0, 0.0, 2.0, 0.0]> : tensor<5xf32>
  %a = stablehlo.constant dense<1> : tensor<i64>
  %start = stablehlo.reshape %a : (tensor<i64>) -> tensor<1xi64>
  %limit = stablehlo.constant dense<[5]> : tensor<1xi64>
  %stride = stablehlo.constant dense<[2]> : tensor<1xi64>
  %1 = stablehlo.real_dynamic_slice %0, %start, %limit, %stride : (tensor<5xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<2xf32>
  check.expect_eq_const %1, dense<[1.0, 2.0]> : tensor<2xf32>
  func.return
}

// -----

func.func @dynamic_gather_rows() {
  %x = stablehlo.constant dense<[[1, 2, 3], [4, 5, 6]]> : tensor<2x3xi32>
  %i = stablehlo.constant dense<[[1], [0], [9]]> : tensor<3x1xi64>
  %s = stablehlo.constant dense<[1, 3]> : tensor<2xi64>
  %0 = "stablehlo.dynamic_gather"(%x, %i, %s) <{dimension_numbers = #stablehlo.gather<offset_dims = [1], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, indices_are_sorted = false}> : (tensor<2x3xi32>, tensor<3x1xi64>, tensor<2xi64>) -> tensor<3x3xi32>
  check.expect_eq_const %0, dense<[[4, 5, 6], [1, 2, 3], [4, 5, 6]]> : tensor<3x3xi32>
  func.return
}

// -----

func.func @torch_index_select() {
  %x = stablehlo.constant dense<[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]> : tensor<2x2x2xi32>
  %i = stablehlo.constant dense<[1, 0, 1]> : tensor<3xi32>
  %0 = "stablehlo.torch_index_select"(%x, %i) <{dim = 2 : i64, batch_dims = 0 : i64}> : (tensor<2x2x2xi32>, tensor<3xi32>) -> tensor<2x2x3xi32>
  check.expect_eq_const %0, dense<[[[2, 1, 2], [4, 3, 4]], [[6, 5, 6], [8, 7, 8]]]> : tensor<2x2x3xi32>
  %j = stablehlo.constant dense<[[1], [0]]> : tensor<2x1xi32>
  %1 = "stablehlo.torch_index_select"(%x, %j) {dim = 1 : i64, batch_dims = 1 : i64} : (tensor<2x2x2xi32>, tensor<2x1xi32>) -> tensor<2x1x2xi32>
  check.expect_eq_const %1, dense<[[[3, 4]], [[5, 6]]]> : tensor<2x1x2xi32>
  func.return
}
