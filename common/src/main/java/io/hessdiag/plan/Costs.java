package io.hessdiag.plan;

import io.hessdiag.ir.Bodies;
import io.hessdiag.ir.Equation;
import io.hessdiag.ir.Program;
import java.util.stream.IntStream;

/** Operations and memory of a program, counted from its types. */
public final class Costs {
    private Costs() {}

    /** Floating-point operations of one run. */
    public static double flops(Program program) {
        return Work.of(program).flops();
    }

    /**
     * The largest number of bytes that values other than inputs take at one time, when each is let
     * go after its last use.
     */
    public static long peakBytes(Program program) {
        int[] lastUse = new int[program.values()];
        for (int i = 0; i < program.equations().size(); i++) {
            int at = i;
            program.equations().get(i).inputs().stream().forEach(v -> lastUse[v] = at);
            program.equations().get(i).outputs().stream().forEach(v -> lastUse[v] = at);
        }
        program.outputs().stream().forEach(v -> lastUse[v] = Integer.MAX_VALUE);
        boolean[] input = new boolean[program.values()];
        program.inputs().stream().forEach(v -> input[v] = true);
        long live = 0;
        long peak = 0;
        for (int i = 0; i < program.equations().size(); i++) {
            int at = i;
            Equation e = program.equations().get(i);
            long inside = Bodies.of(e.op()).stream().mapToLong(Costs::peakBytes).max().orElse(0);
            live += e.outputs().stream().mapToLong(v -> program.type(v).bytes()).sum();
            peak = Math.max(peak, live + inside);
            live -=
                    IntStream.concat(e.inputs().stream(), e.outputs().stream())
                            .distinct()
                            .filter(v -> !input[v] && lastUse[v] == at)
                            .mapToLong(v -> program.type(v).bytes())
                            .sum();
        }
        return peak;
    }
}
