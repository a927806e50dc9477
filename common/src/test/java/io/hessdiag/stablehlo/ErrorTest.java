package io.hessdiag.stablehlo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong is said in one line with its place. */
class ErrorTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stablehlo.add %x, %y : tensor<2xf64> | 2:24: value %y is not defined",
                "stablehlo.add %x : tensor<2xf64> | 2:6: add: expected 2 operands, found 1",
                "stablehlo.add %x, %x, %x : tensor<2xf64> | 2:6: add: expected 2 operands, found 3",
                "\"stablehlo.add\"(%x, %x) : (tensor<2xf64>) -> tensor<2xf64> "
                        + "| 2:6: add: expected 1 operands, found 2",
                "stablehlo.sine %x : tensor<3xf64> "
                        + "| 2:21: sine: expected operand tensor<3xf64>, found tensor<2xf64>",
                "\"stablehlo.sine\"(%x) : (tensor<2xf64>) -> tensor<2xf32> "
                        + "| 2:6: sine: expected result tensor<2xf32>, found tensor<2xf64>",
                "stablehlo.not %x : tensor<2xf64> | 2:6: not: no f64 operand",
                "stablehlo.slice %x [0:3] : (tensor<2xf64>) -> tensor<3xf64> "
                        + "| 2:6: slice: range 0:3 along axis 0 of tensor<2xf64>",
                "stablehlo.slice %x : (tensor<2xf64>) -> tensor<3xf64> "
                        + "| 2:6: slice: expected ranges [start:limit, ...]",
                "stablehlo.transpose %x, dims = [1] : (tensor<2xf64>) -> tensor<2xf64> "
                        + "| 2:6: transpose: [1] is no permutation of the axes of tensor<2xf64>",
                "stablehlo.transpose %x : (tensor<2xf64>) -> tensor<2xf64> "
                        + "| 2:6: transpose: expected attribute permutation or dims",
                "stablehlo.transpose %x, dims = [9999999999] : (tensor<2xf64>) -> tensor<2xf64> "
                        + "| 2:6: transpose: permutation: 9999999999 is no 32-bit integer",
                "stablehlo.compare XX, %x, %x : (tensor<2xf64>, tensor<2xf64>) -> tensor<2xi1> |"
                    + " 2:6: compare: expected a direction EQ, NE, GE, GT, LE or LT, found 'XX'",
                "stablehlo.fft %x, type = FFT, length = [9] : (tensor<2xf64>) ->"
                    + " tensor<2xcomplex<f64>> | 2:6: stablehlo.fft: not supported (complex numbers"
                    + " are not supported; write it as real sums)",
                "stablehlo.sine %x : tensor<2xcomplex<f64>> | 2:6: stablehlo.sine:"
                    + " tensor<2xcomplex<f64>>: elements of type complex are not supported; export"
                    + " with real float, integer or boolean types",
                "stablehlo.reshape %x : (tensor<2xf64>) -> tensor<?xf64> | 2:6: stablehlo.reshape: "
                        + "tensor<?xf64> has a dynamic shape; export with concrete shapes",
                "stablehlo.custom_call @lapack_dgees_ffi(%x) {mhlo.backend_config = {sort = 78 :"
                        + " ui8}} : (tensor<2xf64>) -> tensor<2xf64> | 2:6: stablehlo.custom_call:"
                        + " @lapack_dgees_ffi is not supported (the text does not say what it"
                        + " computes)",
                "call @f(%x) : (tensor<2xf64>) -> tensor<2xf64> | 2:6: no function @f; there are"
                        + " [main]",
                "call @main(%x) : (tensor<2xf64>) -> tensor<2xf64> | 2:6: function @main calls"
                        + " itself",
                "stablehlo.constant dense<1.0> : tensor<999999999x999999999xf32> | 2:6:"
                        + " stablehlo.constant: tensor<999999999x999999999xf32> has more than"
                        + " 2147483647 elements",
                "stablehlo.constant dense_resource<__elided__> : tensor<2xf32> | 2:6:"
                    + " stablehlo.constant: dense_resource<__elided__>: the values are not in this"
                    + " file; export with full constants",
                "stablehlo.constant dense<__elided__> : tensor<2xf32> | 2:6: stablehlo.constant:"
                        + " dense<__elided__>: the values are not in this file; export with full"
                        + " constants",
                "stablehlo.constant dense<[1.0, 2.0, 3.0]> : tensor<2xf64> "
                        + "| 2:42: dense<>: element outside the shape of tensor<2xf64>",
                "stablehlo.constant dense<[1.0]> : tensor<2xf64> "
                        + "| 2:35: dense<>: expected a list of 2 for tensor<2xf64>, found 1",
                "stablehlo.constant dense<[1.0, ]> : tensor<1xf64> "
                        + "| 2:37: dense<>: expected an element after ','",
                "stablehlo.constant dense<[1.0 2.0]> : tensor<2xf64> "
                        + "| 2:36: dense<>: expected ',' or ']'",
                "stablehlo.constant dense<[[1.0, 2.0]]> : tensor<2xf64> "
                        + "| 2:32: dense<>: lists nest deeper than the rank of tensor<2xf64>",
                "stablehlo.constant dense<300> : tensor<i8> | 2:31: dense<>: '300' is no i8 value",
                "stablehlo.constant dense<0x7F> : tensor<f32> | 2:31: dense<>: '0x7F' is no f32"
                        + " value",
                "stablehlo.constant dense<1.0f> : tensor<f32> | 2:31: dense<>: '1.0f' is no f32"
                        + " value",
                "stablehlo.constant dense<\"0x0011\"> : tensor<2xf32> "
                        + "| 2:31: dense<>: expected 2 elements for tensor<2xf32>, found 0",
                "stablehlo.constant dense<> : tensor<2xf32> "
                        + "| 2:31: dense<>: expected 2 elements for tensor<2xf32>, found 0",
                "stablehlo.constant : tensor<f64> | 2:6: constant: expected a value dense<...>"
            })
    void operations(String operation, String message) {
        Texts.assertFails(
                "m.mlir:" + message,
                Texts.main(
                        "%x: tensor<2xf64>",
                        "tensor<2xf64>", "%r = " + operation + "\nreturn %r : tensor<2xf64>"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "return | 1:1: expected a module or a function, found return",
                "module { | 1:9: expected a module or a function, found the end of the text",
                "func.func @main( | 1:17: expected a type, found the end of the text",
                "func.func @main() { | 1:20: expected an operation, found the end of the text",
                "func.func @main() { return } $ | 1:30: unexpected character '$'",
                "func.func @main(%x: tensor<2xf64) { return } | 1:33: expected '>', found ')'",
                "func.func @main(%x: tensor<2x) { return } | 1:30: expected an element type, found"
                        + " )",
                "func.func @main() { %r = \"a.b\"( | 1:32: expected a value %name, found the end of"
                        + " the text",
                "func.func @main() { return } func.func @main() { return } "
                        + "| 1:40: function @main is defined twice",
                "func.func @main() { \"a } | 1:21: string has no closing quote",
                "func.func @main() {} | 1:19: region does not end with a return",
                "func.func @main() { return ^bb1: return } "
                        + "| 1:28: a region of several blocks is not supported",
                "func.func @other() { return } | 1:1: no function @main; there are [other]",
                "func.func private @main() | 1:19: function @main has no body",
                "func.func @main(%x: tensor<f64>) -> () { return %x : tensor<f64> } "
                        + "| 1:42: @main: expected 0 results, found 1",
                "func.func @main(%x: tensor<f64>) -> tensor<f32> { return %x : tensor<f64> } "
                        + "| 1:51: @main: expected result tensor<f32>, found tensor<f64>",
                "func.func @main(%x: tensor<f64>, %x: tensor<f64>) { return } "
                        + "| 1:34: value %x is defined twice",
                "func.func @main(%x: tensor<?xf64>) { return } | 1:17: @main: tensor<?xf64> has a"
                        + " dynamic shape; export with concrete shapes",
                "func.func @main(%x: tensor<2x!quant.uniform<i8:f32, 0.1>>) { return } | 1:17:"
                        + " @main: tensor<2x!quant.uniform<i8:f32, 0.1>>: elements of type"
                        + " !quant.uniform are not supported; export with real float, integer or"
                        + " boolean types",
                "func.func @main(%x: tensor<i32> {jax.global_constant = \"_platform_index\"}) {"
                    + " return } | 1:17: @main: argument %x is a jax.global_constant; export for"
                    + " one platform and with concrete shapes"
            })
    void modules(String text, String message) {
        Texts.assertFails("m.mlir:" + message, text);
    }

    @Test
    void binaryModulesAreNamedSo() {
        String message =
                "m.mlir:1:1: not StableHLO text but binary; export with as_text() or "
                        + "mlir_module()";
        Texts.assertFails(message, "ML\u00EFR\u0001StableHLO");
        Texts.assertFails(message, "ML\uFFFDR\u0001StableHLO");
        Texts.assertFails(message, "module {\0}");
    }

    @Test
    void redefinitionIsRefused() {
        Texts.assertFails(
                "m.mlir:3:1: value %a is defined twice",
                Texts.main(
                        "%x: tensor<f64>",
                        "tensor<f64>",
                        "%a = stablehlo.sine %x : tensor<f64>\n"
                                + "%a = stablehlo.sine %x : tensor<f64>\nreturn %a : tensor<f64>"));
    }

    @Test
    void mutualRecursionIsRefused() {
        Texts.assertFails(
                "m.mlir:6:1: function @f calls itself",
                Texts.main("", "()", "call @f() : () -> ()\nreturn")
                        + "func.func private @f() {\ncall @f() : () -> ()\nreturn\n}");
        Texts.assertFails(
                "m.mlir:2:1: call: @f: expected 1 arguments, found 0",
                Texts.main("", "()", "call @f() : () -> ()\nreturn")
                        + "func.func private @f(%a: tensor<f64>) {\nreturn\n}");
        Texts.assertFails(
                "m.mlir:2:1: @f: expected argument tensor<f32>, found tensor<f64>",
                Texts.main("%x: tensor<f64>", "()", "call @f(%x) : (tensor<f64>) -> ()\nreturn")
                        + "func.func private @f(%a: tensor<f32>) {\nreturn\n}");
    }

    @Test
    void everythingUnsupportedIsListedOnce() {
        Module m =
                StableHlo.parse(
                        "m.mlir",
                        Texts.main(
                                        "%x: tensor<2xf64>",
                                        "tensor<2xf64>",
                                        """
                                        %0 = call @f(%x) : (tensor<2xf64>) -> tensor<2xf64>
                                        %1 = call @f(%0) : (tensor<2xf64>) -> tensor<2xf64>
                                        %2 = stablehlo.fft %1, type = FFT, length = [2] : (tensor<2xf64>) -> \
                                        tensor<2xcomplex<f64>>
                                        %3 = stablehlo.real %2 : (tensor<2xcomplex<f64>>) -> tensor<2xf64>
                                        return %3 : tensor<2xf64>\
                                        """)
                                + """
                                func.func private @f(%a: tensor<2xf64>) -> tensor<2xf64> {
                                  %0 = stablehlo.cbrt_inverse %a : tensor<2xf64>
                                  return %0 : tensor<2xf64>
                                }
                                """);
        List<Unsupported> found = StableHlo.unsupported(m);
        assertEquals(
                List.of("stablehlo.cbrt_inverse", "stablehlo.fft"),
                found.stream().map(Unsupported::opName).toList());
        assertEquals(
                found.get(0),
                assertThrows(UnsupportedException.class, () -> StableHlo.importFunction(m, "main"))
                        .unsupported());
    }

    @Test
    void messagesShowNoControlCharacters() {
        StableHloException e =
                assertThrows(
                        StableHloException.class,
                        () -> StableHlo.parse("m.mlir", "module \"a\tb\u001B[2J\""));
        assertTrue(e.getMessage().chars().noneMatch(Character::isISOControl), e.getMessage());
        StableHloException f =
                assertThrows(StableHloException.class, () -> StableHlo.parse("m.mlir", "\u001B"));
        assertEquals("m.mlir:1:1: unexpected character U+001B", f.getMessage());
    }
}
