func.func @broadcasting() {
  %x = stablehlo.constant dense<[[1.0], [2.0]]> : tensor<2x1xf32>
  %y = stablehlo.constant dense<[10.0, 20.0, 30.0]> : tensor<3xf32>
  %s = stablehlo.constant dense<2.0> : tensor<f32>
  %0 = chlo.broadcast_add %x, %y : (tensor<2x1xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  check.expect_eq_const %0, dense<[[11.0, 21.0, 31.0], [12.0, 22.0, 32.0]]> : tensor<2x3xf32>
  %1 = "chlo.broadcast_subtract"(%y, %s) : (tensor<3xf32>, tensor<f32>) -> tensor<3xf32>
  check.expect_eq_const %1, dense<[8.0, 18.0, 28.0]> : tensor<3xf32>
  %2 = chlo.broadcast_compare %0, %y {comparison_direction = #chlo<comparison_direction GT>} : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xi1>
  check.expect_eq_const %2, dense<true> : tensor<2x3xi1>
  %3 = chlo.broadcast_select %2, %s, %0 : (tensor<2x3xi1>, tensor<f32>, tensor<2x3xf32>) -> tensor<2x3xf32>
  check.expect_eq_const %3, dense<2.0> : tensor<2x3xf32>
  %z = stablehlo.constant dense<[100.0, 200.0]> : tensor<2xf32>
  %4 = chlo.broadcast_maximum %0, %z {broadcast_dimensions = array<i64: 0>} : (tensor<2x3xf32>, tensor<2xf32>) -> tensor<2x3xf32>
  check.expect_eq_const %4, dense<[[100.0, 100.0, 100.0], [200.0, 200.0, 200.0]]> : tensor<2x3xf32>
  func.return
}

// -----

func.func @infinities() {
  %x = stablehlo.constant dense<[1.0, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000]> : tensor<4xf64>
  %0 = chlo.is_inf %x : tensor<4xf64> -> tensor<4xi1>
  check.expect_eq_const %0, dense<[false, true, true, false]> : tensor<4xi1>
  %1 = chlo.is_pos_inf %x : tensor<4xf64> -> tensor<4xi1>
  check.expect_eq_const %1, dense<[false, true, false, false]> : tensor<4xi1>
  %2 = chlo.is_neg_inf %x : tensor<4xf64> -> tensor<4xi1>
  check.expect_eq_const %2, dense<[false, false, true, false]> : tensor<4xi1>
  %3 = "chlo.constant_like"(%x) <{value = 2.5 : f64}> : (tensor<4xf64>) -> tensor<4xf64>
  check.expect_eq_const %3, dense<2.5> : tensor<4xf64>
  func.return
}
