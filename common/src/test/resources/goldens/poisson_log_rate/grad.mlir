module @jit_value_and_grad attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<6xf64>, %arg1: tensor<4x6xf64>, %arg2: tensor<1xf64>, %arg3: tensor<6x1xf64>, %arg4: tensor<16x4xf64>, %arg5: tensor<16xf64>) -> (tensor<f64> {jax.result_info = "result[0]"}, tensor<6xf64> {jax.result_info = "result[1][0]"}, tensor<4x6xf64> {jax.result_info = "result[1][1]"}, tensor<1xf64> {jax.result_info = "result[1][2]"}, tensor<6x1xf64> {jax.result_info = "result[1][3]"}) {
    %0 = stablehlo.dot_general %arg4, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<16x4xf64>, tensor<4x6xf64>) -> tensor<16x6xf64>
    %1 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<6xf64>) -> tensor<1x6xf64>
    %2 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x6xf64>) -> tensor<16x6xf64>
    %3 = stablehlo.add %0, %2 : tensor<16x6xf64>
    %4 = stablehlo.tanh %3 : tensor<16x6xf64>
    %cst = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %5 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<16x6xf64>
    %6 = stablehlo.subtract %5, %4 : tensor<16x6xf64>
    %7 = stablehlo.dot_general %4, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<16x6xf64>, tensor<6x1xf64>) -> tensor<16x1xf64>
    %8 = stablehlo.broadcast_in_dim %arg2, dims = [1] : (tensor<1xf64>) -> tensor<1x1xf64>
    %9 = stablehlo.broadcast_in_dim %8, dims = [0, 1] : (tensor<1x1xf64>) -> tensor<16x1xf64>
    %10 = stablehlo.add %7, %9 : tensor<16x1xf64>
    %11 = stablehlo.reshape %10 : (tensor<16x1xf64>) -> tensor<16xf64>
    %12 = stablehlo.exponential %11 : tensor<16xf64>
    %13 = stablehlo.dot_general %arg4, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<16x4xf64>, tensor<4x6xf64>) -> tensor<16x6xf64>
    %14 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<6xf64>) -> tensor<1x6xf64>
    %15 = stablehlo.broadcast_in_dim %14, dims = [0, 1] : (tensor<1x6xf64>) -> tensor<16x6xf64>
    %16 = stablehlo.add %13, %15 : tensor<16x6xf64>
    %17 = stablehlo.tanh %16 : tensor<16x6xf64>
    %cst_0 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %18 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<16x6xf64>
    %19 = stablehlo.subtract %18, %17 : tensor<16x6xf64>
    %20 = stablehlo.dot_general %17, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<16x6xf64>, tensor<6x1xf64>) -> tensor<16x1xf64>
    %21 = stablehlo.broadcast_in_dim %arg2, dims = [1] : (tensor<1xf64>) -> tensor<1x1xf64>
    %22 = stablehlo.broadcast_in_dim %21, dims = [0, 1] : (tensor<1x1xf64>) -> tensor<16x1xf64>
    %23 = stablehlo.add %20, %22 : tensor<16x1xf64>
    %24 = stablehlo.reshape %23 : (tensor<16x1xf64>) -> tensor<16xf64>
    %25 = stablehlo.multiply %arg5, %24 : tensor<16xf64>
    %26 = stablehlo.subtract %12, %25 : tensor<16xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %27 = stablehlo.reduce(%26 init: %cst_1) applies stablehlo.add across dimensions = [0] : (tensor<16xf64>, tensor<f64>) -> tensor<f64>
    %cst_2 = stablehlo.constant dense<1.600000e+01> : tensor<f64>
    %28 = stablehlo.divide %27, %cst_2 : tensor<f64>
    %cst_3 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %cst_4 = stablehlo.constant dense<1.600000e+01> : tensor<f64>
    %29 = stablehlo.divide %cst_3, %cst_4 : tensor<f64>
    %30 = stablehlo.broadcast_in_dim %29, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %31 = stablehlo.negate %30 : tensor<16xf64>
    %32 = stablehlo.multiply %arg5, %31 : tensor<16xf64>
    %33 = stablehlo.broadcast_in_dim %32, dims = [0] : (tensor<16xf64>) -> tensor<16x1xf64>
    %cst_5 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %34 = stablehlo.reduce(%33 init: %cst_5) applies stablehlo.add across dimensions = [0] : (tensor<16x1xf64>, tensor<f64>) -> tensor<1xf64>
    %35 = stablehlo.reshape %34 : (tensor<1xf64>) -> tensor<1x1xf64>
    %cst_6 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %36 = stablehlo.reduce(%35 init: %cst_6) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1xf64>, tensor<f64>) -> tensor<f64>
    %37 = stablehlo.broadcast_in_dim %36, dims = [] : (tensor<f64>) -> tensor<1xf64>
    %38 = stablehlo.dot_general %33, %17, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<16x1xf64>, tensor<16x6xf64>) -> tensor<1x6xf64>
    %39 = stablehlo.transpose %38, dims = [1, 0] : (tensor<1x6xf64>) -> tensor<6x1xf64>
    %40 = stablehlo.dot_general %33, %arg3, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<16x1xf64>, tensor<6x1xf64>) -> tensor<16x6xf64>
    %41 = stablehlo.multiply %40, %19 : tensor<16x6xf64>
    %42 = stablehlo.multiply %41, %17 : tensor<16x6xf64>
    %43 = stablehlo.add %41, %42 : tensor<16x6xf64>
    %cst_7 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %44 = stablehlo.reduce(%43 init: %cst_7) applies stablehlo.add across dimensions = [0] : (tensor<16x6xf64>, tensor<f64>) -> tensor<6xf64>
    %45 = stablehlo.reshape %44 : (tensor<6xf64>) -> tensor<1x6xf64>
    %cst_8 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %46 = stablehlo.reduce(%45 init: %cst_8) applies stablehlo.add across dimensions = [0] : (tensor<1x6xf64>, tensor<f64>) -> tensor<6xf64>
    %47 = stablehlo.dot_general %43, %arg4, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<16x6xf64>, tensor<16x4xf64>) -> tensor<6x4xf64>
    %48 = stablehlo.transpose %47, dims = [1, 0] : (tensor<6x4xf64>) -> tensor<4x6xf64>
    %49 = stablehlo.multiply %30, %12 : tensor<16xf64>
    %50 = stablehlo.broadcast_in_dim %49, dims = [0] : (tensor<16xf64>) -> tensor<16x1xf64>
    %cst_9 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %51 = stablehlo.reduce(%50 init: %cst_9) applies stablehlo.add across dimensions = [0] : (tensor<16x1xf64>, tensor<f64>) -> tensor<1xf64>
    %52 = stablehlo.reshape %51 : (tensor<1xf64>) -> tensor<1x1xf64>
    %cst_10 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %53 = stablehlo.reduce(%52 init: %cst_10) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1xf64>, tensor<f64>) -> tensor<f64>
    %54 = stablehlo.broadcast_in_dim %53, dims = [] : (tensor<f64>) -> tensor<1xf64>
    %55 = stablehlo.add %37, %54 : tensor<1xf64>
    %56 = stablehlo.dot_general %50, %4, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<16x1xf64>, tensor<16x6xf64>) -> tensor<1x6xf64>
    %57 = stablehlo.transpose %56, dims = [1, 0] : (tensor<1x6xf64>) -> tensor<6x1xf64>
    %58 = stablehlo.add %39, %57 : tensor<6x1xf64>
    %59 = stablehlo.dot_general %50, %arg3, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<16x1xf64>, tensor<6x1xf64>) -> tensor<16x6xf64>
    %60 = stablehlo.multiply %59, %6 : tensor<16x6xf64>
    %61 = stablehlo.multiply %60, %4 : tensor<16x6xf64>
    %62 = stablehlo.add %60, %61 : tensor<16x6xf64>
    %cst_11 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %63 = stablehlo.reduce(%62 init: %cst_11) applies stablehlo.add across dimensions = [0] : (tensor<16x6xf64>, tensor<f64>) -> tensor<6xf64>
    %64 = stablehlo.reshape %63 : (tensor<6xf64>) -> tensor<1x6xf64>
    %cst_12 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %65 = stablehlo.reduce(%64 init: %cst_12) applies stablehlo.add across dimensions = [0] : (tensor<1x6xf64>, tensor<f64>) -> tensor<6xf64>
    %66 = stablehlo.add %46, %65 : tensor<6xf64>
    %67 = stablehlo.dot_general %62, %arg4, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<16x6xf64>, tensor<16x4xf64>) -> tensor<6x4xf64>
    %68 = stablehlo.transpose %67, dims = [1, 0] : (tensor<6x4xf64>) -> tensor<4x6xf64>
    %69 = stablehlo.add %48, %68 : tensor<4x6xf64>
    return %28, %66, %69, %55, %58 : tensor<f64>, tensor<6xf64>, tensor<4x6xf64>, tensor<1xf64>, tensor<6x1xf64>
  }
}
