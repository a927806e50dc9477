module @jit_flat attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<7xf64>, %arg1: tensor<5x7xf64>, %arg2: tensor<3xf64>, %arg3: tensor<7x3xf64>, %arg4: tensor<15x5xf64>, %arg5: tensor<15xi32>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.dot_general %arg4, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<15x5xf64>, tensor<5x7xf64>) -> tensor<15x7xf64>
    %1 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<7xf64>) -> tensor<1x7xf64>
    %2 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<15x7xf64>
    %3 = stablehlo.add %0, %2 : tensor<15x7xf64>
    %4 = stablehlo.tanh %3 : tensor<15x7xf64>
    %5 = stablehlo.dot_general %4, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<15x7xf64>, tensor<7x3xf64>) -> tensor<15x3xf64>
    %6 = stablehlo.broadcast_in_dim %arg2, dims = [1] : (tensor<3xf64>) -> tensor<1x3xf64>
    %7 = stablehlo.broadcast_in_dim %6, dims = [0, 1] : (tensor<1x3xf64>) -> tensor<15x3xf64>
    %8 = stablehlo.add %5, %7 : tensor<15x3xf64>
    %9 = call @log_softmax(%8) : (tensor<15x3xf64>) -> tensor<15x3xf64>
    %10 = call @_one_hot(%arg5) : (tensor<15xi32>) -> tensor<15x3xf64>
    %11 = stablehlo.multiply %10, %9 : tensor<15x3xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %12 = stablehlo.reduce(%11 init: %cst) applies stablehlo.add across dimensions = [1] : (tensor<15x3xf64>, tensor<f64>) -> tensor<15xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %13 = stablehlo.reduce(%12 init: %cst_0) applies stablehlo.add across dimensions = [0] : (tensor<15xf64>, tensor<f64>) -> tensor<f64>
    %cst_1 = stablehlo.constant dense<1.500000e+01> : tensor<f64>
    %14 = stablehlo.divide %13, %cst_1 : tensor<f64>
    %15 = stablehlo.negate %14 : tensor<f64>
    %16 = stablehlo.multiply %arg0, %arg0 : tensor<7xf64>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %17 = stablehlo.reduce(%16 init: %cst_2) applies stablehlo.add across dimensions = [0] : (tensor<7xf64>, tensor<f64>) -> tensor<f64>
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %18 = stablehlo.add %cst_3, %17 : tensor<f64>
    %19 = stablehlo.multiply %arg1, %arg1 : tensor<5x7xf64>
    %cst_4 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %20 = stablehlo.reduce(%19 init: %cst_4) applies stablehlo.add across dimensions = [0, 1] : (tensor<5x7xf64>, tensor<f64>) -> tensor<f64>
    %21 = stablehlo.add %18, %20 : tensor<f64>
    %22 = stablehlo.multiply %arg2, %arg2 : tensor<3xf64>
    %cst_5 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %23 = stablehlo.reduce(%22 init: %cst_5) applies stablehlo.add across dimensions = [0] : (tensor<3xf64>, tensor<f64>) -> tensor<f64>
    %24 = stablehlo.add %21, %23 : tensor<f64>
    %25 = stablehlo.multiply %arg3, %arg3 : tensor<7x3xf64>
    %cst_6 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %26 = stablehlo.reduce(%25 init: %cst_6) applies stablehlo.add across dimensions = [0, 1] : (tensor<7x3xf64>, tensor<f64>) -> tensor<f64>
    %27 = stablehlo.add %24, %26 : tensor<f64>
    %cst_7 = stablehlo.constant dense<5.000000e-03> : tensor<f64>
    %28 = stablehlo.multiply %cst_7, %27 : tensor<f64>
    %29 = stablehlo.add %15, %28 : tensor<f64>
    return %29 : tensor<f64>
  }
  func.func private @log_softmax(%arg0: tensor<15x3xf64>) -> tensor<15x3xf64> {
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
    return %11 : tensor<15x3xf64>
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
}
