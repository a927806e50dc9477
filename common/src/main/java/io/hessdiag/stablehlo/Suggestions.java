package io.hessdiag.stablehlo;

import java.util.Map;

/** What a user can do about operations that no program can hold. */
final class Suggestions {
    private static final Map<String, String> BY_NAME =
            Map.ofEntries(
                    Map.entry(
                            "while",
                            "unroll the loop: lax.scan(..., unroll=True), or a Python loop"),
                    Map.entry("case", "choose the branch in Python, or use jnp.where"),
                    Map.entry("if", "choose the branch in Python, or use jnp.where"),
                    Map.entry("convolution", "write it with patches and a dot product"),
                    Map.entry("reduce_window", "write the pooling as a reshape and a reduction"),
                    Map.entry(
                            "select_and_scatter", "write the pooling as a reshape and a reduction"),
                    Map.entry("dynamic_slice", "use constant indices, or a gather: jnp.take"),
                    Map.entry(
                            "dynamic_update_slice",
                            "use constant indices, or a scatter: x.at[i].set(y)"),
                    Map.entry("sort", "leave sorting out of the loss"),
                    Map.entry("top_k", "leave sorting out of the loss"),
                    Map.entry("rng", "draw random numbers outside and pass them as data"),
                    Map.entry(
                            "rng_bit_generator",
                            "draw random numbers outside and pass them as data"),
                    Map.entry(
                            "bitcast_convert",
                            "draw random numbers outside and pass them as data"));

    private Suggestions() {}

    static UnsupportedException unsupported(Operation op) {
        return new UnsupportedException(
                new Unsupported(
                        op.at(),
                        op.name(),
                        "not supported",
                        BY_NAME.getOrDefault(op.baseName(), "")));
    }
}
