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
    %12 = stablehlo.subtract %11, %arg5 : tensor<16xf64>
    %13 = stablehlo.multiply %12, %12 : tensor<16xf64>
    %cst_0 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %14 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %15 = stablehlo.multiply %14, %12 : tensor<16xf64>
    %cst_1 = stablehlo.constant dense<5.000000e-01> : tensor<f64>
    %16 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %17 = stablehlo.multiply %16, %13 : tensor<16xf64>
    %18 = stablehlo.abs %12 : tensor<16xf64>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %19 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %20 = stablehlo.compare GE, %12, %19, FLOAT : (tensor<16xf64>, tensor<16xf64>) -> tensor<16xi1>
    %cst_3 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %21 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %22 = stablehlo.compare LT, %18, %21, FLOAT : (tensor<16xf64>, tensor<16xf64>) -> tensor<16xi1>
    %23 = stablehlo.abs %12 : tensor<16xf64>
    %cst_4 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %24 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %25 = stablehlo.compare GE, %12, %24, FLOAT : (tensor<16xf64>, tensor<16xf64>) -> tensor<16xi1>
    %cst_5 = stablehlo.constant dense<5.000000e-01> : tensor<f64>
    %26 = stablehlo.broadcast_in_dim %cst_5, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %27 = stablehlo.subtract %23, %26 : tensor<16xf64>
    %28 = call @_where(%22, %17, %27) : (tensor<16xi1>, tensor<16xf64>, tensor<16xf64>) -> tensor<16xf64>
    %cst_6 = stablehlo.constant dense<-0.69999999999999996> : tensor<f64>
    %cst_7 = stablehlo.constant dense<0.69999999999999996> : tensor<f64>
    %29:3 = call @clip(%12, %cst_6, %cst_7) : (tensor<16xf64>, tensor<f64>, tensor<f64>) -> (tensor<16xf64>, tensor<16xf64>, tensor<16xf64>)
    %30 = stablehlo.multiply %29#0, %29#0 : tensor<16xf64>
    %cst_8 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %31 = stablehlo.broadcast_in_dim %cst_8, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %32 = stablehlo.multiply %31, %29#0 : tensor<16xf64>
    %cst_9 = stablehlo.constant dense<1.000000e-02> : tensor<f64>
    %33 = stablehlo.broadcast_in_dim %cst_9, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %34 = stablehlo.multiply %33, %30 : tensor<16xf64>
    %35 = stablehlo.add %28, %34 : tensor<16xf64>
    %cst_10 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %36 = stablehlo.reduce(%35 init: %cst_10) applies stablehlo.add across dimensions = [0] : (tensor<16xf64>, tensor<f64>) -> tensor<f64>
    %cst_11 = stablehlo.constant dense<1.600000e+01> : tensor<f64>
    %37 = stablehlo.divide %36, %cst_11 : tensor<f64>
    %cst_12 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %cst_13 = stablehlo.constant dense<1.600000e+01> : tensor<f64>
    %38 = stablehlo.divide %cst_12, %cst_13 : tensor<f64>
    %39 = stablehlo.broadcast_in_dim %38, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %cst_14 = stablehlo.constant dense<1.000000e-02> : tensor<f64>
    %40 = stablehlo.broadcast_in_dim %cst_14, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %41 = stablehlo.multiply %40, %39 : tensor<16xf64>
    %42 = stablehlo.multiply %41, %32 : tensor<16xf64>
    %43 = call @clip_0(%29#1, %29#2, %42) : (tensor<16xf64>, tensor<16xf64>, tensor<16xf64>) -> tensor<16xf64>
    %44:2 = call @_where_1(%22, %39) : (tensor<16xi1>, tensor<16xf64>) -> (tensor<16xf64>, tensor<16xf64>)
    %cst_15 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %45 = stablehlo.broadcast_in_dim %cst_15, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %46 = stablehlo.select %25, %45, %44#1 : tensor<16xi1>, tensor<16xf64>
    %47 = stablehlo.select %25, %44#1, %45 : tensor<16xi1>, tensor<16xf64>
    %48 = stablehlo.add %43, %47 : tensor<16xf64>
    %49 = stablehlo.negate %46 : tensor<16xf64>
    %50 = stablehlo.add %48, %49 : tensor<16xf64>
    %cst_16 = stablehlo.constant dense<5.000000e-01> : tensor<f64>
    %51 = stablehlo.broadcast_in_dim %cst_16, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %52 = stablehlo.multiply %51, %44#0 : tensor<16xf64>
    %53 = stablehlo.multiply %52, %15 : tensor<16xf64>
    %54 = stablehlo.add %50, %53 : tensor<16xf64>
    %55 = stablehlo.broadcast_in_dim %54, dims = [0] : (tensor<16xf64>) -> tensor<16x1xf64>
    %cst_17 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %56 = stablehlo.reduce(%55 init: %cst_17) applies stablehlo.add across dimensions = [0] : (tensor<16x1xf64>, tensor<f64>) -> tensor<1xf64>
    %57 = stablehlo.reshape %56 : (tensor<1xf64>) -> tensor<1x1xf64>
    %cst_18 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %58 = stablehlo.reduce(%57 init: %cst_18) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1xf64>, tensor<f64>) -> tensor<f64>
    %59 = stablehlo.broadcast_in_dim %58, dims = [] : (tensor<f64>) -> tensor<1xf64>
    %60 = stablehlo.dot_general %55, %4, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<16x1xf64>, tensor<16x6xf64>) -> tensor<1x6xf64>
    %61 = stablehlo.transpose %60, dims = [1, 0] : (tensor<1x6xf64>) -> tensor<6x1xf64>
    %62 = stablehlo.dot_general %55, %arg3, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<16x1xf64>, tensor<6x1xf64>) -> tensor<16x6xf64>
    %63 = stablehlo.multiply %62, %6 : tensor<16x6xf64>
    %64 = stablehlo.multiply %63, %4 : tensor<16x6xf64>
    %65 = stablehlo.add %63, %64 : tensor<16x6xf64>
    %cst_19 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %66 = stablehlo.reduce(%65 init: %cst_19) applies stablehlo.add across dimensions = [0] : (tensor<16x6xf64>, tensor<f64>) -> tensor<6xf64>
    %67 = stablehlo.reshape %66 : (tensor<6xf64>) -> tensor<1x6xf64>
    %cst_20 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %68 = stablehlo.reduce(%67 init: %cst_20) applies stablehlo.add across dimensions = [0] : (tensor<1x6xf64>, tensor<f64>) -> tensor<6xf64>
    %69 = stablehlo.dot_general %65, %arg4, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<16x6xf64>, tensor<16x4xf64>) -> tensor<6x4xf64>
    %70 = stablehlo.transpose %69, dims = [1, 0] : (tensor<6x4xf64>) -> tensor<4x6xf64>
    return %37, %68, %70, %59, %61 : tensor<f64>, tensor<6xf64>, tensor<4x6xf64>, tensor<1xf64>, tensor<6x1xf64>
  }
  func.func private @_where(%arg0: tensor<16xi1>, %arg1: tensor<16xf64>, %arg2: tensor<16xf64>) -> tensor<16xf64> {
    %0 = stablehlo.select %arg0, %arg1, %arg2 : tensor<16xi1>, tensor<16xf64>
    return %0 : tensor<16xf64>
  }
  func.func private @clip(%arg0: tensor<16xf64>, %arg1: tensor<f64>, %arg2: tensor<f64>) -> (tensor<16xf64>, tensor<16xf64>, tensor<16xf64>) {
    %0 = stablehlo.convert %arg1 : tensor<f64>
    %1 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %2 = stablehlo.maximum %1, %arg0 : tensor<16xf64>
    %3 = stablehlo.compare EQ, %arg0, %2, FLOAT : (tensor<16xf64>, tensor<16xf64>) -> tensor<16xi1>
    %cst = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %4 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %5 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %6 = stablehlo.select %3, %4, %5 : tensor<16xi1>, tensor<16xf64>
    %7 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %8 = stablehlo.compare EQ, %7, %2, FLOAT : (tensor<16xf64>, tensor<16xf64>) -> tensor<16xi1>
    %cst_1 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %9 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %cst_2 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %10 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %11 = stablehlo.select %8, %9, %10 : tensor<16xi1>, tensor<16xf64>
    %12 = stablehlo.divide %6, %11 : tensor<16xf64>
    %13 = stablehlo.convert %arg2 : tensor<f64>
    %14 = stablehlo.broadcast_in_dim %13, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %15 = stablehlo.minimum %14, %2 : tensor<16xf64>
    %16 = stablehlo.compare EQ, %2, %15, FLOAT : (tensor<16xf64>, tensor<16xf64>) -> tensor<16xi1>
    %cst_3 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %17 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %cst_4 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %18 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %19 = stablehlo.select %16, %17, %18 : tensor<16xi1>, tensor<16xf64>
    %20 = stablehlo.broadcast_in_dim %13, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %21 = stablehlo.compare EQ, %20, %15, FLOAT : (tensor<16xf64>, tensor<16xf64>) -> tensor<16xi1>
    %cst_5 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %22 = stablehlo.broadcast_in_dim %cst_5, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %cst_6 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %23 = stablehlo.broadcast_in_dim %cst_6, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %24 = stablehlo.select %21, %22, %23 : tensor<16xi1>, tensor<16xf64>
    %25 = stablehlo.divide %19, %24 : tensor<16xf64>
    return %15, %12, %25 : tensor<16xf64>, tensor<16xf64>, tensor<16xf64>
  }
  func.func private @clip_0(%arg0: tensor<16xf64>, %arg1: tensor<16xf64>, %arg2: tensor<16xf64>) -> tensor<16xf64> {
    %0 = stablehlo.multiply %arg2, %arg1 : tensor<16xf64>
    %1 = stablehlo.multiply %0, %arg0 : tensor<16xf64>
    return %1 : tensor<16xf64>
  }
  func.func private @_where_1(%arg0: tensor<16xi1>, %arg1: tensor<16xf64>) -> (tensor<16xf64>, tensor<16xf64>) {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<16xf64>
    %1 = stablehlo.select %arg0, %0, %arg1 : tensor<16xi1>, tensor<16xf64>
    %2 = stablehlo.select %arg0, %arg1, %0 : tensor<16xi1>, tensor<16xf64>
    return %2, %1 : tensor<16xf64>, tensor<16xf64>
  }
}
