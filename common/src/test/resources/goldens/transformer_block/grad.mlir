module @jit_value_and_grad attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<8xf64>, %arg1: tensor<16x8xf64>, %arg2: tensor<11x8xf64>, %arg3: tensor<11xf64>, %arg4: tensor<8x11xf64>, %arg5: tensor<8xf64>, %arg6: tensor<8xf64>, %arg7: tensor<8xf64>, %arg8: tensor<8xf64>, %arg9: tensor<5x8xf64>, %arg10: tensor<2x4x8xf64>, %arg11: tensor<8x3x2x4xf64>, %arg12: tensor<16xf64>, %arg13: tensor<8x16xf64>, %arg14: tensor<4x6xi32>) -> (tensor<f64> {jax.result_info = "result[0]"}, tensor<8xf64> {jax.result_info = "result[1][0]"}, tensor<16x8xf64> {jax.result_info = "result[1][1]"}, tensor<11x8xf64> {jax.result_info = "result[1][2]"}, tensor<11xf64> {jax.result_info = "result[1][3]"}, tensor<8x11xf64> {jax.result_info = "result[1][4]"}, tensor<8xf64> {jax.result_info = "result[1][5]"}, tensor<8xf64> {jax.result_info = "result[1][6]"}, tensor<8xf64> {jax.result_info = "result[1][7]"}, tensor<8xf64> {jax.result_info = "result[1][8]"}, tensor<5x8xf64> {jax.result_info = "result[1][9]"}, tensor<2x4x8xf64> {jax.result_info = "result[1][10]"}, tensor<8x3x2x4xf64> {jax.result_info = "result[1][11]"}, tensor<16xf64> {jax.result_info = "result[1][12]"}, tensor<8x16xf64> {jax.result_info = "result[1][13]"}) {
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
    %cst_2 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %19 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f64>) -> tensor<4x5x8xf64>
    %20 = stablehlo.multiply %19, %17 : tensor<4x5x8xf64>
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %21 = stablehlo.reduce(%18 init: %cst_3) applies stablehlo.add across dimensions = [2] : (tensor<4x5x8xf64>, tensor<f64>) -> tensor<4x5xf64>
    %22 = stablehlo.broadcast_in_dim %21, dims = [0, 1] : (tensor<4x5xf64>) -> tensor<4x5x1xf64>
    %cst_4 = stablehlo.constant dense<8.000000e+00> : tensor<f64>
    %23 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f64>) -> tensor<4x5x1xf64>
    %24 = stablehlo.divide %22, %23 : tensor<4x5x1xf64>
    %25 = stablehlo.broadcast_in_dim %15, dims = [0, 1, 2] : (tensor<4x5x1xf64>) -> tensor<4x5x8xf64>
    %26 = stablehlo.subtract %11, %25 : tensor<4x5x8xf64>
    %cst_5 = stablehlo.constant dense<9.9999999999999995E-7> : tensor<f64>
    %27 = stablehlo.broadcast_in_dim %cst_5, dims = [] : (tensor<f64>) -> tensor<4x5x1xf64>
    %28 = stablehlo.add %24, %27 : tensor<4x5x1xf64>
    %29 = stablehlo.rsqrt %28 : tensor<4x5x1xf64>
    %30 = stablehlo.divide %29, %28 : tensor<4x5x1xf64>
    %cst_6 = stablehlo.constant dense<-5.000000e-01> : tensor<f64>
    %31 = stablehlo.broadcast_in_dim %cst_6, dims = [] : (tensor<f64>) -> tensor<4x5x1xf64>
    %32 = stablehlo.multiply %31, %30 : tensor<4x5x1xf64>
    %33 = stablehlo.broadcast_in_dim %29, dims = [0, 1, 2] : (tensor<4x5x1xf64>) -> tensor<4x5x8xf64>
    %34 = stablehlo.multiply %26, %33 : tensor<4x5x8xf64>
    %35 = stablehlo.broadcast_in_dim %arg6, dims = [2] : (tensor<8xf64>) -> tensor<1x1x8xf64>
    %36 = stablehlo.broadcast_in_dim %35, dims = [0, 1, 2] : (tensor<1x1x8xf64>) -> tensor<4x5x8xf64>
    %37 = stablehlo.multiply %34, %36 : tensor<4x5x8xf64>
    %38 = stablehlo.broadcast_in_dim %arg5, dims = [2] : (tensor<8xf64>) -> tensor<1x1x8xf64>
    %39 = stablehlo.broadcast_in_dim %38, dims = [0, 1, 2] : (tensor<1x1x8xf64>) -> tensor<4x5x8xf64>
    %40 = stablehlo.add %37, %39 : tensor<4x5x8xf64>
    %41 = stablehlo.dot_general %arg11, %40, contracting_dims = [0] x [2], precision = [DEFAULT, DEFAULT] : (tensor<8x3x2x4xf64>, tensor<4x5x8xf64>) -> tensor<3x2x4x4x5xf64>
    %42 = stablehlo.transpose %41, dims = [0, 3, 1, 4, 2] : (tensor<3x2x4x4x5xf64>) -> tensor<3x4x2x5x4xf64>
    %43 = stablehlo.slice %42 [0:1, 0:4, 0:2, 0:5, 0:4] : (tensor<3x4x2x5x4xf64>) -> tensor<1x4x2x5x4xf64>
    %44 = stablehlo.reshape %43 : (tensor<1x4x2x5x4xf64>) -> tensor<4x2x5x4xf64>
    %45 = stablehlo.slice %42 [1:2, 0:4, 0:2, 0:5, 0:4] : (tensor<3x4x2x5x4xf64>) -> tensor<1x4x2x5x4xf64>
    %46 = stablehlo.reshape %45 : (tensor<1x4x2x5x4xf64>) -> tensor<4x2x5x4xf64>
    %47 = stablehlo.slice %42 [2:3, 0:4, 0:2, 0:5, 0:4] : (tensor<3x4x2x5x4xf64>) -> tensor<1x4x2x5x4xf64>
    %48 = stablehlo.reshape %47 : (tensor<1x4x2x5x4xf64>) -> tensor<4x2x5x4xf64>
    %49 = stablehlo.dot_general %44, %46, batching_dims = [0, 1] x [0, 1], contracting_dims = [3] x [3], precision = [DEFAULT, DEFAULT] : (tensor<4x2x5x4xf64>, tensor<4x2x5x4xf64>) -> tensor<4x2x5x5xf64>
    %cst_7 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %50 = stablehlo.broadcast_in_dim %cst_7, dims = [] : (tensor<f64>) -> tensor<4x2x5x5xf64>
    %51 = stablehlo.divide %49, %50 : tensor<4x2x5x5xf64>
    %c_8 = stablehlo.constant dense<true> : tensor<i1>
    %52 = stablehlo.broadcast_in_dim %c_8, dims = [] : (tensor<i1>) -> tensor<5x5xi1>
    %53 = call @tril(%52) : (tensor<5x5xi1>) -> tensor<5x5xi1>
    %cst_9 = stablehlo.constant dense<-1.000000e+30> : tensor<f64>
    %54:3 = call @_where(%53, %51, %cst_9) : (tensor<5x5xi1>, tensor<4x2x5x5xf64>, tensor<f64>) -> (tensor<4x2x5x5xf64>, tensor<4x2x5x5xi1>, tensor<4x2x5x5xf64>)
    %cst_10 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %55 = stablehlo.reduce(%54#0 init: %cst_10) applies stablehlo.maximum across dimensions = [3] : (tensor<4x2x5x5xf64>, tensor<f64>) -> tensor<4x2x5xf64>
    %56 = stablehlo.reshape %55 : (tensor<4x2x5xf64>) -> tensor<4x2x5x1xf64>
    %57 = stablehlo.broadcast_in_dim %56, dims = [0, 1, 2, 3] : (tensor<4x2x5x1xf64>) -> tensor<4x2x5x5xf64>
    %58 = stablehlo.compare EQ, %54#0, %57, FLOAT : (tensor<4x2x5x5xf64>, tensor<4x2x5x5xf64>) -> tensor<4x2x5x5xi1>
    %59 = stablehlo.convert %58 : (tensor<4x2x5x5xi1>) -> tensor<4x2x5x5xf64>
    %cst_11 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %60 = stablehlo.reduce(%59 init: %cst_11) applies stablehlo.add across dimensions = [3] : (tensor<4x2x5x5xf64>, tensor<f64>) -> tensor<4x2x5xf64>
    %cst_12 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %61 = stablehlo.broadcast_in_dim %cst_12, dims = [] : (tensor<f64>) -> tensor<4x2x5xf64>
    %62 = stablehlo.maximum %61, %55 : tensor<4x2x5xf64>
    %63 = stablehlo.compare EQ, %55, %62, FLOAT : (tensor<4x2x5xf64>, tensor<4x2x5xf64>) -> tensor<4x2x5xi1>
    %cst_13 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %64 = stablehlo.broadcast_in_dim %cst_13, dims = [] : (tensor<f64>) -> tensor<4x2x5xf64>
    %cst_14 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %65 = stablehlo.broadcast_in_dim %cst_14, dims = [] : (tensor<f64>) -> tensor<4x2x5xf64>
    %66 = stablehlo.select %63, %64, %65 : tensor<4x2x5xi1>, tensor<4x2x5xf64>
    %cst_15 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %67 = stablehlo.broadcast_in_dim %cst_15, dims = [] : (tensor<f64>) -> tensor<4x2x5xf64>
    %68 = stablehlo.compare EQ, %67, %62, FLOAT : (tensor<4x2x5xf64>, tensor<4x2x5xf64>) -> tensor<4x2x5xi1>
    %cst_16 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %69 = stablehlo.broadcast_in_dim %cst_16, dims = [] : (tensor<f64>) -> tensor<4x2x5xf64>
    %cst_17 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %70 = stablehlo.broadcast_in_dim %cst_17, dims = [] : (tensor<f64>) -> tensor<4x2x5xf64>
    %71 = stablehlo.select %68, %69, %70 : tensor<4x2x5xi1>, tensor<4x2x5xf64>
    %72 = stablehlo.divide %66, %71 : tensor<4x2x5xf64>
    %73 = stablehlo.broadcast_in_dim %62, dims = [0, 1, 2] : (tensor<4x2x5xf64>) -> tensor<4x2x5x1xf64>
    %74 = stablehlo.broadcast_in_dim %73, dims = [0, 1, 2, 3] : (tensor<4x2x5x1xf64>) -> tensor<4x2x5x5xf64>
    %75 = stablehlo.subtract %54#0, %74 : tensor<4x2x5x5xf64>
    %76 = stablehlo.exponential %75 : tensor<4x2x5x5xf64>
    %cst_18 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %77 = stablehlo.reduce(%76 init: %cst_18) applies stablehlo.add across dimensions = [3] : (tensor<4x2x5x5xf64>, tensor<f64>) -> tensor<4x2x5xf64>
    %78 = stablehlo.broadcast_in_dim %77, dims = [0, 1, 2] : (tensor<4x2x5xf64>) -> tensor<4x2x5x1xf64>
    %79 = stablehlo.broadcast_in_dim %78, dims = [0, 1, 2, 3] : (tensor<4x2x5x1xf64>) -> tensor<4x2x5x5xf64>
    %80 = stablehlo.divide %76, %79 : tensor<4x2x5x5xf64>
    %81 = stablehlo.multiply %78, %78 : tensor<4x2x5x1xf64>
    %cst_19 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %82 = stablehlo.broadcast_in_dim %cst_19, dims = [] : (tensor<f64>) -> tensor<4x2x5x1xf64>
    %83 = stablehlo.divide %82, %81 : tensor<4x2x5x1xf64>
    %84 = stablehlo.dot_general %48, %80, batching_dims = [0, 1] x [0, 1], contracting_dims = [2] x [3], precision = [DEFAULT, DEFAULT] : (tensor<4x2x5x4xf64>, tensor<4x2x5x5xf64>) -> tensor<4x2x4x5xf64>
    %85 = stablehlo.dot_general %84, %arg10, contracting_dims = [1, 2] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<4x2x4x5xf64>, tensor<2x4x8xf64>) -> tensor<4x5x8xf64>
    %86 = stablehlo.add %11, %85 : tensor<4x5x8xf64>
    %cst_20 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %87 = stablehlo.reduce(%86 init: %cst_20) applies stablehlo.add across dimensions = [2] : (tensor<4x5x8xf64>, tensor<f64>) -> tensor<4x5xf64>
    %88 = stablehlo.broadcast_in_dim %87, dims = [0, 1] : (tensor<4x5xf64>) -> tensor<4x5x1xf64>
    %cst_21 = stablehlo.constant dense<8.000000e+00> : tensor<f64>
    %89 = stablehlo.broadcast_in_dim %cst_21, dims = [] : (tensor<f64>) -> tensor<4x5x1xf64>
    %90 = stablehlo.divide %88, %89 : tensor<4x5x1xf64>
    %91 = stablehlo.broadcast_in_dim %90, dims = [0, 1, 2] : (tensor<4x5x1xf64>) -> tensor<4x5x8xf64>
    %92 = stablehlo.subtract %86, %91 : tensor<4x5x8xf64>
    %93 = stablehlo.multiply %92, %92 : tensor<4x5x8xf64>
    %cst_22 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %94 = stablehlo.broadcast_in_dim %cst_22, dims = [] : (tensor<f64>) -> tensor<4x5x8xf64>
    %95 = stablehlo.multiply %94, %92 : tensor<4x5x8xf64>
    %cst_23 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %96 = stablehlo.reduce(%93 init: %cst_23) applies stablehlo.add across dimensions = [2] : (tensor<4x5x8xf64>, tensor<f64>) -> tensor<4x5xf64>
    %97 = stablehlo.broadcast_in_dim %96, dims = [0, 1] : (tensor<4x5xf64>) -> tensor<4x5x1xf64>
    %cst_24 = stablehlo.constant dense<8.000000e+00> : tensor<f64>
    %98 = stablehlo.broadcast_in_dim %cst_24, dims = [] : (tensor<f64>) -> tensor<4x5x1xf64>
    %99 = stablehlo.divide %97, %98 : tensor<4x5x1xf64>
    %100 = stablehlo.broadcast_in_dim %90, dims = [0, 1, 2] : (tensor<4x5x1xf64>) -> tensor<4x5x8xf64>
    %101 = stablehlo.subtract %86, %100 : tensor<4x5x8xf64>
    %cst_25 = stablehlo.constant dense<9.9999999999999995E-7> : tensor<f64>
    %102 = stablehlo.broadcast_in_dim %cst_25, dims = [] : (tensor<f64>) -> tensor<4x5x1xf64>
    %103 = stablehlo.add %99, %102 : tensor<4x5x1xf64>
    %104 = stablehlo.rsqrt %103 : tensor<4x5x1xf64>
    %105 = stablehlo.divide %104, %103 : tensor<4x5x1xf64>
    %cst_26 = stablehlo.constant dense<-5.000000e-01> : tensor<f64>
    %106 = stablehlo.broadcast_in_dim %cst_26, dims = [] : (tensor<f64>) -> tensor<4x5x1xf64>
    %107 = stablehlo.multiply %106, %105 : tensor<4x5x1xf64>
    %108 = stablehlo.broadcast_in_dim %104, dims = [0, 1, 2] : (tensor<4x5x1xf64>) -> tensor<4x5x8xf64>
    %109 = stablehlo.multiply %101, %108 : tensor<4x5x8xf64>
    %110 = stablehlo.broadcast_in_dim %arg8, dims = [2] : (tensor<8xf64>) -> tensor<1x1x8xf64>
    %111 = stablehlo.broadcast_in_dim %110, dims = [0, 1, 2] : (tensor<1x1x8xf64>) -> tensor<4x5x8xf64>
    %112 = stablehlo.multiply %109, %111 : tensor<4x5x8xf64>
    %113 = stablehlo.broadcast_in_dim %arg7, dims = [2] : (tensor<8xf64>) -> tensor<1x1x8xf64>
    %114 = stablehlo.broadcast_in_dim %113, dims = [0, 1, 2] : (tensor<1x1x8xf64>) -> tensor<4x5x8xf64>
    %115 = stablehlo.add %112, %114 : tensor<4x5x8xf64>
    %116 = stablehlo.dot_general %115, %arg13, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<4x5x8xf64>, tensor<8x16xf64>) -> tensor<4x5x16xf64>
    %117 = stablehlo.broadcast_in_dim %arg12, dims = [2] : (tensor<16xf64>) -> tensor<1x1x16xf64>
    %118 = stablehlo.broadcast_in_dim %117, dims = [0, 1, 2] : (tensor<1x1x16xf64>) -> tensor<4x5x16xf64>
    %119 = stablehlo.add %116, %118 : tensor<4x5x16xf64>
    %120 = stablehlo.multiply %119, %119 : tensor<4x5x16xf64>
    %121 = stablehlo.multiply %120, %119 : tensor<4x5x16xf64>
    %122 = stablehlo.multiply %119, %119 : tensor<4x5x16xf64>
    %cst_27 = stablehlo.constant dense<3.000000e+00> : tensor<f64>
    %123 = stablehlo.broadcast_in_dim %cst_27, dims = [] : (tensor<f64>) -> tensor<4x5x16xf64>
    %124 = stablehlo.multiply %123, %122 : tensor<4x5x16xf64>
    %cst_28 = stablehlo.constant dense<4.471500e-02> : tensor<f64>
    %125 = stablehlo.broadcast_in_dim %cst_28, dims = [] : (tensor<f64>) -> tensor<4x5x16xf64>
    %126 = stablehlo.multiply %125, %121 : tensor<4x5x16xf64>
    %127 = stablehlo.add %119, %126 : tensor<4x5x16xf64>
    %cst_29 = stablehlo.constant dense<0.79788456080286541> : tensor<f64>
    %128 = stablehlo.broadcast_in_dim %cst_29, dims = [] : (tensor<f64>) -> tensor<4x5x16xf64>
    %129 = stablehlo.multiply %128, %127 : tensor<4x5x16xf64>
    %130 = stablehlo.tanh %129 : tensor<4x5x16xf64>
    %cst_30 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %131 = stablehlo.broadcast_in_dim %cst_30, dims = [] : (tensor<f64>) -> tensor<4x5x16xf64>
    %132 = stablehlo.subtract %131, %130 : tensor<4x5x16xf64>
    %cst_31 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %133 = stablehlo.broadcast_in_dim %cst_31, dims = [] : (tensor<f64>) -> tensor<4x5x16xf64>
    %134 = stablehlo.add %133, %130 : tensor<4x5x16xf64>
    %cst_32 = stablehlo.constant dense<5.000000e-01> : tensor<f64>
    %135 = stablehlo.broadcast_in_dim %cst_32, dims = [] : (tensor<f64>) -> tensor<4x5x16xf64>
    %136 = stablehlo.multiply %135, %134 : tensor<4x5x16xf64>
    %137 = stablehlo.multiply %119, %136 : tensor<4x5x16xf64>
    %138 = stablehlo.dot_general %137, %arg1, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<4x5x16xf64>, tensor<16x8xf64>) -> tensor<4x5x8xf64>
    %139 = stablehlo.add %86, %138 : tensor<4x5x8xf64>
    %140 = stablehlo.broadcast_in_dim %arg0, dims = [2] : (tensor<8xf64>) -> tensor<1x1x8xf64>
    %141 = stablehlo.broadcast_in_dim %140, dims = [0, 1, 2] : (tensor<1x1x8xf64>) -> tensor<4x5x8xf64>
    %142 = stablehlo.add %139, %141 : tensor<4x5x8xf64>
    %143 = stablehlo.dot_general %142, %arg4, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<4x5x8xf64>, tensor<8x11xf64>) -> tensor<4x5x11xf64>
    %144 = stablehlo.broadcast_in_dim %arg3, dims = [2] : (tensor<11xf64>) -> tensor<1x1x11xf64>
    %145 = stablehlo.broadcast_in_dim %144, dims = [0, 1, 2] : (tensor<1x1x11xf64>) -> tensor<4x5x11xf64>
    %146 = stablehlo.add %143, %145 : tensor<4x5x11xf64>
    %147 = stablehlo.reshape %146 : (tensor<4x5x11xf64>) -> tensor<20x11xf64>
    %148 = stablehlo.reshape %1 : (tensor<4x5xi32>) -> tensor<20xi32>
    %149:3 = call @log_softmax(%147) : (tensor<20x11xf64>) -> (tensor<20x11xf64>, tensor<20x11xf64>, tensor<20x1xf64>)
    %150 = stablehlo.broadcast_in_dim %148, dims = [0] : (tensor<20xi32>) -> tensor<20x1xi32>
    %151:2 = call @take_along_axis(%149#0, %150) : (tensor<20x11xf64>, tensor<20x1xi32>) -> (tensor<20x1xf64>, tensor<20x1x1xi32>)
    %cst_33 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %152 = stablehlo.reduce(%151#0 init: %cst_33) applies stablehlo.add across dimensions = [0, 1] : (tensor<20x1xf64>, tensor<f64>) -> tensor<f64>
    %cst_34 = stablehlo.constant dense<2.000000e+01> : tensor<f64>
    %153 = stablehlo.divide %152, %cst_34 : tensor<f64>
    %154 = stablehlo.negate %153 : tensor<f64>
    %cst_35 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %155 = stablehlo.negate %cst_35 : tensor<f64>
    %cst_36 = stablehlo.constant dense<2.000000e+01> : tensor<f64>
    %156 = stablehlo.divide %155, %cst_36 : tensor<f64>
    %157 = stablehlo.broadcast_in_dim %156, dims = [] : (tensor<f64>) -> tensor<20x1xf64>
    %158 = call @take_along_axis_0(%151#1, %157) : (tensor<20x1x1xi32>, tensor<20x1xf64>) -> tensor<20x11xf64>
    %159 = call @log_softmax_1(%149#1, %149#2, %158) : (tensor<20x11xf64>, tensor<20x1xf64>, tensor<20x11xf64>) -> tensor<20x11xf64>
    %160 = stablehlo.reshape %159 : (tensor<20x11xf64>) -> tensor<4x5x11xf64>
    %cst_37 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %161 = stablehlo.reduce(%160 init: %cst_37) applies stablehlo.add across dimensions = [0, 1] : (tensor<4x5x11xf64>, tensor<f64>) -> tensor<11xf64>
    %162 = stablehlo.reshape %161 : (tensor<11xf64>) -> tensor<1x1x11xf64>
    %cst_38 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %163 = stablehlo.reduce(%162 init: %cst_38) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x11xf64>, tensor<f64>) -> tensor<11xf64>
    %164 = stablehlo.dot_general %160, %142, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<4x5x11xf64>, tensor<4x5x8xf64>) -> tensor<11x8xf64>
    %165 = stablehlo.transpose %164, dims = [1, 0] : (tensor<11x8xf64>) -> tensor<8x11xf64>
    %166 = stablehlo.dot_general %160, %arg4, contracting_dims = [2] x [1], precision = [DEFAULT, DEFAULT] : (tensor<4x5x11xf64>, tensor<8x11xf64>) -> tensor<4x5x8xf64>
    %cst_39 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %167 = stablehlo.reduce(%166 init: %cst_39) applies stablehlo.add across dimensions = [0, 1] : (tensor<4x5x8xf64>, tensor<f64>) -> tensor<8xf64>
    %168 = stablehlo.reshape %167 : (tensor<8xf64>) -> tensor<1x1x8xf64>
    %cst_40 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %169 = stablehlo.reduce(%168 init: %cst_40) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x8xf64>, tensor<f64>) -> tensor<8xf64>
    %170 = stablehlo.dot_general %166, %137, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<4x5x8xf64>, tensor<4x5x16xf64>) -> tensor<8x16xf64>
    %171 = stablehlo.transpose %170, dims = [1, 0] : (tensor<8x16xf64>) -> tensor<16x8xf64>
    %172 = stablehlo.dot_general %166, %arg1, contracting_dims = [2] x [1], precision = [DEFAULT, DEFAULT] : (tensor<4x5x8xf64>, tensor<16x8xf64>) -> tensor<4x5x16xf64>
    %173 = stablehlo.multiply %119, %172 : tensor<4x5x16xf64>
    %174 = stablehlo.multiply %172, %136 : tensor<4x5x16xf64>
    %cst_41 = stablehlo.constant dense<5.000000e-01> : tensor<f64>
    %175 = stablehlo.broadcast_in_dim %cst_41, dims = [] : (tensor<f64>) -> tensor<4x5x16xf64>
    %176 = stablehlo.multiply %175, %173 : tensor<4x5x16xf64>
    %177 = stablehlo.multiply %176, %132 : tensor<4x5x16xf64>
    %178 = stablehlo.multiply %177, %130 : tensor<4x5x16xf64>
    %179 = stablehlo.add %177, %178 : tensor<4x5x16xf64>
    %cst_42 = stablehlo.constant dense<0.79788456080286541> : tensor<f64>
    %180 = stablehlo.broadcast_in_dim %cst_42, dims = [] : (tensor<f64>) -> tensor<4x5x16xf64>
    %181 = stablehlo.multiply %180, %179 : tensor<4x5x16xf64>
    %182 = stablehlo.add %174, %181 : tensor<4x5x16xf64>
    %cst_43 = stablehlo.constant dense<4.471500e-02> : tensor<f64>
    %183 = stablehlo.broadcast_in_dim %cst_43, dims = [] : (tensor<f64>) -> tensor<4x5x16xf64>
    %184 = stablehlo.multiply %183, %181 : tensor<4x5x16xf64>
    %185 = stablehlo.multiply %184, %124 : tensor<4x5x16xf64>
    %186 = stablehlo.add %182, %185 : tensor<4x5x16xf64>
    %cst_44 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %187 = stablehlo.reduce(%186 init: %cst_44) applies stablehlo.add across dimensions = [0, 1] : (tensor<4x5x16xf64>, tensor<f64>) -> tensor<16xf64>
    %188 = stablehlo.reshape %187 : (tensor<16xf64>) -> tensor<1x1x16xf64>
    %cst_45 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %189 = stablehlo.reduce(%188 init: %cst_45) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x16xf64>, tensor<f64>) -> tensor<16xf64>
    %190 = stablehlo.dot_general %186, %115, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<4x5x16xf64>, tensor<4x5x8xf64>) -> tensor<16x8xf64>
    %191 = stablehlo.transpose %190, dims = [1, 0] : (tensor<16x8xf64>) -> tensor<8x16xf64>
    %192 = stablehlo.dot_general %186, %arg13, contracting_dims = [2] x [1], precision = [DEFAULT, DEFAULT] : (tensor<4x5x16xf64>, tensor<8x16xf64>) -> tensor<4x5x8xf64>
    %cst_46 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %193 = stablehlo.reduce(%192 init: %cst_46) applies stablehlo.add across dimensions = [0, 1] : (tensor<4x5x8xf64>, tensor<f64>) -> tensor<8xf64>
    %194 = stablehlo.reshape %193 : (tensor<8xf64>) -> tensor<1x1x8xf64>
    %cst_47 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %195 = stablehlo.reduce(%194 init: %cst_47) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x8xf64>, tensor<f64>) -> tensor<8xf64>
    %196 = stablehlo.multiply %109, %192 : tensor<4x5x8xf64>
    %cst_48 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %197 = stablehlo.reduce(%196 init: %cst_48) applies stablehlo.add across dimensions = [0, 1] : (tensor<4x5x8xf64>, tensor<f64>) -> tensor<8xf64>
    %198 = stablehlo.reshape %197 : (tensor<8xf64>) -> tensor<1x1x8xf64>
    %199 = stablehlo.broadcast_in_dim %110, dims = [0, 1, 2] : (tensor<1x1x8xf64>) -> tensor<4x5x8xf64>
    %200 = stablehlo.multiply %192, %199 : tensor<4x5x8xf64>
    %cst_49 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %201 = stablehlo.reduce(%198 init: %cst_49) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x8xf64>, tensor<f64>) -> tensor<8xf64>
    %202 = stablehlo.multiply %101, %200 : tensor<4x5x8xf64>
    %cst_50 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %203 = stablehlo.reduce(%202 init: %cst_50) applies stablehlo.add across dimensions = [2] : (tensor<4x5x8xf64>, tensor<f64>) -> tensor<4x5xf64>
    %204 = stablehlo.reshape %203 : (tensor<4x5xf64>) -> tensor<4x5x1xf64>
    %205 = stablehlo.broadcast_in_dim %104, dims = [0, 1, 2] : (tensor<4x5x1xf64>) -> tensor<4x5x8xf64>
    %206 = stablehlo.multiply %200, %205 : tensor<4x5x8xf64>
    %207 = stablehlo.multiply %204, %107 : tensor<4x5x1xf64>
    %208 = stablehlo.negate %206 : tensor<4x5x8xf64>
    %cst_51 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %209 = stablehlo.reduce(%208 init: %cst_51) applies stablehlo.add across dimensions = [2] : (tensor<4x5x8xf64>, tensor<f64>) -> tensor<4x5xf64>
    %210 = stablehlo.reshape %209 : (tensor<4x5xf64>) -> tensor<4x5x1xf64>
    %211 = stablehlo.add %166, %206 : tensor<4x5x8xf64>
    %cst_52 = stablehlo.constant dense<8.000000e+00> : tensor<f64>
    %212 = stablehlo.broadcast_in_dim %cst_52, dims = [] : (tensor<f64>) -> tensor<4x5x1xf64>
    %213 = stablehlo.divide %207, %212 : tensor<4x5x1xf64>
    %cst_53 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %214 = stablehlo.reduce(%213 init: %cst_53) applies stablehlo.add across dimensions = [2] : (tensor<4x5x1xf64>, tensor<f64>) -> tensor<4x5xf64>
    %215 = stablehlo.broadcast_in_dim %214, dims = [0, 1] : (tensor<4x5xf64>) -> tensor<4x5x8xf64>
    %216 = stablehlo.multiply %215, %95 : tensor<4x5x8xf64>
    %217 = stablehlo.negate %216 : tensor<4x5x8xf64>
    %cst_54 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %218 = stablehlo.reduce(%217 init: %cst_54) applies stablehlo.add across dimensions = [2] : (tensor<4x5x8xf64>, tensor<f64>) -> tensor<4x5xf64>
    %219 = stablehlo.reshape %218 : (tensor<4x5xf64>) -> tensor<4x5x1xf64>
    %220 = stablehlo.add %211, %216 : tensor<4x5x8xf64>
    %221 = stablehlo.add %210, %219 : tensor<4x5x1xf64>
    %cst_55 = stablehlo.constant dense<8.000000e+00> : tensor<f64>
    %222 = stablehlo.broadcast_in_dim %cst_55, dims = [] : (tensor<f64>) -> tensor<4x5x1xf64>
    %223 = stablehlo.divide %221, %222 : tensor<4x5x1xf64>
    %cst_56 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %224 = stablehlo.reduce(%223 init: %cst_56) applies stablehlo.add across dimensions = [2] : (tensor<4x5x1xf64>, tensor<f64>) -> tensor<4x5xf64>
    %225 = stablehlo.broadcast_in_dim %224, dims = [0, 1] : (tensor<4x5xf64>) -> tensor<4x5x8xf64>
    %226 = stablehlo.add %220, %225 : tensor<4x5x8xf64>
    %227 = stablehlo.dot_general %226, %84, contracting_dims = [0, 1] x [0, 3], precision = [DEFAULT, DEFAULT] : (tensor<4x5x8xf64>, tensor<4x2x4x5xf64>) -> tensor<8x2x4xf64>
    %228 = stablehlo.transpose %227, dims = [1, 2, 0] : (tensor<8x2x4xf64>) -> tensor<2x4x8xf64>
    %229 = stablehlo.dot_general %226, %arg10, contracting_dims = [2] x [2], precision = [DEFAULT, DEFAULT] : (tensor<4x5x8xf64>, tensor<2x4x8xf64>) -> tensor<4x5x2x4xf64>
    %230 = stablehlo.transpose %229, dims = [0, 2, 3, 1] : (tensor<4x5x2x4xf64>) -> tensor<4x2x4x5xf64>
    %231 = stablehlo.dot_general %230, %48, batching_dims = [0, 1] x [0, 1], contracting_dims = [2] x [3], precision = [DEFAULT, DEFAULT] : (tensor<4x2x4x5xf64>, tensor<4x2x5x4xf64>) -> tensor<4x2x5x5xf64>
    %232 = stablehlo.dot_general %230, %80, batching_dims = [0, 1] x [0, 1], contracting_dims = [3] x [2], precision = [DEFAULT, DEFAULT] : (tensor<4x2x4x5xf64>, tensor<4x2x5x5xf64>) -> tensor<4x2x4x5xf64>
    %233 = stablehlo.transpose %232, dims = [0, 1, 3, 2] : (tensor<4x2x4x5xf64>) -> tensor<4x2x5x4xf64>
    %234 = stablehlo.broadcast_in_dim %83, dims = [0, 1, 2, 3] : (tensor<4x2x5x1xf64>) -> tensor<4x2x5x5xf64>
    %235 = stablehlo.multiply %231, %234 : tensor<4x2x5x5xf64>
    %236 = stablehlo.multiply %235, %76 : tensor<4x2x5x5xf64>
    %cst_57 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %237 = stablehlo.reduce(%236 init: %cst_57) applies stablehlo.add across dimensions = [3] : (tensor<4x2x5x5xf64>, tensor<f64>) -> tensor<4x2x5xf64>
    %238 = stablehlo.reshape %237 : (tensor<4x2x5xf64>) -> tensor<4x2x5x1xf64>
    %239 = stablehlo.negate %238 : tensor<4x2x5x1xf64>
    %240 = stablehlo.broadcast_in_dim %78, dims = [0, 1, 2, 3] : (tensor<4x2x5x1xf64>) -> tensor<4x2x5x5xf64>
    %241 = stablehlo.divide %231, %240 : tensor<4x2x5x5xf64>
    %cst_58 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %242 = stablehlo.reduce(%239 init: %cst_58) applies stablehlo.add across dimensions = [3] : (tensor<4x2x5x1xf64>, tensor<f64>) -> tensor<4x2x5xf64>
    %243 = stablehlo.broadcast_in_dim %242, dims = [0, 1, 2] : (tensor<4x2x5xf64>) -> tensor<4x2x5x5xf64>
    %244 = stablehlo.add %241, %243 : tensor<4x2x5x5xf64>
    %245 = stablehlo.multiply %244, %76 : tensor<4x2x5x5xf64>
    %246 = call @_where_2(%54#1, %54#2, %245) : (tensor<4x2x5x5xi1>, tensor<4x2x5x5xf64>, tensor<4x2x5x5xf64>) -> tensor<4x2x5x5xf64>
    %cst_59 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %247 = stablehlo.broadcast_in_dim %cst_59, dims = [] : (tensor<f64>) -> tensor<4x2x5x5xf64>
    %248 = stablehlo.divide %246, %247 : tensor<4x2x5x5xf64>
    %249 = stablehlo.dot_general %248, %44, batching_dims = [0, 1] x [0, 1], contracting_dims = [2] x [2], precision = [DEFAULT, DEFAULT] : (tensor<4x2x5x5xf64>, tensor<4x2x5x4xf64>) -> tensor<4x2x5x4xf64>
    %250 = stablehlo.dot_general %248, %46, batching_dims = [0, 1] x [0, 1], contracting_dims = [3] x [2], precision = [DEFAULT, DEFAULT] : (tensor<4x2x5x5xf64>, tensor<4x2x5x4xf64>) -> tensor<4x2x5x4xf64>
    %251 = stablehlo.broadcast_in_dim %233, dims = [1, 2, 3, 4] : (tensor<4x2x5x4xf64>) -> tensor<1x4x2x5x4xf64>
    %cst_60 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %252 = stablehlo.pad %251, %cst_60, low = [2, 0, 0, 0, 0], high = [0, 0, 0, 0, 0], interior = [0, 0, 0, 0, 0] : (tensor<1x4x2x5x4xf64>, tensor<f64>) -> tensor<3x4x2x5x4xf64>
    %253 = stablehlo.broadcast_in_dim %249, dims = [1, 2, 3, 4] : (tensor<4x2x5x4xf64>) -> tensor<1x4x2x5x4xf64>
    %cst_61 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %254 = stablehlo.pad %253, %cst_61, low = [1, 0, 0, 0, 0], high = [1, 0, 0, 0, 0], interior = [0, 0, 0, 0, 0] : (tensor<1x4x2x5x4xf64>, tensor<f64>) -> tensor<3x4x2x5x4xf64>
    %255 = stablehlo.add %252, %254 : tensor<3x4x2x5x4xf64>
    %256 = stablehlo.broadcast_in_dim %250, dims = [1, 2, 3, 4] : (tensor<4x2x5x4xf64>) -> tensor<1x4x2x5x4xf64>
    %cst_62 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %257 = stablehlo.pad %256, %cst_62, low = [0, 0, 0, 0, 0], high = [2, 0, 0, 0, 0], interior = [0, 0, 0, 0, 0] : (tensor<1x4x2x5x4xf64>, tensor<f64>) -> tensor<3x4x2x5x4xf64>
    %258 = stablehlo.add %255, %257 : tensor<3x4x2x5x4xf64>
    %259 = stablehlo.transpose %258, dims = [0, 2, 4, 1, 3] : (tensor<3x4x2x5x4xf64>) -> tensor<3x2x4x4x5xf64>
    %260 = stablehlo.dot_general %259, %arg11, contracting_dims = [0, 1, 2] x [1, 2, 3], precision = [DEFAULT, DEFAULT] : (tensor<3x2x4x4x5xf64>, tensor<8x3x2x4xf64>) -> tensor<4x5x8xf64>
    %261 = stablehlo.dot_general %259, %40, contracting_dims = [3, 4] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<3x2x4x4x5xf64>, tensor<4x5x8xf64>) -> tensor<3x2x4x8xf64>
    %262 = stablehlo.transpose %261, dims = [3, 0, 1, 2] : (tensor<3x2x4x8xf64>) -> tensor<8x3x2x4xf64>
    %cst_63 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %263 = stablehlo.reduce(%260 init: %cst_63) applies stablehlo.add across dimensions = [0, 1] : (tensor<4x5x8xf64>, tensor<f64>) -> tensor<8xf64>
    %264 = stablehlo.reshape %263 : (tensor<8xf64>) -> tensor<1x1x8xf64>
    %cst_64 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %265 = stablehlo.reduce(%264 init: %cst_64) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x8xf64>, tensor<f64>) -> tensor<8xf64>
    %266 = stablehlo.multiply %34, %260 : tensor<4x5x8xf64>
    %cst_65 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %267 = stablehlo.reduce(%266 init: %cst_65) applies stablehlo.add across dimensions = [0, 1] : (tensor<4x5x8xf64>, tensor<f64>) -> tensor<8xf64>
    %268 = stablehlo.reshape %267 : (tensor<8xf64>) -> tensor<1x1x8xf64>
    %269 = stablehlo.broadcast_in_dim %35, dims = [0, 1, 2] : (tensor<1x1x8xf64>) -> tensor<4x5x8xf64>
    %270 = stablehlo.multiply %260, %269 : tensor<4x5x8xf64>
    %cst_66 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %271 = stablehlo.reduce(%268 init: %cst_66) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x8xf64>, tensor<f64>) -> tensor<8xf64>
    %272 = stablehlo.multiply %26, %270 : tensor<4x5x8xf64>
    %cst_67 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %273 = stablehlo.reduce(%272 init: %cst_67) applies stablehlo.add across dimensions = [2] : (tensor<4x5x8xf64>, tensor<f64>) -> tensor<4x5xf64>
    %274 = stablehlo.reshape %273 : (tensor<4x5xf64>) -> tensor<4x5x1xf64>
    %275 = stablehlo.broadcast_in_dim %29, dims = [0, 1, 2] : (tensor<4x5x1xf64>) -> tensor<4x5x8xf64>
    %276 = stablehlo.multiply %270, %275 : tensor<4x5x8xf64>
    %277 = stablehlo.multiply %274, %32 : tensor<4x5x1xf64>
    %278 = stablehlo.negate %276 : tensor<4x5x8xf64>
    %cst_68 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %279 = stablehlo.reduce(%278 init: %cst_68) applies stablehlo.add across dimensions = [2] : (tensor<4x5x8xf64>, tensor<f64>) -> tensor<4x5xf64>
    %280 = stablehlo.reshape %279 : (tensor<4x5xf64>) -> tensor<4x5x1xf64>
    %281 = stablehlo.add %226, %276 : tensor<4x5x8xf64>
    %cst_69 = stablehlo.constant dense<8.000000e+00> : tensor<f64>
    %282 = stablehlo.broadcast_in_dim %cst_69, dims = [] : (tensor<f64>) -> tensor<4x5x1xf64>
    %283 = stablehlo.divide %277, %282 : tensor<4x5x1xf64>
    %cst_70 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %284 = stablehlo.reduce(%283 init: %cst_70) applies stablehlo.add across dimensions = [2] : (tensor<4x5x1xf64>, tensor<f64>) -> tensor<4x5xf64>
    %285 = stablehlo.broadcast_in_dim %284, dims = [0, 1] : (tensor<4x5xf64>) -> tensor<4x5x8xf64>
    %286 = stablehlo.multiply %285, %20 : tensor<4x5x8xf64>
    %287 = stablehlo.negate %286 : tensor<4x5x8xf64>
    %cst_71 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %288 = stablehlo.reduce(%287 init: %cst_71) applies stablehlo.add across dimensions = [2] : (tensor<4x5x8xf64>, tensor<f64>) -> tensor<4x5xf64>
    %289 = stablehlo.reshape %288 : (tensor<4x5xf64>) -> tensor<4x5x1xf64>
    %290 = stablehlo.add %281, %286 : tensor<4x5x8xf64>
    %291 = stablehlo.add %280, %289 : tensor<4x5x1xf64>
    %cst_72 = stablehlo.constant dense<8.000000e+00> : tensor<f64>
    %292 = stablehlo.broadcast_in_dim %cst_72, dims = [] : (tensor<f64>) -> tensor<4x5x1xf64>
    %293 = stablehlo.divide %291, %292 : tensor<4x5x1xf64>
    %cst_73 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %294 = stablehlo.reduce(%293 init: %cst_73) applies stablehlo.add across dimensions = [2] : (tensor<4x5x1xf64>, tensor<f64>) -> tensor<4x5xf64>
    %295 = stablehlo.broadcast_in_dim %294, dims = [0, 1] : (tensor<4x5xf64>) -> tensor<4x5x8xf64>
    %296 = stablehlo.add %290, %295 : tensor<4x5x8xf64>
    %cst_74 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %297 = stablehlo.reduce(%296 init: %cst_74) applies stablehlo.add across dimensions = [0] : (tensor<4x5x8xf64>, tensor<f64>) -> tensor<5x8xf64>
    %298 = stablehlo.reshape %297 : (tensor<5x8xf64>) -> tensor<1x5x8xf64>
    %cst_75 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %299 = stablehlo.reduce(%298 init: %cst_75) applies stablehlo.add across dimensions = [0] : (tensor<1x5x8xf64>, tensor<f64>) -> tensor<5x8xf64>
    %cst_76 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %300 = stablehlo.broadcast_in_dim %cst_76, dims = [] : (tensor<f64>) -> tensor<11x8xf64>
    %301 = "stablehlo.scatter"(%300, %7, %296) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<update_window_dims = [2], inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 2>, unique_indices = false}> ({
    ^bb0(%arg15: tensor<f64>, %arg16: tensor<f64>):
      %302 = stablehlo.add %arg15, %arg16 : tensor<f64>
      stablehlo.return %302 : tensor<f64>
    }) : (tensor<11x8xf64>, tensor<4x5x1xi32>, tensor<4x5x8xf64>) -> tensor<11x8xf64>
    return %154, %169, %171, %301, %163, %165, %265, %271, %195, %201, %299, %228, %262, %189, %191 : tensor<f64>, tensor<8xf64>, tensor<16x8xf64>, tensor<11x8xf64>, tensor<11xf64>, tensor<8x11xf64>, tensor<8xf64>, tensor<8xf64>, tensor<8xf64>, tensor<8xf64>, tensor<5x8xf64>, tensor<2x4x8xf64>, tensor<8x3x2x4xf64>, tensor<16xf64>, tensor<8x16xf64>
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
  func.func private @_where(%arg0: tensor<5x5xi1>, %arg1: tensor<4x2x5x5xf64>, %arg2: tensor<f64>) -> (tensor<4x2x5x5xf64>, tensor<4x2x5x5xi1>, tensor<4x2x5x5xf64>) {
    %0 = stablehlo.convert %arg2 : tensor<f64>
    %1 = stablehlo.broadcast_in_dim %arg0, dims = [2, 3] : (tensor<5x5xi1>) -> tensor<4x2x5x5xi1>
    %2 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f64>) -> tensor<4x2x5x5xf64>
    %3 = stablehlo.select %1, %arg1, %2 : tensor<4x2x5x5xi1>, tensor<4x2x5x5xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %4 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<4x2x5x5xf64>
    return %3, %1, %4 : tensor<4x2x5x5xf64>, tensor<4x2x5x5xi1>, tensor<4x2x5x5xf64>
  }
  func.func private @log_softmax(%arg0: tensor<20x11xf64>) -> (tensor<20x11xf64>, tensor<20x11xf64>, tensor<20x1xf64>) {
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
    return %11, %6, %8 : tensor<20x11xf64>, tensor<20x11xf64>, tensor<20x1xf64>
  }
  func.func private @take_along_axis(%arg0: tensor<20x11xf64>, %arg1: tensor<20x1xi32>) -> (tensor<20x1xf64>, tensor<20x1x1xi32>) {
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
    return %15, %5 : tensor<20x1xf64>, tensor<20x1x1xi32>
  }
  func.func private @take_along_axis_0(%arg0: tensor<20x1x1xi32>, %arg1: tensor<20x1xf64>) -> tensor<20x11xf64> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<20x11xf64>
    %1 = "stablehlo.scatter"(%0, %arg0, %arg1) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<inserted_window_dims = [1], input_batching_dims = [0], scatter_indices_batching_dims = [0], scatter_dims_to_operand_dims = [1], index_vector_dim = 2>, unique_indices = false}> ({
    ^bb0(%arg2: tensor<f64>, %arg3: tensor<f64>):
      %2 = stablehlo.add %arg2, %arg3 : tensor<f64>
      stablehlo.return %2 : tensor<f64>
    }) : (tensor<20x11xf64>, tensor<20x1x1xi32>, tensor<20x1xf64>) -> tensor<20x11xf64>
    return %1 : tensor<20x11xf64>
  }
  func.func private @log_softmax_1(%arg0: tensor<20x11xf64>, %arg1: tensor<20x1xf64>, %arg2: tensor<20x11xf64>) -> tensor<20x11xf64> {
    %0 = stablehlo.negate %arg2 : tensor<20x11xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %1 = stablehlo.reduce(%0 init: %cst) applies stablehlo.add across dimensions = [1] : (tensor<20x11xf64>, tensor<f64>) -> tensor<20xf64>
    %2 = stablehlo.reshape %1 : (tensor<20xf64>) -> tensor<20x1xf64>
    %3 = stablehlo.divide %2, %arg1 : tensor<20x1xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %4 = stablehlo.reduce(%3 init: %cst_0) applies stablehlo.add across dimensions = [1] : (tensor<20x1xf64>, tensor<f64>) -> tensor<20xf64>
    %5 = stablehlo.broadcast_in_dim %4, dims = [0] : (tensor<20xf64>) -> tensor<20x11xf64>
    %6 = stablehlo.multiply %5, %arg0 : tensor<20x11xf64>
    %7 = stablehlo.add %arg2, %6 : tensor<20x11xf64>
    return %7 : tensor<20x11xf64>
  }
  func.func private @_where_2(%arg0: tensor<4x2x5x5xi1>, %arg1: tensor<4x2x5x5xf64>, %arg2: tensor<4x2x5x5xf64>) -> tensor<4x2x5x5xf64> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<4x2x5x5xf64>
    %1 = stablehlo.select %arg0, %arg2, %0 : tensor<4x2x5x5xi1>, tensor<4x2x5x5xf64>
    return %1 : tensor<4x2x5x5xf64>
  }
}
