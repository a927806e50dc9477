package io.hessdiag.rewrite;

import io.hessdiag.ir.Bodies;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;

/** The program computed in another float type throughout: f32 modules in f64, or the reverse. */
public final class Precision {
    private Precision() {}

    /**
     * @param dtype f64 or f32: the type of every float value of the result
     */
    public static Program of(Program program, DType dtype) {
        ProgramBuilder b = new ProgramBuilder(program.name());
        int[] map = new int[program.values()];
        program.inputs().stream().forEach(v -> map[v] = b.input(type(program.type(v), dtype)));
        for (Equation e : program.equations()) {
            if (e.op() instanceof Op.Bitcast bits) {
                map[e.output()] = bits(b, bits, program.type(e.output()), map[e.input(0)], dtype);
                continue;
            }
            Op op = op(e.op(), dtype);
            b.copy(new Equation(op, e.inputs(), e.outputs(), e.location()), map);
        }
        return b.build(Ints.of(program.outputs().stream().map(v -> map[v]).toArray()));
    }

    /** Bits are those of the original types. */
    private static int bits(
            ProgramBuilder b, Op.Bitcast op, TensorType result, int x, DType dtype) {
        int out = b.emit(op, b.convert(x, op.from().computed()));
        return result.dtype().isFloat() ? b.convert(out, dtype) : out;
    }

    /** The tensor as an input of such a program. */
    public static Tensor of(Tensor value, DType dtype) {
        return value.dtype().isFloat() ? value.toFloat(dtype) : value;
    }

    private static TensorType type(TensorType type, DType dtype) {
        return type.dtype().isFloat() ? type.withDType(dtype) : type;
    }

    private static Op op(Op op, DType dtype) {
        if (op instanceof Op.Constant c) {
            return new Op.Constant(of(c.value(), dtype));
        }
        if (op instanceof Op.Iota i) {
            return new Op.Iota(type(i.type(), dtype), i.dim());
        }
        return op instanceof Op.Convert c && c.dtype().isFloat()
                ? new Op.Convert(dtype)
                : Bodies.map(op, body -> of(body, dtype));
    }
}
