package io.hessdiag.plan.corpus;

import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.loss.Expr;
import io.hessdiag.loss.Exprs;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** The same step again and again. */
public sealed interface Recurrent extends Piece {
    /** Loops of more steps stay loops; shorter ones are unrolled before they are differentiated. */
    int LONG = 65;

    enum Loop {
        UNROLLED,
        SCAN,
        REVERSED,
        /** Over the sequence several times, {@link #LONG} steps or more. */
        LONG
    }

    enum Cell {
        /** tanh(x W + h U + b). */
        TANH(1, 1) {
            @Override
            List<Expr> step(Expr x, Expr h, List<Expr> state) {
                return List.of(x.add(h).tanh());
            }
        },
        /** Reset, update and new. */
        GRU(3, 1) {
            @Override
            List<Expr> step(Expr x, Expr h, List<Expr> state) {
                Expr reset = gate(x, 0).add(gate(h, 0)).sigmoid();
                Expr update = gate(x, 1).add(gate(h, 1)).sigmoid();
                Expr fresh = gate(x, 2).add(reset.mul(gate(h, 2))).tanh();
                return List.of(fresh.add(update.mul(state.get(0).sub(fresh))));
            }
        },
        /** Input, forget, cell and output. */
        LSTM(4, 2) {
            @Override
            List<Expr> step(Expr x, Expr h, List<Expr> state) {
                Expr z = x.add(h);
                Expr kept = gate(z, 1).sigmoid().mul(state.get(1));
                Expr c = kept.add(gate(z, 0).sigmoid().mul(gate(z, 2).tanh()));
                return List.of(gate(z, 3).sigmoid().mul(c.tanh()), c);
            }
        };

        final int gates;
        final int states;

        Cell(int gates, int states) {
            this.gates = gates;
            this.states = states;
        }

        /** The states after the gates' parts from the input and from the first state. */
        abstract List<Expr> step(Expr x, Expr h, List<Expr> state);

        /** (W, U, b, states…, input) → (states…, first state). */
        List<Expr> body(List<Expr> in) {
            List<Expr> state = in.subList(3, 3 + states);
            Expr x = in.get(in.size() - 1).matmul(in.get(0)).add(in.get(2));
            List<Expr> next = step(x, state.get(0).matmul(in.get(1)), state);
            return join(next, next.subList(0, 1));
        }

        Expr gate(Expr z, int i) {
            int width = Jax.width(z) / gates;
            return Exprs.slice(z, 1, i * width, (i + 1) * width);
        }
    }

    private static List<Expr> join(List<Expr> a, List<Expr> b) {
        return Stream.concat(a.stream(), b.stream()).toList();
    }

    record Recurrence(Cell cell, int width, Loop loop, boolean learnedStart, boolean last)
            implements Recurrent {
        @Override
        public Expr apply(Network net, Expr x) {
            if (x.type().rank() != 3) {
                return x;
            }
            int in = Jax.width(x);
            int all = cell.gates * width;
            List<Expr> weights =
                    List.of(net.kernel(in, in, all), net.kernel(width, width, all), net.bias(all));
            List<Expr> operands = join(weights, start(net, x));
            int length = x.shape().dim(1);
            Expr xs = x.transpose(1, 0, 2);
            Expr ys = loop == Loop.UNROLLED ? unrolled(operands, xs) : scan(operands, repeated(xs));
            int end = loop == Loop.REVERSED ? 1 : ys.shape().dim(0);
            return last
                    ? Exprs.slice(ys, 0, end - 1, end).reshape(x.shape().dim(0), width)
                    : Exprs.slice(ys, 0, ys.shape().dim(0) - length, ys.shape().dim(0))
                            .transpose(1, 0, 2);
        }

        private List<Expr> start(Network net, Expr x) {
            Shape shape = Shape.of(x.shape().dim(0), width);
            Expr zero = x.constant(Tensor.scalar(0)).broadcast(shape);
            Expr first =
                    learnedStart ? net.parameter("start", 0, 0.5, width).broadcast(shape) : zero;
            return cell.states == 1 ? List.of(first) : List.of(first, zero);
        }

        private Expr repeated(Expr xs) {
            int times = loop == Loop.LONG ? (LONG - 1) / xs.shape().dim(0) + 1 : 1;
            return Exprs.concatenate(0, Collections.nCopies(times, xs));
        }

        private Expr unrolled(List<Expr> operands, Expr xs) {
            List<Expr> in = operands;
            List<Expr> ys = new ArrayList<>();
            for (int t = 0; t < xs.shape().dim(0); t++) {
                Expr row = Exprs.slice(xs, 0, t, t + 1).reshape(row(xs).toArray());
                List<Expr> out = cell.body(join(in, List.of(row)));
                in = join(operands.subList(0, 3), out.subList(0, cell.states));
                ys.add(out.get(0).reshape(out.get(0).shape().prepend(1).toArray()));
            }
            return Exprs.concatenate(0, ys);
        }

        private static Shape row(Expr xs) {
            return xs.shape().without(Ints.of(0));
        }

        private Expr scan(List<Expr> operands, Expr xs) {
            TensorType row = xs.type().withShape(row(xs));
            List<TensorType> types =
                    Stream.concat(operands.stream().map(Expr::type), Stream.of(row)).toList();
            Program body = Exprs.body(types, cell::body);
            Op op = new Op.Scan(3, cell.states, xs.shape().dim(0), loop == Loop.REVERSED, body);
            return Exprs.apply(op, join(operands, List.of(xs))).get(cell.states);
        }
    }

    /** h ← ¾ h + ½ tanh(h W + b), three times or {@link #LONG} times. */
    record Iteration(boolean loop) implements Recurrent {
        @Override
        public Expr apply(Network net, Expr x) {
            int d = Jax.width(x);
            List<Expr> in = List.of(net.kernel(d, d, d), net.bias(d), x);
            return loop ? looped(in) : step(in, step(in, step(in, x)));
        }

        private static Expr looped(List<Expr> in) {
            List<TensorType> types = in.stream().map(Expr::type).toList();
            Program body = Exprs.body(types, w -> List.of(step(w, w.get(2))));
            return Exprs.apply(new Op.Scan(2, 1, LONG, false, body), in).get(0);
        }

        private static Expr step(List<Expr> weights, Expr h) {
            Expr z = Linear.last(h, weights.get(0), 0).add(weights.get(1));
            return h.mul(0.75).add(z.tanh().mul(0.5));
        }
    }
}
