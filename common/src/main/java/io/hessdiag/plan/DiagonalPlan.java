package io.hessdiag.plan;

import io.hessdiag.ad.Gradient;
import io.hessdiag.eval.NonFinite;
import io.hessdiag.ir.Program;
import io.hessdiag.loss.LeafInfo;
import io.hessdiag.loss.Loss;
import io.hessdiag.pytree.Entries;
import io.hessdiag.pytree.PyTree;
import io.hessdiag.rewrite.Precision;
import io.hessdiag.rewrite.Rewrites;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The work that computes a loss's Hessian diagonal, cut into {@link WorkUnit}s. Made once, sent to
 * every executor; {@link #compute} is thread-safe and keeps the primal results for the whole JVM.
 */
public final class DiagonalPlan implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Loss loss;
    private final PlanOptions options;
    private final Program gradient;
    private final Program primal;
    private final List<LeafPlan> leaves;
    private final List<WorkUnit> units;
    private final LeafPlan[] byLeaf;
    private transient volatile Compiled compiled;

    private DiagonalPlan(Loss loss, PlanOptions options, Program gradient, IndexMethod method) {
        this.loss = loss;
        this.options = options;
        this.gradient = gradient;
        this.primal = method.primal();
        this.leaves = List.copyOf(method.leaves());
        this.units = List.copyOf(method.units());
        this.byLeaf = new LeafPlan[loss.parameterCount()];
        leaves.forEach(l -> byLeaf[l.leaf()] = l);
    }

    /**
     * @throws io.hessdiag.ir.IrException for an equation without a derivative, with its place
     * @throws io.hessdiag.pytree.PyTreeException when the selection names nothing
     */
    public static DiagonalPlan create(Loss loss, PlanOptions options) {
        Program gradient = gradient(loss, options.dtype());
        IndexMethod method = new IndexMethod(gradient, options);
        List<LeafInfo> parameters = loss.parameterLeaves();
        List<Entries> entries =
                options.selection()
                        .resolve(
                                parameters.stream().map(LeafInfo::name).toList(),
                                parameters.stream().map(p -> p.type().shape()).toList());
        for (int leaf = 0; leaf < parameters.size(); leaf++) {
            if (!entries.get(leaf).isEmpty()) {
                method.add(leaf, parameters.get(leaf), entries.get(leaf));
            }
        }
        return new DiagonalPlan(loss, options, gradient, method);
    }

    /** (leaves) → (loss, gradients): the user's own where there is one, else by reverse mode. */
    static Program gradient(Loss loss, DType dtype) {
        return loss.gradient()
                .map(g -> prepared(g, loss, dtype))
                .orElseGet(() -> derived(loss, dtype));
    }

    /** The gradient of loss.mlir by reverse mode. */
    static Program derived(Loss loss, DType dtype) {
        Program program = prepared(loss.program(), loss, dtype);
        return Rewrites.simplify(Gradient.of(program, Ints.range(loss.parameterCount())));
    }

    /** Simplified, in the float type asked for, with loops as long as the data say. */
    private static Program prepared(Program program, Loss loss, DType dtype) {
        Program simple = Rewrites.imported(Precision.of(program, dtype));
        Program fixed = LoopBounds.fix(simple, loss.parameterCount(), arguments(loss, dtype));
        return fixed == simple ? simple : Rewrites.imported(fixed);
    }

    /** The leaf values in this float type. */
    static List<Tensor> arguments(Loss loss, DType dtype) {
        return loss.values().stream().map(v -> Precision.of(v, dtype)).toList();
    }

    public Loss loss() {
        return loss;
    }

    public PlanOptions options() {
        return options;
    }

    public String method() {
        return "index";
    }

    /** (leaves) → (loss, gradients) in the plan's float type. */
    public Program gradient() {
        return gradient;
    }

    public List<WorkUnit> units() {
        return units;
    }

    /** Floating-point operations of all units. */
    public double flops() {
        return units.stream().mapToDouble(WorkUnit::flops).sum();
    }

    /** Number of directions, which for this method is the number of entries. */
    public long directions() {
        return units.stream().mapToLong(WorkUnit::count).sum();
    }

    /** The leaf values in the plan's float type. */
    public List<Tensor> arguments() {
        return arguments(loss, options.dtype());
    }

    /**
     * The unit's entries.
     *
     * @throws NonFiniteException when one of them is NaN or infinite
     */
    public PartialDiagonal compute(WorkUnit unit) {
        LeafPlan leaf = leafPlan(unit.leaf());
        Tensor out = compiled().run(leaf, leaf.coordinates(unit.start(), unit.count()));
        double[] values = new double[unit.count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = out.get(i);
            if (!Double.isFinite(values[i])) {
                throw notFinite(leaf, unit.start() + i, values[i]);
            }
        }
        return new PartialDiagonal(unit.id(), unit.leaf(), unit.start(), values);
    }

    /** Names the entry, and the first equation that made such a value from finite ones. */
    private NonFiniteException notFinite(LeafPlan leaf, int entry, double value) {
        List<Tensor> inputs = compiled().inputs(leaf, leaf.coordinates(entry, 1));
        String source =
                NonFinite.source(primal, arguments())
                        .or(() -> NonFinite.source(leaf.program(), inputs))
                        .map(s -> "; first, " + s)
                        .orElse("");
        return new NonFiniteException(
                leaf.entryName(leaf.flat(entry)) + ": d2L/dtheta2 is " + value + source);
    }

    LeafPlan leafPlan(int leaf) {
        return byLeaf[leaf];
    }

    List<LeafPlan> leafPlans() {
        return leaves;
    }

    private Compiled compiled() {
        if (compiled == null) {
            synchronized (this) {
                if (compiled == null) {
                    compiled = new Compiled(primal, arguments());
                }
            }
        }
        return compiled;
    }

    /** Forgets what this JVM has computed for all units in common: for timing cold runs. */
    public void reset() {
        compiled = null;
    }

    /** One tensor per parameter leaf, NaN where an entry was not selected. */
    public List<Tensor> assemble(List<PartialDiagonal> partials) {
        List<Tensor> out = new ArrayList<>();
        for (LeafInfo leaf : loss.parameterLeaves()) {
            Shape shape = leaf.type().shape();
            Tensor t = Tensor.zeros(new TensorType(DType.F64, shape));
            Arrays.fill(t.doubles(), Double.NaN);
            out.add(t);
        }
        for (PartialDiagonal partial : partials) {
            LeafPlan leaf = leafPlan(partial.leaf());
            double[] target = out.get(partial.leaf()).doubles();
            for (int i = 0; i < partial.values().length; i++) {
                target[leaf.flat(partial.start() + i)] = partial.values()[i];
            }
        }
        return out;
    }

    /** All units one after another in this thread. */
    public PyTree<Tensor> run() {
        return loss.tree().map(assemble(units.stream().map(this::compute).toList())::get);
    }
}
