package io.hessdiag.plan;

import java.util.Locale;

/** The exact ways to a leaf's entries; see exact-diagonal in the README. */
public enum Method {
    /** One direction per entry, forward over reverse. Always applicable. */
    INDEX,
    /** One direction per unit at the values where the leaf meets the data. */
    SITE,
    /** Squares of reverse sweeps from where the loss is curved. */
    CURVATURE;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
