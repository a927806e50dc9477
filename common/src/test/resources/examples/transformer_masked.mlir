// def loss(p, tok, y, lengths):
//     mask = jnp.arange(T)[None] < lengths[:,None]
//     logits = tf(p,tok,mask)
//     l = -jnp.take_along_axis(jax.nn.log_softmax(logits), y[...,None], -1)[...,0]
//     return jnp.sum(l*mask)/jnp.sum(mask)
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<8xf64>, %arg1: tensor<9x8xf64>, %arg2: tensor<8xf64>, %arg3: tensor<8x8xf64>, %arg4: tensor<8x9xf64>, %arg5: tensor<6x8xf64>, %arg6: tensor<8x24xf64>, %arg7: tensor<8x16xf64>, %arg8: tensor<16x8xf64>, %arg9: tensor<12x6xi32>, %arg10: tensor<12x6xi32>, %arg11: tensor<12xi32>) -> (tensor<f64> {jax.result_info = "result"}) {
    %0 = stablehlo.iota dim = 0 : tensor<6xi64>
    %1 = stablehlo.broadcast_in_dim %0, dims = [1] : (tensor<6xi64>) -> tensor<1x6xi64>
    %2 = stablehlo.broadcast_in_dim %arg11, dims = [0] : (tensor<12xi32>) -> tensor<12x1xi32>
    %3 = stablehlo.convert %2 : (tensor<12x1xi32>) -> tensor<12x1xi64>
    %4 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x6xi64>) -> tensor<12x6xi64>
    %5 = stablehlo.broadcast_in_dim %3, dims = [0, 1] : (tensor<12x1xi64>) -> tensor<12x6xi64>
    %6 = stablehlo.compare LT, %4, %5, SIGNED : (tensor<12x6xi64>, tensor<12x6xi64>) -> tensor<12x6xi1>
    %c = stablehlo.constant dense<0> : tensor<i32>
    %7 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i32>) -> tensor<12x6xi32>
    %8 = stablehlo.compare LT, %arg9, %7, SIGNED : (tensor<12x6xi32>, tensor<12x6xi32>) -> tensor<12x6xi1>
    %c_0 = stablehlo.constant dense<9> : tensor<i32>
    %9 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<i32>) -> tensor<12x6xi32>
    %10 = stablehlo.add %arg9, %9 : tensor<12x6xi32>
    %11 = stablehlo.select %8, %10, %arg9 : tensor<12x6xi1>, tensor<12x6xi32>
    %12 = stablehlo.broadcast_in_dim %11, dims = [0, 1] : (tensor<12x6xi32>) -> tensor<12x6x1xi32>
    %13 = "stablehlo.gather"(%arg1, %12) <{dimension_numbers = #stablehlo.gather<offset_dims = [2], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 2>, indices_are_sorted = false, slice_sizes = array<i64: 1, 8>}> : (tensor<9x8xf64>, tensor<12x6x1xi32>) -> tensor<12x6x8xf64>
    %14 = stablehlo.broadcast_in_dim %arg5, dims = [1, 2] : (tensor<6x8xf64>) -> tensor<1x6x8xf64>
    %15 = stablehlo.broadcast_in_dim %14, dims = [0, 1, 2] : (tensor<1x6x8xf64>) -> tensor<12x6x8xf64>
    %16 = stablehlo.add %13, %15 : tensor<12x6x8xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %17 = stablehlo.reduce(%16 init: %cst) applies stablehlo.add across dimensions = [2] : (tensor<12x6x8xf64>, tensor<f64>) -> tensor<12x6xf64>
    %18 = stablehlo.broadcast_in_dim %17, dims = [0, 1] : (tensor<12x6xf64>) -> tensor<12x6x1xf64>
    %cst_1 = stablehlo.constant dense<8.000000e+00> : tensor<f64>
    %19 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f64>) -> tensor<12x6x1xf64>
    %20 = stablehlo.divide %18, %19 : tensor<12x6x1xf64>
    %c_2 = stablehlo.constant dense<0> : tensor<i64>
    %21 = call @_var(%16, %c_2) : (tensor<12x6x8xf64>, tensor<i64>) -> tensor<12x6x1xf64>
    %22 = stablehlo.broadcast_in_dim %20, dims = [0, 1, 2] : (tensor<12x6x1xf64>) -> tensor<12x6x8xf64>
    %23 = stablehlo.subtract %16, %22 : tensor<12x6x8xf64>
    %cst_3 = stablehlo.constant dense<1.000000e-05> : tensor<f64>
    %24 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f64>) -> tensor<12x6x1xf64>
    %25 = stablehlo.add %21, %24 : tensor<12x6x1xf64>
    %26 = stablehlo.sqrt %25 : tensor<12x6x1xf64>
    %27 = stablehlo.broadcast_in_dim %26, dims = [0, 1, 2] : (tensor<12x6x1xf64>) -> tensor<12x6x8xf64>
    %28 = stablehlo.divide %23, %27 : tensor<12x6x8xf64>
    %29 = stablehlo.broadcast_in_dim %arg2, dims = [2] : (tensor<8xf64>) -> tensor<1x1x8xf64>
    %30 = stablehlo.broadcast_in_dim %29, dims = [0, 1, 2] : (tensor<1x1x8xf64>) -> tensor<12x6x8xf64>
    %31 = stablehlo.multiply %28, %30 : tensor<12x6x8xf64>
    %32 = stablehlo.broadcast_in_dim %arg0, dims = [2] : (tensor<8xf64>) -> tensor<1x1x8xf64>
    %33 = stablehlo.broadcast_in_dim %32, dims = [0, 1, 2] : (tensor<1x1x8xf64>) -> tensor<12x6x8xf64>
    %34 = stablehlo.add %31, %33 : tensor<12x6x8xf64>
    %35 = stablehlo.dot_general %34, %arg6, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x6x8xf64>, tensor<8x24xf64>) -> tensor<12x6x24xf64>
    %36 = stablehlo.slice %35 [0:12, 0:6, 0:8] : (tensor<12x6x24xf64>) -> tensor<12x6x8xf64>
    %37 = stablehlo.slice %35 [0:12, 0:6, 8:16] : (tensor<12x6x24xf64>) -> tensor<12x6x8xf64>
    %38 = stablehlo.slice %35 [0:12, 0:6, 16:24] : (tensor<12x6x24xf64>) -> tensor<12x6x8xf64>
    %39 = stablehlo.reshape %36 : (tensor<12x6x8xf64>) -> tensor<12x6x2x4xf64>
    %40 = stablehlo.transpose %39, dims = [0, 2, 1, 3] : (tensor<12x6x2x4xf64>) -> tensor<12x2x6x4xf64>
    %41 = stablehlo.reshape %37 : (tensor<12x6x8xf64>) -> tensor<12x6x2x4xf64>
    %42 = stablehlo.transpose %41, dims = [0, 2, 1, 3] : (tensor<12x6x2x4xf64>) -> tensor<12x2x6x4xf64>
    %43 = stablehlo.reshape %38 : (tensor<12x6x8xf64>) -> tensor<12x6x2x4xf64>
    %44 = stablehlo.transpose %43, dims = [0, 2, 1, 3] : (tensor<12x6x2x4xf64>) -> tensor<12x2x6x4xf64>
    %45 = stablehlo.transpose %42, dims = [0, 1, 3, 2] : (tensor<12x2x6x4xf64>) -> tensor<12x2x4x6xf64>
    %46 = stablehlo.dot_general %40, %45, batching_dims = [0, 1] x [0, 1], contracting_dims = [3] x [2], precision = [DEFAULT, DEFAULT] : (tensor<12x2x6x4xf64>, tensor<12x2x4x6xf64>) -> tensor<12x2x6x6xf64>
    %cst_4 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %47 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f64>) -> tensor<12x2x6x6xf64>
    %48 = stablehlo.divide %46, %47 : tensor<12x2x6x6xf64>
    %c_5 = stablehlo.constant dense<true> : tensor<i1>
    %49 = stablehlo.broadcast_in_dim %c_5, dims = [] : (tensor<i1>) -> tensor<6x6xi1>
    %50 = call @tril(%49) : (tensor<6x6xi1>) -> tensor<6x6xi1>
    %cst_6 = stablehlo.constant dense<-1.000000e+30> : tensor<f64>
    %51 = call @_where_0(%50, %48, %cst_6) : (tensor<6x6xi1>, tensor<12x2x6x6xf64>, tensor<f64>) -> tensor<12x2x6x6xf64>
    %52 = stablehlo.broadcast_in_dim %6, dims = [0, 3] : (tensor<12x6xi1>) -> tensor<12x1x1x6xi1>
    %cst_7 = stablehlo.constant dense<-1.000000e+30> : tensor<f64>
    %53 = call @_where_1(%52, %51, %cst_7) : (tensor<12x1x1x6xi1>, tensor<12x2x6x6xf64>, tensor<f64>) -> tensor<12x2x6x6xf64>
    %cst_8 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %54 = stablehlo.reduce(%53 init: %cst_8) applies stablehlo.maximum across dimensions = [3] : (tensor<12x2x6x6xf64>, tensor<f64>) -> tensor<12x2x6xf64>
    %cst_9 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %55 = stablehlo.broadcast_in_dim %cst_9, dims = [] : (tensor<f64>) -> tensor<12x2x6xf64>
    %56 = stablehlo.maximum %55, %54 : tensor<12x2x6xf64>
    %57 = stablehlo.broadcast_in_dim %56, dims = [0, 1, 2] : (tensor<12x2x6xf64>) -> tensor<12x2x6x1xf64>
    %58 = stablehlo.broadcast_in_dim %57, dims = [0, 1, 2, 3] : (tensor<12x2x6x1xf64>) -> tensor<12x2x6x6xf64>
    %59 = stablehlo.subtract %53, %58 : tensor<12x2x6x6xf64>
    %60 = stablehlo.exponential %59 : tensor<12x2x6x6xf64>
    %cst_10 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %61 = stablehlo.reduce(%60 init: %cst_10) applies stablehlo.add across dimensions = [3] : (tensor<12x2x6x6xf64>, tensor<f64>) -> tensor<12x2x6xf64>
    %62 = stablehlo.broadcast_in_dim %61, dims = [0, 1, 2] : (tensor<12x2x6xf64>) -> tensor<12x2x6x1xf64>
    %63 = stablehlo.broadcast_in_dim %62, dims = [0, 1, 2, 3] : (tensor<12x2x6x1xf64>) -> tensor<12x2x6x6xf64>
    %64 = stablehlo.divide %60, %63 : tensor<12x2x6x6xf64>
    %65 = stablehlo.dot_general %64, %44, batching_dims = [0, 1] x [0, 1], contracting_dims = [3] x [2], precision = [DEFAULT, DEFAULT] : (tensor<12x2x6x6xf64>, tensor<12x2x6x4xf64>) -> tensor<12x2x6x4xf64>
    %66 = stablehlo.transpose %65, dims = [0, 2, 1, 3] : (tensor<12x2x6x4xf64>) -> tensor<12x6x2x4xf64>
    %67 = stablehlo.reshape %66 : (tensor<12x6x2x4xf64>) -> tensor<12x6x8xf64>
    %68 = stablehlo.dot_general %67, %arg3, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x6x8xf64>, tensor<8x8xf64>) -> tensor<12x6x8xf64>
    %69 = stablehlo.add %16, %68 : tensor<12x6x8xf64>
    %cst_11 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %70 = stablehlo.reduce(%69 init: %cst_11) applies stablehlo.add across dimensions = [2] : (tensor<12x6x8xf64>, tensor<f64>) -> tensor<12x6xf64>
    %71 = stablehlo.broadcast_in_dim %70, dims = [0, 1] : (tensor<12x6xf64>) -> tensor<12x6x1xf64>
    %cst_12 = stablehlo.constant dense<8.000000e+00> : tensor<f64>
    %72 = stablehlo.broadcast_in_dim %cst_12, dims = [] : (tensor<f64>) -> tensor<12x6x1xf64>
    %73 = stablehlo.divide %71, %72 : tensor<12x6x1xf64>
    %c_13 = stablehlo.constant dense<0> : tensor<i64>
    %74 = call @_var(%69, %c_13) : (tensor<12x6x8xf64>, tensor<i64>) -> tensor<12x6x1xf64>
    %75 = stablehlo.broadcast_in_dim %73, dims = [0, 1, 2] : (tensor<12x6x1xf64>) -> tensor<12x6x8xf64>
    %76 = stablehlo.subtract %69, %75 : tensor<12x6x8xf64>
    %cst_14 = stablehlo.constant dense<1.000000e-05> : tensor<f64>
    %77 = stablehlo.broadcast_in_dim %cst_14, dims = [] : (tensor<f64>) -> tensor<12x6x1xf64>
    %78 = stablehlo.add %74, %77 : tensor<12x6x1xf64>
    %79 = stablehlo.sqrt %78 : tensor<12x6x1xf64>
    %80 = stablehlo.broadcast_in_dim %79, dims = [0, 1, 2] : (tensor<12x6x1xf64>) -> tensor<12x6x8xf64>
    %81 = stablehlo.divide %76, %80 : tensor<12x6x8xf64>
    %82 = stablehlo.broadcast_in_dim %arg2, dims = [2] : (tensor<8xf64>) -> tensor<1x1x8xf64>
    %83 = stablehlo.broadcast_in_dim %82, dims = [0, 1, 2] : (tensor<1x1x8xf64>) -> tensor<12x6x8xf64>
    %84 = stablehlo.multiply %81, %83 : tensor<12x6x8xf64>
    %85 = stablehlo.broadcast_in_dim %arg0, dims = [2] : (tensor<8xf64>) -> tensor<1x1x8xf64>
    %86 = stablehlo.broadcast_in_dim %85, dims = [0, 1, 2] : (tensor<1x1x8xf64>) -> tensor<12x6x8xf64>
    %87 = stablehlo.add %84, %86 : tensor<12x6x8xf64>
    %88 = stablehlo.dot_general %87, %arg7, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x6x8xf64>, tensor<8x16xf64>) -> tensor<12x6x16xf64>
    %89 = stablehlo.multiply %88, %88 : tensor<12x6x16xf64>
    %90 = stablehlo.multiply %89, %88 : tensor<12x6x16xf64>
    %cst_15 = stablehlo.constant dense<4.471500e-02> : tensor<f64>
    %91 = stablehlo.broadcast_in_dim %cst_15, dims = [] : (tensor<f64>) -> tensor<12x6x16xf64>
    %92 = stablehlo.multiply %91, %90 : tensor<12x6x16xf64>
    %93 = stablehlo.add %88, %92 : tensor<12x6x16xf64>
    %cst_16 = stablehlo.constant dense<0.79788456080286541> : tensor<f64>
    %94 = stablehlo.broadcast_in_dim %cst_16, dims = [] : (tensor<f64>) -> tensor<12x6x16xf64>
    %95 = stablehlo.multiply %94, %93 : tensor<12x6x16xf64>
    %96 = stablehlo.tanh %95 : tensor<12x6x16xf64>
    %cst_17 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %97 = stablehlo.broadcast_in_dim %cst_17, dims = [] : (tensor<f64>) -> tensor<12x6x16xf64>
    %98 = stablehlo.add %97, %96 : tensor<12x6x16xf64>
    %cst_18 = stablehlo.constant dense<5.000000e-01> : tensor<f64>
    %99 = stablehlo.broadcast_in_dim %cst_18, dims = [] : (tensor<f64>) -> tensor<12x6x16xf64>
    %100 = stablehlo.multiply %99, %98 : tensor<12x6x16xf64>
    %101 = stablehlo.multiply %88, %100 : tensor<12x6x16xf64>
    %102 = stablehlo.dot_general %101, %arg8, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x6x16xf64>, tensor<16x8xf64>) -> tensor<12x6x8xf64>
    %103 = stablehlo.add %69, %102 : tensor<12x6x8xf64>
    %104 = stablehlo.dot_general %103, %arg4, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x6x8xf64>, tensor<8x9xf64>) -> tensor<12x6x9xf64>
    %105 = call @log_softmax(%104) : (tensor<12x6x9xf64>) -> tensor<12x6x9xf64>
    %106 = stablehlo.broadcast_in_dim %arg10, dims = [0, 1] : (tensor<12x6xi32>) -> tensor<12x6x1xi32>
    %107 = call @take_along_axis(%105, %106) : (tensor<12x6x9xf64>, tensor<12x6x1xi32>) -> tensor<12x6x1xf64>
    %108 = stablehlo.reshape %107 : (tensor<12x6x1xf64>) -> tensor<12x6xf64>
    %109 = stablehlo.negate %108 : tensor<12x6xf64>
    %110 = stablehlo.convert %6 : (tensor<12x6xi1>) -> tensor<12x6xf64>
    %111 = stablehlo.multiply %109, %110 : tensor<12x6xf64>
    %cst_19 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %112 = stablehlo.reduce(%111 init: %cst_19) applies stablehlo.add across dimensions = [0, 1] : (tensor<12x6xf64>, tensor<f64>) -> tensor<f64>
    %113 = stablehlo.convert %6 : (tensor<12x6xi1>) -> tensor<12x6xi32>
    %114 = stablehlo.convert %113 : (tensor<12x6xi32>) -> tensor<12x6xi64>
    %c_20 = stablehlo.constant dense<0> : tensor<i64>
    %115 = stablehlo.reduce(%114 init: %c_20) applies stablehlo.add across dimensions = [0, 1] : (tensor<12x6xi64>, tensor<i64>) -> tensor<i64>
    %116 = stablehlo.convert %115 : (tensor<i64>) -> tensor<f64>
    %117 = stablehlo.divide %112, %116 : tensor<f64>
    return %117 : tensor<f64>
  }
  func.func private @_var(%arg0: tensor<12x6x8xf64>, %arg1: tensor<i64>) -> tensor<12x6x1xf64> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.add across dimensions = [2] : (tensor<12x6x8xf64>, tensor<f64>) -> tensor<12x6xf64>
    %1 = stablehlo.broadcast_in_dim %0, dims = [0, 1] : (tensor<12x6xf64>) -> tensor<12x6x1xf64>
    %cst_0 = stablehlo.constant dense<8.000000e+00> : tensor<f64>
    %2 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<12x6x1xf64>
    %3 = stablehlo.divide %1, %2 : tensor<12x6x1xf64>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1, 2] : (tensor<12x6x1xf64>) -> tensor<12x6x8xf64>
    %5 = stablehlo.subtract %arg0, %4 : tensor<12x6x8xf64>
    %6 = chlo.square %5 : tensor<12x6x8xf64> -> tensor<12x6x8xf64>
    %7 = stablehlo.convert %arg1 : (tensor<i64>) -> tensor<f64>
    %cst_1 = stablehlo.constant dense<8.000000e+00> : tensor<f64>
    %8 = stablehlo.subtract %cst_1, %7 : tensor<f64>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %9 = stablehlo.reduce(%6 init: %cst_2) applies stablehlo.add across dimensions = [2] : (tensor<12x6x8xf64>, tensor<f64>) -> tensor<12x6xf64>
    %10 = stablehlo.broadcast_in_dim %9, dims = [0, 1] : (tensor<12x6xf64>) -> tensor<12x6x1xf64>
    %11 = stablehlo.broadcast_in_dim %8, dims = [] : (tensor<f64>) -> tensor<12x6x1xf64>
    %12 = stablehlo.divide %10, %11 : tensor<12x6x1xf64>
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %13 = stablehlo.compare GT, %8, %cst_3, FLOAT : (tensor<f64>, tensor<f64>) -> tensor<i1>
    %cst_4 = stablehlo.constant dense<0x7FF8000000000000> : tensor<f64>
    %14 = call @_where(%13, %12, %cst_4) : (tensor<i1>, tensor<12x6x1xf64>, tensor<f64>) -> tensor<12x6x1xf64>
    return %14 : tensor<12x6x1xf64>
  }
  func.func private @_where(%arg0: tensor<i1>, %arg1: tensor<12x6x1xf64>, %arg2: tensor<f64>) -> tensor<12x6x1xf64> {
    %0 = stablehlo.convert %arg2 : tensor<f64>
    %1 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f64>) -> tensor<12x6x1xf64>
    %2 = stablehlo.select %arg0, %arg1, %1 : tensor<i1>, tensor<12x6x1xf64>
    return %2 : tensor<12x6x1xf64>
  }
  func.func private @tril(%arg0: tensor<6x6xi1>) -> tensor<6x6xi1> {
    %0 = stablehlo.iota dim = 0 : tensor<6x6xi64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %1 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i64>) -> tensor<6x6xi64>
    %2 = stablehlo.add %0, %1 : tensor<6x6xi64>
    %3 = stablehlo.iota dim = 1 : tensor<6x6xi64>
    %4 = stablehlo.compare GE, %2, %3, SIGNED : (tensor<6x6xi64>, tensor<6x6xi64>) -> tensor<6x6xi1>
    %c_0 = stablehlo.constant dense<false> : tensor<i1>
    %5 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<i1>) -> tensor<6x6xi1>
    %6 = stablehlo.select %4, %arg0, %5 : tensor<6x6xi1>, tensor<6x6xi1>
    return %6 : tensor<6x6xi1>
  }
  func.func private @_where_0(%arg0: tensor<6x6xi1>, %arg1: tensor<12x2x6x6xf64>, %arg2: tensor<f64>) -> tensor<12x2x6x6xf64> {
    %0 = stablehlo.convert %arg2 : tensor<f64>
    %1 = stablehlo.broadcast_in_dim %arg0, dims = [2, 3] : (tensor<6x6xi1>) -> tensor<12x2x6x6xi1>
    %2 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f64>) -> tensor<12x2x6x6xf64>
    %3 = stablehlo.select %1, %arg1, %2 : tensor<12x2x6x6xi1>, tensor<12x2x6x6xf64>
    return %3 : tensor<12x2x6x6xf64>
  }
  func.func private @_where_1(%arg0: tensor<12x1x1x6xi1>, %arg1: tensor<12x2x6x6xf64>, %arg2: tensor<f64>) -> tensor<12x2x6x6xf64> {
    %0 = stablehlo.convert %arg2 : tensor<f64>
    %1 = stablehlo.broadcast_in_dim %arg0, dims = [0, 1, 2, 3] : (tensor<12x1x1x6xi1>) -> tensor<12x2x6x6xi1>
    %2 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f64>) -> tensor<12x2x6x6xf64>
    %3 = stablehlo.select %1, %arg1, %2 : tensor<12x2x6x6xi1>, tensor<12x2x6x6xf64>
    return %3 : tensor<12x2x6x6xf64>
  }
  func.func private @log_softmax(%arg0: tensor<12x6x9xf64>) -> tensor<12x6x9xf64> {
    %cst = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.maximum across dimensions = [2] : (tensor<12x6x9xf64>, tensor<f64>) -> tensor<12x6xf64>
    %cst_0 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %1 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<12x6xf64>
    %2 = stablehlo.maximum %1, %0 : tensor<12x6xf64>
    %3 = stablehlo.broadcast_in_dim %2, dims = [0, 1] : (tensor<12x6xf64>) -> tensor<12x6x1xf64>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1, 2] : (tensor<12x6x1xf64>) -> tensor<12x6x9xf64>
    %5 = stablehlo.subtract %arg0, %4 : tensor<12x6x9xf64>
    %6 = stablehlo.exponential %5 : tensor<12x6x9xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %7 = stablehlo.reduce(%6 init: %cst_1) applies stablehlo.add across dimensions = [2] : (tensor<12x6x9xf64>, tensor<f64>) -> tensor<12x6xf64>
    %8 = stablehlo.broadcast_in_dim %7, dims = [0, 1] : (tensor<12x6xf64>) -> tensor<12x6x1xf64>
    %9 = stablehlo.log %8 : tensor<12x6x1xf64>
    %10 = stablehlo.broadcast_in_dim %9, dims = [0, 1, 2] : (tensor<12x6x1xf64>) -> tensor<12x6x9xf64>
    %11 = stablehlo.subtract %5, %10 : tensor<12x6x9xf64>
    return %11 : tensor<12x6x9xf64>
  }
  func.func private @take_along_axis(%arg0: tensor<12x6x9xf64>, %arg1: tensor<12x6x1xi32>) -> tensor<12x6x1xf64> {
    %c = stablehlo.constant dense<0> : tensor<i32>
    %0 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i32>) -> tensor<12x6x1xi32>
    %1 = stablehlo.compare LT, %arg1, %0, SIGNED : (tensor<12x6x1xi32>, tensor<12x6x1xi32>) -> tensor<12x6x1xi1>
    %c_0 = stablehlo.constant dense<9> : tensor<i32>
    %2 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<i32>) -> tensor<12x6x1xi32>
    %3 = stablehlo.add %arg1, %2 : tensor<12x6x1xi32>
    %4 = stablehlo.select %1, %3, %arg1 : tensor<12x6x1xi1>, tensor<12x6x1xi32>
    %5 = stablehlo.reshape %4 : (tensor<12x6x1xi32>) -> tensor<12x6x1x1xi32>
    %c_1 = stablehlo.constant dense<8> : tensor<1xi32>
    %c_2 = stablehlo.constant dense<0> : tensor<i32>
    %6 = stablehlo.broadcast_in_dim %c_2, dims = [] : (tensor<i32>) -> tensor<12x6x1x1xi32>
    %7 = stablehlo.compare GE, %5, %6, SIGNED : (tensor<12x6x1x1xi32>, tensor<12x6x1x1xi32>) -> tensor<12x6x1x1xi1>
    %8 = stablehlo.broadcast_in_dim %c_1, dims = [3] : (tensor<1xi32>) -> tensor<1x1x1x1xi32>
    %9 = stablehlo.broadcast_in_dim %8, dims = [0, 1, 2, 3] : (tensor<1x1x1x1xi32>) -> tensor<12x6x1x1xi32>
    %10 = stablehlo.compare LE, %5, %9, SIGNED : (tensor<12x6x1x1xi32>, tensor<12x6x1x1xi32>) -> tensor<12x6x1x1xi1>
    %11 = stablehlo.and %7, %10 : tensor<12x6x1x1xi1>
    %c_3 = stablehlo.constant dense<true> : tensor<i1>
    %12 = stablehlo.reduce(%11 init: %c_3) applies stablehlo.and across dimensions = [3] : (tensor<12x6x1x1xi1>, tensor<i1>) -> tensor<12x6x1xi1>
    %13 = "stablehlo.gather"(%arg0, %5) <{dimension_numbers = #stablehlo.gather<collapsed_slice_dims = [2], operand_batching_dims = [0, 1], start_indices_batching_dims = [0, 1], start_index_map = [2], index_vector_dim = 3>, indices_are_sorted = false, slice_sizes = array<i64: 1, 1, 1>}> : (tensor<12x6x9xf64>, tensor<12x6x1x1xi32>) -> tensor<12x6x1xf64>
    %cst = stablehlo.constant dense<0x7FF8000000000000> : tensor<f64>
    %14 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<12x6x1xf64>
    %15 = stablehlo.select %12, %13, %14 : tensor<12x6x1xi1>, tensor<12x6x1xf64>
    return %15 : tensor<12x6x1xf64>
  }
}
