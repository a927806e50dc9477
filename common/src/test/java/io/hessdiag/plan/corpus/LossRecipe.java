package io.hessdiag.plan.corpus;

import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.Op;
import io.hessdiag.loss.Expr;
import io.hessdiag.loss.Loss;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A small network and its loss, written down piece by piece. A recipe always makes the same {@link
 * Loss}, values included. A piece that can do nothing where it stands is skipped, so that a recipe
 * without some of its pieces is a recipe, too.
 */
public record LossRecipe(
        List<Piece> pieces,
        Input input,
        Ending ending,
        List<Penalty> penalties,
        int examples,
        long seed) {
    /** As often as they are drawn. */
    private static final List<Class<? extends Piece>> FAMILIES =
            List.of(
                    Linear.class,
                    Linear.class,
                    Linear.class,
                    Pointwise.class,
                    Pointwise.class,
                    Pointwise.class,
                    Joining.class,
                    Joining.class,
                    Normal.class,
                    Convolutional.class,
                    Sequential.class,
                    Recurrent.class,
                    Rearranging.class);

    private static final int MOST_PIECES = 8;
    private static final int MOST_EXAMPLES = 7;
    private static final int FEWEST_PARAMETERS = 5;
    private static final int MOST_PARAMETERS = 150;
    private static final double CLEARANCE = 1e-3;
    private static final double LARGEST_LOSS = 1e3;
    private static final double SMALLEST_CHANGE = 1e-6;

    /** How often values are drawn until they are as they should be. */
    private static final int DRAWS = 40;

    public LossRecipe {
        pieces = List.copyOf(pieces);
        penalties = List.copyOf(penalties);
    }

    /** The recipe of this number, whose pieces all do something. */
    public static LossRecipe draw(long seed) {
        Random random = new Random(seed);
        while (true) {
            try {
                LossRecipe recipe = any(random, seed);
                Grown grown = recipe.grow(0);
                LossRecipe lean = recipe.withPieces(grown.effective());
                if (isSmall(grown.loss()) && (!lean.couples() || random.nextInt(3) == 0)) {
                    lean.loss();
                    return lean;
                }
            } catch (UnfitException e) {
                // The next may be fit.
            }
        }
    }

    private static LossRecipe any(Random random, long seed) {
        return new LossRecipe(
                IntStream.range(0, 1 + random.nextInt(MOST_PIECES))
                        .mapToObj(i -> FAMILIES.get(random.nextInt(FAMILIES.size())))
                        .<Piece>map(family -> Records.draw(family, random))
                        .toList(),
                Records.draw(Input.class, random),
                Records.draw(Ending.class, random),
                random.nextInt(4) > 0 ? List.of() : List.of(Records.draw(Penalty.class, random)),
                1 + random.nextInt(MOST_EXAMPLES),
                seed);
    }

    private static boolean isSmall(Loss loss) {
        return FEWEST_PARAMETERS <= loss.size() && loss.size() <= MOST_PARAMETERS;
    }

    private LossRecipe withPieces(List<Piece> others) {
        return new LossRecipe(others, input, ending, penalties, examples, seed);
    }

    /** Whether some loop is so long that it stays one. */
    public boolean hasLongLoop() {
        return loss().program().equations().stream().anyMatch(e -> e.op() instanceof Op.Scan);
    }

    /** Whether the loss is no sum over examples. */
    public boolean couples() {
        return ending.couples() || pieces.stream().anyMatch(Piece::couples);
    }

    /** Whether it makes a loss. */
    boolean isFit() {
        try {
            return loss().size() > 0;
        } catch (UnfitException e) {
            return false;
        }
    }

    /**
     * The loss at random values, nowhere near a kink.
     *
     * @throws UnfitException when there is none, or no such values are found
     */
    public Loss loss() {
        return grown().loss();
    }

    /** Where each data leaf has its examples, or {@link Network#SHARED}. */
    public Ints exampleAxes() {
        return grown().exampleAxes();
    }

    private Grown grown() {
        return IntStream.range(0, DRAWS)
                .mapToObj(this::grow)
                .filter(g -> isUsual(g.loss()))
                .filter(g -> Kinks.distance(g.loss().program(), g.loss().values()) > CLEARANCE)
                .findFirst()
                .orElseThrow(() -> new UnfitException("no usual values away from kinks"));
    }

    /** Neither huge nor constant. */
    private static boolean isUsual(Loss loss) {
        List<Tensor> moved = new ArrayList<>(loss.values());
        moved.subList(0, loss.parameterCount()).replaceAll(LossRecipe::moved);
        double here = value(loss, loss.values());
        double there = value(loss, moved);
        return Math.abs(here) < LARGEST_LOSS && Math.abs(there - here) > SMALLEST_CHANGE;
    }

    private static Tensor moved(Tensor t) {
        return Tensor.of(t.shape(), Arrays.stream(t.doubles()).map(v -> 0.1 + 1.1 * v).toArray());
    }

    private static double value(Loss loss, List<Tensor> values) {
        return Interpreter.run(loss.program(), values).get(0).get(0);
    }

    private record Grown(Loss loss, Ints exampleAxes, List<Piece> effective) {}

    private Grown grow(int draw) {
        Network net = new Network(new Random(seed * DRAWS + draw), examples);
        List<Piece> effective = new ArrayList<>();
        Expr x = net.add(input.apply(net));
        for (Piece piece : pieces) {
            Expr y = piece.apply(net, x);
            if (y != x) {
                effective.add(piece);
                x = net.add(y);
            }
        }
        Expr loss = ending.apply(net, x);
        for (Penalty penalty : penalties) {
            loss = penalty.apply(net, loss);
        }
        return new Grown(net.build(loss), net.exampleAxes(), effective);
    }

    /** One piece a line. */
    @Override
    public String toString() {
        String head = "seed " + seed + ", examples " + examples + ": " + input;
        return Stream.of(Stream.of(head), pieces.stream(), Stream.of(ending), penalties.stream())
                .flatMap(s -> s)
                .map(Object::toString)
                .collect(Collectors.joining("\n    "));
    }
}
