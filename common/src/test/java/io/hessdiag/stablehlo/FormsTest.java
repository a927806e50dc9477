package io.hessdiag.stablehlo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Forms of operations that become no equation: they are read, and reported by name. */
class FormsTest {
    private static List<String> unsupported(String text) {
        return StableHlo.unsupported(StableHlo.parse("m.mlir", text)).stream()
                .map(Unsupported::opName)
                .toList();
    }

    private static List<String> unsupportedOperations(String operations) {
        return unsupported(
                Texts.main(
                        "%x: tensor<4x4xf64>, %i: tensor<i32>, %p: tensor<i1>",
                        "()", operations + "\nreturn"));
    }

    @Test
    void prettyForms() {
        assertEquals(
                List.of(
                        "stablehlo.rng_bit_generator",
                        "stablehlo.rng",
                        "stablehlo.tuple",
                        "stablehlo.get_tuple_element",
                        "stablehlo.create_token",
                        "stablehlo.custom_call",
                        "new.op"),
                unsupportedOperations(
                        """
                        %v, %w = chlo.top_k(%x, k = 2) : tensor<4x4xf64> -> (tensor<4x2xf64>, \
                        tensor<4x2xi32>)
                        %0 = stablehlo.dynamic_update_slice %x, %x, %i, %i : (tensor<4x4xf64>, \
                        tensor<4x4xf64>, tensor<i32>, tensor<i32>) -> tensor<4x4xf64>
                        %1 = stablehlo.convolution(%x, %x) dim_numbers = [b, f]x[i, o]->[b, f], window = \
                        {stride = [], pad = [], lhs_dilate = [], rhs_dilate = [], reverse = []} \
                        {batch_group_count = 1 : i64, feature_group_count = 1 : i64, precision_config = \
                        [#stablehlo<precision DEFAULT>, #stablehlo<precision DEFAULT>]} : \
                        (tensor<4x4xf64>, tensor<4x4xf64>) -> tensor<4x4xf64> loc(#loc3)
                        %2 = stablehlo.cholesky %x, lower = true : tensor<4x4xf64>
                        %s, %t = stablehlo.rng_bit_generator %i, algorithm = DEFAULT : (tensor<i32>) -> \
                        (tensor<i32>, tensor<3xui32>)
                        %3 = stablehlo.rng %x, %x, %i, distribution = UNIFORM : (tensor<4x4xf64>, \
                        tensor<4x4xf64>, tensor<i32>) -> tensor<4x4xf64>
                        %4 = stablehlo.bitcast_convert %x : (tensor<4x4xf64>) -> tensor<4x4xi64>
                        %5 = stablehlo.reduce_precision %x, format = e5m10 : tensor<4x4xf64>
                        %6 = stablehlo.tuple %x, %i : tuple<tensor<4x4xf64>, tensor<i32>>
                        %7 = stablehlo.get_tuple_element %6[0] : (tuple<tensor<4x4xf64>, tensor<i32>>) -> \
                        tensor<4x4xf64>
                        %8 = stablehlo.create_token : !stablehlo.token
                        %9 = stablehlo.custom_call @callback(%8, %x) {api_version = 2 : i32, \
                        called_computations = [@f], operand_layouts = [dense<> : tensor<0xindex>, \
                        dense<[1, 0]> : tensor<2xindex>], output_operand_aliases = \
                        [#stablehlo.output_operand_alias<output_tuple_indices = [], operand_index = 0, \
                        operand_tuple_indices = []>]} : (!stablehlo.token, tensor<4x4xf64>) -> \
                        tensor<4x4xf64>
                        new.op %x for %i in [1, 2] {a, b = #new<1 + 2>, "c.d" = unit} : tensor<4x4xf64>, \
                        tensor<i32>\
                        """));
    }

