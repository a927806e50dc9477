module @jit_value_and_grad attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<7xf64>, %arg1: tensor<5x7xf64>, %arg2: tensor<3xf64>, %arg3: tensor<7x3xf64>, %arg4: tensor<15x5xf64>, %arg5: tensor<15xi32>) -> (tensor<f64> {jax.result_info = "result[0]"}, tensor<7xf64> {jax.result_info = "result[1][0]"}, tensor<5x7xf64> {jax.result_info = "result[1][1]"}, tensor<3xf64> {jax.result_info = "result[1][2]"}, tensor<7x3xf64> {jax.result_info = "result[1][3]"}) {
    %0 = stablehlo.dot_general %arg4, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<15x5xf64>, tensor<5x7xf64>) -> tensor<15x7xf64>
    %1 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<7xf64>) -> tensor<1x7xf64>
    %2 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<15x7xf64>
    %3 = stablehlo.add %0, %2 : tensor<15x7xf64>
    %4 = stablehlo.tanh %3 : tensor<15x7xf64>
    %cst = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %5 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<15x7xf64>
    %6 = stablehlo.subtract %5, %4 : tensor<15x7xf64>
    %7 = stablehlo.dot_general %4, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<15x7xf64>, tensor<7x3xf64>) -> tensor<15x3xf64>
    %8 = stablehlo.broadcast_in_dim %arg2, dims = [1] : (tensor<3xf64>) -> tensor<1x3xf64>
    %9 = stablehlo.broadcast_in_dim %8, dims = [0, 1] : (tensor<1x3xf64>) -> tensor<15x3xf64>
    %10 = stablehlo.add %7, %9 : tensor<15x3xf64>
    %11:3 = call @log_softmax(%10) : (tensor<15x3xf64>) -> (tensor<15x3xf64>, tensor<15x3xf64>, tensor<15x1xf64>)
    %12 = call @_one_hot(%arg5) : (tensor<15xi32>) -> tensor<15x3xf64>
    %13 = stablehlo.multiply %12, %11#0 : tensor<15x3xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %14 = stablehlo.reduce(%13 init: %cst_0) applies stablehlo.add across dimensions = [1] : (tensor<15x3xf64>, tensor<f64>) -> tensor<15xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %15 = stablehlo.reduce(%14 init: %cst_1) applies stablehlo.add across dimensions = [0] : (tensor<15xf64>, tensor<f64>) -> tensor<f64>
    %cst_2 = stablehlo.constant dense<1.500000e+01> : tensor<f64>
    %16 = stablehlo.divide %15, %cst_2 : tensor<f64>
    %17 = stablehlo.negate %16 : tensor<f64>
    %18 = stablehlo.multiply %arg0, %arg0 : tensor<7xf64>
    %cst_3 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %19 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f64>) -> tensor<7xf64>
    %20 = stablehlo.multiply %19, %arg0 : tensor<7xf64>
    %cst_4 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %21 = stablehlo.reduce(%18 init: %cst_4) applies stablehlo.add across dimensions = [0] : (tensor<7xf64>, tensor<f64>) -> tensor<f64>
    %cst_5 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %22 = stablehlo.add %cst_5, %21 : tensor<f64>
    %23 = stablehlo.multiply %arg1, %arg1 : tensor<5x7xf64>
    %cst_6 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %24 = stablehlo.broadcast_in_dim %cst_6, dims = [] : (tensor<f64>) -> tensor<5x7xf64>
    %25 = stablehlo.multiply %24, %arg1 : tensor<5x7xf64>
    %cst_7 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %26 = stablehlo.reduce(%23 init: %cst_7) applies stablehlo.add across dimensions = [0, 1] : (tensor<5x7xf64>, tensor<f64>) -> tensor<f64>
    %27 = stablehlo.add %22, %26 : tensor<f64>
    %28 = stablehlo.multiply %arg2, %arg2 : tensor<3xf64>
    %cst_8 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %29 = stablehlo.broadcast_in_dim %cst_8, dims = [] : (tensor<f64>) -> tensor<3xf64>
    %30 = stablehlo.multiply %29, %arg2 : tensor<3xf64>
    %cst_9 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %31 = stablehlo.reduce(%28 init: %cst_9) applies stablehlo.add across dimensions = [0] : (tensor<3xf64>, tensor<f64>) -> tensor<f64>
    %32 = stablehlo.add %27, %31 : tensor<f64>
    %33 = stablehlo.multiply %arg3, %arg3 : tensor<7x3xf64>
    %cst_10 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %34 = stablehlo.broadcast_in_dim %cst_10, dims = [] : (tensor<f64>) -> tensor<7x3xf64>
    %35 = stablehlo.multiply %34, %arg3 : tensor<7x3xf64>
    %cst_11 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %36 = stablehlo.reduce(%33 init: %cst_11) applies stablehlo.add across dimensions = [0, 1] : (tensor<7x3xf64>, tensor<f64>) -> tensor<f64>
    %37 = stablehlo.add %32, %36 : tensor<f64>
    %cst_12 = stablehlo.constant dense<5.000000e-03> : tensor<f64>
    %38 = stablehlo.multiply %cst_12, %37 : tensor<f64>
    %39 = stablehlo.add %17, %38 : tensor<f64>
    %cst_13 = stablehlo.constant dense<5.000000e-03> : tensor<f64>
    %cst_14 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %40 = stablehlo.multiply %cst_13, %cst_14 : tensor<f64>
    %41 = stablehlo.broadcast_in_dim %40, dims = [] : (tensor<f64>) -> tensor<7x3xf64>
    %42 = stablehlo.multiply %41, %35 : tensor<7x3xf64>
    %43 = stablehlo.broadcast_in_dim %40, dims = [] : (tensor<f64>) -> tensor<3xf64>
    %44 = stablehlo.multiply %43, %30 : tensor<3xf64>
    %45 = stablehlo.broadcast_in_dim %40, dims = [] : (tensor<f64>) -> tensor<5x7xf64>
    %46 = stablehlo.multiply %45, %25 : tensor<5x7xf64>
    %47 = stablehlo.broadcast_in_dim %40, dims = [] : (tensor<f64>) -> tensor<7xf64>
    %48 = stablehlo.multiply %47, %20 : tensor<7xf64>
    %cst_15 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %49 = stablehlo.negate %cst_15 : tensor<f64>
    %cst_16 = stablehlo.constant dense<1.500000e+01> : tensor<f64>
    %50 = stablehlo.divide %49, %cst_16 : tensor<f64>
    %51 = stablehlo.broadcast_in_dim %50, dims = [] : (tensor<f64>) -> tensor<15xf64>
    %52 = stablehlo.broadcast_in_dim %51, dims = [0] : (tensor<15xf64>) -> tensor<15x3xf64>
    %53 = stablehlo.multiply %12, %52 : tensor<15x3xf64>
    %54 = call @log_softmax_0(%11#1, %11#2, %53) : (tensor<15x3xf64>, tensor<15x1xf64>, tensor<15x3xf64>) -> tensor<15x3xf64>
    %cst_17 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %55 = stablehlo.reduce(%54 init: %cst_17) applies stablehlo.add across dimensions = [0] : (tensor<15x3xf64>, tensor<f64>) -> tensor<3xf64>
    %56 = stablehlo.reshape %55 : (tensor<3xf64>) -> tensor<1x3xf64>
    %cst_18 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %57 = stablehlo.reduce(%56 init: %cst_18) applies stablehlo.add across dimensions = [0] : (tensor<1x3xf64>, tensor<f64>) -> tensor<3xf64>
    %58 = stablehlo.add %44, %57 : tensor<3xf64>
    %59 = stablehlo.dot_general %54, %4, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<15x3xf64>, tensor<15x7xf64>) -> tensor<3x7xf64>
    %60 = stablehlo.transpose %59, dims = [1, 0] : (tensor<3x7xf64>) -> tensor<7x3xf64>
    %61 = stablehlo.add %42, %60 : tensor<7x3xf64>
    %62 = stablehlo.dot_general %54, %arg3, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<15x3xf64>, tensor<7x3xf64>) -> tensor<15x7xf64>
    %63 = stablehlo.multiply %62, %6 : tensor<15x7xf64>
    %64 = stablehlo.multiply %63, %4 : tensor<15x7xf64>
    %65 = stablehlo.add %63, %64 : tensor<15x7xf64>
    %cst_19 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %66 = stablehlo.reduce(%65 init: %cst_19) applies stablehlo.add across dimensions = [0] : (tensor<15x7xf64>, tensor<f64>) -> tensor<7xf64>
    %67 = stablehlo.reshape %66 : (tensor<7xf64>) -> tensor<1x7xf64>
    %cst_20 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %68 = stablehlo.reduce(%67 init: %cst_20) applies stablehlo.add across dimensions = [0] : (tensor<1x7xf64>, tensor<f64>) -> tensor<7xf64>
    %69 = stablehlo.add %48, %68 : tensor<7xf64>
    %70 = stablehlo.dot_general %65, %arg4, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<15x7xf64>, tensor<15x5xf64>) -> tensor<7x5xf64>
    %71 = stablehlo.transpose %70, dims = [1, 0] : (tensor<7x5xf64>) -> tensor<5x7xf64>
    %72 = stablehlo.add %46, %71 : tensor<5x7xf64>
    return %39, %69, %72, %58, %61 : tensor<f64>, tensor<7xf64>, tensor<5x7xf64>, tensor<3xf64>, tensor<7x3xf64>
  }
  func.func private @log_softmax(%arg0: tensor<15x3xf64>) -> (tensor<15x3xf64>, tensor<15x3xf64>, tensor<15x1xf64>) {
    %cst = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.maximum across dimensions = [1] : (tensor<15x3xf64>, tensor<f64>) -> tensor<15xf64>
    %cst_0 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %1 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<15xf64>
    %2 = stablehlo.maximum %1, %0 : tensor<15xf64>
    %3 = stablehlo.broadcast_in_dim %2, dims = [0] : (tensor<15xf64>) -> tensor<15x1xf64>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1] : (tensor<15x1xf64>) -> tensor<15x3xf64>
    %5 = stablehlo.subtract %arg0, %4 : tensor<15x3xf64>
    %6 = stablehlo.exponential %5 : tensor<15x3xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %7 = stablehlo.reduce(%6 init: %cst_1) applies stablehlo.add across dimensions = [1] : (tensor<15x3xf64>, tensor<f64>) -> tensor<15xf64>
    %8 = stablehlo.broadcast_in_dim %7, dims = [0] : (tensor<15xf64>) -> tensor<15x1xf64>
    %9 = stablehlo.log %8 : tensor<15x1xf64>
    %10 = stablehlo.broadcast_in_dim %9, dims = [0, 1] : (tensor<15x1xf64>) -> tensor<15x3xf64>
    %11 = stablehlo.subtract %5, %10 : tensor<15x3xf64>
    return %11, %6, %8 : tensor<15x3xf64>, tensor<15x3xf64>, tensor<15x1xf64>
  }
  func.func private @_one_hot(%arg0: tensor<15xi32>) -> tensor<15x3xf64> {
    %0 = stablehlo.broadcast_in_dim %arg0, dims = [0] : (tensor<15xi32>) -> tensor<15x1xi32>
    %1 = stablehlo.iota dim = 1 : tensor<1x3xi32>
    %2 = stablehlo.broadcast_in_dim %0, dims = [0, 1] : (tensor<15x1xi32>) -> tensor<15x3xi32>
    %3 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x3xi32>) -> tensor<15x3xi32>
    %4 = stablehlo.compare EQ, %2, %3, SIGNED : (tensor<15x3xi32>, tensor<15x3xi32>) -> tensor<15x3xi1>
    %5 = stablehlo.convert %4 : (tensor<15x3xi1>) -> tensor<15x3xf64>
    return %5 : tensor<15x3xf64>
  }
  func.func private @log_softmax_0(%arg0: tensor<15x3xf64>, %arg1: tensor<15x1xf64>, %arg2: tensor<15x3xf64>) -> tensor<15x3xf64> {
    %0 = stablehlo.negate %arg2 : tensor<15x3xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %1 = stablehlo.reduce(%0 init: %cst) applies stablehlo.add across dimensions = [1] : (tensor<15x3xf64>, tensor<f64>) -> tensor<15xf64>
    %2 = stablehlo.reshape %1 : (tensor<15xf64>) -> tensor<15x1xf64>
    %3 = stablehlo.divide %2, %arg1 : tensor<15x1xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %4 = stablehlo.reduce(%3 init: %cst_0) applies stablehlo.add across dimensions = [1] : (tensor<15x1xf64>, tensor<f64>) -> tensor<15xf64>
    %5 = stablehlo.broadcast_in_dim %4, dims = [0] : (tensor<15xf64>) -> tensor<15x3xf64>
    %6 = stablehlo.multiply %5, %arg0 : tensor<15x3xf64>
    %7 = stablehlo.add %arg2, %6 : tensor<15x3xf64>
    return %7 : tensor<15x3xf64>
  }
}
