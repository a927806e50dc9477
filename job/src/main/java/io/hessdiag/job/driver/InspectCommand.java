package io.hessdiag.job.driver;

import io.hessdiag.job.conf.JobConfReader;
import io.hessdiag.job.conf.Uris;
import io.hessdiag.job.report.Table;
import io.hessdiag.job.sparkml.SparkModel;
import io.hessdiag.loss.LeafInfo;
import io.hessdiag.loss.Loss;
import io.hessdiag.loss.LossException;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.plan.GradientCheck;
import io.hessdiag.plan.Method;
import io.hessdiag.plan.PlanOptions;
import io.hessdiag.stablehlo.Argument;
import io.hessdiag.stablehlo.Module;
import io.hessdiag.stablehlo.StableHlo;
import io.hessdiag.stablehlo.Unsupported;
import io.hessdiag.tensor.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code inspect}: what a bundle or a model holds and whether it can be used. */
@Command(
        name = "inspect",
        description = {
            "Show a loss bundle: its pytree and shapes, how often each operation occurs, what is"
                    + " not supported and where, the loss and the norm of its gradient. Or a saved"
                    + " Spark ML model: its feature stages, the columns it learns from, and its"
                    + " parameters."
        },
        footer = {"  ./submit.sh inspect my_loss", "  ./submit.sh inspect fitted_model"})
public final class InspectCommand implements Callable<Integer> {
    @Mixin private CommonHelp help;

    @Parameters(
            paramLabel = "BUNDLE_DIR|MODEL_DIR|MODEL_URI",
            description = "folder of a loss bundle, or folder or URI of a saved Spark ML model")
    private String given;

    private Path folder;

    @Override
    public Integer call() {
        Optional<Path> local = Uris.localPath(given);
        if (local.isEmpty() || JobConfReader.isModel(local.get())) {
            printModel(local.map(Path::toString).orElse(given));
            return 0;
        }
        folder = local.get();
        List<Unsupported> unsupported = unsupported("loss.mlir");
        unsupported.addAll(unsupported("grad.mlir"));
        if (!unsupported.isEmpty()) {
            module("loss.mlir").ifPresent(InspectCommand::print);
            System.out.println("unsupported");
            unsupported.forEach(u -> System.out.println("  " + u));
            throw new LossException(
                    folder
                            + ": "
                            + unsupported.size()
                            + " operations are not supported; the first: "
                            + unsupported.get(0));
        }
        print(Bundles.read(folder));
        return 0;
    }

    private static void printModel(String place) {
        try (Cluster cluster = Cluster.connect()) {
            SparkModel model = cluster.model(place);
            Loss loss = model.template();
            System.out.print(Table.align(leaves(loss), 3));
            System.out.printf(
                    Locale.ROOT,
                    "%nmodel        %s%nparameters   %,d in %d leaves%n",
                    model.name(),
                    loss.size(),
                    loss.parameterCount());
            System.out.println("stages       " + model.stageNames());
            System.out.println("columns      " + model.columnNames());
        }
    }

    private List<Unsupported> unsupported(String name) {
        return module(name)
                .map(m -> new ArrayList<>(StableHlo.unsupported(m)))
                .orElseGet(ArrayList::new);
    }

    private Optional<Module> module(String name) {
        Path file = folder.resolve(name);
        return Files.isRegularFile(file)
                ? Optional.of(StableHlo.parse(name, Bundles.moduleText(file)))
                : Optional.empty();
    }

    /** What the text alone says of a loss that cannot be read. */
    private static void print(Module module) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("argument", "type"));
        module.arguments("main")
                .forEach(a -> rows.add(List.of(a.label().orElse(a.name()), type(a))));
        System.out.print(Table.align(rows, 2));
        System.out.println();
        System.out.println("operations   " + operations(module));
    }

    private void print(Loss loss) {
        System.out.print(Table.align(leaves(loss), 3));
        System.out.printf(
                Locale.ROOT,
                "%nparameters   %,d in %d leaves%n",
                loss.size(),
                loss.parameterCount());
        Examples.count(loss)
                .ifPresent(n -> System.out.printf(Locale.ROOT, "examples     %,d%n", n));
        module("loss.mlir").ifPresent(m -> System.out.println("operations   " + operations(m)));
        System.out.println("unsupported  none");
        System.out.println("grad.mlir    " + gradient(loss));
        List<Tensor> outputs =
                PlainGradient.of(
                                DiagonalPlan.create(
                                        loss, PlanOptions.DEFAULT.withMethod(Method.INDEX)))
                        .run();
        System.out.printf(Locale.ROOT, "loss         %.15g%n", outputs.get(0).get(0));
        System.out.printf(
                Locale.ROOT, "gradient     norm %.15g%n", norm(outputs.subList(1, outputs.size())));
    }

    private static String gradient(Loss loss) {
        return loss.gradient().isEmpty()
                ? "no"
                : GradientCheck.compare(loss).orElse("agrees with loss.mlir");
    }

    private static List<List<String>> leaves(Loss loss) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("leaf", "type", "role"));
        for (LeafInfo leaf : loss.leaves()) {
            rows.add(
                    List.of(
                            leaf.name().toString(),
                            leaf.type().toString(),
                            leaf.parameter() ? "parameter" : "data"));
        }
        return rows;
    }

    private static String type(Argument argument) {
        return argument.type() == null ? "not supported" : argument.type().toString();
    }

    private static String operations(Module module) {
        return module.operations().entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
    }

    private static double norm(List<Tensor> gradient) {
        double squares = 0;
        for (Tensor leaf : gradient) {
            for (int i = 0; i < leaf.size(); i++) {
                squares += leaf.get(i) * leaf.get(i);
            }
        }
        return Math.sqrt(squares);
    }
}
