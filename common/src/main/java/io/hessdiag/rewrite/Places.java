package io.hessdiag.rewrite;

import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Tensor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Where a counted loop reads or writes at each step, as numbers: integer values of its body. */
final class Places {
    private static final long[] UNKNOWN = null;

    private final Program body;
    private final int counterValue;
    private final Counter counter;
    private final Equation[] definition;

    Places(Program body, int counterValue, Counter counter) {
        this.body = body;
        this.counterValue = counterValue;
        this.counter = counter;
        this.definition = new Equation[body.values()];
        for (Equation e : body.equations()) {
            e.outputs().stream().forEach(v -> definition[v] = e);
        }
    }

    /** Whether the index vector at step n is (start + n·direction, 0, …, 0). */
    boolean run(int indices, long start, int direction) {
        for (int n = 0; n < counter.length(); n++) {
            long[] place = at(indices, n);
            if (place == UNKNOWN
                    || place[0] != start + (long) n * direction
                    || Arrays.stream(place).skip(1).anyMatch(p -> p != 0)) {
                return false;
            }
        }
        return true;
    }

    /** The elements of {@code v} at step n; null when they are not found. */
    long[] at(int v, int n) {
        Map<Integer, long[]> known = new HashMap<>();
        known.put(counterValue, new long[] {counter.first() + n * counter.step()});
        return value(v, known);
    }

    private long[] value(int v, Map<Integer, long[]> known) {
        if (!known.containsKey(v)) {
            known.put(v, definition[v] == null ? UNKNOWN : evaluate(definition[v], known));
        }
        return known.get(v);
    }

    private long[] evaluate(Equation e, Map<Integer, long[]> known) {
        if (e.op() instanceof Op.Constant c) {
            return elements(c.value());
        }
        int size = body.type(e.output()).size();
        DType dtype = body.type(e.output()).dtype();
        if (!supports(e.op(), dtype) || body.type(e.output()).rank() > 1) {
            return UNKNOWN;
        }
        long[][] in = new long[e.inputs().size()][];
        for (int i = 0; i < in.length; i++) {
            in[i] = value(e.input(i), known);
            if (in[i] == UNKNOWN) {
                return UNKNOWN;
            }
        }
        if (e.op() instanceof Op.Concatenate) {
            return Arrays.stream(in).flatMapToLong(Arrays::stream).toArray();
        }
        long[] out = new long[size];
        for (int i = 0; i < size; i++) {
            long x = element(in, 0, i);
            out[i] =
                    dtype.isBoolean()
                            ? bool(e, x, element(in, 1, i))
                            : dtype.wrap(integer(e, x, element(in, 1, i), element(in, 2, i)));
        }
        return out;
    }

    private static boolean supports(Op op, DType dtype) {
        if (op instanceof Op.Compare) {
            return true;
        }
        return dtype.isInteger()
                && (op instanceof Op.Reshape
                        || op instanceof Op.BroadcastInDim
                        || op instanceof Op.Concatenate
                        || op instanceof Op.Convert
                        || op instanceof Op.Select
                        || op instanceof Op.Clamp
                        || op instanceof Op.Binary f && supports(f.function()));
    }

    private static long[] elements(Tensor value) {
        return value.dtype().isInteger() ? value.longs() : UNKNOWN;
    }

    private static long element(long[][] in, int operand, int i) {
        return operand >= in.length ? 0 : in[operand][in[operand].length == 1 ? 0 : i];
    }

    private static boolean supports(BinaryFunction f) {
        return switch (f) {
            case ADD, SUBTRACT, MULTIPLY, MINIMUM, MAXIMUM -> true;
            default -> false;
        };
    }

    private static long bool(Equation e, long x, long y) {
        boolean holds =
                switch (((Op.Compare) e.op()).direction()) {
                    case EQ -> x == y;
                    case NE -> x != y;
                    case LT -> x < y;
                    case LE -> x <= y;
                    case GT -> x > y;
                    case GE -> x >= y;
                };
        return holds ? 1 : 0;
    }

    private static long integer(Equation e, long x, long y, long z) {
        if (e.op() instanceof Op.Select) {
            return x != 0 ? y : z;
        }
        if (e.op() instanceof Op.Clamp) {
            return Math.min(Math.max(y, x), z);
        }
        return e.op() instanceof Op.Binary f
                ? switch (f.function()) {
                    case SUBTRACT -> x - y;
                    case MULTIPLY -> x * y;
                    case MINIMUM -> Math.min(x, y);
                    case MAXIMUM -> Math.max(x, y);
                    default -> x + y;
                }
                : x;
    }
}
