// log(e^x + e^y) over an axis of odd length.
func.func @reduce_by_logaddexp() {
  %x = stablehlo.constant dense<[[0.0, 1.0, 2.0], [0.0, 0.0, 0.0]]> : tensor<2x3xf64>
  %c = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
  %0 = stablehlo.reduce(%x init: %c) across dimensions = [1] : (tensor<2x3xf64>, tensor<f64>) -> tensor<2xf64>
    reducer(%a: tensor<f64>, %b: tensor<f64>) {
      %1 = stablehlo.maximum %a, %b : tensor<f64>
      %2 = stablehlo.minimum %a, %b : tensor<f64>
      %3 = stablehlo.subtract %2, %1 : tensor<f64>
      %4 = stablehlo.exponential %3 : tensor<f64>
      %5 = stablehlo.log_plus_one %4 : tensor<f64>
      %6 = stablehlo.add %1, %5 : tensor<f64>
      stablehlo.return %6 : tensor<f64>
    }
  %e = stablehlo.constant dense<[2.4076059644443806, 1.0986122886681098]> : tensor<2xf64>
  check.expect_close %0, %e, max_ulp_difference = 4 : tensor<2xf64>, tensor<2xf64>
  func.return
}

// -----

// Composition of x -> m x + c, which does not commute: order must be kept.
func.func @reduce_keeps_order() {
  %m = stablehlo.constant dense<[2, 3, 5, 7, 1]> : tensor<5xi64>
  %c = stablehlo.constant dense<[1, 1, 2, 0, 4]> : tensor<5xi64>
  %one = stablehlo.constant dense<1> : tensor<i64>
  %zero = stablehlo.constant dense<0> : tensor<i64>
  %0:2 = "stablehlo.reduce"(%m, %c, %one, %zero) <{dimensions = array<i64: 0>}> ({
  ^bb0(%m1: tensor<i64>, %c1: tensor<i64>, %m2: tensor<i64>, %c2: tensor<i64>):
    %1 = stablehlo.multiply %m1, %m2 : tensor<i64>
    %2 = stablehlo.multiply %c1, %m2 : tensor<i64>
    %3 = stablehlo.add %2, %c2 : tensor<i64>
    stablehlo.return %1, %3 : tensor<i64>, tensor<i64>
  }) : (tensor<5xi64>, tensor<5xi64>, tensor<i64>, tensor<i64>) -> (tensor<i64>, tensor<i64>)
  check.expect_eq_const %0#0, dense<210> : tensor<i64>
  check.expect_eq_const %0#1, dense<158> : tensor<i64>
  func.return
}

// -----

// argmin written another way than JAX does: the last of the smallest.
func.func @reduce_to_the_last_smallest() {
  %x = stablehlo.constant dense<[[3.0, 1.0], [2.0, 1.0], [2.0, 5.0]]> : tensor<3x2xf32>
  %i = stablehlo.iota dim = 0 : tensor<3x2xi32>
  %inf = stablehlo.constant dense<0x7F800000> : tensor<f32>
  %none = stablehlo.constant dense<-1> : tensor<i32>
  %0:2 = stablehlo.reduce(%x init: %inf), (%i init: %none) across dimensions = [0] : (tensor<3x2xf32>, tensor<3x2xi32>, tensor<f32>, tensor<i32>) -> (tensor<2xf32>, tensor<2xi32>)
    reducer(%a: tensor<f32>, %b: tensor<f32>) (%j: tensor<i32>, %k: tensor<i32>) {
      %1 = stablehlo.compare LT, %a, %b, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
      %2 = stablehlo.select %1, %a, %b : tensor<i1>, tensor<f32>
      %3 = stablehlo.select %1, %j, %k : tensor<i1>, tensor<i32>
      stablehlo.return %2, %3 : tensor<f32>, tensor<i32>
    }
  check.expect_eq_const %0#0, dense<[2.0, 1.0]> : tensor<2xf32>
  check.expect_eq_const %0#1, dense<[2, 1]> : tensor<2xi32>
  func.return
}

// -----

// Nothing to reduce leaves the initial value, and no axis combines it with every element.
func.func @reduce_of_nothing() {
  %x = stablehlo.constant dense<> : tensor<0x2xi32>
  %y = stablehlo.constant dense<[4, 9]> : tensor<2xi32>
  %c = stablehlo.constant dense<6> : tensor<i32>
  %0 = "stablehlo.reduce"(%x, %c) <{dimensions = array<i64: 0>}> ({
  ^bb0(%a: tensor<i32>, %b: tensor<i32>):
    %1 = stablehlo.remainder %a, %b : tensor<i32>
    stablehlo.return %1 : tensor<i32>
  }) : (tensor<0x2xi32>, tensor<i32>) -> tensor<2xi32>
  %2 = "stablehlo.reduce"(%y, %c) <{dimensions = array<i64>}> ({
  ^bb0(%a: tensor<i32>, %b: tensor<i32>):
    %3 = stablehlo.remainder %a, %b : tensor<i32>
    stablehlo.return %3 : tensor<i32>
  }) : (tensor<2xi32>, tensor<i32>) -> tensor<2xi32>
  check.expect_eq_const %0, dense<6> : tensor<2xi32>
  check.expect_eq_const %2, dense<[2, 6]> : tensor<2xi32>
  func.return
}

// -----

func.func @window_by_a_function_without_a_name() {
  %x = stablehlo.constant dense<[1, 2, 3, 4, 5]> : tensor<5xi64>
  %zero = stablehlo.constant dense<0> : tensor<i64>
  %0 = "stablehlo.reduce_window"(%x, %zero) <{window_dimensions = array<i64: 2>, window_strides = array<i64: 2>, padding = dense<[[0, 1]]> : tensor<1x2xi64>}> ({
  ^bb0(%a: tensor<i64>, %b: tensor<i64>):
    %1 = stablehlo.multiply %a, %b : tensor<i64>
    %2 = stablehlo.add %a, %b : tensor<i64>
    %3 = stablehlo.add %1, %2 : tensor<i64>
    stablehlo.return %3 : tensor<i64>
  }) : (tensor<5xi64>, tensor<i64>) -> tensor<3xi64>
  check.expect_eq_const %0, dense<[5, 19, 5]> : tensor<3xi64>
  func.return
}

// -----

func.func @map_with_an_outer_value() {
  %x = stablehlo.constant dense<[1.0, 4.0]> : tensor<2xf64>
  %y = stablehlo.constant dense<[3.0, 5.0]> : tensor<2xf64>
  %c = stablehlo.constant dense<0.5> : tensor<f64>
  %0 = "stablehlo.map"(%x, %y) <{dimensions = array<i64: 0>}> ({
  ^bb0(%a: tensor<f64>, %b: tensor<f64>):
    %1 = stablehlo.multiply %a, %b : tensor<f64>
    %2 = stablehlo.add %1, %c : tensor<f64>
    stablehlo.return %2 : tensor<f64>
  }) : (tensor<2xf64>, tensor<2xf64>) -> tensor<2xf64>
  check.expect_eq_const %0, dense<[3.5, 20.5]> : tensor<2xf64>
  func.return
}
