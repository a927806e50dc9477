package io.hessdiag.curvature;

/** A letter of an einsum with its range; two indices are equal only when they are the same one. */
final class Index {
    private final int size;

    Index(int size) {
        this.size = size;
    }

    int size() {
        return size;
    }

    @Override
    public String toString() {
        return Integer.toHexString(System.identityHashCode(this)) + ":" + size;
    }
}
