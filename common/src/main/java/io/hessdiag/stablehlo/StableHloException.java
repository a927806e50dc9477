package io.hessdiag.stablehlo;

import io.hessdiag.ir.Location;

/** Module text that cannot be read or used; the message starts with {@code file:line:column}. */
public class StableHloException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Location location;

    public StableHloException(Location location, String message) {
        super(location + ": " + message);
        this.location = location;
    }

    public Location location() {
        return location;
    }
}
