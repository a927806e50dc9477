package io.hessdiag.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The loss bundles under conf/. */
final class Bundles {
    static final Path CONF =
            Path.of(System.getProperty("basedir", "job")).toAbsolutePath().resolveSibling("conf");
    static final Path DIGITS = CONF.resolve("digits");
    static final Path LINEAR = CONF.resolve("examples/linear");
    static final Path TWO_LAYER = CONF.resolve("examples/two-layer-pytree");

    private Bundles() {}

    /** A copy to spoil. */
    static Path copy(Path bundle, Path target) throws IOException {
        Files.createDirectories(target);
        try (Stream<Path> files = Files.list(bundle)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
        return target;
    }
}
