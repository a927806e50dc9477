package io.hessdiag.curvature;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A letter of an einsum with its range; two indices are equal only when they are the same one. They
 * are ordered by age, parts in the place of what they were split from: tensors are laid out in that
 * order, seeds of a stack (examples first) before what is summed or squared later.
 */
final class Index implements Comparable<Index> {
    private static final AtomicLong BORN = new AtomicLong();

    private final int size;
    private final Index whole;
    private final long age;

    Index(int size) {
        this(size, null);
    }

    private Index(int size, Index whole) {
        this.size = size;
        this.whole = whole;
        this.age = BORN.incrementAndGet();
    }

    /** A part of this index. */
    Index part(int partSize) {
        return new Index(partSize, this);
    }

    int size() {
        return size;
    }

    private int depth() {
        return whole == null ? 0 : 1 + whole.depth();
    }

    @Override
    public int compareTo(Index other) {
        Index x = this;
        Index y = other;
        while (x.depth() > y.depth()) {
            x = x.whole;
        }
        while (y.depth() > x.depth()) {
            y = y.whole;
        }
        while (x.whole != y.whole) {
            x = x.whole;
            y = y.whole;
        }
        int byAge = Long.compare(x.age, y.age);
        return byAge != 0 ? byAge : Integer.compare(depth(), other.depth());
    }

    @Override
    public String toString() {
        return "i" + age + ":" + size;
    }
}
