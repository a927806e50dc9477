package io.hessdiag.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlasTest {
    private static final String LIBRARY = "libopenblas_nolapack.so.0";
    private static final int JVMS = 4;

    @TempDir private Path folder;

    /** What an executor does first: a product, and the name of what made it. */
    public static final class Product {
        private Product() {}

        public static void main(String[] args) {
            int n = 64;
            double[] a = new double[n * n];
            double[] c = new double[n * n];
            for (int i = 0; i < a.length; i++) {
                a[i] = i % 7;
            }
            Blas.get().dgemm("N", "N", n, n, n, 1, a, n, a, n, 0, c, n);
            double sum = 0;
            for (double x : c) {
                sum += x;
            }
            System.out.println(Blas.name() + " " + sum);
        }
    }

    private static boolean isBundled() {
        return Blas.name().contains("bundled");
    }

    @Test
    void theBundledLibraryRunsOnTheCallersThread() {
        assumeTrue(isBundled(), "no bundled library for this platform");
        assertTrue(Blas.name().matches(".*, 1 thread\\b.*"), Blas.name());
    }

    /** Executors of one machine start at once and unpack into the same folder. */
    @Test
    void jvmsThatUnpackTheLibraryAtOnceAllGetIt() throws Exception {
        assumeTrue(isBundled(), "no bundled library for this platform");
        Path cache = Files.createDirectory(folder.resolve("cache"));
        List<Process> jvms = new ArrayList<>();
        for (int i = 0; i < JVMS; i++) {
            jvms.add(start(cache, folder.resolve("out" + i)));
        }
        Set<String> said = new TreeSet<>();
        for (int i = 0; i < JVMS; i++) {
            Path out = folder.resolve("out" + i);
            assertEquals(0, jvms.get(i).waitFor(), Files.readString(out));
            said.add(Files.readString(out, StandardCharsets.UTF_8));
        }
        assertEquals(1, said.size(), said::toString);
        assertTrue(said.iterator().next().startsWith(Blas.name() + " "), said::toString);
        try (Stream<Path> files = Files.walk(cache)) {
            assertEquals(1, files.filter(f -> f.endsWith(LIBRARY)).count(), "unpacked once");
        }
    }

    private static Process start(Path cache, Path out) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "--add-modules=jdk.incubator.vector",
                        "-Dorg.bytedeco.javacpp.cachedir=" + cache,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Product.class.getName())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
