// Sixteen-bit results are compared in their own type, integers in theirs.
func.func @sixteen_bits() {
  %one = stablehlo.constant dense<1.0> : tensor<2xbf16>
  %three = stablehlo.constant dense<[3.0, -3.0]> : tensor<2xbf16>
  %0 = stablehlo.divide %one, %three : tensor<2xbf16>
  check.expect_eq_const %0, dense<[0.333984375, -0.333984375]> : tensor<2xbf16>
  %h = stablehlo.constant dense<[1.0, 60000.0]> : tensor<2xf16>
  %1 = stablehlo.add %h, %h : tensor<2xf16>
  check.expect_eq_const %1, dense<[2.0, 0x7C00]> : tensor<2xf16>
  func.return
}

// -----

func.func @integers_wrap() {
  %a = stablehlo.constant dense<[127, -128]> : tensor<2xi8>
  %b = stablehlo.constant dense<[1, -1]> : tensor<2xi8>
  %0 = stablehlo.add %a, %b : tensor<2xi8>
  check.expect_eq_const %0, dense<[-128, 127]> : tensor<2xi8>
  %c = stablehlo.constant dense<18446744073709551615> : tensor<ui64>
  %d = stablehlo.constant dense<2> : tensor<ui64>
  %1 = stablehlo.divide %c, %d : tensor<ui64>
  check.expect_eq_const %1, dense<9223372036854775807> : tensor<ui64>
  func.return
}

// -----

func.func @windows_of_ulps() {
  %x = stablehlo.constant dense<1.0> : tensor<f32>
  %y = stablehlo.constant dense<0x3F800002> : tensor<f32>
  check.expect_close %x, %y, min_ulp_difference = 2, max_ulp_difference = 2 : tensor<f32>, tensor<f32>
  "check.expect_close"(%x, %y) <{max_ulp_difference = 3 : i64, min_ulp_difference = 1 : i64}> : (tensor<f32>, tensor<f32>) -> ()
  stablehlo.custom_call @check.expect_close(%x, %y) {has_side_effect = true} : (tensor<f32>, tensor<f32>) -> ()
  check.expect_almost_eq %x, %y : tensor<f32>
  check.expect_almost_eq_const %x, dense<1.25> {tolerance = 0.3 : f64} : tensor<f32>
  func.return
}

// -----

module @jit_main attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main() -> (tensor<2xf64> {jax.result_info = "", mhlo.layout_mode = "default"}) {
    %0 = call @inputs() : () -> tensor<2xf64>
    %1 = call @expected() : () -> tensor<2xf64>
    %2 = stablehlo.sqrt %0 : tensor<2xf64>
    stablehlo.custom_call @check.expect_close(%2, %1) {has_side_effect = true} : (tensor<2xf64>, tensor<2xf64>) -> ()
    return %2 : tensor<2xf64>
  }
  func.func private @inputs() -> (tensor<2xf64> {mhlo.layout_mode = "default"}) {
    %c = stablehlo.constant dense<"0x0000000000000040000000000000F87F"> : tensor<2xf64>
    return %c : tensor<2xf64>
  }
  func.func private @expected() -> (tensor<2xf64> {mhlo.layout_mode = "default"}) {
    %c = stablehlo.constant dense<[1.4142135623730951, 0x7FF8000000000000]> : tensor<2xf64>
    return %c : tensor<2xf64>
  }
  func.func @not_a_test(%x: tensor<f64>) -> tensor<f64> {
    return %x : tensor<f64>
  }
}
