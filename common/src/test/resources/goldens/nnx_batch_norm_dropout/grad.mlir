module @jit__lambda attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<4xf64>, %arg1: tensor<5x4xf64>, %arg2: tensor<3xf64>, %arg3: tensor<4x3xf64>, %arg4: tensor<4xf64>, %arg5: tensor<4xf64>, %arg6: tensor<12x5xf64>, %arg7: tensor<12xi32>) -> (tensor<f64> {jax.result_info = "result[0]"}, tensor<4xf64> {jax.result_info = "result[1][0]"}, tensor<5x4xf64> {jax.result_info = "result[1][1]"}, tensor<3xf64> {jax.result_info = "result[1][2]"}, tensor<4x3xf64> {jax.result_info = "result[1][3]"}, tensor<4xf64> {jax.result_info = "result[1][4]"}, tensor<4xf64> {jax.result_info = "result[1][5]"}) {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<4xf32>
    %cst_0 = stablehlo.constant dense<1.000000e+00> : tensor<4xf32>
    %c = stablehlo.constant dense<> : tensor<0xi32>
    %c_1 = stablehlo.constant dense<> : tensor<0xi32>
    %c_2 = stablehlo.constant dense<[3792494674, 2909014575]> : tensor<2xui32>
    %c_3 = stablehlo.constant dense<0> : tensor<ui32>
    %c_4 = stablehlo.constant dense<> : tensor<0xi32>
    %0 = stablehlo.dot_general %arg6, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x4xf64>) -> tensor<12x4xf64>
    %1 = stablehlo.reshape %arg0 : (tensor<4xf64>) -> tensor<1x4xf64>
    %2 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x4xf64>) -> tensor<12x4xf64>
    %3 = stablehlo.add %0, %2 : tensor<12x4xf64>
    %4 = stablehlo.convert %cst : (tensor<4xf32>) -> tensor<4xf64>
    %5 = stablehlo.convert %cst_0 : (tensor<4xf32>) -> tensor<4xf64>
    %6 = chlo.square %3 : tensor<12x4xf64> -> tensor<12x4xf64>
    %cst_5 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %7 = stablehlo.broadcast_in_dim %cst_5, dims = [] : (tensor<f64>) -> tensor<12x4xf64>
    %8 = stablehlo.multiply %7, %3 : tensor<12x4xf64>
    %cst_6 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %9 = stablehlo.reduce(%3 init: %cst_6) applies stablehlo.add across dimensions = [0] : (tensor<12x4xf64>, tensor<f64>) -> tensor<4xf64>
    %cst_7 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %10 = stablehlo.broadcast_in_dim %cst_7, dims = [] : (tensor<f64>) -> tensor<4xf64>
    %11 = stablehlo.divide %9, %10 : tensor<4xf64>
    %cst_8 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %12 = stablehlo.reduce(%6 init: %cst_8) applies stablehlo.add across dimensions = [0] : (tensor<12x4xf64>, tensor<f64>) -> tensor<4xf64>
    %cst_9 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %13 = stablehlo.broadcast_in_dim %cst_9, dims = [] : (tensor<f64>) -> tensor<4xf64>
    %14 = stablehlo.divide %12, %13 : tensor<4xf64>
    %15 = chlo.square %11 : tensor<4xf64> -> tensor<4xf64>
    %cst_10 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %16 = stablehlo.broadcast_in_dim %cst_10, dims = [] : (tensor<f64>) -> tensor<4xf64>
    %17 = stablehlo.multiply %16, %11 : tensor<4xf64>
    %18 = stablehlo.subtract %14, %15 : tensor<4xf64>
    %cst_11 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %19 = stablehlo.broadcast_in_dim %cst_11, dims = [] : (tensor<f64>) -> tensor<4xf64>
    %20 = stablehlo.maximum %19, %18 : tensor<4xf64>
    %21 = stablehlo.compare EQ, %18, %20, FLOAT : (tensor<4xf64>, tensor<4xf64>) -> tensor<4xi1>
    %cst_12 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %22 = stablehlo.broadcast_in_dim %cst_12, dims = [] : (tensor<f64>) -> tensor<4xf64>
    %cst_13 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %23 = stablehlo.broadcast_in_dim %cst_13, dims = [] : (tensor<f64>) -> tensor<4xf64>
    %24 = stablehlo.select %21, %22, %23 : tensor<4xi1>, tensor<4xf64>
    %cst_14 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %25 = stablehlo.broadcast_in_dim %cst_14, dims = [] : (tensor<f64>) -> tensor<4xf64>
    %26 = stablehlo.compare EQ, %25, %20, FLOAT : (tensor<4xf64>, tensor<4xf64>) -> tensor<4xi1>
    %cst_15 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %27 = stablehlo.broadcast_in_dim %cst_15, dims = [] : (tensor<f64>) -> tensor<4xf64>
    %cst_16 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %28 = stablehlo.broadcast_in_dim %cst_16, dims = [] : (tensor<f64>) -> tensor<4xf64>
    %29 = stablehlo.select %26, %27, %28 : tensor<4xi1>, tensor<4xf64>
    %30 = stablehlo.divide %24, %29 : tensor<4xf64>
    %cst_17 = stablehlo.constant dense<9.900000e-01> : tensor<f32>
    %31 = stablehlo.broadcast_in_dim %cst_17, dims = [] : (tensor<f32>) -> tensor<4xf32>
    %32 = stablehlo.multiply %31, %cst : tensor<4xf32>
    %cst_18 = stablehlo.constant dense<0.010000000000000009> : tensor<f64>
    %33 = stablehlo.broadcast_in_dim %cst_18, dims = [] : (tensor<f64>) -> tensor<4xf64>
    %34 = stablehlo.multiply %33, %11 : tensor<4xf64>
    %35 = stablehlo.convert %32 : (tensor<4xf32>) -> tensor<4xf64>
    %36 = stablehlo.add %35, %34 : tensor<4xf64>
    %37 = stablehlo.convert %cst : (tensor<4xf32>) -> tensor<4xf64>
    %38 = "stablehlo.scatter"(%37, %c, %36) <{indices_are_sorted = true, scatter_dimension_numbers = #stablehlo.scatter<update_window_dims = [0]>, unique_indices = true}> ({
    ^bb0(%arg8: tensor<f64>, %arg9: tensor<f64>):
      stablehlo.return %arg9 : tensor<f64>
    }) : (tensor<4xf64>, tensor<0xi32>, tensor<4xf64>) -> tensor<4xf64>
    %39 = stablehlo.convert %38 : (tensor<4xf64>) -> tensor<4xf32>
    %cst_19 = stablehlo.constant dense<9.900000e-01> : tensor<f32>
    %40 = stablehlo.broadcast_in_dim %cst_19, dims = [] : (tensor<f32>) -> tensor<4xf32>
    %41 = stablehlo.multiply %40, %cst_0 : tensor<4xf32>
    %cst_20 = stablehlo.constant dense<0.010000000000000009> : tensor<f64>
    %42 = stablehlo.broadcast_in_dim %cst_20, dims = [] : (tensor<f64>) -> tensor<4xf64>
    %43 = stablehlo.multiply %42, %20 : tensor<4xf64>
    %44 = stablehlo.convert %41 : (tensor<4xf32>) -> tensor<4xf64>
    %45 = stablehlo.add %44, %43 : tensor<4xf64>
    %46 = stablehlo.convert %cst_0 : (tensor<4xf32>) -> tensor<4xf64>
    %47 = "stablehlo.scatter"(%46, %c_1, %45) <{indices_are_sorted = true, scatter_dimension_numbers = #stablehlo.scatter<update_window_dims = [0]>, unique_indices = true}> ({
    ^bb0(%arg8: tensor<f64>, %arg9: tensor<f64>):
      stablehlo.return %arg9 : tensor<f64>
    }) : (tensor<4xf64>, tensor<0xi32>, tensor<4xf64>) -> tensor<4xf64>
    %48 = stablehlo.convert %47 : (tensor<4xf64>) -> tensor<4xf32>
    %49 = stablehlo.reshape %11 : (tensor<4xf64>) -> tensor<1x4xf64>
    %50 = stablehlo.reshape %20 : (tensor<4xf64>) -> tensor<1x4xf64>
    %51 = stablehlo.broadcast_in_dim %49, dims = [0, 1] : (tensor<1x4xf64>) -> tensor<12x4xf64>
    %52 = stablehlo.subtract %3, %51 : tensor<12x4xf64>
    %cst_21 = stablehlo.constant dense<1.000000e-05> : tensor<f64>
    %53 = stablehlo.broadcast_in_dim %cst_21, dims = [] : (tensor<f64>) -> tensor<1x4xf64>
    %54 = stablehlo.add %50, %53 : tensor<1x4xf64>
    %55 = stablehlo.rsqrt %54 : tensor<1x4xf64>
    %56 = stablehlo.divide %55, %54 : tensor<1x4xf64>
    %cst_22 = stablehlo.constant dense<-5.000000e-01> : tensor<f64>
    %57 = stablehlo.broadcast_in_dim %cst_22, dims = [] : (tensor<f64>) -> tensor<1x4xf64>
    %58 = stablehlo.multiply %57, %56 : tensor<1x4xf64>
    %59 = stablehlo.reshape %arg5 : (tensor<4xf64>) -> tensor<1x4xf64>
    %60 = stablehlo.multiply %55, %59 : tensor<1x4xf64>
    %61 = stablehlo.broadcast_in_dim %60, dims = [0, 1] : (tensor<1x4xf64>) -> tensor<12x4xf64>
    %62 = stablehlo.multiply %52, %61 : tensor<12x4xf64>
    %63 = stablehlo.reshape %arg4 : (tensor<4xf64>) -> tensor<1x4xf64>
    %64 = stablehlo.broadcast_in_dim %63, dims = [0, 1] : (tensor<1x4xf64>) -> tensor<12x4xf64>
    %65 = stablehlo.add %62, %64 : tensor<12x4xf64>
    %66:3 = call @silu(%65) : (tensor<12x4xf64>) -> (tensor<12x4xf64>, tensor<12x4xf64>, tensor<12x4xf64>)
    %67 = call @_threefry_fold_in(%c_2, %c_3) : (tensor<2xui32>, tensor<ui32>) -> tensor<2xui32>
    %c_23 = stablehlo.constant dense<1> : tensor<ui32>
    %68 = stablehlo.add %c_3, %c_23 : tensor<ui32>
    %69 = "stablehlo.scatter"(%c_3, %c_4, %68) <{indices_are_sorted = true, scatter_dimension_numbers = #stablehlo.scatter<>, unique_indices = true}> ({
    ^bb0(%arg8: tensor<ui32>, %arg9: tensor<ui32>):
      stablehlo.return %arg9 : tensor<ui32>
    }) : (tensor<ui32>, tensor<0xi32>, tensor<ui32>) -> tensor<ui32>
    %cst_24 = stablehlo.constant dense<0.69999999999999996> : tensor<f64>
    %70 = call @_bernoulli(%67, %cst_24) : (tensor<2xui32>, tensor<f64>) -> tensor<12x4xi1>
    %cst_25 = stablehlo.constant dense<0.69999999999999996> : tensor<f64>
    %71 = stablehlo.broadcast_in_dim %cst_25, dims = [] : (tensor<f64>) -> tensor<12x4xf64>
    %72 = stablehlo.divide %66#0, %71 : tensor<12x4xf64>
    %cst_26 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %73 = stablehlo.broadcast_in_dim %cst_26, dims = [] : (tensor<f64>) -> tensor<12x4xf64>
    %74 = stablehlo.select %70, %72, %73 : tensor<12x4xi1>, tensor<12x4xf64>
    %cst_27 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %75 = stablehlo.broadcast_in_dim %cst_27, dims = [] : (tensor<f64>) -> tensor<12x4xf64>
    %76 = stablehlo.dot_general %74, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x4xf64>, tensor<4x3xf64>) -> tensor<12x3xf64>
    %77 = stablehlo.reshape %arg2 : (tensor<3xf64>) -> tensor<1x3xf64>
    %78 = stablehlo.broadcast_in_dim %77, dims = [0, 1] : (tensor<1x3xf64>) -> tensor<12x3xf64>
    %79 = stablehlo.add %76, %78 : tensor<12x3xf64>
    %80 = stablehlo.broadcast_in_dim %arg7, dims = [0] : (tensor<12xi32>) -> tensor<12x1xi32>
    %81:2 = call @take_along_axis(%79, %80) : (tensor<12x3xf64>, tensor<12x1xi32>) -> (tensor<12x1xf64>, tensor<12x1x1xi32>)
    %c_28 = stablehlo.constant dense<0> : tensor<i64>
    %82:2 = call @_take(%81#0, %c_28) : (tensor<12x1xf64>, tensor<i64>) -> (tensor<12xf64>, tensor<1xi64>)
    %cst_29 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %83 = stablehlo.reduce(%79 init: %cst_29) applies stablehlo.maximum across dimensions = [1] : (tensor<12x3xf64>, tensor<f64>) -> tensor<12xf64>
    %84 = stablehlo.reshape %83 : (tensor<12xf64>) -> tensor<12x1xf64>
    %85 = stablehlo.broadcast_in_dim %84, dims = [0, 1] : (tensor<12x1xf64>) -> tensor<12x3xf64>
    %86 = stablehlo.compare EQ, %79, %85, FLOAT : (tensor<12x3xf64>, tensor<12x3xf64>) -> tensor<12x3xi1>
    %87 = stablehlo.convert %86 : (tensor<12x3xi1>) -> tensor<12x3xf64>
    %cst_30 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %88 = stablehlo.reduce(%87 init: %cst_30) applies stablehlo.add across dimensions = [1] : (tensor<12x3xf64>, tensor<f64>) -> tensor<12xf64>
    %cst_31 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %89 = stablehlo.broadcast_in_dim %cst_31, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %90 = stablehlo.maximum %89, %83 : tensor<12xf64>
    %91 = stablehlo.compare EQ, %83, %90, FLOAT : (tensor<12xf64>, tensor<12xf64>) -> tensor<12xi1>
    %cst_32 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %92 = stablehlo.broadcast_in_dim %cst_32, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %cst_33 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %93 = stablehlo.broadcast_in_dim %cst_33, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %94 = stablehlo.select %91, %92, %93 : tensor<12xi1>, tensor<12xf64>
    %cst_34 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %95 = stablehlo.broadcast_in_dim %cst_34, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %96 = stablehlo.compare EQ, %95, %90, FLOAT : (tensor<12xf64>, tensor<12xf64>) -> tensor<12xi1>
    %cst_35 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %97 = stablehlo.broadcast_in_dim %cst_35, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %cst_36 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %98 = stablehlo.broadcast_in_dim %cst_36, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %99 = stablehlo.select %96, %97, %98 : tensor<12xi1>, tensor<12xf64>
    %100 = stablehlo.divide %94, %99 : tensor<12xf64>
    %101 = stablehlo.is_finite %90 : (tensor<12xf64>) -> tensor<12xi1>
    %cst_37 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %102 = stablehlo.broadcast_in_dim %cst_37, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %103 = stablehlo.select %101, %90, %102 : tensor<12xi1>, tensor<12xf64>
    %cst_38 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %104 = stablehlo.broadcast_in_dim %cst_38, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %105 = stablehlo.broadcast_in_dim %103, dims = [0] : (tensor<12xf64>) -> tensor<12x1xf64>
    %106 = stablehlo.broadcast_in_dim %105, dims = [0, 1] : (tensor<12x1xf64>) -> tensor<12x3xf64>
    %107 = stablehlo.subtract %79, %106 : tensor<12x3xf64>
    %108 = stablehlo.exponential %107 : tensor<12x3xf64>
    %cst_39 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %109 = stablehlo.reduce(%108 init: %cst_39) applies stablehlo.add across dimensions = [1] : (tensor<12x3xf64>, tensor<f64>) -> tensor<12xf64>
    %110 = stablehlo.sign %109 : tensor<12xf64>
    %111 = stablehlo.abs %109 : tensor<12xf64>
    %cst_40 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %112 = stablehlo.broadcast_in_dim %cst_40, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %113 = stablehlo.compare GE, %109, %112, FLOAT : (tensor<12xf64>, tensor<12xf64>) -> tensor<12xi1>
    %114 = stablehlo.log %111 : tensor<12xf64>
    %115 = stablehlo.add %114, %103 : tensor<12xf64>
    %116 = stablehlo.subtract %115, %82#0 : tensor<12xf64>
    %cst_41 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %117 = stablehlo.reduce(%116 init: %cst_41) applies stablehlo.add across dimensions = [0] : (tensor<12xf64>, tensor<f64>) -> tensor<f64>
    %cst_42 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %118 = stablehlo.divide %117, %cst_42 : tensor<f64>
    %cst_43 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %cst_44 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %119 = stablehlo.divide %cst_43, %cst_44 : tensor<f64>
    %120 = stablehlo.broadcast_in_dim %119, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %121 = stablehlo.negate %120 : tensor<12xf64>
    %122 = stablehlo.divide %120, %111 : tensor<12xf64>
    %cst_45 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %123 = stablehlo.broadcast_in_dim %cst_45, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %124 = stablehlo.select %113, %123, %122 : tensor<12xi1>, tensor<12xf64>
    %125 = stablehlo.select %113, %122, %123 : tensor<12xi1>, tensor<12xf64>
    %126 = stablehlo.negate %124 : tensor<12xf64>
    %127 = stablehlo.add %125, %126 : tensor<12xf64>
    %128 = stablehlo.broadcast_in_dim %127, dims = [0] : (tensor<12xf64>) -> tensor<12x3xf64>
    %129 = stablehlo.multiply %128, %108 : tensor<12x3xf64>
    %130 = call @_take_2(%82#1, %121) : (tensor<1xi64>, tensor<12xf64>) -> tensor<12x1xf64>
    %131 = call @take_along_axis_3(%81#1, %130) : (tensor<12x1x1xi32>, tensor<12x1xf64>) -> tensor<12x3xf64>
    %132 = stablehlo.add %129, %131 : tensor<12x3xf64>
    %cst_46 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %133 = stablehlo.reduce(%132 init: %cst_46) applies stablehlo.add across dimensions = [0] : (tensor<12x3xf64>, tensor<f64>) -> tensor<3xf64>
    %134 = stablehlo.reshape %133 : (tensor<3xf64>) -> tensor<1x3xf64>
    %135 = stablehlo.reshape %134 : (tensor<1x3xf64>) -> tensor<3xf64>
    %136 = stablehlo.dot_general %132, %74, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x3xf64>, tensor<12x4xf64>) -> tensor<3x4xf64>
    %137 = stablehlo.transpose %136, dims = [1, 0] : (tensor<3x4xf64>) -> tensor<4x3xf64>
    %138 = stablehlo.dot_general %132, %arg3, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<12x3xf64>, tensor<4x3xf64>) -> tensor<12x4xf64>
    %cst_47 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %139 = stablehlo.broadcast_in_dim %cst_47, dims = [] : (tensor<f64>) -> tensor<12x4xf64>
    %140 = stablehlo.select %70, %138, %139 : tensor<12x4xi1>, tensor<12x4xf64>
    %cst_48 = stablehlo.constant dense<0.69999999999999996> : tensor<f64>
    %141 = stablehlo.broadcast_in_dim %cst_48, dims = [] : (tensor<f64>) -> tensor<12x4xf64>
    %142 = stablehlo.divide %140, %141 : tensor<12x4xf64>
    %143 = call @silu_4(%66#1, %66#2, %65, %142) : (tensor<12x4xf64>, tensor<12x4xf64>, tensor<12x4xf64>, tensor<12x4xf64>) -> tensor<12x4xf64>
    %cst_49 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %144 = stablehlo.reduce(%143 init: %cst_49) applies stablehlo.add across dimensions = [0] : (tensor<12x4xf64>, tensor<f64>) -> tensor<4xf64>
    %145 = stablehlo.reshape %144 : (tensor<4xf64>) -> tensor<1x4xf64>
    %146 = stablehlo.reshape %145 : (tensor<1x4xf64>) -> tensor<4xf64>
    %147 = stablehlo.multiply %52, %143 : tensor<12x4xf64>
    %cst_50 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %148 = stablehlo.reduce(%147 init: %cst_50) applies stablehlo.add across dimensions = [0] : (tensor<12x4xf64>, tensor<f64>) -> tensor<4xf64>
    %149 = stablehlo.reshape %148 : (tensor<4xf64>) -> tensor<1x4xf64>
    %150 = stablehlo.broadcast_in_dim %60, dims = [0, 1] : (tensor<1x4xf64>) -> tensor<12x4xf64>
    %151 = stablehlo.multiply %143, %150 : tensor<12x4xf64>
    %152 = stablehlo.multiply %55, %149 : tensor<1x4xf64>
    %153 = stablehlo.multiply %149, %59 : tensor<1x4xf64>
    %154 = stablehlo.reshape %152 : (tensor<1x4xf64>) -> tensor<4xf64>
    %155 = stablehlo.multiply %153, %58 : tensor<1x4xf64>
    %156 = stablehlo.negate %151 : tensor<12x4xf64>
    %cst_51 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %157 = stablehlo.reduce(%156 init: %cst_51) applies stablehlo.add across dimensions = [0] : (tensor<12x4xf64>, tensor<f64>) -> tensor<4xf64>
    %158 = stablehlo.reshape %157 : (tensor<4xf64>) -> tensor<1x4xf64>
    %159 = stablehlo.reshape %155 : (tensor<1x4xf64>) -> tensor<4xf64>
    %160 = stablehlo.reshape %158 : (tensor<1x4xf64>) -> tensor<4xf64>
    %161 = stablehlo.multiply %159, %30 : tensor<4xf64>
    %162 = stablehlo.negate %161 : tensor<4xf64>
    %163 = stablehlo.multiply %162, %17 : tensor<4xf64>
    %164 = stablehlo.add %160, %163 : tensor<4xf64>
    %cst_52 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %165 = stablehlo.broadcast_in_dim %cst_52, dims = [] : (tensor<f64>) -> tensor<4xf64>
    %166 = stablehlo.divide %161, %165 : tensor<4xf64>
    %167 = stablehlo.broadcast_in_dim %166, dims = [1] : (tensor<4xf64>) -> tensor<12x4xf64>
    %cst_53 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %168 = stablehlo.broadcast_in_dim %cst_53, dims = [] : (tensor<f64>) -> tensor<4xf64>
    %169 = stablehlo.divide %164, %168 : tensor<4xf64>
    %170 = stablehlo.broadcast_in_dim %169, dims = [1] : (tensor<4xf64>) -> tensor<12x4xf64>
    %171 = stablehlo.add %151, %170 : tensor<12x4xf64>
    %172 = stablehlo.multiply %167, %8 : tensor<12x4xf64>
    %173 = stablehlo.add %171, %172 : tensor<12x4xf64>
    %cst_54 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %174 = stablehlo.reduce(%173 init: %cst_54) applies stablehlo.add across dimensions = [0] : (tensor<12x4xf64>, tensor<f64>) -> tensor<4xf64>
    %175 = stablehlo.reshape %174 : (tensor<4xf64>) -> tensor<1x4xf64>
    %176 = stablehlo.reshape %175 : (tensor<1x4xf64>) -> tensor<4xf64>
    %177 = stablehlo.dot_general %173, %arg6, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x4xf64>, tensor<12x5xf64>) -> tensor<4x5xf64>
    %178 = stablehlo.transpose %177, dims = [1, 0] : (tensor<4x5xf64>) -> tensor<5x4xf64>
    return %118, %176, %178, %135, %137, %146, %154 : tensor<f64>, tensor<4xf64>, tensor<5x4xf64>, tensor<3xf64>, tensor<4x3xf64>, tensor<4xf64>, tensor<4xf64>
  }
  func.func private @silu(%arg0: tensor<12x4xf64>) -> (tensor<12x4xf64>, tensor<12x4xf64>, tensor<12x4xf64>) {
    %0 = stablehlo.negate %arg0 : tensor<12x4xf64>
    %1 = stablehlo.exponential %0 : tensor<12x4xf64>
    %cst = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %2 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x4xf64>
    %3 = stablehlo.add %2, %1 : tensor<12x4xf64>
    %cst_0 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %4 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<12x4xf64>
    %5 = stablehlo.divide %4, %3 : tensor<12x4xf64>
    %cst_1 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %6 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f64>) -> tensor<12x4xf64>
    %7 = stablehlo.subtract %6, %5 : tensor<12x4xf64>
    %8 = stablehlo.multiply %5, %7 : tensor<12x4xf64>
    %9 = stablehlo.multiply %arg0, %5 : tensor<12x4xf64>
    return %9, %8, %5 : tensor<12x4xf64>, tensor<12x4xf64>, tensor<12x4xf64>
  }
  func.func private @_threefry_fold_in(%arg0: tensor<2xui32>, %arg1: tensor<ui32>) -> tensor<2xui32> {
    %c = stablehlo.constant dense<32> : tensor<ui32>
    %0 = stablehlo.shift_right_logical %arg1, %c : tensor<ui32>
    %1 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<ui32>) -> tensor<1xui32>
    %c_0 = stablehlo.constant dense<4294967295> : tensor<ui32>
    %2 = stablehlo.and %arg1, %c_0 : tensor<ui32>
    %3 = stablehlo.broadcast_in_dim %2, dims = [] : (tensor<ui32>) -> tensor<1xui32>
    %4 = stablehlo.concatenate %1, %3, dim = 0 : (tensor<1xui32>, tensor<1xui32>) -> tensor<2xui32>
    %5 = stablehlo.slice %arg0 [0:1] : (tensor<2xui32>) -> tensor<1xui32>
    %6 = stablehlo.reshape %5 : (tensor<1xui32>) -> tensor<ui32>
    %7 = stablehlo.slice %arg0 [1:2] : (tensor<2xui32>) -> tensor<1xui32>
    %8 = stablehlo.reshape %7 : (tensor<1xui32>) -> tensor<ui32>
    %9 = stablehlo.slice %4 [0:1] : (tensor<2xui32>) -> tensor<1xui32>
    %10 = stablehlo.slice %4 [1:2] : (tensor<2xui32>) -> tensor<1xui32>
    %11:2 = call @threefry2x32(%6, %8, %9, %10) : (tensor<ui32>, tensor<ui32>, tensor<1xui32>, tensor<1xui32>) -> (tensor<1xui32>, tensor<1xui32>)
    %12 = stablehlo.concatenate %11#0, %11#1, dim = 0 : (tensor<1xui32>, tensor<1xui32>) -> tensor<2xui32>
    return %12 : tensor<2xui32>
  }
  func.func private @threefry2x32(%arg0: tensor<ui32>, %arg1: tensor<ui32>, %arg2: tensor<1xui32>, %arg3: tensor<1xui32>) -> (tensor<1xui32>, tensor<1xui32>) {
    %c = stablehlo.constant dense<[13, 15, 26, 6]> : tensor<4xui32>
    %c_0 = stablehlo.constant dense<[17, 29, 16, 24]> : tensor<4xui32>
    %0 = stablehlo.xor %arg0, %arg1 : tensor<ui32>
    %c_1 = stablehlo.constant dense<466688986> : tensor<ui32>
    %1 = stablehlo.xor %0, %c_1 : tensor<ui32>
    %2 = stablehlo.broadcast_in_dim %arg0, dims = [] : (tensor<ui32>) -> tensor<1xui32>
    %3 = stablehlo.add %arg2, %2 : tensor<1xui32>
    %4 = stablehlo.broadcast_in_dim %arg1, dims = [] : (tensor<ui32>) -> tensor<1xui32>
    %5 = stablehlo.add %arg3, %4 : tensor<1xui32>
    %c_2 = stablehlo.constant dense<0> : tensor<i64>
    %c_3 = stablehlo.constant dense<0> : tensor<i64>
    %6:9 = stablehlo.while(%iterArg = %c_3, %iterArg_4 = %c_2, %iterArg_5 = %3, %iterArg_6 = %5, %iterArg_7 = %arg1, %iterArg_8 = %1, %iterArg_9 = %arg0, %iterArg_10 = %c, %iterArg_11 = %c_0) : tensor<i64>, tensor<i64>, tensor<1xui32>, tensor<1xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>, tensor<4xui32>, tensor<4xui32>
    cond {
      %c_12 = stablehlo.constant dense<5> : tensor<i64>
      %7 = stablehlo.compare LT, %iterArg, %c_12, SIGNED : (tensor<i64>, tensor<i64>) -> tensor<i1>
      stablehlo.return %7 : tensor<i1>
    } do {
      %7:8 = func.call @closed_call(%iterArg_4, %iterArg_5, %iterArg_6, %iterArg_7, %iterArg_8, %iterArg_9, %iterArg_10, %iterArg_11) : (tensor<i64>, tensor<1xui32>, tensor<1xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>, tensor<4xui32>, tensor<4xui32>) -> (tensor<i64>, tensor<1xui32>, tensor<1xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>, tensor<4xui32>, tensor<4xui32>)
      %c_12 = stablehlo.constant dense<1> : tensor<i64>
      %8 = stablehlo.add %iterArg, %c_12 : tensor<i64>
      stablehlo.return %8, %7#0, %7#1, %7#2, %7#3, %7#4, %7#5, %7#6, %7#7 : tensor<i64>, tensor<i64>, tensor<1xui32>, tensor<1xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>, tensor<4xui32>, tensor<4xui32>
    }
    return %6#2, %6#3 : tensor<1xui32>, tensor<1xui32>
  }
  func.func private @closed_call(%arg0: tensor<i64>, %arg1: tensor<1xui32>, %arg2: tensor<1xui32>, %arg3: tensor<ui32>, %arg4: tensor<ui32>, %arg5: tensor<ui32>, %arg6: tensor<4xui32>, %arg7: tensor<4xui32>) -> (tensor<i64>, tensor<1xui32>, tensor<1xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>, tensor<4xui32>, tensor<4xui32>) {
    %c = stablehlo.constant dense<1> : tensor<i64>
    %0 = stablehlo.add %arg0, %c : tensor<i64>
    %1 = stablehlo.slice %arg6 [0:1] : (tensor<4xui32>) -> tensor<1xui32>
    %2 = stablehlo.reshape %1 : (tensor<1xui32>) -> tensor<ui32>
    %3 = stablehlo.add %arg1, %arg2 : tensor<1xui32>
    %4 = stablehlo.broadcast_in_dim %2, dims = [] : (tensor<ui32>) -> tensor<1xui32>
    %5 = stablehlo.shift_left %arg2, %4 : tensor<1xui32>
    %c_0 = stablehlo.constant dense<32> : tensor<ui32>
    %6 = stablehlo.subtract %c_0, %2 : tensor<ui32>
    %7 = stablehlo.broadcast_in_dim %6, dims = [] : (tensor<ui32>) -> tensor<1xui32>
    %8 = stablehlo.shift_right_logical %arg2, %7 : tensor<1xui32>
    %9 = stablehlo.or %5, %8 : tensor<1xui32>
    %10 = stablehlo.xor %3, %9 : tensor<1xui32>
    %11 = stablehlo.slice %arg6 [1:2] : (tensor<4xui32>) -> tensor<1xui32>
    %12 = stablehlo.reshape %11 : (tensor<1xui32>) -> tensor<ui32>
    %13 = stablehlo.add %3, %10 : tensor<1xui32>
    %14 = stablehlo.broadcast_in_dim %12, dims = [] : (tensor<ui32>) -> tensor<1xui32>
    %15 = stablehlo.shift_left %10, %14 : tensor<1xui32>
    %c_1 = stablehlo.constant dense<32> : tensor<ui32>
    %16 = stablehlo.subtract %c_1, %12 : tensor<ui32>
    %17 = stablehlo.broadcast_in_dim %16, dims = [] : (tensor<ui32>) -> tensor<1xui32>
    %18 = stablehlo.shift_right_logical %10, %17 : tensor<1xui32>
    %19 = stablehlo.or %15, %18 : tensor<1xui32>
    %20 = stablehlo.xor %13, %19 : tensor<1xui32>
    %21 = stablehlo.slice %arg6 [2:3] : (tensor<4xui32>) -> tensor<1xui32>
    %22 = stablehlo.reshape %21 : (tensor<1xui32>) -> tensor<ui32>
    %23 = stablehlo.add %13, %20 : tensor<1xui32>
    %24 = stablehlo.broadcast_in_dim %22, dims = [] : (tensor<ui32>) -> tensor<1xui32>
    %25 = stablehlo.shift_left %20, %24 : tensor<1xui32>
    %c_2 = stablehlo.constant dense<32> : tensor<ui32>
    %26 = stablehlo.subtract %c_2, %22 : tensor<ui32>
    %27 = stablehlo.broadcast_in_dim %26, dims = [] : (tensor<ui32>) -> tensor<1xui32>
    %28 = stablehlo.shift_right_logical %20, %27 : tensor<1xui32>
    %29 = stablehlo.or %25, %28 : tensor<1xui32>
    %30 = stablehlo.xor %23, %29 : tensor<1xui32>
    %31 = stablehlo.slice %arg6 [3:4] : (tensor<4xui32>) -> tensor<1xui32>
    %32 = stablehlo.reshape %31 : (tensor<1xui32>) -> tensor<ui32>
    %33 = stablehlo.add %23, %30 : tensor<1xui32>
    %34 = stablehlo.broadcast_in_dim %32, dims = [] : (tensor<ui32>) -> tensor<1xui32>
    %35 = stablehlo.shift_left %30, %34 : tensor<1xui32>
    %c_3 = stablehlo.constant dense<32> : tensor<ui32>
    %36 = stablehlo.subtract %c_3, %32 : tensor<ui32>
    %37 = stablehlo.broadcast_in_dim %36, dims = [] : (tensor<ui32>) -> tensor<1xui32>
    %38 = stablehlo.shift_right_logical %30, %37 : tensor<1xui32>
    %39 = stablehlo.or %35, %38 : tensor<1xui32>
    %40 = stablehlo.xor %33, %39 : tensor<1xui32>
    %41 = stablehlo.broadcast_in_dim %arg3, dims = [] : (tensor<ui32>) -> tensor<1xui32>
    %42 = stablehlo.add %33, %41 : tensor<1xui32>
    %43 = stablehlo.broadcast_in_dim %arg4, dims = [] : (tensor<ui32>) -> tensor<1xui32>
    %44 = stablehlo.add %40, %43 : tensor<1xui32>
    %c_4 = stablehlo.constant dense<1> : tensor<i64>
    %45 = stablehlo.add %arg0, %c_4 : tensor<i64>
    %46 = stablehlo.convert %45 : (tensor<i64>) -> tensor<ui32>
    %47 = stablehlo.broadcast_in_dim %46, dims = [] : (tensor<ui32>) -> tensor<1xui32>
    %48 = stablehlo.add %44, %47 : tensor<1xui32>
    return %0, %42, %48, %arg4, %arg5, %arg3, %arg7, %arg6 : tensor<i64>, tensor<1xui32>, tensor<1xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>, tensor<4xui32>, tensor<4xui32>
  }
  func.func private @_bernoulli(%arg0: tensor<2xui32>, %arg1: tensor<f64>) -> tensor<12x4xi1> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %cst_0 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %0 = call @_uniform(%arg0, %cst, %cst_0) : (tensor<2xui32>, tensor<f64>, tensor<f64>) -> tensor<12x4xf64>
    %1 = stablehlo.broadcast_in_dim %arg1, dims = [] : (tensor<f64>) -> tensor<12x4xf64>
    %2 = stablehlo.compare LT, %0, %1, FLOAT : (tensor<12x4xf64>, tensor<12x4xf64>) -> tensor<12x4xi1>
    return %2 : tensor<12x4xi1>
  }
  func.func private @_uniform(%arg0: tensor<2xui32>, %arg1: tensor<f64>, %arg2: tensor<f64>) -> tensor<12x4xf64> {
    %0 = stablehlo.convert %arg1 : tensor<f64>
    %1 = stablehlo.convert %arg2 : tensor<f64>
    %2 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f64>) -> tensor<1x1xf64>
    %3 = stablehlo.broadcast_in_dim %1, dims = [] : (tensor<f64>) -> tensor<1x1xf64>
    %4 = stablehlo.slice %arg0 [0:1] : (tensor<2xui32>) -> tensor<1xui32>
    %5 = stablehlo.reshape %4 : (tensor<1xui32>) -> tensor<ui32>
    %6 = stablehlo.slice %arg0 [1:2] : (tensor<2xui32>) -> tensor<1xui32>
    %7 = stablehlo.reshape %6 : (tensor<1xui32>) -> tensor<ui32>
    %8 = stablehlo.iota dim = 0 : tensor<12x4xui64>
    %9 = stablehlo.iota dim = 1 : tensor<12x4xui64>
    %c = stablehlo.constant dense<4> : tensor<ui64>
    %10 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<ui64>) -> tensor<12x4xui64>
    %11 = stablehlo.multiply %10, %8 : tensor<12x4xui64>
    %c_0 = stablehlo.constant dense<1> : tensor<ui64>
    %12 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<ui64>) -> tensor<12x4xui64>
    %13 = stablehlo.multiply %12, %9 : tensor<12x4xui64>
    %14 = stablehlo.add %11, %13 : tensor<12x4xui64>
    %c_1 = stablehlo.constant dense<32> : tensor<ui64>
    %15 = stablehlo.broadcast_in_dim %c_1, dims = [] : (tensor<ui64>) -> tensor<12x4xui64>
    %16 = stablehlo.shift_right_logical %14, %15 : tensor<12x4xui64>
    %17 = stablehlo.convert %14 : (tensor<12x4xui64>) -> tensor<12x4xui32>
    %18 = stablehlo.convert %16 : (tensor<12x4xui64>) -> tensor<12x4xui32>
    %19:2 = call @threefry2x32_0(%5, %7, %18, %17) : (tensor<ui32>, tensor<ui32>, tensor<12x4xui32>, tensor<12x4xui32>) -> (tensor<12x4xui32>, tensor<12x4xui32>)
    %20 = stablehlo.convert %19#0 : (tensor<12x4xui32>) -> tensor<12x4xui64>
    %21 = stablehlo.convert %19#1 : (tensor<12x4xui32>) -> tensor<12x4xui64>
    %c_2 = stablehlo.constant dense<32> : tensor<ui64>
    %22 = stablehlo.broadcast_in_dim %c_2, dims = [] : (tensor<ui64>) -> tensor<12x4xui64>
    %23 = stablehlo.shift_left %20, %22 : tensor<12x4xui64>
    %24 = stablehlo.or %23, %21 : tensor<12x4xui64>
    %c_3 = stablehlo.constant dense<12> : tensor<ui64>
    %25 = stablehlo.broadcast_in_dim %c_3, dims = [] : (tensor<ui64>) -> tensor<12x4xui64>
    %26 = stablehlo.shift_right_logical %24, %25 : tensor<12x4xui64>
    %c_4 = stablehlo.constant dense<4607182418800017408> : tensor<ui64>
    %27 = stablehlo.broadcast_in_dim %c_4, dims = [] : (tensor<ui64>) -> tensor<12x4xui64>
    %28 = stablehlo.or %26, %27 : tensor<12x4xui64>
    %29 = stablehlo.bitcast_convert %28 : (tensor<12x4xui64>) -> tensor<12x4xf64>
    %cst = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %30 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x4xf64>
    %31 = stablehlo.subtract %29, %30 : tensor<12x4xf64>
    %32 = stablehlo.subtract %3, %2 : tensor<1x1xf64>
    %33 = stablehlo.broadcast_in_dim %32, dims = [0, 1] : (tensor<1x1xf64>) -> tensor<12x4xf64>
    %34 = stablehlo.multiply %31, %33 : tensor<12x4xf64>
    %35 = stablehlo.broadcast_in_dim %2, dims = [0, 1] : (tensor<1x1xf64>) -> tensor<12x4xf64>
    %36 = stablehlo.add %34, %35 : tensor<12x4xf64>
    %37 = stablehlo.broadcast_in_dim %2, dims = [0, 1] : (tensor<1x1xf64>) -> tensor<12x4xf64>
    %38 = stablehlo.maximum %37, %36 : tensor<12x4xf64>
    return %38 : tensor<12x4xf64>
  }
  func.func private @threefry2x32_0(%arg0: tensor<ui32>, %arg1: tensor<ui32>, %arg2: tensor<12x4xui32>, %arg3: tensor<12x4xui32>) -> (tensor<12x4xui32>, tensor<12x4xui32>) {
    %c = stablehlo.constant dense<[13, 15, 26, 6]> : tensor<4xui32>
    %c_0 = stablehlo.constant dense<[17, 29, 16, 24]> : tensor<4xui32>
    %0 = stablehlo.xor %arg0, %arg1 : tensor<ui32>
    %c_1 = stablehlo.constant dense<466688986> : tensor<ui32>
    %1 = stablehlo.xor %0, %c_1 : tensor<ui32>
    %2 = stablehlo.broadcast_in_dim %arg0, dims = [] : (tensor<ui32>) -> tensor<12x4xui32>
    %3 = stablehlo.add %arg2, %2 : tensor<12x4xui32>
    %4 = stablehlo.broadcast_in_dim %arg1, dims = [] : (tensor<ui32>) -> tensor<12x4xui32>
    %5 = stablehlo.add %arg3, %4 : tensor<12x4xui32>
    %c_2 = stablehlo.constant dense<0> : tensor<i64>
    %c_3 = stablehlo.constant dense<0> : tensor<i64>
    %6:9 = stablehlo.while(%iterArg = %c_3, %iterArg_4 = %c_2, %iterArg_5 = %3, %iterArg_6 = %5, %iterArg_7 = %arg1, %iterArg_8 = %1, %iterArg_9 = %arg0, %iterArg_10 = %c, %iterArg_11 = %c_0) : tensor<i64>, tensor<i64>, tensor<12x4xui32>, tensor<12x4xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>, tensor<4xui32>, tensor<4xui32>
    cond {
      %c_12 = stablehlo.constant dense<5> : tensor<i64>
      %7 = stablehlo.compare LT, %iterArg, %c_12, SIGNED : (tensor<i64>, tensor<i64>) -> tensor<i1>
      stablehlo.return %7 : tensor<i1>
    } do {
      %7:8 = func.call @closed_call_1(%iterArg_4, %iterArg_5, %iterArg_6, %iterArg_7, %iterArg_8, %iterArg_9, %iterArg_10, %iterArg_11) : (tensor<i64>, tensor<12x4xui32>, tensor<12x4xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>, tensor<4xui32>, tensor<4xui32>) -> (tensor<i64>, tensor<12x4xui32>, tensor<12x4xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>, tensor<4xui32>, tensor<4xui32>)
      %c_12 = stablehlo.constant dense<1> : tensor<i64>
      %8 = stablehlo.add %iterArg, %c_12 : tensor<i64>
      stablehlo.return %8, %7#0, %7#1, %7#2, %7#3, %7#4, %7#5, %7#6, %7#7 : tensor<i64>, tensor<i64>, tensor<12x4xui32>, tensor<12x4xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>, tensor<4xui32>, tensor<4xui32>
    }
    return %6#2, %6#3 : tensor<12x4xui32>, tensor<12x4xui32>
  }
  func.func private @closed_call_1(%arg0: tensor<i64>, %arg1: tensor<12x4xui32>, %arg2: tensor<12x4xui32>, %arg3: tensor<ui32>, %arg4: tensor<ui32>, %arg5: tensor<ui32>, %arg6: tensor<4xui32>, %arg7: tensor<4xui32>) -> (tensor<i64>, tensor<12x4xui32>, tensor<12x4xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>, tensor<4xui32>, tensor<4xui32>) {
    %c = stablehlo.constant dense<1> : tensor<i64>
    %0 = stablehlo.add %arg0, %c : tensor<i64>
    %1 = stablehlo.slice %arg6 [0:1] : (tensor<4xui32>) -> tensor<1xui32>
    %2 = stablehlo.reshape %1 : (tensor<1xui32>) -> tensor<ui32>
    %3 = stablehlo.add %arg1, %arg2 : tensor<12x4xui32>
    %4 = stablehlo.broadcast_in_dim %2, dims = [] : (tensor<ui32>) -> tensor<12x4xui32>
    %5 = stablehlo.shift_left %arg2, %4 : tensor<12x4xui32>
    %c_0 = stablehlo.constant dense<32> : tensor<ui32>
    %6 = stablehlo.subtract %c_0, %2 : tensor<ui32>
    %7 = stablehlo.broadcast_in_dim %6, dims = [] : (tensor<ui32>) -> tensor<12x4xui32>
    %8 = stablehlo.shift_right_logical %arg2, %7 : tensor<12x4xui32>
    %9 = stablehlo.or %5, %8 : tensor<12x4xui32>
    %10 = stablehlo.xor %3, %9 : tensor<12x4xui32>
    %11 = stablehlo.slice %arg6 [1:2] : (tensor<4xui32>) -> tensor<1xui32>
    %12 = stablehlo.reshape %11 : (tensor<1xui32>) -> tensor<ui32>
    %13 = stablehlo.add %3, %10 : tensor<12x4xui32>
    %14 = stablehlo.broadcast_in_dim %12, dims = [] : (tensor<ui32>) -> tensor<12x4xui32>
    %15 = stablehlo.shift_left %10, %14 : tensor<12x4xui32>
    %c_1 = stablehlo.constant dense<32> : tensor<ui32>
    %16 = stablehlo.subtract %c_1, %12 : tensor<ui32>
    %17 = stablehlo.broadcast_in_dim %16, dims = [] : (tensor<ui32>) -> tensor<12x4xui32>
    %18 = stablehlo.shift_right_logical %10, %17 : tensor<12x4xui32>
    %19 = stablehlo.or %15, %18 : tensor<12x4xui32>
    %20 = stablehlo.xor %13, %19 : tensor<12x4xui32>
    %21 = stablehlo.slice %arg6 [2:3] : (tensor<4xui32>) -> tensor<1xui32>
    %22 = stablehlo.reshape %21 : (tensor<1xui32>) -> tensor<ui32>
    %23 = stablehlo.add %13, %20 : tensor<12x4xui32>
    %24 = stablehlo.broadcast_in_dim %22, dims = [] : (tensor<ui32>) -> tensor<12x4xui32>
    %25 = stablehlo.shift_left %20, %24 : tensor<12x4xui32>
    %c_2 = stablehlo.constant dense<32> : tensor<ui32>
    %26 = stablehlo.subtract %c_2, %22 : tensor<ui32>
    %27 = stablehlo.broadcast_in_dim %26, dims = [] : (tensor<ui32>) -> tensor<12x4xui32>
    %28 = stablehlo.shift_right_logical %20, %27 : tensor<12x4xui32>
    %29 = stablehlo.or %25, %28 : tensor<12x4xui32>
    %30 = stablehlo.xor %23, %29 : tensor<12x4xui32>
    %31 = stablehlo.slice %arg6 [3:4] : (tensor<4xui32>) -> tensor<1xui32>
    %32 = stablehlo.reshape %31 : (tensor<1xui32>) -> tensor<ui32>
    %33 = stablehlo.add %23, %30 : tensor<12x4xui32>
    %34 = stablehlo.broadcast_in_dim %32, dims = [] : (tensor<ui32>) -> tensor<12x4xui32>
    %35 = stablehlo.shift_left %30, %34 : tensor<12x4xui32>
    %c_3 = stablehlo.constant dense<32> : tensor<ui32>
    %36 = stablehlo.subtract %c_3, %32 : tensor<ui32>
    %37 = stablehlo.broadcast_in_dim %36, dims = [] : (tensor<ui32>) -> tensor<12x4xui32>
    %38 = stablehlo.shift_right_logical %30, %37 : tensor<12x4xui32>
    %39 = stablehlo.or %35, %38 : tensor<12x4xui32>
    %40 = stablehlo.xor %33, %39 : tensor<12x4xui32>
    %41 = stablehlo.broadcast_in_dim %arg3, dims = [] : (tensor<ui32>) -> tensor<12x4xui32>
    %42 = stablehlo.add %33, %41 : tensor<12x4xui32>
    %43 = stablehlo.broadcast_in_dim %arg4, dims = [] : (tensor<ui32>) -> tensor<12x4xui32>
    %44 = stablehlo.add %40, %43 : tensor<12x4xui32>
    %c_4 = stablehlo.constant dense<1> : tensor<i64>
    %45 = stablehlo.add %arg0, %c_4 : tensor<i64>
    %46 = stablehlo.convert %45 : (tensor<i64>) -> tensor<ui32>
    %47 = stablehlo.broadcast_in_dim %46, dims = [] : (tensor<ui32>) -> tensor<12x4xui32>
    %48 = stablehlo.add %44, %47 : tensor<12x4xui32>
    return %0, %42, %48, %arg4, %arg5, %arg3, %arg7, %arg6 : tensor<i64>, tensor<12x4xui32>, tensor<12x4xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>, tensor<4xui32>, tensor<4xui32>
  }
  func.func private @take_along_axis(%arg0: tensor<12x3xf64>, %arg1: tensor<12x1xi32>) -> (tensor<12x1xf64>, tensor<12x1x1xi32>) {
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
    return %15, %5 : tensor<12x1xf64>, tensor<12x1x1xi32>
  }
  func.func private @_take(%arg0: tensor<12x1xf64>, %arg1: tensor<i64>) -> (tensor<12xf64>, tensor<1xi64>) {
    %c = stablehlo.constant dense<0> : tensor<i64>
    %0 = stablehlo.compare LT, %arg1, %c, SIGNED : (tensor<i64>, tensor<i64>) -> tensor<i1>
    %c_0 = stablehlo.constant dense<1> : tensor<i64>
    %1 = stablehlo.add %arg1, %c_0 : tensor<i64>
    %2 = call @_where(%0, %1, %arg1) : (tensor<i1>, tensor<i64>, tensor<i64>) -> tensor<i64>
    %3 = stablehlo.broadcast_in_dim %2, dims = [] : (tensor<i64>) -> tensor<1xi64>
    %c_1 = stablehlo.constant dense<0> : tensor<1xi32>
    %4 = stablehlo.convert %3 : (tensor<1xi64>) -> tensor<1xi32>
    %c_2 = stablehlo.constant dense<0> : tensor<i32>
    %5 = stablehlo.broadcast_in_dim %c_2, dims = [] : (tensor<i32>) -> tensor<1xi32>
    %6 = stablehlo.compare GE, %4, %5, SIGNED : (tensor<1xi32>, tensor<1xi32>) -> tensor<1xi1>
    %7 = stablehlo.compare LE, %4, %c_1, SIGNED : (tensor<1xi32>, tensor<1xi32>) -> tensor<1xi1>
    %8 = stablehlo.and %6, %7 : tensor<1xi1>
    %c_3 = stablehlo.constant dense<true> : tensor<i1>
    %9 = stablehlo.reduce(%8 init: %c_3) applies stablehlo.and across dimensions = [0] : (tensor<1xi1>, tensor<i1>) -> tensor<i1>
    %10 = "stablehlo.gather"(%arg0, %4) <{dimension_numbers = #stablehlo.gather<offset_dims = [0], collapsed_slice_dims = [1], start_index_map = [1]>, indices_are_sorted = false, slice_sizes = array<i64: 12, 1>}> : (tensor<12x1xf64>, tensor<1xi32>) -> tensor<12xf64>
    %11 = stablehlo.broadcast_in_dim %9, dims = [] : (tensor<i1>) -> tensor<12xi1>
    %cst = stablehlo.constant dense<0x7FF8000000000000> : tensor<f64>
    %12 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %13 = stablehlo.select %11, %10, %12 : tensor<12xi1>, tensor<12xf64>
    return %13, %3 : tensor<12xf64>, tensor<1xi64>
  }
  func.func private @_where(%arg0: tensor<i1>, %arg1: tensor<i64>, %arg2: tensor<i64>) -> tensor<i64> {
    %0 = stablehlo.select %arg0, %arg1, %arg2 : tensor<i1>, tensor<i64>
    return %0 : tensor<i64>
  }
  func.func private @_take_2(%arg0: tensor<1xi64>, %arg1: tensor<12xf64>) -> tensor<12x1xf64> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x1xf64>
    %1 = "stablehlo.scatter"(%0, %arg0, %arg1) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<update_window_dims = [0], inserted_window_dims = [1], scatter_dims_to_operand_dims = [1]>, unique_indices = false}> ({
    ^bb0(%arg2: tensor<f64>, %arg3: tensor<f64>):
      %2 = stablehlo.add %arg2, %arg3 : tensor<f64>
      stablehlo.return %2 : tensor<f64>
    }) : (tensor<12x1xf64>, tensor<1xi64>, tensor<12xf64>) -> tensor<12x1xf64>
    return %1 : tensor<12x1xf64>
  }
  func.func private @take_along_axis_3(%arg0: tensor<12x1x1xi32>, %arg1: tensor<12x1xf64>) -> tensor<12x3xf64> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x3xf64>
    %1 = "stablehlo.scatter"(%0, %arg0, %arg1) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<inserted_window_dims = [1], input_batching_dims = [0], scatter_indices_batching_dims = [0], scatter_dims_to_operand_dims = [1], index_vector_dim = 2>, unique_indices = false}> ({
    ^bb0(%arg2: tensor<f64>, %arg3: tensor<f64>):
      %2 = stablehlo.add %arg2, %arg3 : tensor<f64>
      stablehlo.return %2 : tensor<f64>
    }) : (tensor<12x3xf64>, tensor<12x1x1xi32>, tensor<12x1xf64>) -> tensor<12x3xf64>
    return %1 : tensor<12x3xf64>
  }
  func.func private @silu_4(%arg0: tensor<12x4xf64>, %arg1: tensor<12x4xf64>, %arg2: tensor<12x4xf64>, %arg3: tensor<12x4xf64>) -> tensor<12x4xf64> {
    %0 = stablehlo.multiply %arg2, %arg3 : tensor<12x4xf64>
    %1 = stablehlo.multiply %arg3, %arg1 : tensor<12x4xf64>
    %2 = stablehlo.multiply %0, %arg0 : tensor<12x4xf64>
    %3 = stablehlo.add %1, %2 : tensor<12x4xf64>
    return %3 : tensor<12x4xf64>
  }
}
