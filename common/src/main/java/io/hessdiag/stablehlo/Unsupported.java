package io.hessdiag.stablehlo;

import io.hessdiag.ir.Location;

/**
 * Valid StableHLO that no program can be made of.
 *
 * @param opName as in the text, {@code stablehlo.fft} say
 * @param message what is not supported, without place
 * @param suggestion what to do about it; empty when nothing better is known
 */
public record Unsupported(Location location, String opName, String message, String suggestion) {
    /** {@code loss.mlir:12:10: stablehlo.fft: not supported (…)}. */
    @Override
    public String toString() {
        return location + ": " + text();
    }

    String text() {
        return opName + ": " + message + (suggestion.isEmpty() ? "" : " (" + suggestion + ")");
    }
}
