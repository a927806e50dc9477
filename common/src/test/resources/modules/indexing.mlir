// Start indices are clamped so that the slice fits.
func.func @dynamic_slices() {
  %x = stablehlo.constant dense<[[1, 2, 3], [4, 5, 6]]> : tensor<2x3xi32>
  %i = stablehlo.constant dense<-5> : tensor<i32>
  %j = stablehlo.constant dense<9> : tensor<i32>
  %0 = stablehlo.dynamic_slice %x, %i, %j, sizes = [2, 2] : (tensor<2x3xi32>, tensor<i32>, tensor<i32>) -> tensor<2x2xi32>
  check.expect_eq_const %0, dense<[[2, 3], [5, 6]]> : tensor<2x2xi32>
  %u = stablehlo.constant dense<[[7, 8]]> : tensor<1x2xi32>
  %1 = "stablehlo.dynamic_update_slice"(%x, %u, %j, %i) : (tensor<2x3xi32>, tensor<1x2xi32>, tensor<i32>, tensor<i32>) -> tensor<2x3xi32>
  check.expect_eq_const %1, dense<[[1, 2, 3], [7, 8, 6]]> : tensor<2x3xi32>
  func.return
}

// -----

// Updates that lie outside are dropped.
func.func @scatter_adds_and_drops() {
  %x = stablehlo.constant dense<[1.0, 2.0, 3.0]> : tensor<3xf64>
  %i = stablehlo.constant dense<[[2], [0], [2], [3], [-1]]> : tensor<5x1xi32>
  %u = stablehlo.constant dense<[10.0, 20.0, 30.0, 40.0, 50.0]> : tensor<5xf64>
  %0 = "stablehlo.scatter"(%x, %i, %u) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 1>, unique_indices = false}> ({
  ^bb0(%a: tensor<f64>, %b: tensor<f64>):
    %1 = stablehlo.add %a, %b : tensor<f64>
    stablehlo.return %1 : tensor<f64>
  }) : (tensor<3xf64>, tensor<5x1xi32>, tensor<5xf64>) -> tensor<3xf64>
  check.expect_eq_const %0, dense<[21.0, 2.0, 43.0]> : tensor<3xf64>
  func.return
}
