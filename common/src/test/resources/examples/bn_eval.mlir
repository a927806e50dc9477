// def loss(p, stats, x, y):
//     h = x@p['w1']
//     h = (h-stats['m'])/jnp.sqrt(stats['v']+1e-5)*p['g']+p['b']
//     return jnp.mean((jnp.tanh(h)@p['w2']-y)**2)
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<7xf64>, %arg1: tensor<7xf64>, %arg2: tensor<5x7xf64>, %arg3: tensor<7x4xf64>, %arg4: tensor<7xf64>, %arg5: tensor<7xf64>, %arg6: tensor<12x5xf64>, %arg7: tensor<12x4xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.dot_general %arg6, %arg2, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x7xf64>) -> tensor<12x7xf64>
    %1 = stablehlo.broadcast_in_dim %arg4, dims = [1] : (tensor<7xf64>) -> tensor<1x7xf64>
    %2 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<12x7xf64>
    %3 = stablehlo.subtract %0, %2 : tensor<12x7xf64>
    %cst = stablehlo.constant dense<1.000000e-05> : tensor<f64>
    %4 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<7xf64>
    %5 = stablehlo.add %arg5, %4 : tensor<7xf64>
    %6 = stablehlo.sqrt %5 : tensor<7xf64>
    %7 = stablehlo.broadcast_in_dim %6, dims = [1] : (tensor<7xf64>) -> tensor<1x7xf64>
    %8 = stablehlo.broadcast_in_dim %7, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<12x7xf64>
    %9 = stablehlo.divide %3, %8 : tensor<12x7xf64>
    %10 = stablehlo.broadcast_in_dim %arg1, dims = [1] : (tensor<7xf64>) -> tensor<1x7xf64>
    %11 = stablehlo.broadcast_in_dim %10, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<12x7xf64>
    %12 = stablehlo.multiply %9, %11 : tensor<12x7xf64>
    %13 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<7xf64>) -> tensor<1x7xf64>
    %14 = stablehlo.broadcast_in_dim %13, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<12x7xf64>
    %15 = stablehlo.add %12, %14 : tensor<12x7xf64>
    %16 = stablehlo.tanh %15 : tensor<12x7xf64>
    %17 = stablehlo.dot_general %16, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x7xf64>, tensor<7x4xf64>) -> tensor<12x4xf64>
    %18 = stablehlo.subtract %17, %arg7 : tensor<12x4xf64>
    %19 = stablehlo.multiply %18, %18 : tensor<12x4xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %20 = stablehlo.reduce(%19 init: %cst_0) applies stablehlo.add across dimensions = [0, 1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<f64>
    %cst_1 = stablehlo.constant dense<4.800000e+01> : tensor<f64>
    %21 = stablehlo.divide %20, %cst_1 : tensor<f64>
    return %21 : tensor<f64>
  }
}
