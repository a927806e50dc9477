package io.hessdiag.examples;

import java.io.Serializable;
import java.util.Optional;

/**
 * What a value is to the examples.
 *
 * @param axis where an EACH value has them
 * @param remainder whether what all examples share in the value, the whole of a SHARED one and a
 *     SUM's other terms, may differ from zero
 */
record Role(Kind kind, ExampleAxis axis, boolean remainder) implements Serializable {
    enum Kind {
        /** The same for all examples. */
        SHARED,
        /** One part per example, which depends on that example and on what is shared. */
        EACH,
        /** A sum over the examples of such parts, and terms that are shared. */
        SUM
    }

    static final Role ZERO = new Role(Kind.SHARED, ExampleAxis.NONE, false);
    static final Role SHARED = new Role(Kind.SHARED, ExampleAxis.NONE, true);

    static Role each(ExampleAxis axis) {
        return new Role(Kind.EACH, axis, false);
    }

    static Role sum(boolean remainder) {
        return new Role(Kind.SUM, ExampleAxis.NONE, remainder);
    }

    boolean isShared() {
        return kind == Kind.SHARED;
    }

    boolean isEach() {
        return kind == Kind.EACH;
    }

    boolean isSum() {
        return kind == Kind.SUM;
    }

    /** The role of a value that has one of two; empty when it cannot have either. */
    Optional<Role> join(Role other) {
        if (isShared() || other.isShared()) {
            Role more = isShared() ? other : this;
            return Optional.of(
                    more.isEach() ? more : new Role(more.kind, axis, remainder | other.remainder));
        }
        if (kind != other.kind || !axis.equals(other.axis)) {
            return Optional.empty();
        }
        return Optional.of(new Role(kind, axis, remainder | other.remainder));
    }

    Role ofRow() {
        return new Role(kind, axis.ofRow(), remainder);
    }

    Role ofStack() {
        return new Role(kind, axis.ofStack(), remainder);
    }
}
