package io.hessdiag.job.driver;

import io.hessdiag.format.FormatException;
import io.hessdiag.ir.IrException;
import io.hessdiag.job.conf.ConfException;
import io.hessdiag.job.data.DataException;
import io.hessdiag.job.storage.OutputException;
import io.hessdiag.loss.LossException;
import io.hessdiag.plan.NonFiniteException;
import io.hessdiag.plan.PlanException;
import io.hessdiag.pytree.PyTreeException;
import io.hessdiag.stablehlo.StableHloException;
import java.util.List;

/**
 * A failed run as its user sees it: exit code and one line.
 *
 * @param expected whether the message tells all there is to know; else it takes a stack trace
 */
public record Failure(int exitCode, String message, boolean expected) {
    public static final int OTHER = 1;
    public static final int USAGE = 2;
    public static final int BAD_INPUT = 3;
    public static final int AUDIT = 4;

    private static final List<Class<? extends Throwable>> INPUT =
            List.of(
                    StableHloException.class,
                    IrException.class,
                    FormatException.class,
                    DataException.class,
                    LossException.class,
                    NonFiniteException.class);

    /** Spark wraps what a task throws; the innermost exception of a known kind decides. */
    public static Failure of(Throwable thrown) {
        Throwable root = thrown;
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof CheckException || t instanceof OutputException) {
                return new Failure(OTHER, oneLine(t.getMessage()), true);
            }
            int code = exitCode(t);
            if (code != OTHER) {
                return new Failure(code, oneLine(t.getMessage()), true);
            }
            root = t;
        }
        if (root instanceof OutOfMemoryError) {
            return new Failure(
                    OTHER,
                    "out of memory ("
                            + oneLine(root.getMessage())
                            + "): set a larger --driver-memory"
                            + " or --executor-memory, or a smaller memory.block",
                    true);
        }
        String firstLine = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        return new Failure(OTHER, root.getClass().getSimpleName() + ": " + firstLine, false);
    }

    private static int exitCode(Throwable t) {
        // Bundle readers wrap theirs: what is left is the selection's.
        if (t instanceof ConfException
                || t instanceof PlanException
                || t instanceof PyTreeException) {
            return USAGE;
        }
        if (t instanceof AuditException) {
            return AUDIT;
        }
        return INPUT.stream().anyMatch(c -> c.isInstance(t)) ? BAD_INPUT : OTHER;
    }

    private static String oneLine(String message) {
        return message == null ? "no message" : message.replaceAll("\\s*\\R\\s*", " ").strip();
    }
}
