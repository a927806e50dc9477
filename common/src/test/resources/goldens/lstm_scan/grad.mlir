module @jit_value_and_grad attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<20xf64>, %arg1: tensor<2xf64>, %arg2: tensor<5x2xf64>, %arg3: tensor<5x20xf64>, %arg4: tensor<3x20xf64>, %arg5: tensor<8x6x3xf64>, %arg6: tensor<8xi32>) -> (tensor<f64> {jax.result_info = "result[0]"}, tensor<20xf64> {jax.result_info = "result[1][0]"}, tensor<2xf64> {jax.result_info = "result[1][1]"}, tensor<5x2xf64> {jax.result_info = "result[1][2]"}, tensor<5x20xf64> {jax.result_info = "result[1][3]"}, tensor<3x20xf64> {jax.result_info = "result[1][4]"}) {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<8x5xf64>
    %1 = stablehlo.transpose %arg5, dims = [1, 0, 2] : (tensor<8x6x3xf64>) -> tensor<6x8x3xf64>
    %2 = stablehlo.broadcast_in_dim %arg0, dims = [1] : (tensor<20xf64>) -> tensor<1x20xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %3 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<6x8x5xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %4 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f64>) -> tensor<6x8x5xf64>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %5 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f64>) -> tensor<6x8x5xf64>
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %6 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f64>) -> tensor<6x8x5xf64>
    %cst_4 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %7 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f64>) -> tensor<6x8x5xf64>
    %cst_5 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %8 = stablehlo.broadcast_in_dim %cst_5, dims = [] : (tensor<f64>) -> tensor<6x8x5xf64>
    %cst_6 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %9 = stablehlo.broadcast_in_dim %cst_6, dims = [] : (tensor<f64>) -> tensor<6x8x5xf64>
    %cst_7 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %10 = stablehlo.broadcast_in_dim %cst_7, dims = [] : (tensor<f64>) -> tensor<6x8x5xf64>
    %cst_8 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %11 = stablehlo.broadcast_in_dim %cst_8, dims = [] : (tensor<f64>) -> tensor<6x8x5xf64>
    %cst_9 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %12 = stablehlo.broadcast_in_dim %cst_9, dims = [] : (tensor<f64>) -> tensor<6x8x5xf64>
    %cst_10 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %13 = stablehlo.broadcast_in_dim %cst_10, dims = [] : (tensor<f64>) -> tensor<6x8x5xf64>
    %cst_11 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %14 = stablehlo.broadcast_in_dim %cst_11, dims = [] : (tensor<f64>) -> tensor<6x8x5xf64>
    %cst_12 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %15 = stablehlo.broadcast_in_dim %cst_12, dims = [] : (tensor<f64>) -> tensor<6x8x5xf64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %16:20 = stablehlo.while(%iterArg = %1, %iterArg_28 = %arg4, %iterArg_29 = %arg3, %iterArg_30 = %2, %iterArg_31 = %c, %iterArg_32 = %0, %iterArg_33 = %0, %iterArg_34 = %3, %iterArg_35 = %4, %iterArg_36 = %5, %iterArg_37 = %6, %iterArg_38 = %7, %iterArg_39 = %8, %iterArg_40 = %9, %iterArg_41 = %10, %iterArg_42 = %11, %iterArg_43 = %12, %iterArg_44 = %13, %iterArg_45 = %14, %iterArg_46 = %15) : tensor<6x8x3xf64>, tensor<3x20xf64>, tensor<5x20xf64>, tensor<1x20xf64>, tensor<i64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>
    cond {
      %c_47 = stablehlo.constant dense<6> : tensor<i64>
      %50 = stablehlo.compare LT, %iterArg_31, %c_47, SIGNED : (tensor<i64>, tensor<i64>) -> tensor<i1>
      stablehlo.return %50 : tensor<i1>
    } do {
      %50 = func.call @dynamic_index_in_dim(%iterArg, %iterArg_31) : (tensor<6x8x3xf64>, tensor<i64>) -> tensor<8x3xf64>
      %51:15 = func.call @closed_call(%iterArg_28, %iterArg_29, %iterArg_30, %iterArg_32, %iterArg_33, %50) : (tensor<3x20xf64>, tensor<5x20xf64>, tensor<1x20xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x3xf64>) -> (tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>)
      %52 = func.call @dynamic_update_index_in_dim(%iterArg_34, %51#2, %iterArg_31) : (tensor<6x8x5xf64>, tensor<8x5xf64>, tensor<i64>) -> tensor<6x8x5xf64>
      %53 = func.call @dynamic_update_index_in_dim(%iterArg_35, %51#3, %iterArg_31) : (tensor<6x8x5xf64>, tensor<8x5xf64>, tensor<i64>) -> tensor<6x8x5xf64>
      %54 = func.call @dynamic_update_index_in_dim(%iterArg_36, %51#4, %iterArg_31) : (tensor<6x8x5xf64>, tensor<8x5xf64>, tensor<i64>) -> tensor<6x8x5xf64>
      %55 = func.call @dynamic_update_index_in_dim(%iterArg_37, %51#5, %iterArg_31) : (tensor<6x8x5xf64>, tensor<8x5xf64>, tensor<i64>) -> tensor<6x8x5xf64>
      %56 = func.call @dynamic_update_index_in_dim(%iterArg_38, %51#6, %iterArg_31) : (tensor<6x8x5xf64>, tensor<8x5xf64>, tensor<i64>) -> tensor<6x8x5xf64>
      %57 = func.call @dynamic_update_index_in_dim(%iterArg_39, %51#7, %iterArg_31) : (tensor<6x8x5xf64>, tensor<8x5xf64>, tensor<i64>) -> tensor<6x8x5xf64>
      %58 = func.call @dynamic_update_index_in_dim(%iterArg_40, %51#8, %iterArg_31) : (tensor<6x8x5xf64>, tensor<8x5xf64>, tensor<i64>) -> tensor<6x8x5xf64>
      %59 = func.call @dynamic_update_index_in_dim(%iterArg_41, %51#9, %iterArg_31) : (tensor<6x8x5xf64>, tensor<8x5xf64>, tensor<i64>) -> tensor<6x8x5xf64>
      %60 = func.call @dynamic_update_index_in_dim(%iterArg_42, %51#10, %iterArg_31) : (tensor<6x8x5xf64>, tensor<8x5xf64>, tensor<i64>) -> tensor<6x8x5xf64>
      %61 = func.call @dynamic_update_index_in_dim(%iterArg_43, %51#11, %iterArg_31) : (tensor<6x8x5xf64>, tensor<8x5xf64>, tensor<i64>) -> tensor<6x8x5xf64>
      %62 = func.call @dynamic_update_index_in_dim(%iterArg_44, %51#12, %iterArg_31) : (tensor<6x8x5xf64>, tensor<8x5xf64>, tensor<i64>) -> tensor<6x8x5xf64>
      %63 = func.call @dynamic_update_index_in_dim(%iterArg_45, %51#13, %iterArg_31) : (tensor<6x8x5xf64>, tensor<8x5xf64>, tensor<i64>) -> tensor<6x8x5xf64>
      %64 = func.call @dynamic_update_index_in_dim(%iterArg_46, %51#14, %iterArg_31) : (tensor<6x8x5xf64>, tensor<8x5xf64>, tensor<i64>) -> tensor<6x8x5xf64>
      %c_47 = stablehlo.constant dense<1> : tensor<i64>
      %65 = stablehlo.add %iterArg_31, %c_47 : tensor<i64>
      stablehlo.return %iterArg, %iterArg_28, %iterArg_29, %iterArg_30, %65, %51#0, %51#1, %52, %53, %54, %55, %56, %57, %58, %59, %60, %61, %62, %63, %64 : tensor<6x8x3xf64>, tensor<3x20xf64>, tensor<5x20xf64>, tensor<1x20xf64>, tensor<i64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>
    }
    %17 = stablehlo.slice %16#7 [5:6, 0:8, 0:5] : (tensor<6x8x5xf64>) -> tensor<1x8x5xf64>
    %18 = stablehlo.reshape %17 : (tensor<1x8x5xf64>) -> tensor<8x5xf64>
    %19 = stablehlo.dot_general %18, %arg2, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x5xf64>, tensor<5x2xf64>) -> tensor<8x2xf64>
    %20 = stablehlo.broadcast_in_dim %arg1, dims = [1] : (tensor<2xf64>) -> tensor<1x2xf64>
    %21 = stablehlo.broadcast_in_dim %20, dims = [0, 1] : (tensor<1x2xf64>) -> tensor<8x2xf64>
    %22 = stablehlo.add %19, %21 : tensor<8x2xf64>
    %23:3 = call @log_softmax(%22) : (tensor<8x2xf64>) -> (tensor<8x2xf64>, tensor<8x2xf64>, tensor<8x1xf64>)
    %24 = stablehlo.broadcast_in_dim %arg6, dims = [0] : (tensor<8xi32>) -> tensor<8x1xi32>
    %25:2 = call @take_along_axis(%23#0, %24) : (tensor<8x2xf64>, tensor<8x1xi32>) -> (tensor<8x1xf64>, tensor<8x1x1xi32>)
    %cst_13 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %26 = stablehlo.reduce(%25#0 init: %cst_13) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x1xf64>, tensor<f64>) -> tensor<f64>
    %cst_14 = stablehlo.constant dense<8.000000e+00> : tensor<f64>
    %27 = stablehlo.divide %26, %cst_14 : tensor<f64>
    %28 = stablehlo.negate %27 : tensor<f64>
    %cst_15 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %29 = stablehlo.broadcast_in_dim %cst_15, dims = [] : (tensor<f64>) -> tensor<8x5xf64>
    %cst_16 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %30 = stablehlo.broadcast_in_dim %cst_16, dims = [] : (tensor<f64>) -> tensor<8x5xf64>
    %cst_17 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %31 = stablehlo.negate %cst_17 : tensor<f64>
    %cst_18 = stablehlo.constant dense<8.000000e+00> : tensor<f64>
    %32 = stablehlo.divide %31, %cst_18 : tensor<f64>
    %33 = stablehlo.broadcast_in_dim %32, dims = [] : (tensor<f64>) -> tensor<8x1xf64>
    %34 = call @take_along_axis_0(%25#1, %33) : (tensor<8x1x1xi32>, tensor<8x1xf64>) -> tensor<8x2xf64>
    %35 = call @log_softmax_1(%23#1, %23#2, %34) : (tensor<8x2xf64>, tensor<8x1xf64>, tensor<8x2xf64>) -> tensor<8x2xf64>
    %cst_19 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %36 = stablehlo.reduce(%35 init: %cst_19) applies stablehlo.add across dimensions = [0] : (tensor<8x2xf64>, tensor<f64>) -> tensor<2xf64>
    %37 = stablehlo.reshape %36 : (tensor<2xf64>) -> tensor<1x2xf64>
    %cst_20 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %38 = stablehlo.reduce(%37 init: %cst_20) applies stablehlo.add across dimensions = [0] : (tensor<1x2xf64>, tensor<f64>) -> tensor<2xf64>
    %39 = stablehlo.dot_general %35, %18, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x2xf64>, tensor<8x5xf64>) -> tensor<2x5xf64>
    %40 = stablehlo.transpose %39, dims = [1, 0] : (tensor<2x5xf64>) -> tensor<5x2xf64>
    %41 = stablehlo.dot_general %35, %arg2, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x2xf64>, tensor<5x2xf64>) -> tensor<8x5xf64>
    %42 = stablehlo.broadcast_in_dim %41, dims = [1, 2] : (tensor<8x5xf64>) -> tensor<1x8x5xf64>
    %cst_21 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %43 = stablehlo.pad %42, %cst_21, low = [5, 0, 0], high = [0, 0, 0], interior = [0, 0, 0] : (tensor<1x8x5xf64>, tensor<f64>) -> tensor<6x8x5xf64>
    %cst_22 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %44 = stablehlo.broadcast_in_dim %cst_22, dims = [] : (tensor<f64>) -> tensor<8x5xf64>
    %cst_23 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %45 = stablehlo.broadcast_in_dim %cst_23, dims = [] : (tensor<f64>) -> tensor<8x5xf64>
    %cst_24 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %46 = stablehlo.broadcast_in_dim %cst_24, dims = [] : (tensor<f64>) -> tensor<3x20xf64>
    %cst_25 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %47 = stablehlo.broadcast_in_dim %cst_25, dims = [] : (tensor<f64>) -> tensor<5x20xf64>
    %cst_26 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %48 = stablehlo.broadcast_in_dim %cst_26, dims = [] : (tensor<f64>) -> tensor<20xf64>
    %c_27 = stablehlo.constant dense<0> : tensor<i64>
    %49:21 = stablehlo.while(%iterArg = %43, %iterArg_28 = %1, %iterArg_29 = %16#8, %iterArg_30 = %16#9, %iterArg_31 = %16#10, %iterArg_32 = %16#11, %iterArg_33 = %16#12, %iterArg_34 = %16#13, %iterArg_35 = %16#14, %iterArg_36 = %16#15, %iterArg_37 = %16#16, %iterArg_38 = %16#17, %iterArg_39 = %16#18, %iterArg_40 = %16#19, %iterArg_41 = %arg3, %iterArg_42 = %c_27, %iterArg_43 = %46, %iterArg_44 = %47, %iterArg_45 = %48, %iterArg_46 = %44, %iterArg_47 = %45) : tensor<6x8x5xf64>, tensor<6x8x3xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<5x20xf64>, tensor<i64>, tensor<3x20xf64>, tensor<5x20xf64>, tensor<20xf64>, tensor<8x5xf64>, tensor<8x5xf64>
    cond {
      %c_48 = stablehlo.constant dense<6> : tensor<i64>
      %50 = stablehlo.compare LT, %iterArg_42, %c_48, SIGNED : (tensor<i64>, tensor<i64>) -> tensor<i1>
      stablehlo.return %50 : tensor<i1>
    } do {
      %c_48 = stablehlo.constant dense<6> : tensor<i64>
      %50 = stablehlo.subtract %c_48, %iterArg_42 : tensor<i64>
      %c_49 = stablehlo.constant dense<1> : tensor<i64>
      %51 = stablehlo.subtract %50, %c_49 : tensor<i64>
      %52 = func.call @dynamic_index_in_dim_2(%iterArg, %51) : (tensor<6x8x5xf64>, tensor<i64>) -> tensor<8x5xf64>
      %53 = func.call @dynamic_index_in_dim(%iterArg_28, %51) : (tensor<6x8x3xf64>, tensor<i64>) -> tensor<8x3xf64>
      %54 = func.call @dynamic_index_in_dim_2(%iterArg_29, %51) : (tensor<6x8x5xf64>, tensor<i64>) -> tensor<8x5xf64>
      %55 = func.call @dynamic_index_in_dim_2(%iterArg_30, %51) : (tensor<6x8x5xf64>, tensor<i64>) -> tensor<8x5xf64>
      %56 = func.call @dynamic_index_in_dim_2(%iterArg_31, %51) : (tensor<6x8x5xf64>, tensor<i64>) -> tensor<8x5xf64>
      %57 = func.call @dynamic_index_in_dim_2(%iterArg_32, %51) : (tensor<6x8x5xf64>, tensor<i64>) -> tensor<8x5xf64>
      %58 = func.call @dynamic_index_in_dim_2(%iterArg_33, %51) : (tensor<6x8x5xf64>, tensor<i64>) -> tensor<8x5xf64>
      %59 = func.call @dynamic_index_in_dim_2(%iterArg_34, %51) : (tensor<6x8x5xf64>, tensor<i64>) -> tensor<8x5xf64>
      %60 = func.call @dynamic_index_in_dim_2(%iterArg_35, %51) : (tensor<6x8x5xf64>, tensor<i64>) -> tensor<8x5xf64>
      %61 = func.call @dynamic_index_in_dim_2(%iterArg_36, %51) : (tensor<6x8x5xf64>, tensor<i64>) -> tensor<8x5xf64>
      %62 = func.call @dynamic_index_in_dim_2(%iterArg_37, %51) : (tensor<6x8x5xf64>, tensor<i64>) -> tensor<8x5xf64>
      %63 = func.call @dynamic_index_in_dim_2(%iterArg_38, %51) : (tensor<6x8x5xf64>, tensor<i64>) -> tensor<8x5xf64>
      %64 = func.call @dynamic_index_in_dim_2(%iterArg_39, %51) : (tensor<6x8x5xf64>, tensor<i64>) -> tensor<8x5xf64>
      %65 = func.call @dynamic_index_in_dim_2(%iterArg_40, %51) : (tensor<6x8x5xf64>, tensor<i64>) -> tensor<8x5xf64>
      %66:5 = func.call @closed_call_3(%iterArg_41, %iterArg_43, %iterArg_44, %iterArg_45, %iterArg_46, %iterArg_47, %52, %53, %54, %55, %56, %57, %58, %59, %60, %61, %62, %63, %64, %65) : (tensor<5x20xf64>, tensor<3x20xf64>, tensor<5x20xf64>, tensor<20xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x3xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>) -> (tensor<3x20xf64>, tensor<5x20xf64>, tensor<20xf64>, tensor<8x5xf64>, tensor<8x5xf64>)
      %c_50 = stablehlo.constant dense<1> : tensor<i64>
      %67 = stablehlo.add %iterArg_42, %c_50 : tensor<i64>
      stablehlo.return %iterArg, %iterArg_28, %iterArg_29, %iterArg_30, %iterArg_31, %iterArg_32, %iterArg_33, %iterArg_34, %iterArg_35, %iterArg_36, %iterArg_37, %iterArg_38, %iterArg_39, %iterArg_40, %iterArg_41, %67, %66#0, %66#1, %66#2, %66#3, %66#4 : tensor<6x8x5xf64>, tensor<6x8x3xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<6x8x5xf64>, tensor<5x20xf64>, tensor<i64>, tensor<3x20xf64>, tensor<5x20xf64>, tensor<20xf64>, tensor<8x5xf64>, tensor<8x5xf64>
    }
    return %28, %49#18, %38, %40, %49#17, %49#16 : tensor<f64>, tensor<20xf64>, tensor<2xf64>, tensor<5x2xf64>, tensor<5x20xf64>, tensor<3x20xf64>
  }
  func.func private @dynamic_index_in_dim(%arg0: tensor<6x8x3xf64>, %arg1: tensor<i64>) -> tensor<8x3xf64> {
    %c = stablehlo.constant dense<0> : tensor<i64>
    %c_0 = stablehlo.constant dense<0> : tensor<i64>
    %0 = stablehlo.dynamic_slice %arg0, %arg1, %c, %c_0, sizes = [1, 8, 3] : (tensor<6x8x3xf64>, tensor<i64>, tensor<i64>, tensor<i64>) -> tensor<1x8x3xf64>
    %1 = stablehlo.reshape %0 : (tensor<1x8x3xf64>) -> tensor<8x3xf64>
    return %1 : tensor<8x3xf64>
  }
  func.func private @closed_call(%arg0: tensor<3x20xf64>, %arg1: tensor<5x20xf64>, %arg2: tensor<1x20xf64>, %arg3: tensor<8x5xf64>, %arg4: tensor<8x5xf64>, %arg5: tensor<8x3xf64>) -> (tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>) {
    %0 = stablehlo.dot_general %arg5, %arg0, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x3xf64>, tensor<3x20xf64>) -> tensor<8x20xf64>
    %1 = stablehlo.dot_general %arg3, %arg1, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x5xf64>, tensor<5x20xf64>) -> tensor<8x20xf64>
    %2 = stablehlo.add %0, %1 : tensor<8x20xf64>
    %3 = stablehlo.broadcast_in_dim %arg2, dims = [0, 1] : (tensor<1x20xf64>) -> tensor<8x20xf64>
    %4 = stablehlo.add %2, %3 : tensor<8x20xf64>
    %5 = stablehlo.slice %4 [0:8, 0:5] : (tensor<8x20xf64>) -> tensor<8x5xf64>
    %6 = stablehlo.slice %4 [0:8, 5:10] : (tensor<8x20xf64>) -> tensor<8x5xf64>
    %7 = stablehlo.slice %4 [0:8, 10:15] : (tensor<8x20xf64>) -> tensor<8x5xf64>
    %8 = stablehlo.slice %4 [0:8, 15:20] : (tensor<8x20xf64>) -> tensor<8x5xf64>
    %9 = stablehlo.negate %6 : tensor<8x5xf64>
    %10 = stablehlo.exponential %9 : tensor<8x5xf64>
    %cst = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %11 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<8x5xf64>
    %12 = stablehlo.add %11, %10 : tensor<8x5xf64>
    %cst_0 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %13 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<8x5xf64>
    %14 = stablehlo.divide %13, %12 : tensor<8x5xf64>
    %cst_1 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %15 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f64>) -> tensor<8x5xf64>
    %16 = stablehlo.subtract %15, %14 : tensor<8x5xf64>
    %17 = stablehlo.multiply %14, %16 : tensor<8x5xf64>
    %18 = stablehlo.multiply %14, %arg4 : tensor<8x5xf64>
    %19 = stablehlo.negate %5 : tensor<8x5xf64>
    %20 = stablehlo.exponential %19 : tensor<8x5xf64>
    %cst_2 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %21 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f64>) -> tensor<8x5xf64>
    %22 = stablehlo.add %21, %20 : tensor<8x5xf64>
    %cst_3 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %23 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f64>) -> tensor<8x5xf64>
    %24 = stablehlo.divide %23, %22 : tensor<8x5xf64>
    %cst_4 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %25 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f64>) -> tensor<8x5xf64>
    %26 = stablehlo.subtract %25, %24 : tensor<8x5xf64>
    %27 = stablehlo.multiply %24, %26 : tensor<8x5xf64>
    %28 = stablehlo.tanh %7 : tensor<8x5xf64>
    %cst_5 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %29 = stablehlo.broadcast_in_dim %cst_5, dims = [] : (tensor<f64>) -> tensor<8x5xf64>
    %30 = stablehlo.subtract %29, %28 : tensor<8x5xf64>
    %31 = stablehlo.multiply %24, %28 : tensor<8x5xf64>
    %32 = stablehlo.add %18, %31 : tensor<8x5xf64>
    %33 = stablehlo.negate %8 : tensor<8x5xf64>
    %34 = stablehlo.exponential %33 : tensor<8x5xf64>
    %cst_6 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %35 = stablehlo.broadcast_in_dim %cst_6, dims = [] : (tensor<f64>) -> tensor<8x5xf64>
    %36 = stablehlo.add %35, %34 : tensor<8x5xf64>
    %cst_7 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %37 = stablehlo.broadcast_in_dim %cst_7, dims = [] : (tensor<f64>) -> tensor<8x5xf64>
    %38 = stablehlo.divide %37, %36 : tensor<8x5xf64>
    %cst_8 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %39 = stablehlo.broadcast_in_dim %cst_8, dims = [] : (tensor<f64>) -> tensor<8x5xf64>
    %40 = stablehlo.subtract %39, %38 : tensor<8x5xf64>
    %41 = stablehlo.multiply %38, %40 : tensor<8x5xf64>
    %42 = stablehlo.tanh %32 : tensor<8x5xf64>
    %cst_9 = stablehlo.constant dense<1.000000e+00> : tensor<f64>
    %43 = stablehlo.broadcast_in_dim %cst_9, dims = [] : (tensor<f64>) -> tensor<8x5xf64>
    %44 = stablehlo.subtract %43, %42 : tensor<8x5xf64>
    %45 = stablehlo.multiply %38, %42 : tensor<8x5xf64>
    return %45, %32, %45, %arg3, %17, %arg4, %14, %27, %28, %30, %24, %41, %42, %44, %38 : tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>
  }
  func.func private @dynamic_update_index_in_dim(%arg0: tensor<6x8x5xf64>, %arg1: tensor<8x5xf64>, %arg2: tensor<i64>) -> tensor<6x8x5xf64> {
    %0 = stablehlo.broadcast_in_dim %arg1, dims = [1, 2] : (tensor<8x5xf64>) -> tensor<1x8x5xf64>
    %c = stablehlo.constant dense<0> : tensor<i64>
    %c_0 = stablehlo.constant dense<0> : tensor<i64>
    %1 = stablehlo.dynamic_update_slice %arg0, %0, %arg2, %c, %c_0 : (tensor<6x8x5xf64>, tensor<1x8x5xf64>, tensor<i64>, tensor<i64>, tensor<i64>) -> tensor<6x8x5xf64>
    return %1 : tensor<6x8x5xf64>
  }
  func.func private @log_softmax(%arg0: tensor<8x2xf64>) -> (tensor<8x2xf64>, tensor<8x2xf64>, tensor<8x1xf64>) {
    %cst = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.maximum across dimensions = [1] : (tensor<8x2xf64>, tensor<f64>) -> tensor<8xf64>
    %cst_0 = stablehlo.constant dense<0xFFF0000000000000> : tensor<f64>
    %1 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f64>) -> tensor<8xf64>
    %2 = stablehlo.maximum %1, %0 : tensor<8xf64>
    %3 = stablehlo.broadcast_in_dim %2, dims = [0] : (tensor<8xf64>) -> tensor<8x1xf64>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1] : (tensor<8x1xf64>) -> tensor<8x2xf64>
    %5 = stablehlo.subtract %arg0, %4 : tensor<8x2xf64>
    %6 = stablehlo.exponential %5 : tensor<8x2xf64>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %7 = stablehlo.reduce(%6 init: %cst_1) applies stablehlo.add across dimensions = [1] : (tensor<8x2xf64>, tensor<f64>) -> tensor<8xf64>
    %8 = stablehlo.broadcast_in_dim %7, dims = [0] : (tensor<8xf64>) -> tensor<8x1xf64>
    %9 = stablehlo.log %8 : tensor<8x1xf64>
    %10 = stablehlo.broadcast_in_dim %9, dims = [0, 1] : (tensor<8x1xf64>) -> tensor<8x2xf64>
    %11 = stablehlo.subtract %5, %10 : tensor<8x2xf64>
    return %11, %6, %8 : tensor<8x2xf64>, tensor<8x2xf64>, tensor<8x1xf64>
  }
  func.func private @take_along_axis(%arg0: tensor<8x2xf64>, %arg1: tensor<8x1xi32>) -> (tensor<8x1xf64>, tensor<8x1x1xi32>) {
    %c = stablehlo.constant dense<0> : tensor<i32>
    %0 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i32>) -> tensor<8x1xi32>
    %1 = stablehlo.compare LT, %arg1, %0, SIGNED : (tensor<8x1xi32>, tensor<8x1xi32>) -> tensor<8x1xi1>
    %c_0 = stablehlo.constant dense<2> : tensor<i32>
    %2 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<i32>) -> tensor<8x1xi32>
    %3 = stablehlo.add %arg1, %2 : tensor<8x1xi32>
    %4 = stablehlo.select %1, %3, %arg1 : tensor<8x1xi1>, tensor<8x1xi32>
    %5 = stablehlo.reshape %4 : (tensor<8x1xi32>) -> tensor<8x1x1xi32>
    %c_1 = stablehlo.constant dense<1> : tensor<1xi32>
    %c_2 = stablehlo.constant dense<0> : tensor<i32>
    %6 = stablehlo.broadcast_in_dim %c_2, dims = [] : (tensor<i32>) -> tensor<8x1x1xi32>
    %7 = stablehlo.compare GE, %5, %6, SIGNED : (tensor<8x1x1xi32>, tensor<8x1x1xi32>) -> tensor<8x1x1xi1>
    %8 = stablehlo.broadcast_in_dim %c_1, dims = [2] : (tensor<1xi32>) -> tensor<1x1x1xi32>
    %9 = stablehlo.broadcast_in_dim %8, dims = [0, 1, 2] : (tensor<1x1x1xi32>) -> tensor<8x1x1xi32>
    %10 = stablehlo.compare LE, %5, %9, SIGNED : (tensor<8x1x1xi32>, tensor<8x1x1xi32>) -> tensor<8x1x1xi1>
    %11 = stablehlo.and %7, %10 : tensor<8x1x1xi1>
    %c_3 = stablehlo.constant dense<true> : tensor<i1>
    %12 = stablehlo.reduce(%11 init: %c_3) applies stablehlo.and across dimensions = [2] : (tensor<8x1x1xi1>, tensor<i1>) -> tensor<8x1xi1>
    %13 = "stablehlo.gather"(%arg0, %5) <{dimension_numbers = #stablehlo.gather<collapsed_slice_dims = [1], operand_batching_dims = [0], start_indices_batching_dims = [0], start_index_map = [1], index_vector_dim = 2>, indices_are_sorted = false, slice_sizes = array<i64: 1, 1>}> : (tensor<8x2xf64>, tensor<8x1x1xi32>) -> tensor<8x1xf64>
    %cst = stablehlo.constant dense<0x7FF8000000000000> : tensor<f64>
    %14 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<8x1xf64>
    %15 = stablehlo.select %12, %13, %14 : tensor<8x1xi1>, tensor<8x1xf64>
    return %15, %5 : tensor<8x1xf64>, tensor<8x1x1xi32>
  }
  func.func private @take_along_axis_0(%arg0: tensor<8x1x1xi32>, %arg1: tensor<8x1xf64>) -> tensor<8x2xf64> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f64>) -> tensor<8x2xf64>
    %1 = "stablehlo.scatter"(%0, %arg0, %arg1) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<inserted_window_dims = [1], input_batching_dims = [0], scatter_indices_batching_dims = [0], scatter_dims_to_operand_dims = [1], index_vector_dim = 2>, unique_indices = false}> ({
    ^bb0(%arg2: tensor<f64>, %arg3: tensor<f64>):
      %2 = stablehlo.add %arg2, %arg3 : tensor<f64>
      stablehlo.return %2 : tensor<f64>
    }) : (tensor<8x2xf64>, tensor<8x1x1xi32>, tensor<8x1xf64>) -> tensor<8x2xf64>
    return %1 : tensor<8x2xf64>
  }
  func.func private @log_softmax_1(%arg0: tensor<8x2xf64>, %arg1: tensor<8x1xf64>, %arg2: tensor<8x2xf64>) -> tensor<8x2xf64> {
    %0 = stablehlo.negate %arg2 : tensor<8x2xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %1 = stablehlo.reduce(%0 init: %cst) applies stablehlo.add across dimensions = [1] : (tensor<8x2xf64>, tensor<f64>) -> tensor<8xf64>
    %2 = stablehlo.reshape %1 : (tensor<8xf64>) -> tensor<8x1xf64>
    %3 = stablehlo.divide %2, %arg1 : tensor<8x1xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %4 = stablehlo.reduce(%3 init: %cst_0) applies stablehlo.add across dimensions = [1] : (tensor<8x1xf64>, tensor<f64>) -> tensor<8xf64>
    %5 = stablehlo.broadcast_in_dim %4, dims = [0] : (tensor<8xf64>) -> tensor<8x2xf64>
    %6 = stablehlo.multiply %5, %arg0 : tensor<8x2xf64>
    %7 = stablehlo.add %arg2, %6 : tensor<8x2xf64>
    return %7 : tensor<8x2xf64>
  }
  func.func private @dynamic_index_in_dim_2(%arg0: tensor<6x8x5xf64>, %arg1: tensor<i64>) -> tensor<8x5xf64> {
    %c = stablehlo.constant dense<0> : tensor<i64>
    %c_0 = stablehlo.constant dense<0> : tensor<i64>
    %0 = stablehlo.dynamic_slice %arg0, %arg1, %c, %c_0, sizes = [1, 8, 5] : (tensor<6x8x5xf64>, tensor<i64>, tensor<i64>, tensor<i64>) -> tensor<1x8x5xf64>
    %1 = stablehlo.reshape %0 : (tensor<1x8x5xf64>) -> tensor<8x5xf64>
    return %1 : tensor<8x5xf64>
  }
  func.func private @closed_call_3(%arg0: tensor<5x20xf64>, %arg1: tensor<3x20xf64>, %arg2: tensor<5x20xf64>, %arg3: tensor<20xf64>, %arg4: tensor<8x5xf64>, %arg5: tensor<8x5xf64>, %arg6: tensor<8x5xf64>, %arg7: tensor<8x3xf64>, %arg8: tensor<8x5xf64>, %arg9: tensor<8x5xf64>, %arg10: tensor<8x5xf64>, %arg11: tensor<8x5xf64>, %arg12: tensor<8x5xf64>, %arg13: tensor<8x5xf64>, %arg14: tensor<8x5xf64>, %arg15: tensor<8x5xf64>, %arg16: tensor<8x5xf64>, %arg17: tensor<8x5xf64>, %arg18: tensor<8x5xf64>, %arg19: tensor<8x5xf64>) -> (tensor<3x20xf64>, tensor<5x20xf64>, tensor<20xf64>, tensor<8x5xf64>, tensor<8x5xf64>) {
    %0 = stablehlo.add %arg4, %arg6 : tensor<8x5xf64>
    %1 = stablehlo.multiply %arg19, %0 : tensor<8x5xf64>
    %2 = stablehlo.multiply %0, %arg17 : tensor<8x5xf64>
    %3 = stablehlo.multiply %1, %arg18 : tensor<8x5xf64>
    %4 = stablehlo.add %arg5, %3 : tensor<8x5xf64>
    %5 = stablehlo.multiply %3, %arg17 : tensor<8x5xf64>
    %6 = stablehlo.add %4, %5 : tensor<8x5xf64>
    %7 = stablehlo.multiply %2, %arg16 : tensor<8x5xf64>
    %8 = stablehlo.multiply %arg15, %6 : tensor<8x5xf64>
    %9 = stablehlo.multiply %6, %arg13 : tensor<8x5xf64>
    %10 = stablehlo.multiply %8, %arg14 : tensor<8x5xf64>
    %11 = stablehlo.multiply %10, %arg13 : tensor<8x5xf64>
    %12 = stablehlo.add %10, %11 : tensor<8x5xf64>
    %13 = stablehlo.multiply %9, %arg12 : tensor<8x5xf64>
    %14 = stablehlo.multiply %arg11, %6 : tensor<8x5xf64>
    %15 = stablehlo.multiply %6, %arg10 : tensor<8x5xf64>
    %16 = stablehlo.multiply %15, %arg9 : tensor<8x5xf64>
    %17 = stablehlo.concatenate %13, %16, %12, %7, dim = 1 : (tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>, tensor<8x5xf64>) -> tensor<8x20xf64>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %18 = stablehlo.reduce(%17 init: %cst) applies stablehlo.add across dimensions = [0] : (tensor<8x20xf64>, tensor<f64>) -> tensor<20xf64>
    %19 = stablehlo.reshape %18 : (tensor<20xf64>) -> tensor<1x20xf64>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f64>
    %20 = stablehlo.reduce(%19 init: %cst_0) applies stablehlo.add across dimensions = [0] : (tensor<1x20xf64>, tensor<f64>) -> tensor<20xf64>
    %21 = stablehlo.add %arg3, %20 : tensor<20xf64>
    %22 = stablehlo.dot_general %17, %arg8, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x20xf64>, tensor<8x5xf64>) -> tensor<20x5xf64>
    %23 = stablehlo.transpose %22, dims = [1, 0] : (tensor<20x5xf64>) -> tensor<5x20xf64>
    %24 = stablehlo.add %arg2, %23 : tensor<5x20xf64>
    %25 = stablehlo.dot_general %17, %arg0, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x20xf64>, tensor<5x20xf64>) -> tensor<8x5xf64>
    %26 = stablehlo.dot_general %17, %arg7, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x20xf64>, tensor<8x3xf64>) -> tensor<20x3xf64>
    %27 = stablehlo.transpose %26, dims = [1, 0] : (tensor<20x3xf64>) -> tensor<3x20xf64>
    %28 = stablehlo.add %arg1, %27 : tensor<3x20xf64>
    return %28, %24, %21, %25, %14 : tensor<3x20xf64>, tensor<5x20xf64>, tensor<20xf64>, tensor<8x5xf64>, tensor<8x5xf64>
  }
}
