package io.hessdiag.rewrite;

import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Program;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Where a counted loop reads or writes at each step, as numbers: integer values of its body. */
final class Places {
    private final Program body;
    private final int counterValue;
    private final Counter counter;
    private final Equation[] definition;

    Places(Program body, int counterValue, Counter counter) {
        this.body = body;
        this.counterValue = counterValue;
        this.counter = counter;
        this.definition = new Equation[body.values()];
        for (Equation e : body.equations()) {
            e.outputs().stream().forEach(v -> definition[v] = e);
        }
    }

    /** Whether the index vector at step n is (start + n·direction, 0, …, 0). */
    boolean run(int indices, long start, int direction) {
        for (int n = 0; n < counter.length(); n++) {
            long[] place = at(indices, n);
            if (place == null
                    || place[0] != start + (long) n * direction
                    || Arrays.stream(place).skip(1).anyMatch(p -> p != 0)) {
                return false;
            }
        }
        return true;
    }

    /** The elements of {@code v} at step n; null when none is known. */
    private long[] at(int v, int n) {
        long[] count = {counter.first() + n * counter.step()};
        return new IntegerValues(
                        body, u -> Optional.ofNullable(definition[u]), Map.of(counterValue, count))
                .elements(v);
    }
}
