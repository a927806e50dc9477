module @jit_flat attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<7xf64>, %arg1: tensor<5x7xf64>, %arg2: tensor<3xf64>, %arg3: tensor<7x3xf64>, %arg4: tensor<12x5xf64>, %arg5: tensor<12xi32>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.dot_general %arg4, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x7xf64>) -> tensor<12x7xf64>
    %1 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<7xf64>) -> tensor<1x7xf64>
    %2 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<12x7xf64>
    %3 = stablehlo.add %0, %2 : tensor<12x7xf64>
    %4 = stablehlo.tanh %3 : tensor<12x7xf64>
    %c = stablehlo.constant dense<3> : tensor<i64>
    %c_0 = stablehlo.constant dense<32> : tensor<i64>
    %5 = stablehlo.shift_right_logical %c, %c_0 : tensor<i64>
    %6 = stablehlo.convert %5 : (tensor<i64>) -> tensor<ui32>
    %7 = stablehlo.broadcast_in_dim %6, dims = [] : (tensor<ui32>) -> tensor<1xui32>
    %c_1 = stablehlo.constant dense<4294967295> : tensor<i64>
    %8 = stablehlo.and %c, %c_1 : tensor<i64>
    %9 = stablehlo.convert %8 : (tensor<i64>) -> tensor<ui32>
    %10 = stablehlo.broadcast_in_dim %9, dims = [] : (tensor<ui32>) -> tensor<1xui32>
    %11 = stablehlo.concatenate %7, %10, dim = 0 : (tensor<1xui32>, tensor<1xui32>) -> tensor<2xui32>
    %cst = stablehlo.constant dense<8.000000e-01> : tensor<f64>
    %12 = call @_bernoulli(%11, %cst) : (tensor<2xui32>, tensor<f64>) -> tensor<12x7xi1>
    %cst_2 = stablehlo.constant dense<8.000000e-01> : tensor<f64>
    %13 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f64>) -> tensor<12x7xf64>
    %14 = stablehlo.divide %4, %13 : tensor<12x7xf64>
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %15 = call @_where(%12, %14, %cst_3) : (tensor<12x7xi1>, tensor<12x7xf64>, tensor<f64>) -> tensor<12x7xf64>
    %16 = stablehlo.dot_general %15, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x7xf64>, tensor<7x3xf64>) -> tensor<12x3xf64>
    %17 = stablehlo.broadcast_in_dim %arg2, dims = [1] : (tensor<3xf64>) -> tensor<1x3xf64>
    %18 = stablehlo.broadcast_in_dim %17, dims = [0, 1] : (tensor<1x3xf64>) -> tensor<12x3xf64>
    %19 = stablehlo.add %16, %18 : tensor<12x3xf64>
    %20 = call @log_softmax(%19) : (tensor<12x3xf64>) -> tensor<12x3xf64>
    %21 = stablehlo.broadcast_in_dim %arg5, dims = [0] : (tensor<12xi32>) -> tensor<12x1xi32>
    %22 = call @take_along_axis(%20, %21) : (tensor<12x3xf64>, tensor<12x1xi32>) -> tensor<12x1xf64>
    %cst_4 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %23 = stablehlo.reduce(%22 init: %cst_4) applies stablehlo.add across dimensions = [0, 1] : (tensor<12x1xf64>, tensor<f64>) -> tensor<f64>
    %cst_5 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %24 = stablehlo.divide %23, %cst_5 : tensor<f64>
    %25 = stablehlo.negate %24 : tensor<f64>
    return %25 : tensor<f64>
  }
  func.func private @_bernoulli(%arg0: tensor<2xui32>, %arg1: tensor<f64>) -> tensor<12x7xi1> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %cst_0 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %0 = call @_uniform(%arg0, %cst, %cst_0) : (tensor<2xui32>, tensor<f64>, tensor<f64>) -> tensor<12x7xf64>
    %1 = stablehlo.broadcast_in_dim %arg1, dims = [] : (tensor<f64>) -> tensor<12x7xf64>
    %2 = stablehlo.compare LT, %0, %1, FLOAT : (tensor<12x7xf64>, tensor<12x7xf64>) -> tensor<12x7xi1>
    return %2 : tensor<12x7xi1>
  }
  func.func private @_uniform(%arg0: tensor<2xui32>, %arg1: tensor<f64>, %arg2: tensor<f64>) -> tensor<12x7xf64> {
    %0 = stablehlo.convert %arg1 : tensor<f64>
    %1 = stablehlo.convert %arg2 : tensor<f64>
    %2 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f64>) -> tensor<1x1xf64>
    %3 = stablehlo.broadcast_in_dim %1, dims = [] : (tensor<f64>) -> tensor<1x1xf64>
    %4 = stablehlo.slice %arg0 [0:1] : (tensor<2xui32>) -> tensor<1xui32>
    %5 = stablehlo.reshape %4 : (tensor<1xui32>) -> tensor<ui32>
    %6 = stablehlo.slice %arg0 [1:2] : (tensor<2xui32>) -> tensor<1xui32>
    %7 = stablehlo.reshape %6 : (tensor<1xui32>) -> tensor<ui32>
    %8 = stablehlo.iota dim = 0 : tensor<12x7xui64>
    %9 = stablehlo.iota dim = 1 : tensor<12x7xui64>
    %c = stablehlo.constant dense<7> : tensor<ui64>
    %10 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<ui64>) -> tensor<12x7xui64>
    %11 = stablehlo.multiply %10, %8 : tensor<12x7xui64>
    %c_0 = stablehlo.constant dense<1> : tensor<ui64>
    %12 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<ui64>) -> tensor<12x7xui64>
    %13 = stablehlo.multiply %12, %9 : tensor<12x7xui64>
    %14 = stablehlo.add %11, %13 : tensor<12x7xui64>
    %c_1 = stablehlo.constant dense<32> : tensor<ui64>
    %15 = stablehlo.broadcast_in_dim %c_1, dims = [] : (tensor<ui64>) -> tensor<12x7xui64>
    %16 = stablehlo.shift_right_logical %14, %15 : tensor<12x7xui64>
    %17 = stablehlo.convert %14 : (tensor<12x7xui64>) -> tensor<12x7xui32>
    %18 = stablehlo.convert %16 : (tensor<12x7xui64>) -> tensor<12x7xui32>
    %19:2 = call @threefry2x32(%5, %7, %18, %17) : (tensor<ui32>, tensor<ui32>, tensor<12x7xui32>, tensor<12x7xui32>) -> (tensor<12x7xui32>, tensor<12x7xui32>)
    %20 = stablehlo.convert %19#0 : (tensor<12x7xui32>) -> tensor<12x7xui64>
    %21 = stablehlo.convert %19#1 : (tensor<12x7xui32>) -> tensor<12x7xui64>
    %c_2 = stablehlo.constant dense<32> : tensor<ui64>
    %22 = stablehlo.broadcast_in_dim %c_2, dims = [] : (tensor<ui64>) -> tensor<12x7xui64>
    %23 = stablehlo.shift_left %20, %22 : tensor<12x7xui64>
    %24 = stablehlo.or %23, %21 : tensor<12x7xui64>
    %c_3 = stablehlo.constant dense<12> : tensor<ui64>
    %25 = stablehlo.broadcast_in_dim %c_3, dims = [] : (tensor<ui64>) -> tensor<12x7xui64>
    %26 = stablehlo.shift_right_logical %24, %25 : tensor<12x7xui64>
    %c_4 = stablehlo.constant dense<4607182418800017408> : tensor<ui64>
    %27 = stablehlo.broadcast_in_dim %c_4, dims = [] : (tensor<ui64>) -> tensor<12x7xui64>
    %28 = stablehlo.or %26, %27 : tensor<12x7xui64>
    %29 = stablehlo.bitcast_convert %28 : (tensor<12x7xui64>) -> tensor<12x7xf64>
    %cst = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %30 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x7xf64>
    %31 = stablehlo.subtract %29, %30 : tensor<12x7xf64>
    %32 = stablehlo.subtract %3, %2 : tensor<1x1xf64>
    %33 = stablehlo.broadcast_in_dim %32, dims = [0, 1] : (tensor<1x1xf64>) -> tensor<12x7xf64>
    %34 = stablehlo.multiply %31, %33 : tensor<12x7xf64>
    %35 = stablehlo.broadcast_in_dim %2, dims = [0, 1] : (tensor<1x1xf64>) -> tensor<12x7xf64>
    %36 = stablehlo.add %34, %35 : tensor<12x7xf64>
    %37 = stablehlo.broadcast_in_dim %2, dims = [0, 1] : (tensor<1x1xf64>) -> tensor<12x7xf64>
    %38 = stablehlo.maximum %37, %36 : tensor<12x7xf64>
    return %38 : tensor<12x7xf64>
  }
  func.func private @threefry2x32(%arg0: tensor<ui32>, %arg1: tensor<ui32>, %arg2: tensor<12x7xui32>, %arg3: tensor<12x7xui32>) -> (tensor<12x7xui32>, tensor<12x7xui32>) {
    %c = stablehlo.constant dense<[13, 15, 26, 6]> : tensor<4xui32>
    %c_0 = stablehlo.constant dense<[17, 29, 16, 24]> : tensor<4xui32>
    %0 = stablehlo.xor %arg0, %arg1 : tensor<ui32>
    %c_1 = stablehlo.constant dense<466688986> : tensor<ui32>
    %1 = stablehlo.xor %0, %c_1 : tensor<ui32>
    %2 = stablehlo.broadcast_in_dim %arg0, dims = [] : (tensor<ui32>) -> tensor<12x7xui32>
    %3 = stablehlo.add %arg2, %2 : tensor<12x7xui32>
    %4 = stablehlo.broadcast_in_dim %arg1, dims = [] : (tensor<ui32>) -> tensor<12x7xui32>
    %5 = stablehlo.add %arg3, %4 : tensor<12x7xui32>
    %c_2 = stablehlo.constant dense<0> : tensor<i64>
    %c_3 = stablehlo.constant dense<0> : tensor<i64>
    %6:9 = stablehlo.while(%iterArg = %c_3, %iterArg_4 = %c_2, %iterArg_5 = %3, %iterArg_6 = %5, %iterArg_7 = %arg1, %iterArg_8 = %1, %iterArg_9 = %arg0, %iterArg_10 = %c, %iterArg_11 = %c_0) : tensor<i64>, tensor<i64>, tensor<12x7xui32>, tensor<12x7xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>, tensor<4xui32>, tensor<4xui32>
    cond {
      %c_12 = stablehlo.constant dense<5> : tensor<i64>
      %7 = stablehlo.compare LT, %iterArg, %c_12, SIGNED : (tensor<i64>, tensor<i64>) -> tensor<i1>
      stablehlo.return %7 : tensor<i1>
    } do {
      %7:8 = func.call @closed_call(%iterArg_4, %iterArg_5, %iterArg_6, %iterArg_7, %iterArg_8, %iterArg_9, %iterArg_10, %iterArg_11) : (tensor<i64>, tensor<12x7xui32>, tensor<12x7xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>, tensor<4xui32>, tensor<4xui32>) -> (tensor<i64>, tensor<12x7xui32>, tensor<12x7xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>, tensor<4xui32>, tensor<4xui32>)
      %c_12 = stablehlo.constant dense<1> : tensor<i64>
      %8 = stablehlo.add %iterArg, %c_12 : tensor<i64>
      stablehlo.return %8, %7#0, %7#1, %7#2, %7#3, %7#4, %7#5, %7#6, %7#7 : tensor<i64>, tensor<i64>, tensor<12x7xui32>, tensor<12x7xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>, tensor<4xui32>, tensor<4xui32>
    }
    return %6#2, %6#3 : tensor<12x7xui32>, tensor<12x7xui32>
  }
  func.func private @closed_call(%arg0: tensor<i64>, %arg1: tensor<12x7xui32>, %arg2: tensor<12x7xui32>, %arg3: tensor<ui32>, %arg4: tensor<ui32>, %arg5: tensor<ui32>, %arg6: tensor<4xui32>, %arg7: tensor<4xui32>) -> (tensor<i64>, tensor<12x7xui32>, tensor<12x7xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>, tensor<4xui32>, tensor<4xui32>) {
    %c = stablehlo.constant dense<1> : tensor<i64>
    %0 = stablehlo.add %arg0, %c : tensor<i64>
    %1 = stablehlo.slice %arg6 [0:1] : (tensor<4xui32>) -> tensor<1xui32>
    %2 = stablehlo.reshape %1 : (tensor<1xui32>) -> tensor<ui32>
    %3 = stablehlo.add %arg1, %arg2 : tensor<12x7xui32>
    %4 = stablehlo.broadcast_in_dim %2, dims = [] : (tensor<ui32>) -> tensor<12x7xui32>
    %5 = stablehlo.shift_left %arg2, %4 : tensor<12x7xui32>
    %c_0 = stablehlo.constant dense<32> : tensor<ui32>
    %6 = stablehlo.subtract %c_0, %2 : tensor<ui32>
    %7 = stablehlo.broadcast_in_dim %6, dims = [] : (tensor<ui32>) -> tensor<12x7xui32>
    %8 = stablehlo.shift_right_logical %arg2, %7 : tensor<12x7xui32>
    %9 = stablehlo.or %5, %8 : tensor<12x7xui32>
    %10 = stablehlo.xor %3, %9 : tensor<12x7xui32>
    %11 = stablehlo.slice %arg6 [1:2] : (tensor<4xui32>) -> tensor<1xui32>
    %12 = stablehlo.reshape %11 : (tensor<1xui32>) -> tensor<ui32>
    %13 = stablehlo.add %3, %10 : tensor<12x7xui32>
    %14 = stablehlo.broadcast_in_dim %12, dims = [] : (tensor<ui32>) -> tensor<12x7xui32>
    %15 = stablehlo.shift_left %10, %14 : tensor<12x7xui32>
    %c_1 = stablehlo.constant dense<32> : tensor<ui32>
    %16 = stablehlo.subtract %c_1, %12 : tensor<ui32>
    %17 = stablehlo.broadcast_in_dim %16, dims = [] : (tensor<ui32>) -> tensor<12x7xui32>
    %18 = stablehlo.shift_right_logical %10, %17 : tensor<12x7xui32>
    %19 = stablehlo.or %15, %18 : tensor<12x7xui32>
    %20 = stablehlo.xor %13, %19 : tensor<12x7xui32>
    %21 = stablehlo.slice %arg6 [2:3] : (tensor<4xui32>) -> tensor<1xui32>
    %22 = stablehlo.reshape %21 : (tensor<1xui32>) -> tensor<ui32>
    %23 = stablehlo.add %13, %20 : tensor<12x7xui32>
    %24 = stablehlo.broadcast_in_dim %22, dims = [] : (tensor<ui32>) -> tensor<12x7xui32>
    %25 = stablehlo.shift_left %20, %24 : tensor<12x7xui32>
    %c_2 = stablehlo.constant dense<32> : tensor<ui32>
    %26 = stablehlo.subtract %c_2, %22 : tensor<ui32>
    %27 = stablehlo.broadcast_in_dim %26, dims = [] : (tensor<ui32>) -> tensor<12x7xui32>
    %28 = stablehlo.shift_right_logical %20, %27 : tensor<12x7xui32>
    %29 = stablehlo.or %25, %28 : tensor<12x7xui32>
    %30 = stablehlo.xor %23, %29 : tensor<12x7xui32>
    %31 = stablehlo.slice %arg6 [3:4] : (tensor<4xui32>) -> tensor<1xui32>
    %32 = stablehlo.reshape %31 : (tensor<1xui32>) -> tensor<ui32>
    %33 = stablehlo.add %23, %30 : tensor<12x7xui32>
    %34 = stablehlo.broadcast_in_dim %32, dims = [] : (tensor<ui32>) -> tensor<12x7xui32>
    %35 = stablehlo.shift_left %30, %34 : tensor<12x7xui32>
    %c_3 = stablehlo.constant dense<32> : tensor<ui32>
    %36 = stablehlo.subtract %c_3, %32 : tensor<ui32>
    %37 = stablehlo.broadcast_in_dim %36, dims = [] : (tensor<ui32>) -> tensor<12x7xui32>
    %38 = stablehlo.shift_right_logical %30, %37 : tensor<12x7xui32>
    %39 = stablehlo.or %35, %38 : tensor<12x7xui32>
    %40 = stablehlo.xor %33, %39 : tensor<12x7xui32>
    %41 = stablehlo.broadcast_in_dim %arg3, dims = [] : (tensor<ui32>) -> tensor<12x7xui32>
    %42 = stablehlo.add %33, %41 : tensor<12x7xui32>
    %43 = stablehlo.broadcast_in_dim %arg4, dims = [] : (tensor<ui32>) -> tensor<12x7xui32>
    %44 = stablehlo.add %40, %43 : tensor<12x7xui32>
    %c_4 = stablehlo.constant dense<1> : tensor<i64>
    %45 = stablehlo.add %arg0, %c_4 : tensor<i64>
    %46 = stablehlo.convert %45 : (tensor<i64>) -> tensor<ui32>
    %47 = stablehlo.broadcast_in_dim %46, dims = [] : (tensor<ui32>) -> tensor<12x7xui32>
    %48 = stablehlo.add %44, %47 : tensor<12x7xui32>
    return %0, %42, %48, %arg4, %arg5, %arg3, %arg7, %arg6 : tensor<i64>, tensor<12x7xui32>, tensor<12x7xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>, tensor<4xui32>, tensor<4xui32>
  }
  func.func private @_where(%arg0: tensor<12x7xi1>, %arg1: tensor<12x7xf64>, %arg2: tensor<f64>) -> tensor<12x7xf64> {
    %0 = stablehlo.convert %arg2 : tensor<f64>
    %1 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f64>) -> tensor<12x7xf64>
    %2 = stablehlo.select %arg0, %arg1, %1 : tensor<12x7xi1>, tensor<12x7xf64>
    return %2 : tensor<12x7xf64>
  }
  func.func private @log_softmax(%arg0: tensor<12x3xf64>) -> tensor<12x3xf64> {
    %cst = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.maximum across dimensions = [1] : (tensor<12x3xf64>, tensor<f64>) -> tensor<12xf64>
    %cst_0 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %1 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %2 = stablehlo.maximum %1, %0 : tensor<12xf64>
    %3 = stablehlo.broadcast_in_dim %2, dims = [0] : (tensor<12xf64>) -> tensor<12x1xf64>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1] : (tensor<12x1xf64>) -> tensor<12x3xf64>
    %5 = stablehlo.subtract %arg0, %4 : tensor<12x3xf64>
    %6 = stablehlo.exponential %5 : tensor<12x3xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %7 = stablehlo.reduce(%6 init: %cst_1) applies stablehlo.add across dimensions = [1] : (tensor<12x3xf64>, tensor<f64>) -> tensor<12xf64>
    %8 = stablehlo.broadcast_in_dim %7, dims = [0] : (tensor<12xf64>) -> tensor<12x1xf64>
    %9 = stablehlo.log %8 : tensor<12x1xf64>
    %10 = stablehlo.broadcast_in_dim %9, dims = [0, 1] : (tensor<12x1xf64>) -> tensor<12x3xf64>
    %11 = stablehlo.subtract %5, %10 : tensor<12x3xf64>
    return %11 : tensor<12x3xf64>
  }
  func.func private @take_along_axis(%arg0: tensor<12x3xf64>, %arg1: tensor<12x1xi32>) -> tensor<12x1xf64> {
    %c = stablehlo.constant dense<0> : tensor<i32>
    %0 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i32>) -> tensor<12x1xi32>
    %1 = stablehlo.compare LT, %arg1, %0, SIGNED : (tensor<12x1xi32>, tensor<12x1xi32>) -> tensor<12x1xi1>
    %c_0 = stablehlo.constant dense<3> : tensor<i32>
    %2 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<i32>) -> tensor<12x1xi32>
    %3 = stablehlo.add %arg1, %2 : tensor<12x1xi32>
    %4 = stablehlo.select %1, %3, %arg1 : tensor<12x1xi1>, tensor<12x1xi32>
    %5 = stablehlo.reshape %4 : (tensor<12x1xi32>) -> tensor<12x1x1xi32>
    %c_1 = stablehlo.constant dense<2> : tensor<1xi32>
    %c_2 = stablehlo.constant dense<0> : tensor<i32>
    %6 = stablehlo.broadcast_in_dim %c_2, dims = [] : (tensor<i32>) -> tensor<12x1x1xi32>
    %7 = stablehlo.compare GE, %5, %6, SIGNED : (tensor<12x1x1xi32>, tensor<12x1x1xi32>) -> tensor<12x1x1xi1>
    %8 = stablehlo.broadcast_in_dim %c_1, dims = [2] : (tensor<1xi32>) -> tensor<1x1x1xi32>
    %9 = stablehlo.broadcast_in_dim %8, dims = [0, 1, 2] : (tensor<1x1x1xi32>) -> tensor<12x1x1xi32>
    %10 = stablehlo.compare LE, %5, %9, SIGNED : (tensor<12x1x1xi32>, tensor<12x1x1xi32>) -> tensor<12x1x1xi1>
    %11 = stablehlo.and %7, %10 : tensor<12x1x1xi1>
    %c_3 = stablehlo.constant dense<true> : tensor<i1>
    %12 = stablehlo.reduce(%11 init: %c_3) applies stablehlo.and across dimensions = [2] : (tensor<12x1x1xi1>, tensor<i1>) -> tensor<12x1xi1>
    %13 = "stablehlo.gather"(%arg0, %5) <{dimension_numbers = #stablehlo.gather<collapsed_slice_dims = [1], operand_batching_dims = [0], start_indices_batching_dims = [0], start_index_map = [1], index_vector_dim = 2>, indices_are_sorted = false, slice_sizes = array<i64: 1, 1>}> : (tensor<12x3xf64>, tensor<12x1x1xi32>) -> tensor<12x1xf64>
    %cst = stablehlo.constant dense<0x7FF8000000000000> : tensor<f64>
    %14 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x1xf64>
    %15 = stablehlo.select %12, %13, %14 : tensor<12x1xi1>, tensor<12x1xf64>
    return %15 : tensor<12x1xf64>
  }
}
