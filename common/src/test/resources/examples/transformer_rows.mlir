// def loss(p, tok, y):
//     logits = tf(p,tok).reshape(-1,V)
//     yy = y.reshape(-1)
//     return -jnp.mean(jax.nn.log_softmax(logits)[jnp.arange(yy.shape[0]), yy])
module @jit_flat_loss attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<8xf64>, %arg1: tensor<9x8xf64>, %arg2: tensor<8xf64>, %arg3: tensor<8x8xf64>, %arg4: tensor<8x9xf64>, %arg5: tensor<6x8xf64>, %arg6: tensor<8x24xf64>, %arg7: tensor<8x16xf64>, %arg8: tensor<16x8xf64>, %arg9: tensor<12x6xi32>, %arg10: tensor<12x6xi32>) -> (tensor<f64> {jax.result_info = "result"}) {
    %c = stablehlo.constant dense<0> : tensor<i32>
    %0 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i32>) -> tensor<12x6xi32>
    %1 = stablehlo.compare LT, %arg9, %0, SIGNED : (tensor<12x6xi32>, tensor<12x6xi32>) -> tensor<12x6xi1>
    %c_0 = stablehlo.constant dense<9> : tensor<i32>
    %2 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<i32>) -> tensor<12x6xi32>
    %3 = stablehlo.add %arg9, %2 : tensor<12x6xi32>
    %4 = stablehlo.select %1, %3, %arg9 : tensor<12x6xi1>, tensor<12x6xi32>
    %5 = stablehlo.broadcast_in_dim %4, dims = [0, 1] : (tensor<12x6xi32>) -> tensor<12x6x1xi32>
    %6 = "stablehlo.gather"(%arg1, %5) <{dimension_numbers = #stablehlo.gather<offset_dims = [2], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 2>, indices_are_sorted = false, slice_sizes = array<i64: 1, 8>}> : (tensor<9x8xf64>, tensor<12x6x1xi32>) -> tensor<12x6x8xf64>
    %7 = stablehlo.broadcast_in_dim %arg5, dims = [1, 2] : (tensor<6x8xf64>) -> tensor<1x6x8xf64>
    %8 = stablehlo.broadcast_in_dim %7, dims = [0, 1, 2] : (tensor<1x6x8xf64>) -> tensor<12x6x8xf64>
    %9 = stablehlo.add %6, %8 : tensor<12x6x8xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %10 = stablehlo.reduce(%9 init: %cst) applies stablehlo.add across dimensions = [2] : (tensor<12x6x8xf64>, tensor<f64>) -> tensor<12x6xf64>
    %11 = stablehlo.broadcast_in_dim %10, dims = [0, 1] : (tensor<12x6xf64>) -> tensor<12x6x1xf64>
    %cst_1 = stablehlo.constant dense<8.000000e+00> : tensor<f64>
    %12 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f64>) -> tensor<12x6x1xf64>
    %13 = stablehlo.divide %11, %12 : tensor<12x6x1xf64>
    %c_2 = stablehlo.constant dense<0> : tensor<i64>
    %14 = call @_var(%9, %c_2) : (tensor<12x6x8xf64>, tensor<i64>) -> tensor<12x6x1xf64>
    %15 = stablehlo.broadcast_in_dim %13, dims = [0, 1, 2] : (tensor<12x6x1xf64>) -> tensor<12x6x8xf64>
    %16 = stablehlo.subtract %9, %15 : tensor<12x6x8xf64>
    %cst_3 = stablehlo.constant dense<1.000000e-05> : tensor<f64>
    %17 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f64>) -> tensor<12x6x1xf64>
    %18 = stablehlo.add %14, %17 : tensor<12x6x1xf64>
    %19 = stablehlo.sqrt %18 : tensor<12x6x1xf64>
    %20 = stablehlo.broadcast_in_dim %19, dims = [0, 1, 2] : (tensor<12x6x1xf64>) -> tensor<12x6x8xf64>
    %21 = stablehlo.divide %16, %20 : tensor<12x6x8xf64>
    %22 = stablehlo.broadcast_in_dim %arg2, dims = [2] : (tensor<8xf64>) -> tensor<1x1x8xf64>
    %23 = stablehlo.broadcast_in_dim %22, dims = [0, 1, 2] : (tensor<1x1x8xf64>) -> tensor<12x6x8xf64>
    %24 = stablehlo.multiply %21, %23 : tensor<12x6x8xf64>
    %25 = stablehlo.broadcast_in_dim %arg0, dims = [2] : (tensor<8xf64>) -> tensor<1x1x8xf64>
    %26 = stablehlo.broadcast_in_dim %25, dims = [0, 1, 2] : (tensor<1x1x8xf64>) -> tensor<12x6x8xf64>
    %27 = stablehlo.add %24, %26 : tensor<12x6x8xf64>
    %28 = stablehlo.dot_general %27, %arg6, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x6x8xf64>, tensor<8x24xf64>) -> tensor<12x6x24xf64>
    %29 = stablehlo.slice %28 [0:12, 0:6, 0:8] : (tensor<12x6x24xf64>) -> tensor<12x6x8xf64>
    %30 = stablehlo.slice %28 [0:12, 0:6, 8:16] : (tensor<12x6x24xf64>) -> tensor<12x6x8xf64>
    %31 = stablehlo.slice %28 [0:12, 0:6, 16:24] : (tensor<12x6x24xf64>) -> tensor<12x6x8xf64>
    %32 = stablehlo.reshape %29 : (tensor<12x6x8xf64>) -> tensor<12x6x2x4xf64>
    %33 = stablehlo.transpose %32, dims = [0, 2, 1, 3] : (tensor<12x6x2x4xf64>) -> tensor<12x2x6x4xf64>
    %34 = stablehlo.reshape %30 : (tensor<12x6x8xf64>) -> tensor<12x6x2x4xf64>
    %35 = stablehlo.transpose %34, dims = [0, 2, 1, 3] : (tensor<12x6x2x4xf64>) -> tensor<12x2x6x4xf64>
    %36 = stablehlo.reshape %31 : (tensor<12x6x8xf64>) -> tensor<12x6x2x4xf64>
    %37 = stablehlo.transpose %36, dims = [0, 2, 1, 3] : (tensor<12x6x2x4xf64>) -> tensor<12x2x6x4xf64>
    %38 = stablehlo.transpose %35, dims = [0, 1, 3, 2] : (tensor<12x2x6x4xf64>) -> tensor<12x2x4x6xf64>
    %39 = stablehlo.dot_general %33, %38, batching_dims = [0, 1] x [0, 1], contracting_dims = [3] x [2], precision = [DEFAULT, DEFAULT] : (tensor<12x2x6x4xf64>, tensor<12x2x4x6xf64>) -> tensor<12x2x6x6xf64>
    %cst_4 = stablehlo.constant dense<2.000000e+00> : tensor<f64>
    %40 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f64>) -> tensor<12x2x6x6xf64>
    %41 = stablehlo.divide %39, %40 : tensor<12x2x6x6xf64>
    %c_5 = stablehlo.constant dense<true> : tensor<i1>
    %42 = stablehlo.broadcast_in_dim %c_5, dims = [] : (tensor<i1>) -> tensor<6x6xi1>
    %43 = call @tril(%42) : (tensor<6x6xi1>) -> tensor<6x6xi1>
    %cst_6 = stablehlo.constant dense<-1.000000e+30> : tensor<f64>
    %44 = call @_where_0(%43, %41, %cst_6) : (tensor<6x6xi1>, tensor<12x2x6x6xf64>, tensor<f64>) -> tensor<12x2x6x6xf64>
    %cst_7 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %45 = stablehlo.reduce(%44 init: %cst_7) applies stablehlo.maximum across dimensions = [3] : (tensor<12x2x6x6xf64>, tensor<f64>) -> tensor<12x2x6xf64>
    %cst_8 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %46 = stablehlo.broadcast_in_dim %cst_8, dims = [] : (tensor<f64>) -> tensor<12x2x6xf64>
    %47 = stablehlo.maximum %46, %45 : tensor<12x2x6xf64>
    %48 = stablehlo.broadcast_in_dim %47, dims = [0, 1, 2] : (tensor<12x2x6xf64>) -> tensor<12x2x6x1xf64>
    %49 = stablehlo.broadcast_in_dim %48, dims = [0, 1, 2, 3] : (tensor<12x2x6x1xf64>) -> tensor<12x2x6x6xf64>
    %50 = stablehlo.subtract %44, %49 : tensor<12x2x6x6xf64>
    %51 = stablehlo.exponential %50 : tensor<12x2x6x6xf64>
    %cst_9 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %52 = stablehlo.reduce(%51 init: %cst_9) applies stablehlo.add across dimensions = [3] : (tensor<12x2x6x6xf64>, tensor<f64>) -> tensor<12x2x6xf64>
    %53 = stablehlo.broadcast_in_dim %52, dims = [0, 1, 2] : (tensor<12x2x6xf64>) -> tensor<12x2x6x1xf64>
    %54 = stablehlo.broadcast_in_dim %53, dims = [0, 1, 2, 3] : (tensor<12x2x6x1xf64>) -> tensor<12x2x6x6xf64>
    %55 = stablehlo.divide %51, %54 : tensor<12x2x6x6xf64>
    %56 = stablehlo.dot_general %55, %37, batching_dims = [0, 1] x [0, 1], contracting_dims = [3] x [2], precision = [DEFAULT, DEFAULT] : (tensor<12x2x6x6xf64>, tensor<12x2x6x4xf64>) -> tensor<12x2x6x4xf64>
    %57 = stablehlo.transpose %56, dims = [0, 2, 1, 3] : (tensor<12x2x6x4xf64>) -> tensor<12x6x2x4xf64>
    %58 = stablehlo.reshape %57 : (tensor<12x6x2x4xf64>) -> tensor<12x6x8xf64>
    %59 = stablehlo.dot_general %58, %arg3, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x6x8xf64>, tensor<8x8xf64>) -> tensor<12x6x8xf64>
    %60 = stablehlo.add %9, %59 : tensor<12x6x8xf64>
    %cst_10 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %61 = stablehlo.reduce(%60 init: %cst_10) applies stablehlo.add across dimensions = [2] : (tensor<12x6x8xf64>, tensor<f64>) -> tensor<12x6xf64>
    %62 = stablehlo.broadcast_in_dim %61, dims = [0, 1] : (tensor<12x6xf64>) -> tensor<12x6x1xf64>
    %cst_11 = stablehlo.constant dense<8.000000e+00> : tensor<f64>
    %63 = stablehlo.broadcast_in_dim %cst_11, dims = [] : (tensor<f64>) -> tensor<12x6x1xf64>
    %64 = stablehlo.divide %62, %63 : tensor<12x6x1xf64>
    %c_12 = stablehlo.constant dense<0> : tensor<i64>
    %65 = call @_var(%60, %c_12) : (tensor<12x6x8xf64>, tensor<i64>) -> tensor<12x6x1xf64>
    %66 = stablehlo.broadcast_in_dim %64, dims = [0, 1, 2] : (tensor<12x6x1xf64>) -> tensor<12x6x8xf64>
    %67 = stablehlo.subtract %60, %66 : tensor<12x6x8xf64>
    %cst_13 = stablehlo.constant dense<1.000000e-05> : tensor<f64>
    %68 = stablehlo.broadcast_in_dim %cst_13, dims = [] : (tensor<f64>) -> tensor<12x6x1xf64>
    %69 = stablehlo.add %65, %68 : tensor<12x6x1xf64>
    %70 = stablehlo.sqrt %69 : tensor<12x6x1xf64>
    %71 = stablehlo.broadcast_in_dim %70, dims = [0, 1, 2] : (tensor<12x6x1xf64>) -> tensor<12x6x8xf64>
    %72 = stablehlo.divide %67, %71 : tensor<12x6x8xf64>
    %73 = stablehlo.broadcast_in_dim %arg2, dims = [2] : (tensor<8xf64>) -> tensor<1x1x8xf64>
    %74 = stablehlo.broadcast_in_dim %73, dims = [0, 1, 2] : (tensor<1x1x8xf64>) -> tensor<12x6x8xf64>
    %75 = stablehlo.multiply %72, %74 : tensor<12x6x8xf64>
    %76 = stablehlo.broadcast_in_dim %arg0, dims = [2] : (tensor<8xf64>) -> tensor<1x1x8xf64>
    %77 = stablehlo.broadcast_in_dim %76, dims = [0, 1, 2] : (tensor<1x1x8xf64>) -> tensor<12x6x8xf64>
    %78 = stablehlo.add %75, %77 : tensor<12x6x8xf64>
    %79 = stablehlo.dot_general %78, %arg7, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x6x8xf64>, tensor<8x16xf64>) -> tensor<12x6x16xf64>
    %80 = stablehlo.multiply %79, %79 : tensor<12x6x16xf64>
    %81 = stablehlo.multiply %80, %79 : tensor<12x6x16xf64>
    %cst_14 = stablehlo.constant dense<4.471500e-02> : tensor<f64>
    %82 = stablehlo.broadcast_in_dim %cst_14, dims = [] : (tensor<f64>) -> tensor<12x6x16xf64>
    %83 = stablehlo.multiply %82, %81 : tensor<12x6x16xf64>
    %84 = stablehlo.add %79, %83 : tensor<12x6x16xf64>
    %cst_15 = stablehlo.constant dense<0.79788456080286541> : tensor<f64>
    %85 = stablehlo.broadcast_in_dim %cst_15, dims = [] : (tensor<f64>) -> tensor<12x6x16xf64>
    %86 = stablehlo.multiply %85, %84 : tensor<12x6x16xf64>
    %87 = stablehlo.tanh %86 : tensor<12x6x16xf64>
    %cst_16 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %88 = stablehlo.broadcast_in_dim %cst_16, dims = [] : (tensor<f64>) -> tensor<12x6x16xf64>
    %89 = stablehlo.add %88, %87 : tensor<12x6x16xf64>
    %cst_17 = stablehlo.constant dense<5.000000e-01> : tensor<f64>
    %90 = stablehlo.broadcast_in_dim %cst_17, dims = [] : (tensor<f64>) -> tensor<12x6x16xf64>
    %91 = stablehlo.multiply %90, %89 : tensor<12x6x16xf64>
    %92 = stablehlo.multiply %79, %91 : tensor<12x6x16xf64>
    %93 = stablehlo.dot_general %92, %arg8, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x6x16xf64>, tensor<16x8xf64>) -> tensor<12x6x8xf64>
    %94 = stablehlo.add %60, %93 : tensor<12x6x8xf64>
    %95 = stablehlo.dot_general %94, %arg4, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<12x6x8xf64>, tensor<8x9xf64>) -> tensor<12x6x9xf64>
    %96 = stablehlo.reshape %95 : (tensor<12x6x9xf64>) -> tensor<72x9xf64>
    %97 = stablehlo.reshape %arg10 : (tensor<12x6xi32>) -> tensor<72xi32>
    %98 = call @log_softmax(%96) : (tensor<72x9xf64>) -> tensor<72x9xf64>
    %99 = stablehlo.iota dim = 0 : tensor<72xi64>
    %c_18 = stablehlo.constant dense<0> : tensor<i64>
    %100 = stablehlo.broadcast_in_dim %c_18, dims = [] : (tensor<i64>) -> tensor<72xi64>
    %101 = stablehlo.compare LT, %99, %100, SIGNED : (tensor<72xi64>, tensor<72xi64>) -> tensor<72xi1>
    %c_19 = stablehlo.constant dense<72> : tensor<i64>
    %102 = stablehlo.broadcast_in_dim %c_19, dims = [] : (tensor<i64>) -> tensor<72xi64>
    %103 = stablehlo.add %99, %102 : tensor<72xi64>
    %104 = stablehlo.select %101, %103, %99 : tensor<72xi1>, tensor<72xi64>
    %c_20 = stablehlo.constant dense<0> : tensor<i32>
    %105 = stablehlo.broadcast_in_dim %c_20, dims = [] : (tensor<i32>) -> tensor<72xi32>
    %106 = stablehlo.compare LT, %97, %105, SIGNED : (tensor<72xi32>, tensor<72xi32>) -> tensor<72xi1>
    %c_21 = stablehlo.constant dense<9> : tensor<i32>
    %107 = stablehlo.broadcast_in_dim %c_21, dims = [] : (tensor<i32>) -> tensor<72xi32>
    %108 = stablehlo.add %97, %107 : tensor<72xi32>
    %109 = stablehlo.select %106, %108, %97 : tensor<72xi1>, tensor<72xi32>
    %110 = stablehlo.convert %104 : (tensor<72xi64>) -> tensor<72xi32>
    %111 = stablehlo.broadcast_in_dim %110, dims = [0] : (tensor<72xi32>) -> tensor<72x1xi32>
    %112 = stablehlo.broadcast_in_dim %109, dims = [0] : (tensor<72xi32>) -> tensor<72x1xi32>
    %113 = stablehlo.concatenate %111, %112, dim = 1 : (tensor<72x1xi32>, tensor<72x1xi32>) -> tensor<72x2xi32>
    %114 = "stablehlo.gather"(%98, %113) <{dimension_numbers = #stablehlo.gather<collapsed_slice_dims = [0, 1], start_index_map = [0, 1], index_vector_dim = 1>, indices_are_sorted = false, slice_sizes = array<i64: 1, 1>}> : (tensor<72x9xf64>, tensor<72x2xi32>) -> tensor<72xf64>
    %cst_22 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %115 = stablehlo.reduce(%114 init: %cst_22) applies stablehlo.add across dimensions = [0] : (tensor<72xf64>, tensor<f64>) -> tensor<f64>
    %cst_23 = stablehlo.constant dense<7.200000e+01> : tensor<f64>
    %116 = stablehlo.divide %115, %cst_23 : tensor<f64>
    %117 = stablehlo.negate %116 : tensor<f64>
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
  func.func private @log_softmax(%arg0: tensor<72x9xf64>) -> tensor<72x9xf64> {
    %cst = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.maximum across dimensions = [1] : (tensor<72x9xf64>, tensor<f64>) -> tensor<72xf64>
    %cst_0 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %1 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<72xf64>
    %2 = stablehlo.maximum %1, %0 : tensor<72xf64>
    %3 = stablehlo.broadcast_in_dim %2, dims = [0] : (tensor<72xf64>) -> tensor<72x1xf64>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1] : (tensor<72x1xf64>) -> tensor<72x9xf64>
    %5 = stablehlo.subtract %arg0, %4 : tensor<72x9xf64>
    %6 = stablehlo.exponential %5 : tensor<72x9xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %7 = stablehlo.reduce(%6 init: %cst_1) applies stablehlo.add across dimensions = [1] : (tensor<72x9xf64>, tensor<f64>) -> tensor<72xf64>
    %8 = stablehlo.broadcast_in_dim %7, dims = [0] : (tensor<72xf64>) -> tensor<72x1xf64>
    %9 = stablehlo.log %8 : tensor<72x1xf64>
    %10 = stablehlo.broadcast_in_dim %9, dims = [0, 1] : (tensor<72x1xf64>) -> tensor<72x9xf64>
    %11 = stablehlo.subtract %5, %10 : tensor<72x9xf64>
    return %11 : tensor<72x9xf64>
  }
}
