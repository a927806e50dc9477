module @jit_value_and_grad attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<6xf64>, %arg1: tensor<4x6xf64>, %arg2: tensor<2xf64>, %arg3: tensor<6x2xf64>, %arg4: tensor<16x4xf64>, %arg5: tensor<16xf64>) -> (tensor<f64> {jax.result_info = "result[0]"}, tensor<6xf64> {jax.result_info = "result[1][0]"}, tensor<4x6xf64> {jax.result_info = "result[1][1]"}, tensor<2xf64> {jax.result_info = "result[1][2]"}, tensor<6x2xf64> {jax.result_info = "result[1][3]"}) {
    %0 = stablehlo.dot_general %arg4, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<16x4xf64>, tensor<4x6xf64>) -> tensor<16x6xf64>
    %1 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<6xf64>) -> tensor<1x6xf64>
    %2 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x6xf64>) -> tensor<16x6xf64>
    %3 = stablehlo.add %0, %2 : tensor<16x6xf64>
    %4 = stablehlo.tanh %3 : tensor<16x6xf64>
    %cst = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %5 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<16x6xf64>
    %6 = stablehlo.subtract %5, %4 : tensor<16x6xf64>
    %7 = stablehlo.dot_general %4, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<16x6xf64>, tensor<6x2xf64>) -> tensor<16x2xf64>
    %8 = stablehlo.broadcast_in_dim %arg2, dims = [1] : (tensor<2xf64>) -> tensor<1x2xf64>
    %9 = stablehlo.broadcast_in_dim %8, dims = [0, 1] : (tensor<1x2xf64>) -> tensor<16x2xf64>
    %10 = stablehlo.add %7, %9 : tensor<16x2xf64>
    %11 = stablehlo.slice %10 [0:16, 0:1] : (tensor<16x2xf64>) -> tensor<16x1xf64>
    %12 = stablehlo.reshape %11 : (tensor<16x1xf64>) -> tensor<16xf64>
    %13 = stablehlo.slice %10 [0:16, 1:2] : (tensor<16x2xf64>) -> tensor<16x1xf64>
    %14 = stablehlo.reshape %13 : (tensor<16x1xf64>) -> tensor<16xf64>
    %15 = stablehlo.multiply %14, %14 : tensor<16xf64>
    %cst_0 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %16 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %17 = stablehlo.multiply %16, %14 : tensor<16xf64>
    %cst_1 = stablehlo.constant dense<1.000000e-02> : tensor<f64>
    %18 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %19 = stablehlo.add %18, %15 : tensor<16xf64>
    %20 = stablehlo.sqrt %19 : tensor<16xf64>
    %cst_2 = stablehlo.constant dense<5.000000e-01> : tensor<f64>
    %21 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %22 = stablehlo.divide %21, %20 : tensor<16xf64>
    %23 = stablehlo.log %20 : tensor<16xf64>
    %24 = stablehlo.subtract %arg5, %12 : tensor<16xf64>
    %25 = stablehlo.divide %24, %20 : tensor<16xf64>
    %26 = stablehlo.multiply %20, %20 : tensor<16xf64>
    %cst_3 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %27 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %28 = stablehlo.divide %27, %26 : tensor<16xf64>
    %29 = stablehlo.multiply %25, %25 : tensor<16xf64>
    %cst_4 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %30 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %31 = stablehlo.multiply %30, %25 : tensor<16xf64>
    %cst_5 = stablehlo.constant dense<5.000000e-01> : tensor<f64>
    %32 = stablehlo.broadcast_in_dim %cst_5, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %33 = stablehlo.multiply %32, %29 : tensor<16xf64>
    %34 = stablehlo.add %23, %33 : tensor<16xf64>
    %cst_6 = stablehlo.constant dense<1.500000e+00> : tensor<f64>
    %35 = stablehlo.broadcast_in_dim %cst_6, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %36 = stablehlo.power %20, %35 : tensor<16xf64>
    %cst_7 = stablehlo.constant dense<1.500000e+00> : tensor<f64>
    %cst_8 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %37 = stablehlo.subtract %cst_7, %cst_8 : tensor<f64>
    %38 = stablehlo.broadcast_in_dim %37, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %39 = stablehlo.power %20, %38 : tensor<16xf64>
    %cst_9 = stablehlo.constant dense<1.500000e+00> : tensor<f64>
    %40 = stablehlo.broadcast_in_dim %cst_9, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %41 = stablehlo.multiply %40, %39 : tensor<16xf64>
    %cst_10 = stablehlo.constant dense<1.000000e-01> : tensor<f64>
    %42 = stablehlo.broadcast_in_dim %cst_10, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %43 = stablehlo.multiply %42, %36 : tensor<16xf64>
    %44 = stablehlo.add %34, %43 : tensor<16xf64>
    %cst_11 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %45 = stablehlo.reduce(%44 init: %cst_11) applies stablehlo.add across dimensions = [0] : (tensor<16xf64>, tensor<f64>) -> tensor<f64>
    %cst_12 = stablehlo.constant dense<1.600000e+01> : tensor<f64>
    %46 = stablehlo.divide %45, %cst_12 : tensor<f64>
    %cst_13 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %cst_14 = stablehlo.constant dense<1.600000e+01> : tensor<f64>
    %47 = stablehlo.divide %cst_13, %cst_14 : tensor<f64>
    %48 = stablehlo.broadcast_in_dim %47, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %cst_15 = stablehlo.constant dense<1.000000e-01> : tensor<f64>
    %49 = stablehlo.broadcast_in_dim %cst_15, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %50 = stablehlo.multiply %49, %48 : tensor<16xf64>
    %51 = stablehlo.multiply %50, %41 : tensor<16xf64>
    %cst_16 = stablehlo.constant dense<5.000000e-01> : tensor<f64>
    %52 = stablehlo.broadcast_in_dim %cst_16, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %53 = stablehlo.multiply %52, %48 : tensor<16xf64>
    %54 = stablehlo.multiply %53, %31 : tensor<16xf64>
    %55 = stablehlo.multiply %54, %28 : tensor<16xf64>
    %56 = stablehlo.multiply %55, %24 : tensor<16xf64>
    %57 = stablehlo.negate %56 : tensor<16xf64>
    %58 = stablehlo.add %51, %57 : tensor<16xf64>
    %59 = stablehlo.divide %54, %20 : tensor<16xf64>
    %60 = stablehlo.negate %59 : tensor<16xf64>
    %61 = stablehlo.divide %48, %20 : tensor<16xf64>
    %62 = stablehlo.add %58, %61 : tensor<16xf64>
    %63 = stablehlo.multiply %62, %22 : tensor<16xf64>
    %64 = stablehlo.multiply %63, %17 : tensor<16xf64>
    %65 = stablehlo.broadcast_in_dim %64, dims = [0] : (tensor<16xf64>) -> tensor<16x1xf64>
    %cst_17 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %66 = stablehlo.pad %65, %cst_17, low = [0, 1], high = [0, 0], interior = [0, 0] : (tensor<16x1xf64>, tensor<f64>) -> tensor<16x2xf64>
    %67 = stablehlo.broadcast_in_dim %60, dims = [0] : (tensor<16xf64>) -> tensor<16x1xf64>
    %cst_18 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %68 = stablehlo.pad %67, %cst_18, low = [0, 0], high = [0, 1], interior = [0, 0] : (tensor<16x1xf64>, tensor<f64>) -> tensor<16x2xf64>
    %69 = stablehlo.add %66, %68 : tensor<16x2xf64>
    %cst_19 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %70 = stablehlo.reduce(%69 init: %cst_19) applies stablehlo.add across dimensions = [0] : (tensor<16x2xf64>, tensor<f64>) -> tensor<2xf64>
    %71 = stablehlo.reshape %70 : (tensor<2xf64>) -> tensor<1x2xf64>
    %cst_20 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %72 = stablehlo.reduce(%71 init: %cst_20) applies stablehlo.add across dimensions = [0] : (tensor<1x2xf64>, tensor<f64>) -> tensor<2xf64>
    %73 = stablehlo.dot_general %69, %4, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<16x2xf64>, tensor<16x6xf64>) -> tensor<2x6xf64>
    %74 = stablehlo.transpose %73, dims = [1, 0] : (tensor<2x6xf64>) -> tensor<6x2xf64>
    %75 = stablehlo.dot_general %69, %arg3, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<16x2xf64>, tensor<6x2xf64>) -> tensor<16x6xf64>
    %76 = stablehlo.multiply %75, %6 : tensor<16x6xf64>
    %77 = stablehlo.multiply %76, %4 : tensor<16x6xf64>
    %78 = stablehlo.add %76, %77 : tensor<16x6xf64>
    %cst_21 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %79 = stablehlo.reduce(%78 init: %cst_21) applies stablehlo.add across dimensions = [0] : (tensor<16x6xf64>, tensor<f64>) -> tensor<6xf64>
    %80 = stablehlo.reshape %79 : (tensor<6xf64>) -> tensor<1x6xf64>
    %cst_22 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %81 = stablehlo.reduce(%80 init: %cst_22) applies stablehlo.add across dimensions = [0] : (tensor<1x6xf64>, tensor<f64>) -> tensor<6xf64>
    %82 = stablehlo.dot_general %78, %arg4, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<16x6xf64>, tensor<16x4xf64>) -> tensor<6x4xf64>
    %83 = stablehlo.transpose %82, dims = [1, 0] : (tensor<6x4xf64>) -> tensor<4x6xf64>
    return %46, %81, %83, %72, %74 : tensor<f64>, tensor<6xf64>, tensor<4x6xf64>, tensor<2xf64>, tensor<6x2xf64>
  }
}
