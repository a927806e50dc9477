package io.hessdiag.plan;

/**
 * How long a core takes for each kind of {@link Work}, in seconds per operation, element, byte and
 * call.
 */
public record Rates(double product, double simple, double function, double moved, double call) {

    /**
     * Those of a common server core. Plans are chosen by these, so that they are the same
     * everywhere.
     */
    public static final Rates NOMINAL = new Rates(3.5e-11, 4e-10, 2.5e-9, 1e-10, 3e-7);

    /** This core's rates, from runs of small programs; takes about three seconds. */
    public static Rates measure() {
        return Calibration.rates();
    }

    public double seconds(Work work) {
        return product * work.products()
                + simple * work.simple()
                + function * work.functions()
                + moved * work.moved()
                + call * work.calls();
    }
}
