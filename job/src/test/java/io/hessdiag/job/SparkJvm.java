package io.hessdiag.job;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/** Java commands on this test's class path, as Spark would give them. */
final class SparkJvm {
    private static final List<Path> CLASS_PATH =
            Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(Path::of)
                    .filter(Files::exists)
                    .toList();

    /** Spark's own, which say what is waited for. */
    static final String LOG_SETTINGS = "org/apache/spark/log4j2-defaults.properties";

    private SparkJvm() {}

    /** {@code java} with Spark's options, half a gigabyte and the whole class path. */
    static ProcessBuilder command(String... mainAndArguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
        command.addAll(List.of("-Xmx512m", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(mainAndArguments));
        return new ProcessBuilder(command);
    }

    /** A Spark home: links to all jars of the class path, and the file that marks a release. */
    static Path home(Path folder) throws IOException {
        Path jars = Files.createDirectories(folder.resolve("jars"));
        for (Path entry : CLASS_PATH) {
            Path link = jars.resolve(entry.getFileName());
            if (Files.isRegularFile(entry) && !Files.exists(link)) {
                Files.createSymbolicLink(link, entry);
            }
        }
        Files.writeString(folder.resolve("RELEASE"), "Spark for a test");
        return folder;
    }

    /** The class folders of the class path in one jar: what executors lack. */
    static Path jobJar(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out)) {
            for (Path folder : CLASS_PATH.stream().filter(Files::isDirectory).toList()) {
                add(jar, folder, f -> !f.toString().contains("META-INF"));
            }
        }
        return file;
    }

    private static void add(JarOutputStream jar, Path folder, Predicate<Path> wanted)
            throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).filter(wanted).toList()) {
                String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
                if (!name.startsWith("log4j2")) {
                    jar.putNextEntry(new JarEntry(name));
                    Files.copy(file, jar);
                }
            }
        }
    }

    static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
