// def loss(p, x, y): return -jnp.mean(jnp.sum(jax.nn.one_hot(y, C)*jax.nn.log_softmax(mlp(p,x)),-1)) + 1e-2*sum(jnp.sum(v**2) for v in jax.tree_util.tree_leaves(p))
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<7xf64>, %arg1: tensor<4xf64>, %arg2: tensor<5x7xf64>, %arg3: tensor<7x4xf64>, %arg4: tensor<12x5xf64>, %arg5: tensor<12xi32>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = call @_one_hot(%arg5) : (tensor<12xi32>) -> tensor<12x4xf64>
    %1 = stablehlo.dot_general %arg4, %arg2, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x7xf64>) -> tensor<12x7xf64>
    %2 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<7xf64>) -> tensor<1x7xf64>
    %3 = stablehlo.broadcast_in_dim %2, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<12x7xf64>
    %4 = stablehlo.add %1, %3 : tensor<12x7xf64>
    %5 = stablehlo.tanh %4 : tensor<12x7xf64>
    %6 = stablehlo.dot_general %5, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x7xf64>, tensor<7x4xf64>) -> tensor<12x4xf64>
    %7 = stablehlo.broadcast_in_dim %arg1, dims = [1] : (tensor<4xf64>) -> tensor<1x4xf64>
    %8 = stablehlo.broadcast_in_dim %7, dims = [0, 1] : (tensor<1x4xf64>) -> tensor<12x4xf64>
    %9 = stablehlo.add %6, %8 : tensor<12x4xf64>
    %10 = call @log_softmax(%9) : (tensor<12x4xf64>) -> tensor<12x4xf64>
    %11 = stablehlo.multiply %0, %10 : tensor<12x4xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %12 = stablehlo.reduce(%11 init: %cst) applies stablehlo.add across dimensions = [1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<12xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %13 = stablehlo.reduce(%12 init: %cst_0) applies stablehlo.add across dimensions = [0] : (tensor<12xf64>, tensor<f64>) -> tensor<f64>
    %cst_1 = stablehlo.constant dense<1.200000e+01> : tensor<f64>
    %14 = stablehlo.divide %13, %cst_1 : tensor<f64>
    %15 = stablehlo.negate %14 : tensor<f64>
    %16 = stablehlo.multiply %arg0, %arg0 : tensor<7xf64>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %17 = stablehlo.reduce(%16 init: %cst_2) applies stablehlo.add across dimensions = [0] : (tensor<7xf64>, tensor<f64>) -> tensor<f64>
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %18 = stablehlo.add %cst_3, %17 : tensor<f64>
    %19 = stablehlo.multiply %arg1, %arg1 : tensor<4xf64>
    %cst_4 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %20 = stablehlo.reduce(%19 init: %cst_4) applies stablehlo.add across dimensions = [0] : (tensor<4xf64>, tensor<f64>) -> tensor<f64>
    %21 = stablehlo.add %18, %20 : tensor<f64>
    %22 = stablehlo.multiply %arg2, %arg2 : tensor<5x7xf64>
    %cst_5 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %23 = stablehlo.reduce(%22 init: %cst_5) applies stablehlo.add across dimensions = [0, 1] : (tensor<5x7xf64>, tensor<f64>) -> tensor<f64>
    %24 = stablehlo.add %21, %23 : tensor<f64>
    %25 = stablehlo.multiply %arg3, %arg3 : tensor<7x4xf64>
    %cst_6 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %26 = stablehlo.reduce(%25 init: %cst_6) applies stablehlo.add across dimensions = [0, 1] : (tensor<7x4xf64>, tensor<f64>) -> tensor<f64>
    %27 = stablehlo.add %24, %26 : tensor<f64>
    %cst_7 = stablehlo.constant dense<1.000000e-02> : tensor<f64>
    %28 = stablehlo.multiply %cst_7, %27 : tensor<f64>
    %29 = stablehlo.add %15, %28 : tensor<f64>
    return %29 : tensor<f64>
  }
  func.func private @_one_hot(%arg0: tensor<12xi32>) -> tensor<12x4xf64> {
    %0 = stablehlo.broadcast_in_dim %arg0, dims = [0] : (tensor<12xi32>) -> tensor<12x1xi32>
    %1 = stablehlo.iota dim = 1 : tensor<1x4xi32>
    %2 = stablehlo.broadcast_in_dim %0, dims = [0, 1] : (tensor<12x1xi32>) -> tensor<12x4xi32>
    %3 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x4xi32>) -> tensor<12x4xi32>
    %4 = stablehlo.compare EQ, %2, %3, SIGNED : (tensor<12x4xi32>, tensor<12x4xi32>) -> tensor<12x4xi1>
    %5 = stablehlo.convert %4 : (tensor<12x4xi1>) -> tensor<12x4xf64>
    return %5 : tensor<12x4xf64>
  }
  func.func private @log_softmax(%arg0: tensor<12x4xf64>) -> tensor<12x4xf64> {
    %cst = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.maximum across dimensions = [1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<12xf64>
    %cst_0 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %1 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<12xf64>
    %2 = stablehlo.maximum %1, %0 : tensor<12xf64>
    %3 = stablehlo.broadcast_in_dim %2, dims = [0] : (tensor<12xf64>) -> tensor<12x1xf64>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1] : (tensor<12x1xf64>) -> tensor<12x4xf64>
    %5 = stablehlo.subtract %arg0, %4 : tensor<12x4xf64>
    %6 = stablehlo.exponential %5 : tensor<12x4xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %7 = stablehlo.reduce(%6 init: %cst_1) applies stablehlo.add across dimensions = [1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<12xf64>
    %8 = stablehlo.broadcast_in_dim %7, dims = [0] : (tensor<12xf64>) -> tensor<12x1xf64>
    %9 = stablehlo.log %8 : tensor<12x1xf64>
    %10 = stablehlo.broadcast_in_dim %9, dims = [0, 1] : (tensor<12x1xf64>) -> tensor<12x4xf64>
    %11 = stablehlo.subtract %5, %10 : tensor<12x4xf64>
    return %11 : tensor<12x4xf64>
  }
}
