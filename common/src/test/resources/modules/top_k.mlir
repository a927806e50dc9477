func.func @ties_by_place_nan_first() {
  %x = stablehlo.constant dense<[[1.0, 4.0, 4.0, -3.0], [2.0, 0xFF800000, 0x7FC00000, 0x7F800000]]> : tensor<2x4xf32>
  %v, %i = chlo.top_k(%x, k = 3) : tensor<2x4xf32> -> (tensor<2x3xf32>, tensor<2x3xi32>)
  check.expect_eq_const %v, dense<[[4.0, 4.0, 1.0], [0x7FC00000, 0x7F800000, 2.0]]> : tensor<2x3xf32>
  check.expect_eq_const %i, dense<[[1, 2, 0], [2, 3, 0]]> : tensor<2x3xi32>
  func.return
}

// -----

func.func @generic_form_of_integers() {
  %x = stablehlo.constant dense<[7, 250, 3]> : tensor<3xui8>
  %v, %i = "chlo.top_k"(%x) <{k = 2 : i64}> : (tensor<3xui8>) -> (tensor<2xui8>, tensor<2xi32>)
  check.expect_eq_const %v, dense<[250, 7]> : tensor<2xui8>
  check.expect_eq_const %i, dense<[1, 0]> : tensor<2xi32>
  func.return
}

// -----

func.func @exported_form() {
  %x = stablehlo.constant dense<[7.0, 2.0, 9.0]> : tensor<3xf64>
  %0:2 = stablehlo.custom_call @mhlo.topk(%x) {mhlo.attributes = {k = 1 : i64, largest = true}, mhlo.version = 1 : i64} : (tensor<3xf64>) -> (tensor<1xf64>, tensor<1xi32>)
  check.expect_eq_const %0#0, dense<9.0> : tensor<1xf64>
  check.expect_eq_const %0#1, dense<2> : tensor<1xi32>
  func.return
}
