module @jit__lambda attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<3xf64>, %arg1: tensor<3xf64>, %arg2: tensor<3xf64>, %arg3: tensor<3xf64>, %arg4: tensor<5x4xf64>, %arg5: tensor<4x3xf64>, %arg6: tensor<3xf64>, %arg7: tensor<f64>, %arg8: tensor<3xf64>, %arg9: tensor<12x5xf64>, %arg10: tensor<12xi32>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.dot_general %arg9, %arg4, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x4xf64>) -> tensor<12x4xf64>
    %1 = stablehlo.tanh %0 : tensor<12x4xf64>
    %2 = stablehlo.dot_general %1, %arg5, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x4xf64>, tensor<4x3xf64>) -> tensor<12x3xf64>
    %3 = stablehlo.broadcast_in_dim %arg7, dims = [] : (tensor<f64>) -> tensor<12x3xf64>
    %4 = stablehlo.multiply %2, %3 : tensor<12x3xf64>
    %5 = stablehlo.broadcast_in_dim %arg6, dims = [1] : (tensor<3xf64>) -> tensor<1x3xf64>
    %6 = stablehlo.broadcast_in_dim %5, dims = [0, 1] : (tensor<1x3xf64>) -> tensor<12x3xf64>
    %7 = stablehlo.add %4, %6 : tensor<12x3xf64>
    %8 = stablehlo.broadcast_in_dim %arg8, dims = [1] : (tensor<3xf64>) -> tensor<1x3xf64>
    %9 = stablehlo.broadcast_in_dim %8, dims = [0, 1] : (tensor<1x3xf64>) -> tensor<12x3xf64>
    %10 = stablehlo.add %7, %9 : tensor<12x3xf64>
    %11 = stablehlo.multiply %arg3, %arg3 : tensor<3xf64>
    %12 = stablehlo.broadcast_in_dim %11, dims = [1] : (tensor<3xf64>) -> tensor<1x3xf64>
    %13 = stablehlo.broadcast_in_dim %12, dims = [0, 1] : (tensor<1x3xf64>) -> tensor<12x3xf64>
    %14 = stablehlo.add %10, %13 : tensor<12x3xf64>
    %15 = stablehlo.multiply %arg2, %arg0 : tensor<3xf64>
    %16 = stablehlo.broadcast_in_dim %15, dims = [1] : (tensor<3xf64>) -> tensor<1x3xf64>
    %17 = stablehlo.broadcast_in_dim %16, dims = [0, 1] : (tensor<1x3xf64>) -> tensor<12x3xf64>
    %18 = stablehlo.add %14, %17 : tensor<12x3xf64>
    %19 = stablehlo.multiply %arg1, %arg1 : tensor<3xf64>
    %20 = stablehlo.multiply %19, %arg1 : tensor<3xf64>
    %21 = stablehlo.broadcast_in_dim %20, dims = [1] : (tensor<3xf64>) -> tensor<1x3xf64>
    %22 = stablehlo.broadcast_in_dim %21, dims = [0, 1] : (tensor<1x3xf64>) -> tensor<12x3xf64>
    %23 = stablehlo.add %18, %22 : tensor<12x3xf64>
    %24 = call @_one_hot(%arg10) : (tensor<12xi32>) -> tensor<12x3xf64>
    %25 = stablehlo.subtract %23, %24 : tensor<12x3xf64>
    %26 = stablehlo.multiply %25, %25 : tensor<12x3xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %27 = stablehlo.reduce(%26 init: %cst) applies stablehlo.add across dimensions = [0, 1] : (tensor<12x3xf64>, tensor<f64>) -> tensor<f64>
    %cst_0 = stablehlo.constant dense<3.600000e+01> : tensor<f64>
    %28 = stablehlo.divide %27, %cst_0 : tensor<f64>
    return %28 : tensor<f64>
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
