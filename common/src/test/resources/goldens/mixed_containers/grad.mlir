module @jit__lambda attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<3xf64>, %arg1: tensor<3xf64>, %arg2: tensor<3xf64>, %arg3: tensor<3xf64>, %arg4: tensor<5x4xf64>, %arg5: tensor<4x3xf64>, %arg6: tensor<3xf64>, %arg7: tensor<f64>, %arg8: tensor<3xf64>, %arg9: tensor<12x5xf64>, %arg10: tensor<12xi32>) -> (tensor<f64> {jax.result_info = "result[0]"}, tensor<3xf64> {jax.result_info = "result[1][0]"}, tensor<3xf64> {jax.result_info = "result[1][1]"}, tensor<3xf64> {jax.result_info = "result[1][2]"}, tensor<3xf64> {jax.result_info = "result[1][3]"}, tensor<5x4xf64> {jax.result_info = "result[1][4]"}, tensor<4x3xf64> {jax.result_info = "result[1][5]"}, tensor<3xf64> {jax.result_info = "result[1][6]"}, tensor<f64> {jax.result_info = "result[1][7]"}, tensor<3xf64> {jax.result_info = "result[1][8]"}) {
    %0 = stablehlo.dot_general %arg9, %arg4, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x4xf64>) -> tensor<12x4xf64>
    %1 = stablehlo.tanh %0 : tensor<12x4xf64>
    %cst = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %2 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x4xf64>
    %3 = stablehlo.subtract %2, %1 : tensor<12x4xf64>
    %4 = stablehlo.dot_general %1, %arg5, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x4xf64>, tensor<4x3xf64>) -> tensor<12x3xf64>
    %5 = stablehlo.broadcast_in_dim %arg7, dims = [] : (tensor<f64>) -> tensor<12x3xf64>
    %6 = stablehlo.multiply %4, %5 : tensor<12x3xf64>
    %7 = stablehlo.broadcast_in_dim %arg6, dims = [1] : (tensor<3xf64>) -> tensor<1x3xf64>
    %8 = stablehlo.broadcast_in_dim %7, dims = [0, 1] : (tensor<1x3xf64>) -> tensor<12x3xf64>
    %9 = stablehlo.add %6, %8 : tensor<12x3xf64>
    %10 = stablehlo.broadcast_in_dim %arg8, dims = [1] : (tensor<3xf64>) -> tensor<1x3xf64>
    %11 = stablehlo.broadcast_in_dim %10, dims = [0, 1] : (tensor<1x3xf64>) -> tensor<12x3xf64>
    %12 = stablehlo.add %9, %11 : tensor<12x3xf64>
    %13 = stablehlo.multiply %arg3, %arg3 : tensor<3xf64>
    %cst_0 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %14 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<3xf64>
    %15 = stablehlo.multiply %14, %arg3 : tensor<3xf64>
    %16 = stablehlo.broadcast_in_dim %13, dims = [1] : (tensor<3xf64>) -> tensor<1x3xf64>
    %17 = stablehlo.broadcast_in_dim %16, dims = [0, 1] : (tensor<1x3xf64>) -> tensor<12x3xf64>
    %18 = stablehlo.add %12, %17 : tensor<12x3xf64>
    %19 = stablehlo.multiply %arg2, %arg0 : tensor<3xf64>
    %20 = stablehlo.broadcast_in_dim %19, dims = [1] : (tensor<3xf64>) -> tensor<1x3xf64>
    %21 = stablehlo.broadcast_in_dim %20, dims = [0, 1] : (tensor<1x3xf64>) -> tensor<12x3xf64>
    %22 = stablehlo.add %18, %21 : tensor<12x3xf64>
    %23 = stablehlo.multiply %arg1, %arg1 : tensor<3xf64>
    %24 = stablehlo.multiply %23, %arg1 : tensor<3xf64>
    %25 = stablehlo.multiply %arg1, %arg1 : tensor<3xf64>
    %cst_1 = stablehlo.constant dense<3.000000e+00> : tensor<f64>
    %26 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f64>) -> tensor<3xf64>
    %27 = stablehlo.multiply %26, %25 : tensor<3xf64>
    %28 = stablehlo.broadcast_in_dim %24, dims = [1] : (tensor<3xf64>) -> tensor<1x3xf64>
    %29 = stablehlo.broadcast_in_dim %28, dims = [0, 1] : (tensor<1x3xf64>) -> tensor<12x3xf64>
    %30 = stablehlo.add %22, %29 : tensor<12x3xf64>
    %31 = call @_one_hot(%arg10) : (tensor<12xi32>) -> tensor<12x3xf64>
    %32 = stablehlo.subtract %30, %31 : tensor<12x3xf64>
    %33 = stablehlo.multiply %32, %32 : tensor<12x3xf64>
    %cst_2 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %34 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f64>) -> tensor<12x3xf64>
    %35 = stablehlo.multiply %34, %32 : tensor<12x3xf64>
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %36 = stablehlo.reduce(%33 init: %cst_3) applies stablehlo.add across dimensions = [0, 1] : (tensor<12x3xf64>, tensor<f64>) -> tensor<f64>
    %cst_4 = stablehlo.constant dense<3.600000e+01> : tensor<f64>
    %37 = stablehlo.divide %36, %cst_4 : tensor<f64>
    %cst_5 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %cst_6 = stablehlo.constant dense<3.600000e+01> : tensor<f64>
    %38 = stablehlo.divide %cst_5, %cst_6 : tensor<f64>
    %39 = stablehlo.broadcast_in_dim %38, dims = [] : (tensor<f64>) -> tensor<12x3xf64>
    %40 = stablehlo.multiply %39, %35 : tensor<12x3xf64>
    %cst_7 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %41 = stablehlo.reduce(%40 init: %cst_7) applies stablehlo.add across dimensions = [0] : (tensor<12x3xf64>, tensor<f64>) -> tensor<3xf64>
    %42 = stablehlo.reshape %41 : (tensor<3xf64>) -> tensor<1x3xf64>
    %cst_8 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %43 = stablehlo.reduce(%42 init: %cst_8) applies stablehlo.add across dimensions = [0] : (tensor<1x3xf64>, tensor<f64>) -> tensor<3xf64>
    %44 = stablehlo.multiply %43, %27 : tensor<3xf64>
    %cst_9 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %45 = stablehlo.reduce(%40 init: %cst_9) applies stablehlo.add across dimensions = [0] : (tensor<12x3xf64>, tensor<f64>) -> tensor<3xf64>
    %46 = stablehlo.reshape %45 : (tensor<3xf64>) -> tensor<1x3xf64>
    %cst_10 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %47 = stablehlo.reduce(%46 init: %cst_10) applies stablehlo.add across dimensions = [0] : (tensor<1x3xf64>, tensor<f64>) -> tensor<3xf64>
    %48 = stablehlo.multiply %arg2, %47 : tensor<3xf64>
    %49 = stablehlo.multiply %47, %arg0 : tensor<3xf64>
    %cst_11 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %50 = stablehlo.reduce(%40 init: %cst_11) applies stablehlo.add across dimensions = [0] : (tensor<12x3xf64>, tensor<f64>) -> tensor<3xf64>
    %51 = stablehlo.reshape %50 : (tensor<3xf64>) -> tensor<1x3xf64>
    %cst_12 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %52 = stablehlo.reduce(%51 init: %cst_12) applies stablehlo.add across dimensions = [0] : (tensor<1x3xf64>, tensor<f64>) -> tensor<3xf64>
    %53 = stablehlo.multiply %52, %15 : tensor<3xf64>
    %cst_13 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %54 = stablehlo.reduce(%40 init: %cst_13) applies stablehlo.add across dimensions = [0] : (tensor<12x3xf64>, tensor<f64>) -> tensor<3xf64>
    %55 = stablehlo.reshape %54 : (tensor<3xf64>) -> tensor<1x3xf64>
    %cst_14 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %56 = stablehlo.reduce(%55 init: %cst_14) applies stablehlo.add across dimensions = [0] : (tensor<1x3xf64>, tensor<f64>) -> tensor<3xf64>
    %cst_15 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %57 = stablehlo.reduce(%40 init: %cst_15) applies stablehlo.add across dimensions = [0] : (tensor<12x3xf64>, tensor<f64>) -> tensor<3xf64>
    %58 = stablehlo.reshape %57 : (tensor<3xf64>) -> tensor<1x3xf64>
    %cst_16 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %59 = stablehlo.reduce(%58 init: %cst_16) applies stablehlo.add across dimensions = [0] : (tensor<1x3xf64>, tensor<f64>) -> tensor<3xf64>
    %60 = stablehlo.multiply %4, %40 : tensor<12x3xf64>
    %cst_17 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %61 = stablehlo.reduce(%60 init: %cst_17) applies stablehlo.add across dimensions = [0, 1] : (tensor<12x3xf64>, tensor<f64>) -> tensor<f64>
    %62 = stablehlo.broadcast_in_dim %arg7, dims = [] : (tensor<f64>) -> tensor<12x3xf64>
    %63 = stablehlo.multiply %40, %62 : tensor<12x3xf64>
    %64 = stablehlo.dot_general %63, %1, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x3xf64>, tensor<12x4xf64>) -> tensor<3x4xf64>
    %65 = stablehlo.transpose %64, dims = [1, 0] : (tensor<3x4xf64>) -> tensor<4x3xf64>
    %66 = stablehlo.dot_general %63, %arg5, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<12x3xf64>, tensor<4x3xf64>) -> tensor<12x4xf64>
    %67 = stablehlo.multiply %66, %3 : tensor<12x4xf64>
    %68 = stablehlo.multiply %67, %1 : tensor<12x4xf64>
    %69 = stablehlo.add %67, %68 : tensor<12x4xf64>
    %70 = stablehlo.dot_general %69, %arg9, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x4xf64>, tensor<12x5xf64>) -> tensor<4x5xf64>
    %71 = stablehlo.transpose %70, dims = [1, 0] : (tensor<4x5xf64>) -> tensor<5x4xf64>
    return %37, %48, %44, %49, %53, %71, %65, %59, %61, %56 : tensor<f64>, tensor<3xf64>, tensor<3xf64>, tensor<3xf64>, tensor<3xf64>, tensor<5x4xf64>, tensor<4x3xf64>, tensor<3xf64>, tensor<f64>, tensor<3xf64>
  }
  func.func private @_one_hot(%arg0: tensor<12xi32>) -> tensor<12x3xf64> {
    %0 = stablehlo.broadcast_in_dim %arg0, dims = [0] : (tensor<12xi32>) -> tensor<12x1xi32>
    %1 = stablehlo.iota dim = 1 : tensor<1x3xi32>
    %2 = stablehlo.broadcast_in_dim %0, dims = [0, 1] : (tensor<12x1xi32>) -> tensor<12x3xi32>
    %3 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x3xi32>) -> tensor<12x3xi32>
    %4 = stablehlo.compare EQ, %2, %3, SIGNED : (tensor<12x3xi32>, tensor<12x3xi32>) -> tensor<12x3xi1>
    %5 = stablehlo.convert %4 : (tensor<12x3xi1>) -> tensor<12x3xf64>
    return %5 : tensor<12x3xf64>
  }
}
