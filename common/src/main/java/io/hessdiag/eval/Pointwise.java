package io.hessdiag.eval;

import io.hessdiag.ir.Op;
import io.hessdiag.kernel.BinaryKernel;
import io.hessdiag.kernel.CompareKernel;
import io.hessdiag.kernel.Strips;
import io.hessdiag.kernel.UnaryKernel;
import io.hessdiag.tensor.DType;
import java.util.List;

/** Element-wise ops that run strip by strip: those on f64, f32 and the predicates among them. */
final class Pointwise {
    private Pointwise() {}

    /**
     * One op on elements at … at + n - 1 of {@code arrays[l]}, l being a location. The index is
     * common to all arrays because C2 (JDK 17) makes vector instructions of no other loop.
     */
    @FunctionalInterface
    interface Instruction extends Part {
        void run(Object[] arrays, int at, int n);

        @Override
        default void run(Frame f) {
            run(f.locations, f.base, f.n);
        }
    }

    static boolean isComputed(DType d) {
        return d == DType.F64 || d == DType.F32;
    }

    static boolean fits(Op op, List<View> in) {
        DType first = in.isEmpty() ? null : in.get(0).type().dtype();
        if (op instanceof Op.Unary u) {
            return isComputed(first) && UnaryKernel.valueOf(u.function().name()).isFloat();
        } else if (op instanceof Op.Binary b) {
            return isComputed(first) && BinaryKernel.valueOf(b.function().name()).isFloat();
        } else if (op instanceof Op.Compare c) {
            return isComputed(first) && !c.totalOrder();
        } else if (op instanceof Op.Select) {
            return isComputed(in.get(1).type().dtype());
        } else if (op instanceof Op.Clamp) {
            return isComputed(first);
        }
        return op instanceof Op.Convert c
                && isComputed(c.dtype())
                && (isComputed(first) || first.isBoolean());
    }

    /** The op reading from locations {@code in}, writing to location {@code z}. */
    static Instruction instruction(Op op, DType first, int[] in, int z) {
        if (op instanceof Op.Unary u) {
            return unary(UnaryKernel.valueOf(u.function().name()), first, in[0], z);
        } else if (op instanceof Op.Binary b) {
            return binary(BinaryKernel.valueOf(b.function().name()), first, in[0], in[1], z);
        } else if (op instanceof Op.Compare c) {
            return compare(CompareKernel.valueOf(c.direction().name()), in[0], in[1], z);
        } else if (op instanceof Op.Select) {
            return (a, at, n) ->
                    Strips.select((boolean[]) a[in[0]], a[in[1]], a[in[2]], a[z], at, n);
        } else if (op instanceof Op.Clamp) {
            Instruction raise = binary(BinaryKernel.MAXIMUM, first, in[1], in[0], z);
            Instruction lower = binary(BinaryKernel.MINIMUM, first, z, in[2], z);
            return (a, at, n) -> {
                raise.run(a, at, n);
                lower.run(a, at, n);
            };
        }
        return (a, at, n) -> Strips.convert(a[in[0]], a[z], at, n);
    }

    private static Instruction unary(UnaryKernel f, DType d, int x, int z) {
        return d == DType.F64
                ? (a, at, n) -> Strips.unary(f, (double[]) a[x], (double[]) a[z], at, n)
                : (a, at, n) -> f.run((float[]) a[x], at, (float[]) a[z], at, n);
    }

    private static Instruction binary(BinaryKernel f, DType d, int x, int y, int z) {
        if (f == BinaryKernel.MULTIPLY && x == y) {
            return unary(UnaryKernel.SQUARE, d, x, z);
        }
        return d == DType.F64
                ? (a, at, n) ->
                        Strips.binary(f, (double[]) a[x], (double[]) a[y], (double[]) a[z], at, n)
                : (a, at, n) ->
                        Strips.binary(f, (float[]) a[x], (float[]) a[y], (float[]) a[z], at, n);
    }

    private static Instruction compare(CompareKernel f, int x, int y, int z) {
        return (a, at, n) -> Strips.compare(f, a[x], a[y], (boolean[]) a[z], at, n);
    }
}
