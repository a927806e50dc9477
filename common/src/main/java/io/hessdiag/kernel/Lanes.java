package io.hessdiag.kernel;

import jdk.incubator.vector.DoubleVector;

/** How many doubles the processor's vectors have. */
final class Lanes {
    /** 0 where the JVM runs without its vector module. */
    static final int COUNT = count();

    private Lanes() {}

    private static int count() {
        try {
            return DoubleVector.SPECIES_PREFERRED.length();
        } catch (LinkageError e) {
            return 0;
        }
    }
}
