module @jit_flat attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<8xf64>, %arg1: tensor<16x8xf64>, %arg2: tensor<11x8xf64>, %arg3: tensor<11xf64>, %arg4: tensor<8x11xf64>, %arg5: tensor<8xf64>, %arg6: tensor<8xf64>, %arg7: tensor<8xf64>, %arg8: tensor<8xf64>, %arg9: tensor<5x8xf64>, %arg10: tensor<2x4x8xf64>, %arg11: tensor<8x3x2x4xf64>, %arg12: tensor<16xf64>, %arg13: tensor<8x16xf64>, %arg14: tensor<4x6xi32>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.slice %arg14 [0:4, 0:5] : (tensor<4x6xi32>) -> tensor<4x5xi32>
    %1 = stablehlo.slice %arg14 [0:4, 1:6] : (tensor<4x6xi32>) -> tensor<4x5xi32>
    %c = stablehlo.constant dense<0> : tensor<i32>
    %2 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i32>) -> tensor<4x5xi32>
    %3 = stablehlo.compare LT, %0, %2, SIGNED : (tensor<4x5xi32>, tensor<4x5xi32>) -> tensor<4x5xi1>
    %c_0 = stablehlo.constant dense<11> : tensor<i32>
    %4 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<i32>) -> tensor<4x5xi32>
    %5 = stablehlo.add %0, %4 : tensor<4x5xi32>
    %6 = stablehlo.select %3, %5, %0 : tensor<4x5xi1>, tensor<4x5xi32>
    %7 = stablehlo.broadcast_in_dim %6, dims = [0, 1] : (tensor<4x5xi32>) -> tensor<4x5x1xi32>
    %8 = "stablehlo.gather"(%arg2, %7) <{dimension_numbers = #stablehlo.gather<offset_dims = [2], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 2>, indices_are_sorted = false, slice_sizes = array<i64: 1, 8>}> : (tensor<11x8xf64>, tensor<4x5x1xi32>) -> tensor<4x5x8xf64>
    %9 = stablehlo.broadcast_in_dim %arg9, dims = [1, 2] : (tensor<5x8xf64>) -> tensor<1x5x8xf64>
    %10 = stablehlo.broadcast_in_dim %9, dims = [0, 1, 2] : (tensor<1x5x8xf64>) -> tensor<4x5x8xf64>
    %11 = stablehlo.add %8, %10 : tensor<4x5x8xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %12 = stablehlo.reduce(%11 init: %cst) applies stablehlo.add across dimensions = [2] : (tensor<4x5x8xf64>, tensor<f64>) -> tensor<4x5xf64>
    %13 = stablehlo.broadcast_in_dim %12, dims = [0, 1] : (tensor<4x5xf64>) -> tensor<4x5x1xf64>
    %cst_1 = stablehlo.constant dense<8.000000e+00> : tensor<f64>
    %14 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f64>) -> tensor<4x5x1xf64>
    %15 = stablehlo.divide %13, %14 : tensor<4x5x1xf64>
    %16 = stablehlo.broadcast_in_dim %15, dims = [0, 1, 2] : (tensor<4x5x1xf64>) -> tensor<4x5x8xf64>
    %17 = stablehlo.subtract %11, %16 : tensor<4x5x8xf64>
    %18 = stablehlo.multiply %17, %17 : tensor<4x5x8xf64>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %19 = stablehlo.reduce(%18 init: %cst_2) applies stablehlo.add across dimensions = [2] : (tensor<4x5x8xf64>, tensor<f64>) -> tensor<4x5xf64>
    %20 = stablehlo.broadcast_in_dim %19, dims = [0, 1] : (tensor<4x5xf64>) -> tensor<4x5x1xf64>
    %cst_3 = stablehlo.constant dense<8.000000e+00> : tensor<f64>
    %21 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f64>) -> tensor<4x5x1xf64>
    %22 = stablehlo.divide %20, %21 : tensor<4x5x1xf64>
    %23 = stablehlo.broadcast_in_dim %15, dims = [0, 1, 2] : (tensor<4x5x1xf64>) -> tensor<4x5x8xf64>
    %24 = stablehlo.subtract %11, %23 : tensor<4x5x8xf64>
    %cst_4 = stablehlo.constant dense<9.9999999999999995E-7> : tensor<f64>
    %25 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f64>) -> tensor<4x5x1xf64>
    %26 = stablehlo.add %22, %25 : tensor<4x5x1xf64>
    %27 = stablehlo.rsqrt %26 : tensor<4x5x1xf64>
    %28 = stablehlo.broadcast_in_dim %27, dims = [0, 1, 2] : (tensor<4x5x1xf64>) -> tensor<4x5x8xf64>
    %29 = stablehlo.multiply %24, %28 : tensor<4x5x8xf64>
    %30 = stablehlo.broadcast_in_dim %arg6, dims = [2] : (tensor<8xf64>) -> tensor<1x1x8xf64>
    %31 = stablehlo.broadcast_in_dim %30, dims = [0, 1, 2] : (tensor<1x1x8xf64>) -> tensor<4x5x8xf64>
    %32 = stablehlo.multiply %29, %31 : tensor<4x5x8xf64>
    %33 = stablehlo.broadcast_in_dim %arg5, dims = [2] : (tensor<8xf64>) -> tensor<1x1x8xf64>
    %34 = stablehlo.broadcast_in_dim %33, dims = [0, 1, 2] : (tensor<1x1x8xf64>) -> tensor<4x5x8xf64>
    %35 = stablehlo.add %32, %34 : tensor<4x5x8xf64>
    %36 = stablehlo.dot_general %arg11, %35, contracting_dims = [0] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x3x2x4xf64>, tensor<4x5x8xf64>) -> tensor<3x2x4x4x5xf64>
    %37 = stablehlo.transpose %36, dims = [0, 3, 1, 4, 2] : (tensor<3x2x4x4x5xf64>) -> tensor<3x4x2x5x4xf64>
    %38 = stablehlo.slice %37 [0:1, 0:4, 0:2, 0:5, 0:4] : (tensor<3x4x2x5x4xf64>) -> tensor<1x4x2x5x4xf64>
    %39 = stablehlo.reshape %38 : (tensor<1x4x2x5x4xf64>) -> tensor<4x2x5x4xf64>
    %40 = stablehlo.slice %37 [1:2, 0:4, 0:2, 0:5, 0:4] : (tensor<3x4x2x5x4xf64>) -> tensor<1x4x2x5x4xf64>
    %41 = stablehlo.reshape %40 : (tensor<1x4x2x5x4xf64>) -> tensor<4x2x5x4xf64>
    %42 = stablehlo.slice %37 [2:3, 0:4, 0:2, 0:5, 0:4] : (tensor<3x4x2x5x4xf64>) -> tensor<1x4x2x5x4xf64>
    %43 = stablehlo.reshape %42 : (tensor<1x4x2x5x4xf64>) -> tensor<4x2x5x4xf64>
    %44 = stablehlo.dot_general %39, %41, batching_dims = [0, 1] x [0, 1], contracting_dims = [3] x [3], precision = [DEFAULT, DEFAULT] : (tensor<4x2x5x4xf64>, tensor<4x2x5x4xf64>) -> tensor<4x2x5x5xf64>
    %cst_5 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %45 = stablehlo.broadcast_in_dim %cst_5, dims = [] : (tensor<f64>) -> tensor<4x2x5x5xf64>
    %46 = stablehlo.divide %44, %45 : tensor<4x2x5x5xf64>
    %c_6 = stablehlo.constant dense<true> : tensor<i1>
    %47 = stablehlo.broadcast_in_dim %c_6, dims = [] : (tensor<i1>) -> tensor<5x5xi1>
    %48 = call @tril(%47) : (tensor<5x5xi1>) -> tensor<5x5xi1>
    %cst_7 = stablehlo.constant dense<-1.000000e+30> : tensor<f64>
    %49 = call @_where(%48, %46, %cst_7) : (tensor<5x5xi1>, tensor<4x2x5x5xf64>, tensor<f64>) -> tensor<4x2x5x5xf64>
    %cst_8 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %50 = stablehlo.reduce(%49 init: %cst_8) applies stablehlo.maximum across dimensions = [3] : (tensor<4x2x5x5xf64>, tensor<f64>) -> tensor<4x2x5xf64>
    %cst_9 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %51 = stablehlo.broadcast_in_dim %cst_9, dims = [] : (tensor<f64>) -> tensor<4x2x5xf64>
    %52 = stablehlo.maximum %51, %50 : tensor<4x2x5xf64>
    %53 = stablehlo.broadcast_in_dim %52, dims = [0, 1, 2] : (tensor<4x2x5xf64>) -> tensor<4x2x5x1xf64>
    %54 = stablehlo.broadcast_in_dim %53, dims = [0, 1, 2, 3] : (tensor<4x2x5x1xf64>) -> tensor<4x2x5x5xf64>
    %55 = stablehlo.subtract %49, %54 : tensor<4x2x5x5xf64>
    %56 = stablehlo.exponential %55 : tensor<4x2x5x5xf64>
    %cst_10 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %57 = stablehlo.reduce(%56 init: %cst_10) applies stablehlo.add across dimensions = [3] : (tensor<4x2x5x5xf64>, tensor<f64>) -> tensor<4x2x5xf64>
    %58 = stablehlo.broadcast_in_dim %57, dims = [0, 1, 2] : (tensor<4x2x5xf64>) -> tensor<4x2x5x1xf64>
    %59 = stablehlo.broadcast_in_dim %58, dims = [0, 1, 2, 3] : (tensor<4x2x5x1xf64>) -> tensor<4x2x5x5xf64>
    %60 = stablehlo.divide %56, %59 : tensor<4x2x5x5xf64>
    %61 = stablehlo.dot_general %43, %60, batching_dims = [0, 1] x [0, 1], contracting_dims = [2] x [3], precision = [DEFAULT, DEFAULT] : (tensor<4x2x5x4xf64>, tensor<4x2x5x5xf64>) -> tensor<4x2x4x5xf64>
    %62 = stablehlo.dot_general %61, %arg10, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<4x2x4x5xf64>, tensor<2x4x8xf64>) -> tensor<4x5x8xf64>
    %63 = stablehlo.add %11, %62 : tensor<4x5x8xf64>
    %cst_11 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %64 = stablehlo.reduce(%63 init: %cst_11) applies stablehlo.add across dimensions = [2] : (tensor<4x5x8xf64>, tensor<f64>) -> tensor<4x5xf64>
    %65 = stablehlo.broadcast_in_dim %64, dims = [0, 1] : (tensor<4x5xf64>) -> tensor<4x5x1xf64>
    %cst_12 = stablehlo.constant dense<8.000000e+00> : tensor<f64>
    %66 = stablehlo.broadcast_in_dim %cst_12, dims = [] : (tensor<f64>) -> tensor<4x5x1xf64>
    %67 = stablehlo.divide %65, %66 : tensor<4x5x1xf64>
    %68 = stablehlo.broadcast_in_dim %67, dims = [0, 1, 2] : (tensor<4x5x1xf64>) -> tensor<4x5x8xf64>
    %69 = stablehlo.subtract %63, %68 : tensor<4x5x8xf64>
    %70 = stablehlo.multiply %69, %69 : tensor<4x5x8xf64>
    %cst_13 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %71 = stablehlo.reduce(%70 init: %cst_13) applies stablehlo.add across dimensions = [2] : (tensor<4x5x8xf64>, tensor<f64>) -> tensor<4x5xf64>
    %72 = stablehlo.broadcast_in_dim %71, dims = [0, 1] : (tensor<4x5xf64>) -> tensor<4x5x1xf64>
    %cst_14 = stablehlo.constant dense<8.000000e+00> : tensor<f64>
    %73 = stablehlo.broadcast_in_dim %cst_14, dims = [] : (tensor<f64>) -> tensor<4x5x1xf64>
    %74 = stablehlo.divide %72, %73 : tensor<4x5x1xf64>
    %75 = stablehlo.broadcast_in_dim %67, dims = [0, 1, 2] : (tensor<4x5x1xf64>) -> tensor<4x5x8xf64>
    %76 = stablehlo.subtract %63, %75 : tensor<4x5x8xf64>
    %cst_15 = stablehlo.constant dense<9.9999999999999995E-7> : tensor<f64>
    %77 = stablehlo.broadcast_in_dim %cst_15, dims = [] : (tensor<f64>) -> tensor<4x5x1xf64>
    %78 = stablehlo.add %74, %77 : tensor<4x5x1xf64>
    %79 = stablehlo.rsqrt %78 : tensor<4x5x1xf64>
    %80 = stablehlo.broadcast_in_dim %79, dims = [0, 1, 2] : (tensor<4x5x1xf64>) -> tensor<4x5x8xf64>
    %81 = stablehlo.multiply %76, %80 : tensor<4x5x8xf64>
    %82 = stablehlo.broadcast_in_dim %arg8, dims = [2] : (tensor<8xf64>) -> tensor<1x1x8xf64>
    %83 = stablehlo.broadcast_in_dim %82, dims = [0, 1, 2] : (tensor<1x1x8xf64>) -> tensor<4x5x8xf64>
    %84 = stablehlo.multiply %81, %83 : tensor<4x5x8xf64>
    %85 = stablehlo.broadcast_in_dim %arg7, dims = [2] : (tensor<8xf64>) -> tensor<1x1x8xf64>
    %86 = stablehlo.broadcast_in_dim %85, dims = [0, 1, 2] : (tensor<1x1x8xf64>) -> tensor<4x5x8xf64>
    %87 = stablehlo.add %84, %86 : tensor<4x5x8xf64>
    %88 = stablehlo.dot_general %87, %arg13, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<4x5x8xf64>, tensor<8x16xf64>) -> tensor<4x5x16xf64>
    %89 = stablehlo.broadcast_in_dim %arg12, dims = [2] : (tensor<16xf64>) -> tensor<1x1x16xf64>
    %90 = stablehlo.broadcast_in_dim %89, dims = [0, 1, 2] : (tensor<1x1x16xf64>) -> tensor<4x5x16xf64>
    %91 = stablehlo.add %88, %90 : tensor<4x5x16xf64>
    %92 = stablehlo.multiply %91, %91 : tensor<4x5x16xf64>
    %93 = stablehlo.multiply %92, %91 : tensor<4x5x16xf64>
    %cst_16 = stablehlo.constant dense<4.471500e-02> : tensor<f64>
    %94 = stablehlo.broadcast_in_dim %cst_16, dims = [] : (tensor<f64>) -> tensor<4x5x16xf64>
    %95 = stablehlo.multiply %94, %93 : tensor<4x5x16xf64>
    %96 = stablehlo.add %91, %95 : tensor<4x5x16xf64>
    %cst_17 = stablehlo.constant dense<0.79788456080286541> : tensor<f64>
    %97 = stablehlo.broadcast_in_dim %cst_17, dims = [] : (tensor<f64>) -> tensor<4x5x16xf64>
    %98 = stablehlo.multiply %97, %96 : tensor<4x5x16xf64>
    %99 = stablehlo.tanh %98 : tensor<4x5x16xf64>
    %cst_18 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %100 = stablehlo.broadcast_in_dim %cst_18, dims = [] : (tensor<f64>) -> tensor<4x5x16xf64>
    %101 = stablehlo.add %100, %99 : tensor<4x5x16xf64>
    %cst_19 = stablehlo.constant dense<5.000000e-01> : tensor<f64>
    %102 = stablehlo.broadcast_in_dim %cst_19, dims = [] : (tensor<f64>) -> tensor<4x5x16xf64>
    %103 = stablehlo.multiply %102, %101 : tensor<4x5x16xf64>
    %104 = stablehlo.multiply %91, %103 : tensor<4x5x16xf64>
    %105 = stablehlo.dot_general %104, %arg1, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<4x5x16xf64>, tensor<16x8xf64>) -> tensor<4x5x8xf64>
    %106 = stablehlo.add %63, %105 : tensor<4x5x8xf64>
    %107 = stablehlo.broadcast_in_dim %arg0, dims = [2] : (tensor<8xf64>) -> tensor<1x1x8xf64>
    %108 = stablehlo.broadcast_in_dim %107, dims = [0, 1, 2] : (tensor<1x1x8xf64>) -> tensor<4x5x8xf64>
    %109 = stablehlo.add %106, %108 : tensor<4x5x8xf64>
    %110 = stablehlo.dot_general %109, %arg4, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<4x5x8xf64>, tensor<8x11xf64>) -> tensor<4x5x11xf64>
    %111 = stablehlo.broadcast_in_dim %arg3, dims = [2] : (tensor<11xf64>) -> tensor<1x1x11xf64>
    %112 = stablehlo.broadcast_in_dim %111, dims = [0, 1, 2] : (tensor<1x1x11xf64>) -> tensor<4x5x11xf64>
    %113 = stablehlo.add %110, %112 : tensor<4x5x11xf64>
    %114 = stablehlo.reshape %113 : (tensor<4x5x11xf64>) -> tensor<20x11xf64>
    %115 = stablehlo.reshape %1 : (tensor<4x5xi32>) -> tensor<20xi32>
    %116 = call @log_softmax(%114) : (tensor<20x11xf64>) -> tensor<20x11xf64>
    %117 = stablehlo.broadcast_in_dim %115, dims = [0] : (tensor<20xi32>) -> tensor<20x1xi32>
    %118 = call @take_along_axis(%116, %117) : (tensor<20x11xf64>, tensor<20x1xi32>) -> tensor<20x1xf64>
    %cst_20 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %119 = stablehlo.reduce(%118 init: %cst_20) applies stablehlo.add across dimensions = [0, 1] : (tensor<20x1xf64>, tensor<f64>) -> tensor<f64>
    %cst_21 = stablehlo.constant dense<2.000000e+01> : tensor<f64>
    %120 = stablehlo.divide %119, %cst_21 : tensor<f64>
    %121 = stablehlo.negate %120 : tensor<f64>
    return %121 : tensor<f64>
  }
  func.func private @tril(%arg0: tensor<5x5xi1>) -> tensor<5x5xi1> {
    %0 = stablehlo.iota dim = 0 : tensor<5x5xi64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %1 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i64>) -> tensor<5x5xi64>
    %2 = stablehlo.add %0, %1 : tensor<5x5xi64>
    %3 = stablehlo.iota dim = 1 : tensor<5x5xi64>
    %4 = stablehlo.compare GE, %2, %3, SIGNED : (tensor<5x5xi64>, tensor<5x5xi64>) -> tensor<5x5xi1>
    %c_0 = stablehlo.constant dense<false> : tensor<i1>
    %5 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<i1>) -> tensor<5x5xi1>
    %6 = stablehlo.select %4, %arg0, %5 : tensor<5x5xi1>, tensor<5x5xi1>
    return %6 : tensor<5x5xi1>
  }
  func.func private @_where(%arg0: tensor<5x5xi1>, %arg1: tensor<4x2x5x5xf64>, %arg2: tensor<f64>) -> tensor<4x2x5x5xf64> {
    %0 = stablehlo.convert %arg2 : tensor<f64>
    %1 = stablehlo.broadcast_in_dim %arg0, dims = [2, 3] : (tensor<5x5xi1>) -> tensor<4x2x5x5xi1>
    %2 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f64>) -> tensor<4x2x5x5xf64>
    %3 = stablehlo.select %1, %arg1, %2 : tensor<4x2x5x5xi1>, tensor<4x2x5x5xf64>
    return %3 : tensor<4x2x5x5xf64>
  }
  func.func private @log_softmax(%arg0: tensor<20x11xf64>) -> tensor<20x11xf64> {
    %cst = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.maximum across dimensions = [1] : (tensor<20x11xf64>, tensor<f64>) -> tensor<20xf64>
    %cst_0 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %1 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<20xf64>
    %2 = stablehlo.maximum %1, %0 : tensor<20xf64>
    %3 = stablehlo.broadcast_in_dim %2, dims = [0] : (tensor<20xf64>) -> tensor<20x1xf64>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1] : (tensor<20x1xf64>) -> tensor<20x11xf64>
    %5 = stablehlo.subtract %arg0, %4 : tensor<20x11xf64>
    %6 = stablehlo.exponential %5 : tensor<20x11xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %7 = stablehlo.reduce(%6 init: %cst_1) applies stablehlo.add across dimensions = [1] : (tensor<20x11xf64>, tensor<f64>) -> tensor<20xf64>
    %8 = stablehlo.broadcast_in_dim %7, dims = [0] : (tensor<20xf64>) -> tensor<20x1xf64>
    %9 = stablehlo.log %8 : tensor<20x1xf64>
    %10 = stablehlo.broadcast_in_dim %9, dims = [0, 1] : (tensor<20x1xf64>) -> tensor<20x11xf64>
    %11 = stablehlo.subtract %5, %10 : tensor<20x11xf64>
    return %11 : tensor<20x11xf64>
  }
  func.func private @take_along_axis(%arg0: tensor<20x11xf64>, %arg1: tensor<20x1xi32>) -> tensor<20x1xf64> {
    %c = stablehlo.constant dense<0> : tensor<i32>
    %0 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i32>) -> tensor<20x1xi32>
    %1 = stablehlo.compare LT, %arg1, %0, SIGNED : (tensor<20x1xi32>, tensor<20x1xi32>) -> tensor<20x1xi1>
    %c_0 = stablehlo.constant dense<11> : tensor<i32>
    %2 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<i32>) -> tensor<20x1xi32>
    %3 = stablehlo.add %arg1, %2 : tensor<20x1xi32>
    %4 = stablehlo.select %1, %3, %arg1 : tensor<20x1xi1>, tensor<20x1xi32>
    %5 = stablehlo.reshape %4 : (tensor<20x1xi32>) -> tensor<20x1x1xi32>
    %c_1 = stablehlo.constant dense<10> : tensor<1xi32>
    %c_2 = stablehlo.constant dense<0> : tensor<i32>
    %6 = stablehlo.broadcast_in_dim %c_2, dims = [] : (tensor<i32>) -> tensor<20x1x1xi32>
    %7 = stablehlo.compare GE, %5, %6, SIGNED : (tensor<20x1x1xi32>, tensor<20x1x1xi32>) -> tensor<20x1x1xi1>
    %8 = stablehlo.broadcast_in_dim %c_1, dims = [2] : (tensor<1xi32>) -> tensor<1x1x1xi32>
    %9 = stablehlo.broadcast_in_dim %8, dims = [0, 1, 2] : (tensor<1x1x1xi32>) -> tensor<20x1x1xi32>
    %10 = stablehlo.compare LE, %5, %9, SIGNED : (tensor<20x1x1xi32>, tensor<20x1x1xi32>) -> tensor<20x1x1xi1>
    %11 = stablehlo.and %7, %10 : tensor<20x1x1xi1>
    %c_3 = stablehlo.constant dense<true> : tensor<i1>
    %12 = stablehlo.reduce(%11 init: %c_3) applies stablehlo.and across dimensions = [2] : (tensor<20x1x1xi1>, tensor<i1>) -> tensor<20x1xi1>
    %13 = "stablehlo.gather"(%arg0, %5) <{dimension_numbers = #stablehlo.gather<collapsed_slice_dims = [1], operand_batching_dims = [0], start_indices_batching_dims = [0], start_index_map = [1], index_vector_dim = 2>, indices_are_sorted = false, slice_sizes = array<i64: 1, 1>}> : (tensor<20x11xf64>, tensor<20x1x1xi32>) -> tensor<20x1xf64>
    %cst = stablehlo.constant dense<0x7FF8000000000000> : tensor<f64>
    %14 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<20x1xf64>
    %15 = stablehlo.select %12, %13, %14 : tensor<20x1xi1>, tensor<20x1xf64>
    return %15 : tensor<20x1xf64>
  }
}
