package io.hessdiag.ad;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;

/**
 * A linear loop for K directions at once. Moving constants are passed with their pins, carries with
 * those that the demand on them allows, rows whole; the index vectors become constants of the body.
 */
final class BatchedScan {
    private final ProgramBuilder b;
    private final Pinning pinning;
    private final int k;
    private final Op.Scan scan;
    private final Program body;
    private final ScanDemand demand;
    private final int rows;

    private final ProgramBuilder inner = new ProgramBuilder("scan_batch");
    private final int[] plain;
    private Ints operands = Ints.EMPTY;

    BatchedScan(ProgramBuilder b, Pinning pinning, int k, Op.Scan scan, ScanDemand demand) {
        this.b = b;
        this.pinning = pinning;
        this.k = k;
        this.scan = scan;
        this.body = scan.body();
        this.demand = demand;
        this.rows = scan.constants() + scan.carries();
        this.plain = new int[body.values()];
    }

    /**
     * @param values the loop's operands in the source program
     * @param lanes their lanes; null for those that do not move
     * @return the results' lanes
     */
    Lane[] run(Ints values, Lane[] lanes, Batch outer) {
        Ints index =
                Ints.of(
                        pinning.coordinates().stream()
                                .map(c -> pass(c, inner.input(b.type(c))))
                                .toArray());
        Equation[] definition = new Equation[body.values()];
        Pinning inside = pinning.inside(inner, index, definition, plain);
        Batch batch = new Batch(inner, body, demand.moving(), demand.body(), plain, inside, k);
        for (int i = 0; i < scan.constants(); i++) {
            bind(batch, i, lanes[i], values.get(i));
        }
        int constants = operands.size();
        for (int j = 0; j < scan.carries(); j++) {
            int at = scan.constants() + j;
            bind(batch, at, outer.lane(values.get(at), demand.carries()[j]), -1);
        }
        for (int i = rows; i < values.size(); i++) {
            bind(batch, i, lanes[i] == null ? null : stacked(lanes[i]), values.get(i));
        }
        for (Equation e : body.equations()) {
            if (!demand.moving()[e.outputs().get(0)]) {
                inner.copy(e, plain);
                e.outputs().stream().forEach(v -> definition[v] = e);
            }
        }
        batch.steps(demand.linear());
        Ints out = Ints.EMPTY;
        for (int i = 0; i < body.outputs().size(); i++) {
            out = out.append(batch.lane(body.outputs().get(i), pins(i)).core());
        }
        Ints result =
                Loop.emit(
                        b,
                        new Op.Scan(
                                constants,
                                scan.carries(),
                                scan.length(),
                                scan.reverse(),
                                inner.build(out)),
                        operands);
        Lane[] lanesOut = new Lane[out.size()];
        for (int i = 0; i < lanesOut.length; i++) {
            lanesOut[i] =
                    i < scan.carries()
                            ? new Lane(result.get(i), pins(i), Ints.repeat(0, pins(i).size()))
                            : unstacked(result.get(i));
        }
        return lanesOut;
    }

    private Ints pins(int output) {
        return output < scan.carries()
                ? demand.carries()[output]
                : Demand.all(body.outputTypes().get(output).rank());
    }

    private int pass(int operand, int input) {
        operands = operands.append(operand);
        return input;
    }

    /** Declares the body's input i: the core of a lane, or a plain value. */
    private void bind(Batch batch, int i, Lane lane, int value) {
        int v = body.inputs().get(i);
        if (lane == null) {
            plain[v] = pass(pinning.plain(value), inner.input(body.type(v)));
            return;
        }
        Shape core = b.shape(lane.core());
        Shape shape = i < rows ? core : core.without(Ints.of(0));
        int input = pass(lane.core(), inner.input(b.type(lane.core()).withShape(shape)));
        Ints kept = Ints.range(i < rows ? 0 : 1, lane.pin().size());
        batch.set(v, new Lane(input, lane.pin().pick(kept), lane.sparse().pick(kept)));
    }

    /** K × steps × … as steps × K × …, for the loop to take its rows from. */
    private Lane stacked(Lane lane) {
        int rank = lane.pin().size();
        Lane whole = pinning.repin(lane, Demand.all(rank));
        return Lane.whole(swapped(whole.core()), rank);
    }

    private Lane unstacked(int core) {
        return Lane.whole(swapped(core), b.shape(core).rank() - 1);
    }

    private int swapped(int x) {
        Ints rest = Ints.range(2, b.shape(x).rank());
        return b.transpose(x, Ints.of(1, 0).concat(rest));
    }
}