    @Test
    void regions() {
        assertEquals(
                List.of("sdy.manual_computation", "new.inner"),
                unsupportedOperations(
                        """
                        %z = stablehlo.constant dense<0.0> : tensor<f64>
                        %c = stablehlo.constant dense<3> : tensor<i32>
                        %0:2 = stablehlo.while(%a = %x, %b = %i) : tensor<4x4xf64>, tensor<i32> \
                        attributes {mhlo.frontend_attributes = {}}
                        cond {
                          %1 = stablehlo.compare LT, %b, %c : (tensor<i32>, tensor<i32>) -> tensor<i1>
                          stablehlo.return %1 : tensor<i1>
                        } do {
                          stablehlo.return %a, %c : tensor<4x4xf64>, tensor<i32>
                        } loc(#loc)
                        %2 = "stablehlo.while"(%i) ({
                        ^bb0(%a: tensor<i32> loc("x"), ):
                          stablehlo.return %p : tensor<i1>
                        }, {
                        ^bb0(%a: tensor<i32>):
                          stablehlo.return %a : tensor<i32>
                        }) : (tensor<i32>) -> tensor<i32>
                        %3 = "stablehlo.case"(%i) ({
                          stablehlo.return %x : tensor<4x4xf64>
                        }, {
                          stablehlo.return %x : tensor<4x4xf64>
                        }) : (tensor<i32>) -> tensor<4x4xf64>
                        %4:2 = "stablehlo.sort"(%x, %3) <{dimension = 0 : i64, is_stable = true}> ({
                        ^bb0(%a: tensor<f64>, %b: tensor<f64>, %d: tensor<f64>, %e: tensor<f64>):
                          %5 = stablehlo.compare LT, %a, %b, TOTALORDER : (tensor<f64>, tensor<f64>) -> \
                        tensor<i1>
                          stablehlo.return %5 : tensor<i1>
                        }) : (tensor<4x4xf64>, tensor<4x4xf64>) -> (tensor<4x4xf64>, tensor<4x4xf64>)
                        %6 = "stablehlo.reduce_window"(%x, %z) <{padding = dense<[[1, 1], [1, 1]]> : \
                        tensor<2x2xi64>, window_dimensions = array<i64: 3, 3>}> ({
                        ^bb0(%a: tensor<f64>, %b: tensor<f64>):
                          stablehlo.return %a : tensor<f64>
                        }) : (tensor<4x4xf64>, tensor<f64>) -> tensor<4x4xf64>
                        %7 = sdy.manual_computation(%x) in_shardings=[<@mesh, [{"a"}, {?}]>] \
                        out_shardings=[<@mesh, [{}, {"b", ?}]>] manual_axes={"a", "b"} \
                        (%a: tensor<4x4xf64>) {
                          %8 = new.inner %a : tensor<4x4xf64>
                          sdy.return %8 : tensor<4x4xf64>
                        } : (tensor<4x4xf64>) -> tensor<4x4xf64>\
                        """
                                .replace(", ):", "):")));
    }

    @Test
    void headers() {
        assertEquals(
                List.of(),
                unsupported(
                        """
                        \uFEFF// a comment
                        #loc = loc(fused<{a = "b"}>["f.py":1:2, "name"])
                        #map = affine_map<(d0) -> (d0)>
                        !alias = tensor<2xf32>
                        #layout = #stablehlo.type_extensions<bounds = [?, 4]>
                        builtin.module @"a module" attributes {mhlo.cross_program_prefetches = [], \
                        mhlo.num_partitions = 1 : i32, sym = @main, t = tensor<1xf32>, f = () -> f32, \
                        u, m = #map, x = -1.5e-3 : f64} {
                          sdy.mesh @mesh = <["x"=2, "y"=4]>
                          func.func private @declared(tensor<f32>, !stablehlo.token {a.b = 1 : i8}) -> f32
                          func.func nested @main(%arg0: !alias {mhlo.layout_mode = "default"} \
                        loc(unknown)) -> (!alias {jax.result_info = "[0]"} loc("r")) attributes {llvm.emit, a = "}"} {
                            func.return %arg0 : !alias loc(callsite("f"("a.py":1:1) at #loc))
                          } loc(#loc)
                        } loc(#loc)
                        {-#
                          dialect_resources: { builtin: { blob: "0x04000000" } }
                        #-}
                        """));
    }
}
