package io.hessdiag.job.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.job.Bundles;
import io.hessdiag.job.storage.OutputException;
import io.hessdiag.loss.Expr;
import io.hessdiag.loss.Loss;
import io.hessdiag.loss.LossBuilder;
import io.hessdiag.loss.LossBundle;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.plan.Explanation;
import io.hessdiag.plan.Method;
import io.hessdiag.plan.NonFiniteException;
import io.hessdiag.plan.PlanOptions;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ByDriverTest {
    private static final PlanOptions ONE_BY_ONE =
            new PlanOptions(
                    PlanOptions.DEFAULT.dtype(),
                    PlanOptions.DEFAULT.selection(),
                    Method.INDEX,
                    1,
                    0,
                    PlanOptions.DEFAULT.memoryBlock());

    private static ByDriver work(DiagonalPlan plan, int threads) {
        return new ByDriver(plan, Optional::empty, threads);
    }

    @Test
    void bitsDoNotDependOnThreads() throws IOException {
        DiagonalPlan plan = DiagonalPlan.create(LossBundle.read(Bundles.TWO_LAYER), ONE_BY_ONE);
        Computation.Computed one = work(plan, 1).run();
        Computation.Computed three = work(plan, 3).run();
        assertTrue(plan.units().size() > 3);
        assertEquals(
                IntStream.range(0, plan.units().size()).boxed().toList(),
                three.parts().stream().map(p -> p.unit()).toList());
        assertEquals(plan.assemble(one.parts()), plan.assemble(three.parts()));
        assertEquals(plan.units().size(), three.tally().computed());
        assertEquals(one.blas(), three.blas());
    }

    /** Σ √w where w is 4, 0, 1, 0. */
    @Test
    void theFirstEntryThatIsNoNumberIsTold() {
        LossBuilder b = new LossBuilder();
        Expr w = b.parameter("['w']", Tensor.of(Shape.of(4), 4, 0, 1, 0));
        Loss loss = b.build(w.sqrt().sum());
        DiagonalPlan plan = DiagonalPlan.create(loss, ONE_BY_ONE);
        for (int threads : new int[] {1, 3}) {
            Computation work = work(plan, threads);
            String told = assertThrows(NonFiniteException.class, work::run).getMessage();
            assertTrue(told.startsWith("['w'][1]: d2L/dtheta2 is "), told);
        }
    }

    @Test
    void whatAThreadThrowsIsThrown() throws IOException {
        DiagonalPlan plan = DiagonalPlan.create(LossBundle.read(Bundles.LINEAR), ONE_BY_ONE);
        OutputException thrown = new OutputException("somewhere", new IOException("full"));
        Computation work =
                new ByDriver(
                        plan,
                        () -> {
                            throw thrown;
                        },
                        2);
        assertSame(thrown, assertThrows(OutputException.class, work::run));
    }

    /** The other thread's first unit takes longer than that. */
    @Test
    void nobodyTakesAUnitAfterAFailure() throws Exception {
        DiagonalPlan plan = DiagonalPlan.create(LossBundle.read(Bundles.TWO_LAYER), ONE_BY_ONE);
        AtomicInteger taken = new AtomicInteger();
        Computation work =
                new ByDriver(
                        plan,
                        () -> {
                            if (taken.getAndIncrement() == 0) {
                                throw new IllegalStateException();
                            }
                            LockSupport.parkNanos(300_000_000);
                            return Optional.empty();
                        },
                        2);
        assertThrows(IllegalStateException.class, work::run);
        Thread.sleep(1000);
        assertTrue(taken.get() <= 2, taken + " of " + plan.units().size());
    }

    /** The quickstart's 2,410 directions are about a second of work. */
    @Test
    void aSecondPerCoreOfItsOwnIsTheDrivers() throws IOException {
        DiagonalPlan plan = DiagonalPlan.create(LossBundle.read(Bundles.DIGITS), ONE_BY_ONE);
        Explanation e = Explanation.of(plan);
        assertFalse(Computation.isByDriver(e, OptionalInt.empty(), 0));
        assertTrue(Computation.isByDriver(e, OptionalInt.empty(), 1000));
        assertFalse(Computation.isByDriver(e, OptionalInt.of(2), 1000));
    }
}
