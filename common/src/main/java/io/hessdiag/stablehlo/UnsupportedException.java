package io.hessdiag.stablehlo;

/** Thrown for the first {@link Unsupported} that an import meets. */
public final class UnsupportedException extends StableHloException {
    private static final long serialVersionUID = 1L;

    private final transient Unsupported unsupported;

    UnsupportedException(Unsupported unsupported) {
        super(unsupported.location(), unsupported.text());
        this.unsupported = unsupported;
    }

    public Unsupported unsupported() {
        return unsupported;
    }
}
