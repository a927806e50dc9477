func.func @products() {
  %x = stablehlo.constant dense<[[1.0, 2.0], [3.0, 4.0]]> : tensor<2x2xf64>
  %y = stablehlo.constant dense<[[5.0, 6.0, 7.0], [8.0, 9.0, 10.0]]> : tensor<2x3xf64>
  %0 = stablehlo.einsum %x, %y, config = "ab,bc->ca" : (tensor<2x2xf64>, tensor<2x3xf64>) -> tensor<3x2xf64>
  check.expect_eq_const %0, dense<[[21.0, 47.0], [24.0, 54.0], [27.0, 61.0]]> : tensor<3x2xf64>
  %1 = "stablehlo.einsum"(%x, %y) <{einsum_config = "ab,bc->b"}> : (tensor<2x2xf64>, tensor<2x3xf64>) -> tensor<2xf64>
  check.expect_eq_const %1, dense<[72.0, 162.0]> : tensor<2xf64>
  %2 = "stablehlo.unary_einsum"(%y) <{einsum_config = "ab->ba"}> : (tensor<2x3xf64>) -> tensor<3x2xf64>
  check.expect_eq_const %2, dense<[[5.0, 8.0], [6.0, 9.0], [7.0, 10.0]]> : tensor<3x2xf64>
  func.return
}
