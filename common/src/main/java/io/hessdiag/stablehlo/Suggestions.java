package io.hessdiag.stablehlo;

import java.util.Map;

/** What a user can do about operations that no program can hold. */
final class Suggestions {
    private static final String WHOLE = "export the loss for one device, without collectives";
    private static final String FLOATS =
            "quantised types are not supported; export the float model";
    private static final String OTHER =
            "write it with other operations, or keep it out of the loss";

    private static final Map<String, String> BY_NAME =
            Map.ofEntries(
                    Map.entry("fft", "complex numbers are not supported; write it as real sums"),
                    Map.entry("complex", "complex numbers are not supported; use pairs of reals"),
                    Map.entry("real", "complex numbers are not supported; use pairs of reals"),
                    Map.entry("imag", "complex numbers are not supported; use pairs of reals"),
                    Map.entry("uniform_quantize", FLOATS),
                    Map.entry("uniform_dequantize", FLOATS),
                    Map.entry("all_gather", WHOLE),
                    Map.entry("all_reduce", WHOLE),
                    Map.entry("all_to_all", WHOLE),
                    Map.entry("collective_permute", WHOLE),
                    Map.entry("reduce_scatter", WHOLE),
                    Map.entry("rng", "draw random numbers outside and pass them as data"));

    private Suggestions() {}

    static UnsupportedException unsupported(Operation op) {
        return new UnsupportedException(
                new Unsupported(
                        op.at(),
                        op.name(),
                        "not supported",
                        BY_NAME.getOrDefault(op.baseName(), OTHER)));
    }
}
