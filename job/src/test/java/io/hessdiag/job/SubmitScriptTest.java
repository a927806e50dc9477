package io.hessdiag.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** submit.sh in a copy of the project, with a spark-submit that prints what it is given. */
@DisabledOnOs(OS.WINDOWS)
class SubmitScriptTest {
    private static final int SPARK_EXIT = 7;

    @TempDir private Path folder;
    private Path project;
    private Path sparkHome;
    private String environmentOptions = "";

    private record Result(int exitCode, List<String> lines) {}

    @BeforeEach
    void layOut() throws IOException {
        project = Files.createDirectory(folder.resolve("my project"));
        Files.copy(Bundles.CONF.resolveSibling("submit.sh"), project.resolve("submit.sh"));
        Files.writeString(project.resolve("pom.xml"), "");
        for (String module : List.of("common", "job")) {
            Files.createDirectories(project.resolve(module).resolve("src/main"));
            Files.writeString(project.resolve(module).resolve("pom.xml"), "");
        }
        Files.createDirectories(project.resolve("job/target"));
        Files.writeString(project.resolve("job/target/spark.classpath"), "/nothing.jar");
        Files.writeString(project.resolve("job/target/hessdiag-job.jar"), "");
        sparkHome = folder.resolve("spark");
        Path submit = sparkHome.resolve("bin/spark-submit");
        Files.createDirectories(submit.getParent());
        Files.writeString(
                submit,
                "#!/bin/sh\nfor word in \"$@\"; do echo \"$word\"; done\n"
                        + "echo \"$SPARK_SUBMIT_OPTS\" >\"$0.opts\"\nexit "
                        + SPARK_EXIT);
        assertTrue(submit.toFile().setExecutable(true));
    }

    /** The driver's JVM options, beside those that the environment has. */
    private String jvm(String environment, String... words) throws Exception {
        environmentOptions = environment;
        assertEquals(SPARK_EXIT, submit(words).exitCode());
        return Files.readString(sparkHome.resolve("bin/spark-submit.opts")).strip();
    }

    private Result submit(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("bash", project + "/submit.sh"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SPARK_HOME", sparkHome.toString());
        builder.environment().remove("SPARK_CONF_DIR");
        builder.environment().put("SPARK_SUBMIT_OPTS", environmentOptions);
        Path out = folder.resolve("out");
        builder.redirectOutput(out.toFile()).redirectError(folder.resolve("err").toFile());
        int exitCode = builder.start().waitFor();
        return new Result(exitCode, Files.readAllLines(out, StandardCharsets.UTF_8));
    }

    private List<String> job(String... words) {
        List<String> lines =
                new ArrayList<>(
                        List.of(
                                "--class",
                                HessianDiagonalJob.class.getName(),
                                project + "/job/target/hessdiag-job.jar"));
        lines.addAll(List.of(words));
        return lines;
    }

    @Test
    void withoutArgumentsItRunsTheQuickstart() throws Exception {
        assertEquals(new Result(SPARK_EXIT, job("run", project + "/conf/digits.conf")), submit());
    }

    @Test
    void optionsGoBeforeTheJarAndTheRestBehindIt() throws Exception {
        List<String> expected =
                new ArrayList<>(List.of("--master", "local[3]", "--conf=a=b c", "-v"));
        expected.addAll(job("run", "a b", "select=['w'][0, 1]"));
        assertEquals(
                new Result(SPARK_EXIT, expected),
                submit(
                        "--master",
                        "local[3]",
                        "--conf=a=b c",
                        "-v",
                        "run",
                        "a b",
                        "select=['w'][0, 1]"));
        assertTrue(
                Files.readString(folder.resolve("err")).startsWith("submit.sh: " + sparkHome),
                "says what it does");
    }

    @Test
    void everySubcommandIsPassedOn() throws Exception {
        for (String command : List.of("run", "explain", "inspect", "check", "bench")) {
            assertEquals(new Result(SPARK_EXIT, job(command, "--help")), submit(command, "--help"));
        }
    }

    @Test
    void unknownSubcommandsAndLoneOptionsAreRefused() throws Exception {
        assertEquals(new Result(2, List.of()), submit("compute"));
        assertEquals(new Result(2, List.of()), submit("--master"));
    }

    @Test
    void driverHasASmallNurseryInOneStretch() throws Exception {
        assertEquals("-XX:MaxNewSize=128m -XX:+UseParallelGC", jvm("", "run"));
        assertEquals("-XX:MaxNewSize=128m -XX:+UseParallelGC -Xss4m", jvm("-Xss4m", "run"));
    }

    /** A JVM that is given two collectors does not start. */
    @Test
    void collectorThatIsChosenStays() throws Exception {
        assertEquals("-XX:MaxNewSize=128m -XX:+UseSerialGC", jvm("-XX:+UseSerialGC", "run", "a"));
        assertEquals(
                "-XX:MaxNewSize=128m",
                jvm("", "--driver-java-options", "-ea -XX:+UseG1GC", "run", "a"));
        Path properties = folder.resolve("my.conf");
        Files.writeString(properties, "spark.driver.extraJavaOptions -ea -XX:+UseZGC\n");
        assertEquals("-XX:MaxNewSize=128m", jvm("", "--properties-file=" + properties, "run"));
        assertEquals("-XX:MaxNewSize=128m", jvm("", "--properties-file", properties + "", "run"));
        Path defaults = Files.createDirectory(sparkHome.resolve("conf"));
        Files.copy(properties, defaults.resolve("spark-defaults.conf"));
        assertEquals("-XX:MaxNewSize=128m", jvm("", "run"));
    }

    @Test
    void helpNeedsNoSpark() throws Exception {
        Result help = submit("--help");
        assertEquals(0, help.exitCode());
        assertTrue(help.lines().stream().anyMatch(l -> l.contains("inspect BUNDLE_DIR")));
        assertTrue(help.lines().stream().anyMatch(l -> l.contains("explain CONF|BUNDLE_DIR")));
    }
}
