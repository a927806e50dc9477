// Elements that compare equal keep their order.
func.func @stable_by_key() {
  %k = stablehlo.constant dense<[3, 1, 3, 2, 1]> : tensor<5xi32>
  %v = stablehlo.iota dim = 0 : tensor<5xi64>
  %0:2 = "stablehlo.sort"(%k, %v) <{dimension = 0 : i64, is_stable = true}> ({
  ^bb0(%a: tensor<i32>, %b: tensor<i32>, %c: tensor<i64>, %d: tensor<i64>):
    %1 = stablehlo.compare LT, %a, %b, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
    stablehlo.return %1 : tensor<i1>
  }) : (tensor<5xi32>, tensor<5xi64>) -> (tensor<5xi32>, tensor<5xi64>)
  check.expect_eq_const %0#0, dense<[1, 1, 2, 3, 3]> : tensor<5xi32>
  check.expect_eq_const %0#1, dense<[1, 4, 3, 0, 2]> : tensor<5xi64>
  func.return
}

// -----

// The total order tells zeros apart and puts NaN last.
func.func @total_order() {
  %x = stablehlo.constant dense<[0.0, 0x7FC00000, 1.0, -0.0, 0xFF800000, 0x7F800000]> : tensor<6xf32>
  %0 = "stablehlo.sort"(%x) ({
  ^bb0(%a: tensor<f32>, %b: tensor<f32>):
    %1 = stablehlo.compare LT, %a, %b, TOTALORDER : (tensor<f32>, tensor<f32>) -> tensor<i1>
    stablehlo.return %1 : tensor<i1>
  }) {dimension = -1 : i64, is_stable = false} : (tensor<6xf32>) -> tensor<6xf32>
  check.expect_eq_const %0, dense<[0xFF800000, -0.0, 0.0, 1.0, 0x7F800000, 0x7FC00000]> : tensor<6xf32>
  func.return
}

// -----

// What jnp.lexsort becomes: zeros of both signs and NaNs of both signs are made equal first, and the
// second key decides ties. The constants are outside the region.
func.func @two_keys() {
  %nan = stablehlo.constant dense<0x7FF8000000000000> : tensor<f64>
  %zero = stablehlo.constant dense<0.0> : tensor<f64>
  %x = stablehlo.constant dense<[[0.0, 0xFFF8000000000000, -0.0, -2.0, 0x7FF8000000000000]]> : tensor<1x5xf64>
  %y = stablehlo.constant dense<[[5, 9, 4, 7, 8]]> : tensor<1x5xi32>
  %0:2 = "stablehlo.sort"(%x, %y) <{dimension = 1 : i64, is_stable = true}> ({
  ^bb0(%a: tensor<f64>, %b: tensor<f64>, %c: tensor<i32>, %d: tensor<i32>):
    %1 = stablehlo.compare EQ, %a, %zero, FLOAT : (tensor<f64>, tensor<f64>) -> tensor<i1>
    %2 = stablehlo.select %1, %zero, %a : tensor<i1>, tensor<f64>
    %3 = stablehlo.compare NE, %a, %a, FLOAT : (tensor<f64>, tensor<f64>) -> tensor<i1>
    %4 = stablehlo.select %3, %nan, %2 : tensor<i1>, tensor<f64>
    %5 = stablehlo.compare EQ, %b, %zero, FLOAT : (tensor<f64>, tensor<f64>) -> tensor<i1>
    %6 = stablehlo.select %5, %zero, %b : tensor<i1>, tensor<f64>
    %7 = stablehlo.compare NE, %b, %b, FLOAT : (tensor<f64>, tensor<f64>) -> tensor<i1>
    %8 = stablehlo.select %7, %nan, %6 : tensor<i1>, tensor<f64>
    %9 = stablehlo.compare LT, %c, %d, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
    %10 = stablehlo.compare LT, %4, %8, TOTALORDER : (tensor<f64>, tensor<f64>) -> tensor<i1>
    %11 = stablehlo.compare EQ, %4, %8, TOTALORDER : (tensor<f64>, tensor<f64>) -> tensor<i1>
    %12 = stablehlo.and %11, %9 : tensor<i1>
    %13 = stablehlo.or %10, %12 : tensor<i1>
    stablehlo.return %13 : tensor<i1>
  }) : (tensor<1x5xf64>, tensor<1x5xi32>) -> (tensor<1x5xf64>, tensor<1x5xi32>)
  check.expect_eq_const %0#1, dense<[[7, 4, 5, 8, 9]]> : tensor<1x5xi32>
  func.return
}

// -----

// Along the first of two axes, descending, by a comparator that no table knows: distance to an outer 3.
func.func @general_comparator() {
  %x = stablehlo.constant dense<[[1, 8], [3, 2], [5, 4]]> : tensor<3x2xi64>
  %m = stablehlo.constant dense<3> : tensor<i64>
  %0 = "stablehlo.sort"(%x) <{dimension = 0 : i64}> ({
  ^bb0(%a: tensor<i64>, %b: tensor<i64>):
    %1 = stablehlo.subtract %a, %m : tensor<i64>
    %2 = stablehlo.subtract %b, %m : tensor<i64>
    %3 = stablehlo.abs %1 : tensor<i64>
    %4 = stablehlo.abs %2 : tensor<i64>
    %5 = stablehlo.subtract %3, %4 : tensor<i64>
    %6 = stablehlo.constant dense<0> : tensor<i64>
    %7 = stablehlo.compare GT, %5, %6, SIGNED : (tensor<i64>, tensor<i64>) -> tensor<i1>
    stablehlo.return %7 : tensor<i1>
  }) : (tensor<3x2xi64>) -> tensor<3x2xi64>
  check.expect_eq_const %0, dense<[[1, 8], [5, 2], [3, 4]]> : tensor<3x2xi64>
  func.return
}

// -----

func.func @empty_and_booleans() {
  %x = stablehlo.constant dense<> : tensor<0x3xf32>
  %0 = "stablehlo.sort"(%x) <{dimension = 0 : i64}> ({
  ^bb0(%a: tensor<f32>, %b: tensor<f32>):
    %1 = stablehlo.compare LT, %a, %b : (tensor<f32>, tensor<f32>) -> tensor<i1>
    stablehlo.return %1 : tensor<i1>
  }) : (tensor<0x3xf32>) -> tensor<0x3xf32>
  check.expect_eq_const %0, dense<> : tensor<0x3xf32>
  %p = stablehlo.constant dense<[true, false, true, false]> : tensor<4xi1>
  %2 = "stablehlo.sort"(%p) <{dimension = 0 : i64}> ({
  ^bb0(%a: tensor<i1>, %b: tensor<i1>):
    %3 = stablehlo.not %a : tensor<i1>
    %4 = stablehlo.and %3, %b : tensor<i1>
    stablehlo.return %4 : tensor<i1>
  }) : (tensor<4xi1>) -> tensor<4xi1>
  check.expect_eq_const %2, dense<[false, false, true, true]> : tensor<4xi1>
  func.return
}
