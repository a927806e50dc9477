package io.hessdiag.rewrite;

import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Comparison;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Types;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The elements of integer and boolean values, row-major, as far as constants decide them. Some
 * elements may be known while others are not: of index vectors with a counted and a given
 * component, say.
 */
final class IntegerValues {
    /** Stands for an element that is not known; the number itself counts as not known either. */
    static final long UNKNOWN = Long.MIN_VALUE;

    private static final long[] NONE = null;

    private final Types types;
    private final IntFunction<Optional<Equation>> definition;
    private final Map<Integer, long[]> known;

    IntegerValues(Types types, IntFunction<Optional<Equation>> definition) {
        this(types, definition, Map.of());
    }

    /**
     * @param given elements of some values
     */
    IntegerValues(
            Types types, IntFunction<Optional<Equation>> definition, Map<Integer, long[]> given) {
        this.types = types;
        this.definition = definition;
        this.known = new HashMap<>(given);
    }

    /** The elements of {@code v}; null when none is known. */
    long[] elements(int v) {
        if (!known.containsKey(v)) {
            DType dtype = types.type(v).dtype();
            known.put(
                    v,
                    dtype.isFloat() ? NONE : definition.apply(v).map(this::evaluate).orElse(NONE));
        }
        return known.get(v);
    }

    private long[] evaluate(Equation e) {
        Op op = e.op();
        if (op instanceof Op.Constant c) {
            return constant(c.value());
        }
        Shape shape = types.shape(e.outputs().get(0));
        if (op instanceof Op.Iota i) {
            long[] count = Ints.range(shape.dim(i.dim())).stream().asLongStream().toArray();
            return strided(count, shape, unit(shape.rank(), i.dim()), 0);
        }
        if (op instanceof Op.Concatenate c) {
            return concatenate(e, shape, c.dim());
        }
        return isMovement(op) ? moved(e, shape) : elementwise(e, shape.size());
    }

    private static long[] constant(Tensor value) {
        return value.dtype().isInteger()
                ? value.longs()
                : Ints.range(value.size()).stream().mapToLong(i -> (long) value.get(i)).toArray();
    }

    private static boolean isMovement(Op op) {
        return op instanceof Op.Reshape
                || op instanceof Op.BroadcastInDim
                || op instanceof Op.Transpose
                || op instanceof Op.Slice;
    }

    /** One strided read of the operand. */
    private long[] moved(Equation e, Shape shape) {
        long[] x = elements(e.input(0));
        if (x == NONE || e.op() instanceof Op.Reshape) {
            return x;
        }
        Shape from = types.shape(e.input(0));
        int[] strides = from.strides();
        int[] read = new int[shape.rank()];
        int offset = 0;
        if (e.op() instanceof Op.BroadcastInDim b) {
            for (int i = 0; i < strides.length; i++) {
                read[b.dims().get(i)] = from.dim(i) == 1 ? 0 : strides[i];
            }
        } else if (e.op() instanceof Op.Transpose t) {
            Arrays.setAll(read, i -> strides[t.permutation().get(i)]);
        } else if (e.op() instanceof Op.Slice s) {
            for (int i = 0; i < read.length; i++) {
                read[i] = strides[i] * s.strides().get(i);
                offset += strides[i] * s.start().get(i);
            }
        }
        return strided(x, shape, read, offset);
    }

    private static int[] unit(int rank, int axis) {
        int[] strides = new int[rank];
        strides[axis] = 1;
        return strides;
    }

    private static long[] strided(long[] x, Shape shape, int[] strides, int offset) {
        int[] own = shape.strides();
        long[] out = new long[shape.size()];
        for (int i = 0; i < out.length; i++) {
            int at = offset;
            for (int a = 0; a < own.length; a++) {
                at += i / own[a] % shape.dim(a) * strides[a];
            }
            out[i] = x[at];
        }
        return out;
    }

    private long[] concatenate(Equation e, Shape shape, int dim) {
        if (e.inputs().stream().allMatch(v -> elements(v) == NONE)) {
            return NONE;
        }
        long[] out = new long[shape.size()];
        int row = shape.pick(Ints.range(dim, shape.rank())).size();
        int before = 0;
        for (int v : e.inputs().toArray()) {
            int part = types.shape(v).pick(Ints.range(dim, shape.rank())).size();
            long[] x = elements(v);
            for (int at = 0, from = 0; part > 0 && at < out.length; at += row, from += part) {
                if (x == NONE) {
                    Arrays.fill(out, at + before, at + before + part, UNKNOWN);
                } else {
                    System.arraycopy(x, from, out, at + before, part);
                }
            }
            before += part;
        }
        return out;
    }

    private long[] elementwise(Equation e, int size) {
        if (!supports(e.op())) {
            return NONE;
        }
        DType of = types.type(e.inputs().last()).dtype();
        if (of.isFloat() || of == DType.UI64) {
            return NONE;
        }
        long[][] in = new long[3][];
        for (int i = 0; i < e.inputs().size(); i++) {
            in[i] = elements(e.input(i));
        }
        if (Arrays.stream(in).allMatch(x -> x == NONE)) {
            return NONE;
        }
        DType dtype = types.type(e.output()).dtype();
        long[] out = new long[size];
        for (int i = 0; i < size; i++) {
            long y = value(e, element(in[0], i), element(in[1], i), element(in[2], i));
            out[i] = y == UNKNOWN ? y : dtype.isBoolean() ? Long.signum(y) : dtype.wrap(y);
        }
        return out;
    }

    private static boolean supports(Op op) {
        return op instanceof Op.Compare
                || op instanceof Op.Convert
                || op instanceof Op.Select
                || op instanceof Op.Clamp
                || op instanceof Op.Binary f
                        && switch (f.function()) {
                            case ADD, SUBTRACT, MULTIPLY, MINIMUM, MAXIMUM, AND, OR -> true;
                            default -> false;
                        };
    }

    private static long element(long[] x, int i) {
        return x == NONE ? UNKNOWN : x[x.length == 1 ? 0 : i];
    }

    private long value(Equation e, long x, long y, long z) {
        if (e.op() instanceof Op.Select) {
            return y == z ? y : x == UNKNOWN ? UNKNOWN : x != 0 ? y : z;
        }
        if (e.op() instanceof Op.Clamp) {
            return x == z ? x : any(x, y, z) ? UNKNOWN : Math.min(Math.max(y, x), z);
        }
        if (e.op() instanceof Op.Convert c) {
            return x == UNKNOWN || !c.dtype().isBoolean() ? x : x != 0 ? 1 : 0;
        }
        if (any(x, y, 0)) {
            return UNKNOWN;
        }
        return e.op() instanceof Op.Compare c
                ? compare(c.direction(), x, y)
                : binary(((Op.Binary) e.op()).function(), x, y);
    }

    private static boolean any(long x, long y, long z) {
        return x == UNKNOWN || y == UNKNOWN || z == UNKNOWN;
    }

    private static long compare(Comparison direction, long x, long y) {
        boolean holds =
                switch (direction) {
                    case EQ -> x == y;
                    case NE -> x != y;
                    case LT -> x < y;
                    case LE -> x <= y;
                    case GT -> x > y;
                    case GE -> x >= y;
                };
        return holds ? 1 : 0;
    }

    private static long binary(BinaryFunction f, long x, long y) {
        return switch (f) {
            case SUBTRACT -> x - y;
            case MULTIPLY -> x * y;
            case MINIMUM -> Math.min(x, y);
            case MAXIMUM -> Math.max(x, y);
            case AND -> x & y;
            case OR -> x | y;
            default -> x + y;
        };
    }
}
