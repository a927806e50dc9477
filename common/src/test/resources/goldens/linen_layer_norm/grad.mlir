module @jit__lambda attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<4xf64>, %arg1: tensor<5x4xf64>, %arg2: tensor<3xf64>, %arg3: tensor<4x3xf64>, %arg4: tensor<4xf64>, %arg5: tensor<4xf64>, %arg6: tensor<12x5xf64>, %arg7: tensor<12xi32>) -> (tensor<f64> {jax.result_info = "result[0]"}, tensor<4xf64> {jax.result_info = "result[1][0]"}, tensor<5x4xf64> {jax.result_info = "result[1][1]"}, tensor<3xf64> {jax.result_info = "result[1][2]"}, tensor<4x3xf64> {jax.result_info = "result[1][3]"}, tensor<4xf64> {jax.result_info = "result[1][4]"}, tensor<4xf64> {jax.result_info = "result[1][5]"}) {
    %0 = stablehlo.dot_general %arg6, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x4xf64>) -> tensor<12x4xf64>
    %1 = stablehlo.reshape %arg0 : (tensor<4xf64>) -> tensor<1x4xf64>
    %2 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x4xf64>) -> tensor<12x4xf64>
    %3 = stablehlo.add %0, %2 : tensor<12x4xf64>
    %4 = stablehlo.multiply %3, %3 : tensor<12x4xf64>
    %5 = stablehlo.multiply %4, %3 : tensor<12x4xf64>
    %6 = stablehlo.multiply %3, %3 : tensor<12x4xf64>
    %cst = stablehlo.constant dense<3.000000e+00> : tensor<f64>
    %7 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x4xf64>
    %8 = stablehlo.multiply %7, %6 : tensor<12x4xf64>
    %cst_0 = stablehlo.constant dense<4.471500e-02> : tensor<f64>
    %9 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<12x4xf64>
    %10 = stablehlo.multiply %9, %5 : tensor<12x4xf64>
    %11 = stablehlo.add %3, %10 : tensor<12x4xf64>
    %cst_1 = stablehlo.constant dense<0.79788456080286541> : tensor<f64>
    %12 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f64>) -> tensor<12x4xf64>
    %13 = stablehlo.multiply %12, %11 : tensor<12x4xf64>
    %14 = stablehlo.tanh %13 : tensor<12x4xf64>
    %cst_2 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %15 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f64>) -> tensor<12x4xf64>
    %16 = stablehlo.subtract %15, %14 : tensor<12x4xf64>
    %cst_3 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %17 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f64>) -> tensor<12x4xf64>
    %18 = stablehlo.add %17, %14 : tensor<12x4xf64>
    %cst_4 = stablehlo.constant dense<5.000000e-01> : tensor<f64>
    %19 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f64>) -> tensor<12x4xf64>
    %20 = stablehlo.multiply %19, %18 : tensor<12x4xf64>
    %21 = stablehlo.multiply %3, %20 : tensor<12x4xf64>
    %22 = chlo.square %21 : tensor<12x4xf64> -> tensor<12x4xf64>
    %cst_5 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %23 = stablehlo.broadcast_in_dim %cst_5, dims = [] : (tensor<f64>) -> tensor<12x4xf64>
    %24 = stablehlo.multiply %23, %21 : tensor<12x4xf64>
    %cst_6 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %25 = stablehlo.reduce(%21 init: %cst_6) applies stablehlo.add across dimensions = [1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<12xf64>
    %cst_7 = stablehlo.constant dense<4.000000e+00> : tensor<f64>
    %26 = stablehlo.broadcast_in_dim %cst_7, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %27 = stablehlo.divide %25, %26 : tensor<12xf64>
    %cst_8 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %28 = stablehlo.reduce(%22 init: %cst_8) applies stablehlo.add across dimensions = [1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<12xf64>
    %cst_9 = stablehlo.constant dense<4.000000e+00> : tensor<f64>
    %29 = stablehlo.broadcast_in_dim %cst_9, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %30 = stablehlo.divide %28, %29 : tensor<12xf64>
    %31 = chlo.square %27 : tensor<12xf64> -> tensor<12xf64>
    %cst_10 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %32 = stablehlo.broadcast_in_dim %cst_10, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %33 = stablehlo.multiply %32, %27 : tensor<12xf64>
    %34 = stablehlo.subtract %30, %31 : tensor<12xf64>
    %cst_11 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %35 = stablehlo.broadcast_in_dim %cst_11, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %36 = stablehlo.maximum %35, %34 : tensor<12xf64>
    %37 = stablehlo.compare EQ, %34, %36, FLOAT : (tensor<12xf64>, tensor<12xf64>) -> tensor<12xi1>
    %cst_12 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %38 = stablehlo.broadcast_in_dim %cst_12, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %cst_13 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %39 = stablehlo.broadcast_in_dim %cst_13, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %40 = stablehlo.select %37, %38, %39 : tensor<12xi1>, tensor<12xf64>
    %cst_14 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %41 = stablehlo.broadcast_in_dim %cst_14, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %42 = stablehlo.compare EQ, %41, %36, FLOAT : (tensor<12xf64>, tensor<12xf64>) -> tensor<12xi1>
    %cst_15 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %43 = stablehlo.broadcast_in_dim %cst_15, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %cst_16 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %44 = stablehlo.broadcast_in_dim %cst_16, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %45 = stablehlo.select %42, %43, %44 : tensor<12xi1>, tensor<12xf64>
    %46 = stablehlo.divide %40, %45 : tensor<12xf64>
    %47 = stablehlo.broadcast_in_dim %27, dims = [0] : (tensor<12xf64>) -> tensor<12x1xf64>
    %48 = stablehlo.broadcast_in_dim %36, dims = [0] : (tensor<12xf64>) -> tensor<12x1xf64>
    %49 = stablehlo.broadcast_in_dim %47, dims = [0, 1] : (tensor<12x1xf64>) -> tensor<12x4xf64>
    %50 = stablehlo.subtract %21, %49 : tensor<12x4xf64>
    %cst_17 = stablehlo.constant dense<9.9999999999999995E-7> : tensor<f64>
    %51 = stablehlo.broadcast_in_dim %cst_17, dims = [] : (tensor<f64>) -> tensor<12x1xf64>
    %52 = stablehlo.add %48, %51 : tensor<12x1xf64>
    %53 = stablehlo.rsqrt %52 : tensor<12x1xf64>
    %54 = stablehlo.divide %53, %52 : tensor<12x1xf64>
    %cst_18 = stablehlo.constant dense<-5.000000e-01> : tensor<f64>
    %55 = stablehlo.broadcast_in_dim %cst_18, dims = [] : (tensor<f64>) -> tensor<12x1xf64>
    %56 = stablehlo.multiply %55, %54 : tensor<12x1xf64>
    %57 = stablehlo.reshape %arg5 : (tensor<4xf64>) -> tensor<1x4xf64>
    %58 = stablehlo.broadcast_in_dim %53, dims = [0, 1] : (tensor<12x1xf64>) -> tensor<12x4xf64>
    %59 = stablehlo.broadcast_in_dim %57, dims = [0, 1] : (tensor<1x4xf64>) -> tensor<12x4xf64>
    %60 = stablehlo.multiply %58, %59 : tensor<12x4xf64>
    %61 = stablehlo.multiply %50, %60 : tensor<12x4xf64>
    %62 = stablehlo.reshape %arg4 : (tensor<4xf64>) -> tensor<1x4xf64>
    %63 = stablehlo.broadcast_in_dim %62, dims = [0, 1] : (tensor<1x4xf64>) -> tensor<12x4xf64>
    %64 = stablehlo.add %61, %63 : tensor<12x4xf64>
    %65 = stablehlo.dot_general %64, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x4xf64>, tensor<4x3xf64>) -> tensor<12x3xf64>
    %66 = stablehlo.reshape %arg2 : (tensor<3xf64>) -> tensor<1x3xf64>
    %67 = stablehlo.broadcast_in_dim %66, dims = [0, 1] : (tensor<1x3xf64>) -> tensor<12x3xf64>
    %68 = stablehlo.add %65, %67 : tensor<12x3xf64>
    %69 = stablehlo.broadcast_in_dim %arg7, dims = [0] : (tensor<12xi32>) -> tensor<12x1xi32>
    %70:2 = call @take_along_axis(%68, %69) : (tensor<12x3xf64>, tensor<12x1xi32>) -> (tensor<12x1xf64>, tensor<12x1x1xi32>)
    %c = stablehlo.constant dense<0> : tensor<i64>
    %71:2 = call @_take(%70#0, %c) : (tensor<12x1xf64>, tensor<i64>) -> (tensor<12xf64>, tensor<1xi64>)
    %cst_19 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %72 = stablehlo.reduce(%68 init: %cst_19) applies stablehlo.maximum across dimensions = [1] : (tensor<12x3xf64>, tensor<f64>) -> tensor<12xf64>
    %73 = stablehlo.reshape %72 : (tensor<12xf64>) -> tensor<12x1xf64>
    %74 = stablehlo.broadcast_in_dim %73, dims = [0, 1] : (tensor<12x1xf64>) -> tensor<12x3xf64>
    %75 = stablehlo.compare EQ, %68, %74, FLOAT : (tensor<12x3xf64>, tensor<12x3xf64>) -> tensor<12x3xi1>
    %76 = stablehlo.convert %75 : (tensor<12x3xi1>) -> tensor<12x3xf64>
    %cst_20 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %77 = stablehlo.reduce(%76 init: %cst_20) applies stablehlo.add across dimensions = [1] : (tensor<12x3xf64>, tensor<f64>) -> tensor<12xf64>
    %cst_21 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %78 = stablehlo.broadcast_in_dim %cst_21, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %79 = stablehlo.maximum %78, %72 : tensor<12xf64>
    %80 = stablehlo.compare EQ, %72, %79, FLOAT : (tensor<12xf64>, tensor<12xf64>) -> tensor<12xi1>
    %cst_22 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %81 = stablehlo.broadcast_in_dim %cst_22, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %cst_23 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %82 = stablehlo.broadcast_in_dim %cst_23, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %83 = stablehlo.select %80, %81, %82 : tensor<12xi1>, tensor<12xf64>
    %cst_24 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %84 = stablehlo.broadcast_in_dim %cst_24, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %85 = stablehlo.compare EQ, %84, %79, FLOAT : (tensor<12xf64>, tensor<12xf64>) -> tensor<12xi1>
    %cst_25 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %86 = stablehlo.broadcast_in_dim %cst_25, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %cst_26 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %87 = stablehlo.broadcast_in_dim %cst_26, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %88 = stablehlo.select %85, %86, %87 : tensor<12xi1>, tensor<12xf64>
    %89 = stablehlo.divide %83, %88 : tensor<12xf64>
    %90 = stablehlo.is_finite %79 : (tensor<12xf64>) -> tensor<12xi1>
    %cst_27 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %91 = stablehlo.broadcast_in_dim %cst_27, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %92 = stablehlo.select %90, %79, %91 : tensor<12xi1>, tensor<12xf64>
    %cst_28 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %93 = stablehlo.broadcast_in_dim %cst_28, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %94 = stablehlo.broadcast_in_dim %92, dims = [0] : (tensor<12xf64>) -> tensor<12x1xf64>
    %95 = stablehlo.broadcast_in_dim %94, dims = [0, 1] : (tensor<12x1xf64>) -> tensor<12x3xf64>
    %96 = stablehlo.subtract %68, %95 : tensor<12x3xf64>
    %97 = stablehlo.exponential %96 : tensor<12x3xf64>
    %cst_29 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %98 = stablehlo.reduce(%97 init: %cst_29) applies stablehlo.add across dimensions = [1] : (tensor<12x3xf64>, tensor<f64>) -> tensor<12xf64>
    %99 = stablehlo.sign %98 : tensor<12xf64>
    %100 = stablehlo.abs %98 : tensor<12xf64>
    %cst_30 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %101 = stablehlo.broadcast_in_dim %cst_30, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %102 = stablehlo.compare GE, %98, %101, FLOAT : (tensor<12xf64>, tensor<12xf64>) -> tensor<12xi1>
    %103 = stablehlo.log %100 : tensor<12xf64>
    %104 = stablehlo.add %103, %92 : tensor<12xf64>
    %105 = stablehlo.subtract %104, %71#0 : tensor<12xf64>
    %cst_31 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %106 = stablehlo.reduce(%105 init: %cst_31) applies stablehlo.add across dimensions = [0] : (tensor<12xf64>, tensor<f64>) -> tensor<f64>
    %cst_32 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %107 = stablehlo.divide %106, %cst_32 : tensor<f64>
    %cst_33 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %cst_34 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %108 = stablehlo.divide %cst_33, %cst_34 : tensor<f64>
    %109 = stablehlo.broadcast_in_dim %108, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %110 = stablehlo.negate %109 : tensor<12xf64>
    %111 = stablehlo.divide %109, %100 : tensor<12xf64>
    %cst_35 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %112 = stablehlo.broadcast_in_dim %cst_35, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %113 = stablehlo.select %102, %112, %111 : tensor<12xi1>, tensor<12xf64>
    %114 = stablehlo.select %102, %111, %112 : tensor<12xi1>, tensor<12xf64>
    %115 = stablehlo.negate %113 : tensor<12xf64>
    %116 = stablehlo.add %114, %115 : tensor<12xf64>
    %117 = stablehlo.broadcast_in_dim %116, dims = [0] : (tensor<12xf64>) -> tensor<12x3xf64>
    %118 = stablehlo.multiply %117, %97 : tensor<12x3xf64>
    %119 = call @_take_0(%71#1, %110) : (tensor<1xi64>, tensor<12xf64>) -> tensor<12x1xf64>
    %120 = call @take_along_axis_1(%70#1, %119) : (tensor<12x1x1xi32>, tensor<12x1xf64>) -> tensor<12x3xf64>
    %121 = stablehlo.add %118, %120 : tensor<12x3xf64>
    %cst_36 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %122 = stablehlo.reduce(%121 init: %cst_36) applies stablehlo.add across dimensions = [0] : (tensor<12x3xf64>, tensor<f64>) -> tensor<3xf64>
    %123 = stablehlo.reshape %122 : (tensor<3xf64>) -> tensor<1x3xf64>
    %124 = stablehlo.reshape %123 : (tensor<1x3xf64>) -> tensor<3xf64>
    %125 = stablehlo.dot_general %121, %64, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x3xf64>, tensor<12x4xf64>) -> tensor<3x4xf64>
    %126 = stablehlo.transpose %125, dims = [1, 0] : (tensor<3x4xf64>) -> tensor<4x3xf64>
    %127 = stablehlo.dot_general %121, %arg3, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<12x3xf64>, tensor<4x3xf64>) -> tensor<12x4xf64>
    %cst_37 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %128 = stablehlo.reduce(%127 init: %cst_37) applies stablehlo.add across dimensions = [0] : (tensor<12x4xf64>, tensor<f64>) -> tensor<4xf64>
    %129 = stablehlo.reshape %128 : (tensor<4xf64>) -> tensor<1x4xf64>
    %130 = stablehlo.reshape %129 : (tensor<1x4xf64>) -> tensor<4xf64>
    %131 = stablehlo.multiply %50, %127 : tensor<12x4xf64>
    %132 = stablehlo.multiply %127, %60 : tensor<12x4xf64>
    %133 = stablehlo.broadcast_in_dim %53, dims = [0, 1] : (tensor<12x1xf64>) -> tensor<12x4xf64>
    %134 = stablehlo.multiply %133, %131 : tensor<12x4xf64>
    %cst_38 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %135 = stablehlo.reduce(%134 init: %cst_38) applies stablehlo.add across dimensions = [0] : (tensor<12x4xf64>, tensor<f64>) -> tensor<4xf64>
    %136 = stablehlo.reshape %135 : (tensor<4xf64>) -> tensor<1x4xf64>
    %137 = stablehlo.broadcast_in_dim %57, dims = [0, 1] : (tensor<1x4xf64>) -> tensor<12x4xf64>
    %138 = stablehlo.multiply %131, %137 : tensor<12x4xf64>
    %cst_39 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %139 = stablehlo.reduce(%138 init: %cst_39) applies stablehlo.add across dimensions = [1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<12xf64>
    %140 = stablehlo.reshape %139 : (tensor<12xf64>) -> tensor<12x1xf64>
    %141 = stablehlo.reshape %136 : (tensor<1x4xf64>) -> tensor<4xf64>
    %142 = stablehlo.multiply %140, %56 : tensor<12x1xf64>
    %143 = stablehlo.negate %132 : tensor<12x4xf64>
    %cst_40 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %144 = stablehlo.reduce(%143 init: %cst_40) applies stablehlo.add across dimensions = [1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<12xf64>
    %145 = stablehlo.reshape %144 : (tensor<12xf64>) -> tensor<12x1xf64>
    %cst_41 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %146 = stablehlo.reduce(%142 init: %cst_41) applies stablehlo.add across dimensions = [1] : (tensor<12x1xf64>, tensor<f64>) -> tensor<12xf64>
    %cst_42 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %147 = stablehlo.reduce(%145 init: %cst_42) applies stablehlo.add across dimensions = [1] : (tensor<12x1xf64>, tensor<f64>) -> tensor<12xf64>
    %148 = stablehlo.multiply %146, %46 : tensor<12xf64>
    %149 = stablehlo.negate %148 : tensor<12xf64>
    %150 = stablehlo.multiply %149, %33 : tensor<12xf64>
    %151 = stablehlo.add %147, %150 : tensor<12xf64>
    %cst_43 = stablehlo.constant dense<4.000000e+00> : tensor<f64>
    %152 = stablehlo.broadcast_in_dim %cst_43, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %153 = stablehlo.divide %148, %152 : tensor<12xf64>
    %154 = stablehlo.broadcast_in_dim %153, dims = [0] : (tensor<12xf64>) -> tensor<12x4xf64>
    %cst_44 = stablehlo.constant dense<4.000000e+00> : tensor<f64>
    %155 = stablehlo.broadcast_in_dim %cst_44, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %156 = stablehlo.divide %151, %155 : tensor<12xf64>
    %157 = stablehlo.broadcast_in_dim %156, dims = [0] : (tensor<12xf64>) -> tensor<12x4xf64>
    %158 = stablehlo.add %132, %157 : tensor<12x4xf64>
    %159 = stablehlo.multiply %154, %24 : tensor<12x4xf64>
    %160 = stablehlo.add %158, %159 : tensor<12x4xf64>
    %161 = stablehlo.multiply %3, %160 : tensor<12x4xf64>
    %162 = stablehlo.multiply %160, %20 : tensor<12x4xf64>
    %cst_45 = stablehlo.constant dense<5.000000e-01> : tensor<f64>
    %163 = stablehlo.broadcast_in_dim %cst_45, dims = [] : (tensor<f64>) -> tensor<12x4xf64>
    %164 = stablehlo.multiply %163, %161 : tensor<12x4xf64>
    %165 = stablehlo.multiply %164, %16 : tensor<12x4xf64>
    %166 = stablehlo.multiply %165, %14 : tensor<12x4xf64>
    %167 = stablehlo.add %165, %166 : tensor<12x4xf64>
    %cst_46 = stablehlo.constant dense<0.79788456080286541> : tensor<f64>
    %168 = stablehlo.broadcast_in_dim %cst_46, dims = [] : (tensor<f64>) -> tensor<12x4xf64>
    %169 = stablehlo.multiply %168, %167 : tensor<12x4xf64>
    %170 = stablehlo.add %162, %169 : tensor<12x4xf64>
    %cst_47 = stablehlo.constant dense<4.471500e-02> : tensor<f64>
    %171 = stablehlo.broadcast_in_dim %cst_47, dims = [] : (tensor<f64>) -> tensor<12x4xf64>
    %172 = stablehlo.multiply %171, %169 : tensor<12x4xf64>
    %173 = stablehlo.multiply %172, %8 : tensor<12x4xf64>
    %174 = stablehlo.add %170, %173 : tensor<12x4xf64>
    %cst_48 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %175 = stablehlo.reduce(%174 init: %cst_48) applies stablehlo.add across dimensions = [0] : (tensor<12x4xf64>, tensor<f64>) -> tensor<4xf64>
    %176 = stablehlo.reshape %175 : (tensor<4xf64>) -> tensor<1x4xf64>
    %177 = stablehlo.reshape %176 : (tensor<1x4xf64>) -> tensor<4xf64>
    %178 = stablehlo.dot_general %174, %arg6, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x4xf64>, tensor<12x5xf64>) -> tensor<4x5xf64>
    %179 = stablehlo.transpose %178, dims = [1, 0] : (tensor<4x5xf64>) -> tensor<5x4xf64>
    return %107, %177, %179, %124, %126, %130, %141 : tensor<f64>, tensor<4xf64>, tensor<5x4xf64>, tensor<3xf64>, tensor<4x3xf64>, tensor<4xf64>, tensor<4xf64>
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
  func.func private @_take_0(%arg0: tensor<1xi64>, %arg1: tensor<12xf64>) -> tensor<12x1xf64> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x1xf64>
    %1 = "stablehlo.scatter"(%0, %arg0, %arg1) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<update_window_dims = [0], inserted_window_dims = [1], scatter_dims_to_operand_dims = [1]>, unique_indices = false}> ({
    ^bb0(%arg2: tensor<f64>, %arg3: tensor<f64>):
      %2 = stablehlo.add %arg2, %arg3 : tensor<f64>
      stablehlo.return %2 : tensor<f64>
    }) : (tensor<12x1xf64>, tensor<1xi64>, tensor<12xf64>) -> tensor<12x1xf64>
    return %1 : tensor<12x1xf64>
  }
  func.func private @take_along_axis_1(%arg0: tensor<12x1x1xi32>, %arg1: tensor<12x1xf64>) -> tensor<12x3xf64> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x3xf64>
    %1 = "stablehlo.scatter"(%0, %arg0, %arg1) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<inserted_window_dims = [1], input_batching_dims = [0], scatter_indices_batching_dims = [0], scatter_dims_to_operand_dims = [1], index_vector_dim = 2>, unique_indices = false}> ({
    ^bb0(%arg2: tensor<f64>, %arg3: tensor<f64>):
      %2 = stablehlo.add %arg2, %arg3 : tensor<f64>
      stablehlo.return %2 : tensor<f64>
    }) : (tensor<12x3xf64>, tensor<12x1x1xi32>, tensor<12x1xf64>) -> tensor<12x3xf64>
    return %1 : tensor<12x3xf64>
  }
}
