package io.hessdiag.stablehlo;

import java.util.Map;

/** What a user can do about operations that no program can hold. */
final class Suggestions {
    private static final Map<String, String> BY_NAME =
            Map.ofEntries(
                    Map.entry("fft", "complex numbers are not supported; write it as real sums"),
                    Map.entry("complex", "complex numbers are not supported; use pairs of reals"),
                    Map.entry("rng", "draw random numbers outside and pass them as data"));

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
