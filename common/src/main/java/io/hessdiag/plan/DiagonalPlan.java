package io.hessdiag.plan;

import io.hessdiag.ir.Program;
import io.hessdiag.loss.LeafInfo;
import io.hessdiag.loss.Loss;
import io.hessdiag.pytree.PyTree;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.io.Serializable;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The work that computes a loss's Hessian diagonal, cut into {@link WorkUnit}s. Made once, sent to
 * every executor; {@link #compute} is thread-safe and keeps what units share for the whole JVM.
 */
public final class DiagonalPlan implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * Plans that this JVM holds: what Spark sends to the JVM that made it need not be made again.
     */
    private static final Map<UUID, WeakReference<DiagonalPlan>> KNOWN = new ConcurrentHashMap<>();

    private final UUID id = UUID.randomUUID();
    private final Loss loss;
    private final PlanOptions options;
    private final Program gradient;
    private final List<LeafEntries> leaves;
    private final List<Part> parts;
    private final List<LossValue> values;
    private final List<WorkUnit> units;
    private final List<ExampleRange> ranges;
    private final DataSet data;
    private final List<Choice.Reason> reasons;
    private final String structure;
    private final String foreignGradient;
    private final double sumFactor;
    private final long examples;
    private transient volatile List<Tensor> given;
    private transient volatile Arguments arguments;

    private DiagonalPlan(Loss loss, PlanOptions options, DataSet data) {
        Planner planner = planner(loss, options, data);
        this.loss = loss;
        this.options = options;
        this.data = data;
        this.gradient = planner.gradient();
        this.leaves = List.copyOf(planner.leaves());
        this.parts = List.copyOf(planner.parts());
        this.reasons = List.copyOf(planner.reasons());
        this.structure = planner.structure();
        this.foreignGradient = planner.foreignGradient().orElse(null);
        this.sumFactor = planner.sumFactor().orElse(Double.NaN);
        this.examples = planner.examples().orElse(-1);
        this.values = data == null ? List.of() : List.copyOf(planner.values());
        Units all =
                new Units(
                        parts,
                        values,
                        data == null ? 0 : Double.BYTES * (1L + data.layout().width()));
        this.units = all.units();
        this.ranges = all.ranges();
        KNOWN.put(id, new WeakReference<>(this));
    }

    /**
     * @throws io.hessdiag.ir.IrException for an equation without a derivative, with its place
     * @throws io.hessdiag.pytree.PyTreeException when the selection names nothing
     * @throws PlanException when the method asked for cannot do a leaf
     */
    public static DiagonalPlan create(Loss loss, PlanOptions options) {
        return new DiagonalPlan(loss, options, null);
    }

    /**
     * @param data examples that take the place of the loss's own
     * @throws io.hessdiag.loss.LossException when they cannot
     */
    public static DiagonalPlan create(Loss loss, PlanOptions options, DataSet data) {
        return new DiagonalPlan(loss, options, data);
    }

    /** With a data set all parts go through equal blocks, so that each is read once. */
    private static Planner planner(Loss loss, PlanOptions options, DataSet data) {
        Planner planner = new Planner(loss, options, data);
        if (data == null) {
            return planner;
        }
        int[] sizes = Units.blockSizes(planner.parts());
        return sizes.length < 2
                ? planner
                : new Planner(loss, options.withBlockExamples(sizes[0]), data);
    }

    private Object readResolve() {
        WeakReference<DiagonalPlan> known =
                KNOWN.compute(
                        id, (i, k) -> k == null || k.get() == null ? new WeakReference<>(this) : k);
        KNOWN.values().removeIf(k -> k.get() == null);
        DiagonalPlan first = known.get();
        return first == null ? this : first;
    }

    public Loss loss() {
        return loss;
    }

    public PlanOptions options() {
        return options;
    }

    /** The methods in use, {@code curvature, index} say. */
    public String method() {
        return parts.stream()
                .map(p -> p.method().text())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** (leaves) → (loss, gradients) in the plan's float type. */
    public Program gradient() {
        return gradient;
    }

    List<Part> parts() {
        return parts;
    }

    /** What a data set's loss has beside the sum over the examples, if there is something. */
    Optional<Summand> remainder() {
        return values.stream().skip(1).map(LossValue::summand).findFirst();
    }

    public List<WorkUnit> units() {
        return units;
    }

    /** Floating-point operations of all units. */
    public double flops() {
        return units.stream().mapToDouble(u -> u.work().flops()).sum();
    }

    /** Number of entries that the plan computes. */
    public long entries() {
        return leaves.stream().mapToLong(l -> l.entries().count()).sum();
    }

    /** The loss's arguments in the plan's float type, with all the data that the plan holds. */
    public Arguments arguments() {
        if (arguments == null) {
            arguments =
                    data == null || data.rows() == null
                            ? Arguments.of(given())
                            : arguments(0, data.rows());
        }
        return arguments;
    }

    /** The leaf values in the plan's float type, converted once per JVM. */
    private List<Tensor> given() {
        if (given == null) {
            given = LossPrograms.arguments(loss, options.dtype());
        }
        return given;
    }

    /**
     * The arguments with some examples of the data set.
     *
     * @param first number of the first of them
     * @param rows with weights as they are in the data
     */
    public Arguments arguments(long first, DataSet.Rows rows) {
        double[] scaled = rows.weights().clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= data.scale();
        }
        return data.layout().arguments(given(), options.dtype(), first, rows.columns(), scaled);
    }

    /** θ: one tensor per parameter leaf, as the plan evaluates them. */
    public List<Tensor> parameters() {
        return given().subList(0, loss.parameterCount());
    }

    /**
     * What the loss has to be multiplied by to be the sum of its examples' losses: 1 where it is
     * that, their number (or the sum of their weights) where it is their mean; empty where examples
     * are coupled.
     */
    public OptionalDouble sumFactor() {
        return Double.isNaN(sumFactor) ? OptionalDouble.empty() : OptionalDouble.of(sumFactor);
    }

    /** How many examples the loss is a sum over; empty where it is no such sum. */
    public OptionalLong examples() {
        return examples < 0 ? OptionalLong.empty() : OptionalLong.of(examples);
    }

    /** What takes the place of the loss's own data. */
    public Optional<DataSet> data() {
        return Optional.ofNullable(data);
    }

    /** The units by the examples that they need, those that need none left out. */
    public List<ExampleRange> ranges() {
        return ranges;
    }

    /** Bytes of a data set's rows that a JVM, or else a task, has at a time. */
    long rowBytes() {
        if (data == null) {
            return 0;
        }
        long rows =
                data.held()
                        ? data.examples()
                        : ranges.stream().mapToLong(ExampleRange::count).max().orElse(0);
        return rows * Double.BYTES * (1 + data.layout().width());
    }

    /** Whether one example of the data set has a loss and a diagonal of finite numbers. */
    public boolean isFinite(DataSet.Rows one) {
        try {
            Arguments alone = arguments(0, one);
            BlockRange first = new BlockRange(0, 1);
            values.get(0).compute(values.get(0).unit(first), alone);
            parts.stream()
                    .filter(p -> p.summand() instanceof Summand.Examples)
                    .forEach(p -> p.units(first).forEach(u -> p.compute(u, alone)));
            return true;
        } catch (NonFiniteException e) {
            return false;
        }
    }

    /** The units that no range has. */
    public List<WorkUnit> unitsWithoutExamples() {
        int first = ranges.stream().mapToInt(r -> r.units().size()).sum();
        return units.subList(first, units.size());
    }

    /**
     * What the unit adds to the diagonal.
     *
     * @throws NonFiniteException when it is NaN or infinite somewhere
     */
    public PartialDiagonal compute(WorkUnit unit) {
        return compute(unit, arguments());
    }

    /**
     * @param some with at least the unit's examples
     */
    public PartialDiagonal compute(WorkUnit unit, Arguments some) {
        int value = unit.part() - parts.size();
        return new PartialDiagonal(
                unit.id(),
                value < 0
                        ? parts.get(unit.part()).compute(unit, some)
                        : values.get(value).compute(unit, some));
    }

    /** The value of the loss of a data set, from the partial results of all units in order. */
    public double loss(List<PartialDiagonal> partials) {
        return partials.stream()
                .flatMap(p -> p.pieces().stream())
                .filter(p -> p.leaf() == PartialDiagonal.LOSS)
                .mapToDouble(p -> p.values()[0])
                .reduce(0, Double::sum);
    }

    /** The leaves that have selected entries. */
    List<LeafEntries> leaves() {
        return leaves;
    }

    List<Choice.Reason> reasons() {
        return reasons;
    }

    /** How grad.mlir, which decides, differs from the gradient of loss.mlir. */
    public Optional<String> foreignGradient() {
        return Optional.ofNullable(foreignGradient);
    }

    /** Whether the loss is a sum over examples, or the equation that prevents it. */
    public String structure() {
        return structure;
    }

    /** Forgets what this JVM has computed for all units in common: for timing. */
    public void reset() {
        parts.forEach(Part::reset);
    }

    /**
     * One tensor per parameter leaf, NaN where an entry was not selected.
     *
     * @param partials of all units, by unit number: the order of addition
     */
    public List<Tensor> assemble(List<PartialDiagonal> partials) {
        LeafSums sums = sums(new Shard(0, loss.parameterCount()));
        partials.stream()
                .flatMap(partial -> partial.pieces().stream())
                .filter(piece -> piece.leaf() != PartialDiagonal.LOSS)
                .forEach(sums::add);
        return sums.tensors();
    }

    /** Sums for some leaves of what the units yield. */
    public LeafSums sums(Shard some) {
        List<Shape> shapes =
                loss.parameterLeaves().subList(some.first(), some.end()).stream()
                        .map(l -> l.type().shape())
                        .toList();
        return new LeafSums(some.first(), shapes, leaves);
    }

    /** The diagonal in shards of at most so many bytes, as far as leaves can be kept apart. */
    public List<Shard> shards(long bytes) {
        List<LeafInfo> all = loss.parameterLeaves();
        return Shard.pack(all.size(), i -> (long) all.get(i).type().size() * Double.BYTES, bytes);
    }

    /** Bytes of the whole diagonal. */
    public long bytes() {
        return loss.size() * Double.BYTES;
    }

    /** All units one after another in this thread. */
    public PyTree<Tensor> run() {
        return loss.tree().map(assemble(units.stream().map(this::compute).toList())::get);
    }
}
