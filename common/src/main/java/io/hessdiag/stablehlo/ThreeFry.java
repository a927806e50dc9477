package io.hessdiag.stablehlo;

import static io.hessdiag.ir.BinaryFunction.OR;
import static io.hessdiag.ir.BinaryFunction.SHIFT_LEFT;
import static io.hessdiag.ir.BinaryFunction.SHIFT_RIGHT_LOGICAL;
import static io.hessdiag.ir.BinaryFunction.XOR;

import io.hessdiag.ir.BinaryFunction;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;

/**
 * {@code rng_bit_generator} by Threefry-2x32 with 20 rounds (Salmon et al., Parallel random
 * numbers: as easy as 1, 2, 3, 2011), written out as integer equations in XLA's arrangement: the
 * state is (key, counter), every block of 64 bits has the counter plus its row-major index for
 * input; values of 32 bits take the two halves of a block next to each other along the first even
 * axis, or the longest. DEFAULT, which the specification leaves open, is the same here (XLA takes
 * Philox on CPUs).
 */
final class ThreeFry {
    private static final int[][] ROTATIONS = {{13, 15, 26, 6}, {17, 29, 16, 24}};
    private static final int PARITY = 0x1BD11BDA;

    private final ProgramBuilder b;
    private final Shape shape;

    private ThreeFry(ProgramBuilder b, Shape shape) {
        this.b = b;
        this.shape = shape;
    }

    static Ints generate(Site s) {
        String algorithm = s.word(0, "DEFAULT", "rng_algorithm", "algorithm");
        int state = s.operands(1).get(0);
        ProgramBuilder b = s.builder();
        TensorType expected = new TensorType(DType.UI64, Shape.of(2));
        if (algorithm.equals("PHILOX") || !b.type(state).equals(expected)) {
            throw s.unsupported(
                    algorithm + " of a state " + b.type(state),
                    "THREE_FRY or DEFAULT of "
                            + expected
                            + " is supported; or draw random numbers"
                            + " outside and pass them as data");
        }
        DType declared = Site.declaredTypes(s.op()).get(1).tensor().dtype();
        Shape shape = s.declared(1).shape();
        int key = element(b, state, 0);
        int counter = element(b, state, 1);
        boolean wide = declared.bits() == 64;
        Halves halves = wide ? null : Halves.of(shape);
        ThreeFry cipher = new ThreeFry(b, wide ? shape : halves.shape());
        int[] block = cipher.encrypt(key, counter);
        int bits = wide ? cipher.joined(block) : halves.joined(b, block, shape);
        int next = b.add(counter, b.constant(ui64(cipher.shape.size())));
        int out =
                b.emit(
                        new Op.Concatenate(0),
                        b.reshape(key, Shape.of(1)),
                        b.reshape(next, Shape.of(1)));
        return Ints.of(out, as(b, bits, declared));
    }

    private static Tensor ui64(long value) {
        return Tensor.of(TensorType.of(DType.UI64), new long[] {value});
    }

    private static int element(ProgramBuilder b, int state, int i) {
        return b.reshape(
                b.emit(new Op.Slice(Ints.of(i), Ints.of(i + 1), Ints.of(1)), state), Shape.SCALAR);
    }

    /** The low bits as this type. */
    private static int as(ProgramBuilder b, int bits, DType type) {
        DType unsigned =
                switch (type.bits()) {
                    case 64 -> DType.UI64;
                    case 32 -> DType.UI32;
                    case 16 -> DType.UI16;
                    default -> DType.UI8;
                };
        int narrow = b.convert(bits, unsigned);
        return type == unsigned ? narrow : b.emit(new Op.Bitcast(unsigned, type), narrow);
    }

    /** The two 32-bit halves of the ciphertexts of counter + index. */
    private int[] encrypt(int key, int counter) {
        int input = b.add(each(counter), index());
        int k0 = each(low(key));
        int k1 = each(high(key));
        int[] keys = {k0, k1, op(XOR, op(XOR, k0, k1), constant(PARITY & 0xFFFFFFFFL))};
        int x = b.add(low(input), keys[0]);
        int y = b.add(high(input), keys[1]);
        for (int round = 1; round <= 5; round++) {
            for (int r : ROTATIONS[(round - 1) % 2]) {
                x = b.add(x, y);
                y = op(XOR, x, rotated(y, r));
            }
            x = b.add(x, keys[round % 3]);
            y = b.add(b.add(y, keys[(round + 1) % 3]), constant(round));
        }
        return new int[] {x, y};
    }

    /** Row-major. */
    private int index() {
        TensorType flat = new TensorType(DType.UI64, Shape.of(shape.size()));
        return b.reshape(b.emit(new Op.Iota(flat, 0)), shape);
    }

    private int rotated(int x, int bits) {
        return op(
                OR,
                op(SHIFT_LEFT, x, constant(bits)),
                op(SHIFT_RIGHT_LOGICAL, x, constant(32 - bits)));
    }

    private int low(int x) {
        return b.convert(x, DType.UI32);
    }

    private int high(int x) {
        return low(op(SHIFT_RIGHT_LOGICAL, x, b.fullLike(x, 32)));
    }

    private int joined(int[] block) {
        int high = b.convert(block[1], DType.UI64);
        return op(OR, b.convert(block[0], DType.UI64), op(SHIFT_LEFT, high, b.fullLike(high, 32)));
    }

    private int op(BinaryFunction f, int x, int y) {
        return b.binary(f, x, y);
    }

    private int each(int scalar) {
        return b.broadcast(scalar, shape, Ints.EMPTY);
    }

    private int constant(double value) {
        return b.full(new TensorType(DType.UI32, shape), value);
    }

    /** Blocks of which 32-bit values are the halves: an axis of 2 after {@code axis}. */
    private record Halves(Shape shape, int axis) {
        static Halves of(Shape values) {
            if (values.rank() == 0) {
                return new Halves(Shape.of(1), -1);
            }
            int axis =
                    Ints.range(values.rank()).stream()
                            .filter(i -> values.dim(i) % 2 == 0)
                            .findFirst()
                            .orElseGet(
                                    () -> {
                                        int longest = values.dims().stream().max().getAsInt();
                                        return values.dims().indexOf(longest);
                                    });
            Ints half = values.dims().with(axis, (values.dim(axis) + 1) / 2);
            return new Halves(new Shape(half).insert(axis + 1, 1), axis);
        }

        int joined(ProgramBuilder b, int[] block, Shape values) {
            if (axis < 0) {
                return b.reshape(block[0], values);
            }
            int pairs = b.emit(new Op.Concatenate(axis + 1), block);
            Ints even = values.dims().with(axis, 2 * shape.dim(axis));
            int all = b.reshape(pairs, new Shape(even));
            return even.equals(values.dims())
                    ? all
                    : b.emit(
                            new Op.Slice(
                                    Ints.repeat(0, even.size()),
                                    values.dims(),
                                    Ints.repeat(1, even.size())),
                            all);
        }
    }
}
