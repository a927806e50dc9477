package io.hessdiag.stablehlo;

import io.hessdiag.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** MLIR attributes as written, whatever their op. */
sealed interface Attribute {
    /** A bare word: {@code true}, {@code LT}, {@code unit}. */
    record Word(String text) implements Attribute {}

    record Number(String text) implements Attribute {}

    /** {@code "text"}, without quotes and escapes. */
    record Text(String value) implements Attribute {}

    /** {@code @name}, without the sign. */
    record Symbol(String name) implements Attribute {}

    /** {@code [a, b]}, {@code array<i64: a, b>}. */
    record Items(List<Attribute> items) implements Attribute {}

    record Dictionary(Map<String, Attribute> entries) implements Attribute {}

    /**
     * {@code dense<...> : tensor<...>}.
     *
     * @param values one element when the literal is a splat; null when there is a problem
     * @param problem why the values cannot be had
     */
    record Dense(ValueType type, Tensor values, String problem) implements Attribute {}

    /** {@code #dialect.name<field = value, ...>}. */
    record Structured(String name, Map<String, Attribute> fields) implements Attribute {}

    record Type(ValueType type) implements Attribute {}

    /** What only its own dialect reads, as text. */
    record Raw(String text) implements Attribute {}
}
