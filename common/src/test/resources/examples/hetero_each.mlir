// def loss(p, x, y):
//     o = mlp(p,x); mu, s = o[:,:2], o[:,2:]
//     return jnp.mean(0.5*jnp.exp(-s)*(y-mu)**2+0.5*s) + 0.5*jnp.log(2*jnp.pi)
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<7xf64>, %arg1: tensor<4xf64>, %arg2: tensor<5x7xf64>, %arg3: tensor<7x4xf64>, %arg4: tensor<12x5xf64>, %arg5: tensor<12x2xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.dot_general %arg4, %arg2, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x7xf64>) -> tensor<12x7xf64>
    %1 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<7xf64>) -> tensor<1x7xf64>
    %2 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<12x7xf64>
    %3 = stablehlo.add %0, %2 : tensor<12x7xf64>
    %4 = stablehlo.tanh %3 : tensor<12x7xf64>
    %5 = stablehlo.dot_general %4, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x7xf64>, tensor<7x4xf64>) -> tensor<12x4xf64>
    %6 = stablehlo.broadcast_in_dim %arg1, dims = [1] : (tensor<4xf64>) -> tensor<1x4xf64>
    %7 = stablehlo.broadcast_in_dim %6, dims = [0, 1] : (tensor<1x4xf64>) -> tensor<12x4xf64>
    %8 = stablehlo.add %5, %7 : tensor<12x4xf64>
    %9 = stablehlo.slice %8 [0:12, 0:2] : (tensor<12x4xf64>) -> tensor<12x2xf64>
    %10 = stablehlo.slice %8 [0:12, 2:4] : (tensor<12x4xf64>) -> tensor<12x2xf64>
    %11 = stablehlo.negate %10 : tensor<12x2xf64>
    %12 = stablehlo.exponential %11 : tensor<12x2xf64>
    %cst = stablehlo.constant dense<5.000000e-01> : tensor<f64>
    %13 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x2xf64>
    %14 = stablehlo.multiply %13, %12 : tensor<12x2xf64>
    %15 = stablehlo.subtract %arg5, %9 : tensor<12x2xf64>
    %16 = stablehlo.multiply %15, %15 : tensor<12x2xf64>
    %17 = stablehlo.multiply %14, %16 : tensor<12x2xf64>
    %cst_0 = stablehlo.constant dense<5.000000e-01> : tensor<f64>
    %18 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<12x2xf64>
    %19 = stablehlo.multiply %18, %10 : tensor<12x2xf64>
    %20 = stablehlo.add %17, %19 : tensor<12x2xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %21 = stablehlo.reduce(%20 init: %cst_1) applies stablehlo.add across dimensions = [0, 1] : (tensor<12x2xf64>, tensor<f64>) -> tensor<f64>
    %cst_2 = stablehlo.constant dense<2.400000e+01> : tensor<f64>
    %22 = stablehlo.divide %21, %cst_2 : tensor<f64>
    %cst_3 = stablehlo.constant dense<6.2831853071795862> : tensor<f64>
    %23 = stablehlo.log %cst_3 : tensor<f64>
    %cst_4 = stablehlo.constant dense<5.000000e-01> : tensor<f64>
    %24 = stablehlo.multiply %cst_4, %23 : tensor<f64>
    %25 = stablehlo.convert %24 : tensor<f64>
    %26 = stablehlo.add %22, %25 : tensor<f64>
    return %26 : tensor<f64>
  }
}
