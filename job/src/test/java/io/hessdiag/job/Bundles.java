package io.hessdiag.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The loss bundles under conf/ and among the test resources. */
public final class Bundles {
    public static final Path CONF =
            Path.of(System.getProperty("basedir", "job")).toAbsolutePath().resolveSibling("conf");
    public static final Path DIGITS = CONF.resolve("digits");
    public static final Path LINEAR = CONF.resolve("examples/linear");
    public static final Path TWO_LAYER = CONF.resolve("examples/two-layer-pytree");

    private static final Path RESOURCES =
            CONF.resolveSibling("job").resolve("src/test/resources/bundles");

    /** Its examples are separate; its {@code case} stands in the way of leaf ['a'] alone. */
    public static final Path CASE = RESOURCES.resolve("case-sort-topk");

    /** No sum over examples, and nothing is served. */
    public static final Path CHOLESKY = RESOURCES.resolve("cholesky-gp");

    /** No sum over examples, and everything is served. */
    public static final Path BATCH_NORM = RESOURCES.resolve("batch-norm");

    /** Of which one example takes more than a mebibyte by site. */
    public static final Path TRANSFORMER =
            CONF.resolveSibling("common").resolve("src/test/resources/bundles/transformer-block");

    private Bundles() {}

    /** A copy to spoil. */
    public static Path copy(Path bundle, Path target) throws IOException {
        Files.createDirectories(target);
        try (Stream<Path> files = Files.list(bundle)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
        return target;
    }
}
