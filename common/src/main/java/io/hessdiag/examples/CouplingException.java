package io.hessdiag.examples;

import io.hessdiag.ir.Equation;

/** Ends an analysis at the equation that couples the examples. */
final class CouplingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Coupling coupling;

    CouplingException(Coupling coupling) {
        super(coupling.toString(), null, false, false);
        this.coupling = coupling;
    }

    CouplingException(Equation e, String reason) {
        this(Coupling.at(e, reason));
    }

    /** With the place of the loop around it, if it has none itself. */
    CouplingException inside(Equation loop) {
        return coupling.location() != null
                ? this
                : new CouplingException(new Coupling(coupling.reason(), loop.location()));
    }

    Coupling coupling() {
        return coupling;
    }
}
