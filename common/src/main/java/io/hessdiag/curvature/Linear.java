package io.hessdiag.curvature;

import io.hessdiag.ad.Linearization;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Op;
import io.hessdiag.ir.Program;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.TensorType;
import java.util.Arrays;
import java.util.BitSet;

/** A linearised loss whose known values stand in a program that is being built. */
final class Linear implements LinearValues {
    private final Linearization source;
    private final Program program;
    private final int[] plain;
    private final Equation[] definition;
    private final BitSet[] leaves;
    private final boolean[] viewOfLeaf;
    private final boolean[] shared;
    private final int[] position;

    /** Adds all equations of {@code source} that are not linear to {@code b}, with its inputs. */
    Linear(Linearization source, ProgramBuilder b) {
        this.source = source;
        this.program = source.program();
        this.plain = new int[program.values()];
        this.definition = new Equation[program.values()];
        this.leaves = new BitSet[program.values()];
        this.viewOfLeaf = new boolean[program.values()];
        this.shared = new boolean[program.values()];
        this.position = new int[program.values()];
        Arrays.fill(position, -1);
        Arrays.fill(plain, -1);
        int known = program.inputs().size() - source.directions().size();
        program.inputs().pick(Ints.range(known)).stream()
                .forEach(v -> plain[v] = b.input(program.type(v)));
        for (int v = 0; v < leaves.length; v++) {
            leaves[v] = new BitSet();
        }
        for (int i = 0; i < source.directions().size(); i++) {
            leaves[source.directions().get(i)].set(i);
            viewOfLeaf[source.directions().get(i)] = true;
            shared[source.directions().get(i)] = true;
            shared[program.inputs().get(source.wrt().get(i))] = true;
        }
        for (int i = 0; i < program.equations().size(); i++) {
            int at = i;
            Equation e = program.equations().get(i);
            e.outputs().stream().forEach(v -> position[v] = at);
            boolean own = e.inputs().stream().allMatch(v -> shared[v]);
            e.outputs().stream().forEach(v -> shared[v] = own);
            add(e, b);
        }
        b.at(null);
    }

    private void add(Equation e, ProgramBuilder b) {
        e.outputs().stream().forEach(v -> definition[v] = e);
        if (!isLinear(e.outputs().get(0))) {
            b.copy(e, plain);
            return;
        }
        e.inputs().stream()
                .forEach(v -> e.outputs().stream().forEach(o -> leaves[o].or(leaves[v])));
        boolean view =
                e.op() instanceof Op.Transpose
                        || e.op() instanceof Op.Reshape
                        || e.op() instanceof Op.Reverse
                        || e.op() instanceof Op.Convert;
        viewOfLeaf[e.outputs().get(0)] = view && viewOfLeaf[e.input(0)];
    }

    @Override
    public TensorType type(int value) {
        return program.type(value);
    }

    Program program() {
        return program;
    }

    Ints directions() {
        return source.directions();
    }

    boolean isLinear(int v) {
        return source.linear()[v];
    }

    @Override
    public boolean[] moving() {
        return source.linear();
    }

    /** The cotangent of a linear value, an id in the program that is being built; −1 for none. */
    int cotangent(int v) {
        int ct = source.cotangents()[v];
        return ct < 0 ? -1 : plain[ct];
    }

    /** The tangent of a known value, a value of the linear program; −1 for none. */
    int tangent(int v) {
        return source.tangents()[v];
    }

    @Override
    public int plain(int v) {
        return plain[v];
    }

    /** The equation that makes a value; null for inputs. */
    Equation definition(int v) {
        return definition[v];
    }

    /** The number of the equation that makes a value; −1 for inputs. */
    int position(int v) {
        return position[v];
    }

    /** Whether a value depends on the parameters alone, whatever the data. */
    boolean isShared(int v) {
        return shared[v];
    }

    /** The leaves on whose directions a linear value depends. */
    BitSet leaves(int v) {
        return leaves[v];
    }

    /** Whether a value is nothing but a leaf's direction with its elements in another order. */
    @Override
    public boolean isViewOfLeaf(int v) {
        return viewOfLeaf[v];
    }
}
