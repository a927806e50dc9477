func.func @signs_and_rounding() {
  %x = stablehlo.constant dense<[-2.5, -0.5, -0.0, 0.5, 2.5, 0x7FF8000000000000]> : tensor<6xf64>
  %0 = stablehlo.round_nearest_even %x : tensor<6xf64>
  check.expect_eq_const %0, dense<[-2.0, -0.0, -0.0, 0.0, 2.0, 0x7FF8000000000000]> : tensor<6xf64>
  %1 = stablehlo.round_nearest_afz %x : tensor<6xf64>
  check.expect_eq_const %1, dense<[-3.0, -1.0, -0.0, 1.0, 3.0, 0x7FF8000000000000]> : tensor<6xf64>
  %2 = "stablehlo.sign"(%x) : (tensor<6xf64>) -> tensor<6xf64>
  check.expect_eq_const %2, dense<[-1.0, -1.0, -0.0, 1.0, 1.0, 0x7FF8000000000000]> : tensor<6xf64>
  func.return
}

// -----

func.func @comparisons() {
  %x = stablehlo.constant dense<[0.0, 0x7FC00000, 1.0]> : tensor<3xf32>
  %y = stablehlo.constant dense<[-0.0, 0x7FC00000, 2.0]> : tensor<3xf32>
  %0 = stablehlo.compare EQ, %x, %y, FLOAT : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xi1>
  check.expect_eq_const %0, dense<[true, false, false]> : tensor<3xi1>
  %1 = "stablehlo.compare"(%x, %y) <{comparison_direction = #stablehlo<comparison_direction GT>, compare_type = #stablehlo<comparison_type TOTALORDER>}> : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xi1>
  check.expect_eq_const %1, dense<[true, false, false]> : tensor<3xi1>
  %2 = "stablehlo.compare"(%x, %y) {comparison_direction = #stablehlo<comparison_direction NE>} : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xi1>
  check.expect_eq_const %2, dense<[false, true, true]> : tensor<3xi1>
  func.return
}
