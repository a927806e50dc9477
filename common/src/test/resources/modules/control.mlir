func.func @case_in_and_out_of_range() {
  %x = stablehlo.constant dense<[1.0, 2.0]> : tensor<2xf64>
  %i0 = stablehlo.constant dense<0> : tensor<i32>
  %i7 = stablehlo.constant dense<7> : tensor<i32>
  %m1 = stablehlo.constant dense<-1> : tensor<i32>
  %0:2 = func.call @choose(%i0, %x) : (tensor<i32>, tensor<2xf64>) -> (tensor<2xf64>, tensor<i64>)
  %1:2 = func.call @choose(%i7, %x) : (tensor<i32>, tensor<2xf64>) -> (tensor<2xf64>, tensor<i64>)
  %2:2 = func.call @choose(%m1, %x) : (tensor<i32>, tensor<2xf64>) -> (tensor<2xf64>, tensor<i64>)
  check.expect_eq_const %0#0, dense<[2.0, 4.0]> : tensor<2xf64>
  check.expect_eq_const %0#1, dense<10> : tensor<i64>
  check.expect_eq_const %1#0, dense<[1.0, 4.0]> : tensor<2xf64>
  check.expect_eq_const %1#1, dense<20> : tensor<i64>
  check.expect_eq %2#0, %1#0 : tensor<2xf64>
  func.return
}

func.func private @choose(%i: tensor<i32>, %x: tensor<2xf64>) -> (tensor<2xf64>, tensor<i64>) {
  %0:2 = "stablehlo.case"(%i) ({
    %1 = stablehlo.add %x, %x : tensor<2xf64>
    %n = stablehlo.constant dense<10> : tensor<i64>
    stablehlo.return %1, %n : tensor<2xf64>, tensor<i64>
  }, {
    %1 = stablehlo.multiply %x, %x : tensor<2xf64>
    %n = stablehlo.constant dense<20> : tensor<i64>
    stablehlo.return %1, %n : tensor<2xf64>, tensor<i64>
  }) : (tensor<i32>) -> (tensor<2xf64>, tensor<i64>)
  return %0#0, %0#1 : tensor<2xf64>, tensor<i64>
}

// -----

func.func @if_takes_the_first_region_when_true() {
  %t = stablehlo.constant dense<true> : tensor<i1>
  %f = stablehlo.constant dense<false> : tensor<i1>
  %a = stablehlo.constant dense<1> : tensor<i16>
  %b = stablehlo.constant dense<2> : tensor<i16>
  %0 = "stablehlo.if"(%t) ({
    stablehlo.return %a : tensor<i16>
  }, {
    stablehlo.return %b : tensor<i16>
  }) : (tensor<i1>) -> tensor<i16>
  %1 = "stablehlo.if"(%f) ({
    "stablehlo.return"(%a) : (tensor<i16>) -> ()
  }, {
    %2 = "stablehlo.if"(%t) ({
      %3 = stablehlo.add %a, %b : tensor<i16>
      "stablehlo.return"(%3) : (tensor<i16>) -> ()
    }, {
      "stablehlo.return"(%b) : (tensor<i16>) -> ()
    }) : (tensor<i1>) -> tensor<i16>
    "stablehlo.return"(%2) : (tensor<i16>) -> ()
  }) : (tensor<i1>) -> tensor<i16>
  check.expect_eq_const %0, dense<1> : tensor<i16>
  check.expect_eq_const %1, dense<3> : tensor<i16>
  func.return
}

// -----

// Greatest common divisor: the number of steps depends on the data, a branch is inside.
func.func @while_with_a_branch() {
  %a = stablehlo.constant dense<84> : tensor<i64>
  %b = stablehlo.constant dense<36> : tensor<i64>
  %0:2 = stablehlo.while(%x = %a, %y = %b) : tensor<i64>, tensor<i64>
  cond {
    %1 = stablehlo.compare NE, %x, %y, SIGNED : (tensor<i64>, tensor<i64>) -> tensor<i1>
    stablehlo.return %1 : tensor<i1>
  } do {
    %1 = stablehlo.compare GT, %x, %y, SIGNED : (tensor<i64>, tensor<i64>) -> tensor<i1>
    %2:2 = "stablehlo.if"(%1) ({
      %3 = stablehlo.subtract %x, %y : tensor<i64>
      stablehlo.return %3, %y : tensor<i64>, tensor<i64>
    }, {
      %3 = stablehlo.subtract %y, %x : tensor<i64>
      stablehlo.return %x, %3 : tensor<i64>, tensor<i64>
    }) : (tensor<i1>) -> (tensor<i64>, tensor<i64>)
    stablehlo.return %2#0, %2#1 : tensor<i64>, tensor<i64>
  }
  check.expect_eq_const %0#0, dense<12> : tensor<i64>
  func.return
}
