// def loss(p, xs, y):
//     h = jnp.zeros((xs.shape[1],H))
//     for t in range(xs.shape[0]): h = jnp.tanh(xs[t]@p['wx']+h@p['wh']+p['b'])
//     return jnp.mean((h@p['wo']-y)**2)
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<7xf64>, %arg1: tensor<7x7xf64>, %arg2: tensor<7x4xf64>, %arg3: tensor<5x7xf64>, %arg4: tensor<6x12x5xf64>, %arg5: tensor<12x4xf64>) -> (tensor<f64> {jax.result_info = "result"}) {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x7xf64>
    %1 = stablehlo.slice %arg4 [0:1, 0:12, 0:5] : (tensor<6x12x5xf64>) -> tensor<1x12x5xf64>
    %2 = stablehlo.reshape %1 : (tensor<1x12x5xf64>) -> tensor<12x5xf64>
    %3 = stablehlo.dot_general %2, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x7xf64>) -> tensor<12x7xf64>
    %4 = stablehlo.dot_general %0, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x7xf64>, tensor<7x7xf64>) -> tensor<12x7xf64>
    %5 = stablehlo.add %3, %4 : tensor<12x7xf64>
    %6 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<7xf64>) -> tensor<1x7xf64>
    %7 = stablehlo.broadcast_in_dim %6, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<12x7xf64>
    %8 = stablehlo.add %5, %7 : tensor<12x7xf64>
    %9 = stablehlo.tanh %8 : tensor<12x7xf64>
    %10 = stablehlo.slice %arg4 [1:2, 0:12, 0:5] : (tensor<6x12x5xf64>) -> tensor<1x12x5xf64>
    %11 = stablehlo.reshape %10 : (tensor<1x12x5xf64>) -> tensor<12x5xf64>
    %12 = stablehlo.dot_general %11, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x7xf64>) -> tensor<12x7xf64>
    %13 = stablehlo.dot_general %9, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x7xf64>, tensor<7x7xf64>) -> tensor<12x7xf64>
    %14 = stablehlo.add %12, %13 : tensor<12x7xf64>
    %15 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<7xf64>) -> tensor<1x7xf64>
    %16 = stablehlo.broadcast_in_dim %15, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<12x7xf64>
    %17 = stablehlo.add %14, %16 : tensor<12x7xf64>
    %18 = stablehlo.tanh %17 : tensor<12x7xf64>
    %19 = stablehlo.slice %arg4 [2:3, 0:12, 0:5] : (tensor<6x12x5xf64>) -> tensor<1x12x5xf64>
    %20 = stablehlo.reshape %19 : (tensor<1x12x5xf64>) -> tensor<12x5xf64>
    %21 = stablehlo.dot_general %20, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x7xf64>) -> tensor<12x7xf64>
    %22 = stablehlo.dot_general %18, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x7xf64>, tensor<7x7xf64>) -> tensor<12x7xf64>
    %23 = stablehlo.add %21, %22 : tensor<12x7xf64>
    %24 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<7xf64>) -> tensor<1x7xf64>
    %25 = stablehlo.broadcast_in_dim %24, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<12x7xf64>
    %26 = stablehlo.add %23, %25 : tensor<12x7xf64>
    %27 = stablehlo.tanh %26 : tensor<12x7xf64>
    %28 = stablehlo.slice %arg4 [3:4, 0:12, 0:5] : (tensor<6x12x5xf64>) -> tensor<1x12x5xf64>
    %29 = stablehlo.reshape %28 : (tensor<1x12x5xf64>) -> tensor<12x5xf64>
    %30 = stablehlo.dot_general %29, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x7xf64>) -> tensor<12x7xf64>
    %31 = stablehlo.dot_general %27, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x7xf64>, tensor<7x7xf64>) -> tensor<12x7xf64>
    %32 = stablehlo.add %30, %31 : tensor<12x7xf64>
    %33 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<7xf64>) -> tensor<1x7xf64>
    %34 = stablehlo.broadcast_in_dim %33, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<12x7xf64>
    %35 = stablehlo.add %32, %34 : tensor<12x7xf64>
    %36 = stablehlo.tanh %35 : tensor<12x7xf64>
    %37 = stablehlo.slice %arg4 [4:5, 0:12, 0:5] : (tensor<6x12x5xf64>) -> tensor<1x12x5xf64>
    %38 = stablehlo.reshape %37 : (tensor<1x12x5xf64>) -> tensor<12x5xf64>
    %39 = stablehlo.dot_general %38, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x7xf64>) -> tensor<12x7xf64>
    %40 = stablehlo.dot_general %36, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x7xf64>, tensor<7x7xf64>) -> tensor<12x7xf64>
    %41 = stablehlo.add %39, %40 : tensor<12x7xf64>
    %42 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<7xf64>) -> tensor<1x7xf64>
    %43 = stablehlo.broadcast_in_dim %42, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<12x7xf64>
    %44 = stablehlo.add %41, %43 : tensor<12x7xf64>
    %45 = stablehlo.tanh %44 : tensor<12x7xf64>
    %46 = stablehlo.slice %arg4 [5:6, 0:12, 0:5] : (tensor<6x12x5xf64>) -> tensor<1x12x5xf64>
    %47 = stablehlo.reshape %46 : (tensor<1x12x5xf64>) -> tensor<12x5xf64>
    %48 = stablehlo.dot_general %47, %arg3, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x5xf64>, tensor<5x7xf64>) -> tensor<12x7xf64>
    %49 = stablehlo.dot_general %45, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x7xf64>, tensor<7x7xf64>) -> tensor<12x7xf64>
    %50 = stablehlo.add %48, %49 : tensor<12x7xf64>
    %51 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<7xf64>) -> tensor<1x7xf64>
    %52 = stablehlo.broadcast_in_dim %51, dims = [0, 1] : (tensor<1x7xf64>) -> tensor<12x7xf64>
    %53 = stablehlo.add %50, %52 : tensor<12x7xf64>
    %54 = stablehlo.tanh %53 : tensor<12x7xf64>
    %55 = stablehlo.dot_general %54, %arg2, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x7xf64>, tensor<7x4xf64>) -> tensor<12x4xf64>
    %56 = stablehlo.subtract %55, %arg5 : tensor<12x4xf64>
    %57 = stablehlo.multiply %56, %56 : tensor<12x4xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %58 = stablehlo.reduce(%57 init: %cst_0) applies stablehlo.add across dimensions = [0, 1] : (tensor<12x4xf64>, tensor<f64>) -> tensor<f64>
    %cst_1 = stablehlo.constant dense<4.800000e+01> : tensor<f64>
    %59 = stablehlo.divide %58, %cst_1 : tensor<f64>
    return %59 : tensor<f64>
  }
}
