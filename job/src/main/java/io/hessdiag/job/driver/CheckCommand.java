package io.hessdiag.job.driver;

import io.hessdiag.eval.Interpreter;
import io.hessdiag.ir.IrException;
import io.hessdiag.stablehlo.CheckedFunction;
import io.hessdiag.stablehlo.Module;
import io.hessdiag.stablehlo.StableHlo;
import io.hessdiag.stablehlo.StableHloException;
import io.hessdiag.stablehlo.UnsupportedException;
import io.hessdiag.tensor.Tensor;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code check}: runs modules that check themselves. Needs no Spark. */
@Command(
        name = "check",
        description = {
            "Run every public function of the modules that hands values to check.expect_* and say"
                    + " of each whether it passes. The exit code is 1 if one fails."
        },
        footer = {"  ./submit.sh check tests/*.mlir"})
public final class CheckCommand implements Callable<Integer> {
    @Mixin private CommonHelp help;

    private enum Verdict {
        PASS,
        FAIL,
        UNSUPPORTED
    }

    @Parameters(
            paramLabel = "FILE.mlir",
            arity = "1..*",
            description = "StableHLO text; // ----- divides the modules of a file")
    private List<Path> files;

    private final Map<Verdict, Integer> totals = new EnumMap<>(Verdict.class);

    @Override
    public Integer call() {
        for (Path file : files) {
            file(file.toString(), Bundles.moduleText(file));
        }
        int failed = total(Verdict.FAIL);
        System.out.printf(
                "%d passed, %d failed, %d unsupported%n",
                total(Verdict.PASS), failed, total(Verdict.UNSUPPORTED));
        if (failed > 0) {
            throw new CheckException(failed + " of the checked functions failed");
        }
        return 0;
    }

    private int total(Verdict verdict) {
        return totals.getOrDefault(verdict, 0);
    }

    private void file(String name, String text) {
        List<Module> modules;
        try {
            modules = StableHlo.parseAll(name, text);
        } catch (StableHloException e) {
            say(Verdict.FAIL, name, e.getMessage());
            return;
        }
        int tests = 0;
        for (Module module : modules) {
            for (String function : StableHlo.checkedFunctionNames(module)) {
                function(module, function, name + " @" + function);
                tests++;
            }
        }
        if (tests == 0) {
            say(Verdict.FAIL, name, "expects nothing: no check.expect_*");
        }
    }

    private void function(Module module, String function, String subject) {
        try {
            CheckedFunction checked = StableHlo.importChecked(module, function);
            if (!checked.arguments().isEmpty()) {
                say(Verdict.UNSUPPORTED, subject, "takes arguments, which nobody gives");
                return;
            }
            Optional<String> failure = firstFailure(checked);
            say(failure.isEmpty() ? Verdict.PASS : Verdict.FAIL, subject, failure.orElse(""));
        } catch (UnsupportedException e) {
            say(Verdict.UNSUPPORTED, subject, e.getMessage());
        } catch (StableHloException
                | IrException
                | IllegalArgumentException
                | ArithmeticException e) {
            say(Verdict.FAIL, subject, e.getMessage());
        }
    }

    private static Optional<String> firstFailure(CheckedFunction checked) {
        List<Tensor> values = Interpreter.run(checked.program(), List.of());
        for (int i = 0; i < checked.expectations().size(); i++) {
            Optional<String> failure =
                    checked.expectations().get(i).failure(values.get(2 * i), values.get(2 * i + 1));
            if (failure.isPresent()) {
                return failure;
            }
        }
        return Optional.empty();
    }

    private void say(Verdict verdict, String subject, String reason) {
        totals.merge(verdict, 1, Integer::sum);
        System.out.println(verdict + " " + subject + (reason.isEmpty() ? "" : ": " + reason));
    }
}
