package io.hessdiag.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Spark's own master and workers, each a process on the loopback interface. */
final class StandaloneCluster implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final int MOST_SECONDS = 120;
    private static final String PROFILE = Bundles.CONF.resolve("spark/standalone.conf").toString();

    /** A setting for tasks to begin when all workers are there. */
    static final List<String> WHEN_ALL_ARE_THERE =
            List.of(
                    "spark.scheduler.minRegisteredResourcesRatio=1.0",
                    "spark.scheduler.maxRegisteredResourcesWaitingTime=120s");

    private static final Pattern ADDRESS =
            Pattern.compile("Starting Spark master at (spark://[\\d.]+:\\d+)\\R");

    private final Path folder;
    private final Path home;
    private String url;
    private final List<Process> processes = new ArrayList<>();
    private final Map<Integer, Process> workers = new HashMap<>();
    private final int size;
    private int registered;

    private StandaloneCluster(Path folder, Path home, int size) {
        this.folder = folder;
        this.home = home;
        this.size = size;
    }

    /**
     * A master and workers of one core each, ready for work; logs and work folders in {@code
     * folder}.
     */
    static StandaloneCluster start(Path folder, int workers) throws Exception {
        StandaloneCluster cluster =
                new StandaloneCluster(folder, SparkJvm.home(folder.resolve("spark")), workers);
        try {
            cluster.master();
            for (int i = 0; i < workers; i++) {
                cluster.worker(i);
            }
            cluster.awaitWorkers();
            return cluster;
        } catch (Exception | AssertionError e) {
            cluster.close();
            throw e;
        }
    }

    /** On a port of the system's choice, which another process cannot take before. */
    private void master() throws Exception {
        launch(
                "master",
                "org.apache.spark.deploy.master.Master",
                "--host",
                HOST,
                "--port",
                "0",
                "--webui-port",
                "0");
        await("the master", () -> address().find());
        Matcher address = address();
        address.find();
        url = address.group(1);
    }

    private Matcher address() {
        return ADDRESS.matcher(SparkJvm.read(folder.resolve("master.log")));
    }

    private void worker(int i) throws IOException {
        registered++;
        Process worker =
                launch(
                        "worker" + i,
                        "org.apache.spark.deploy.worker.Worker",
                        "--host",
                        HOST,
                        "--webui-port",
                        "0",
                        "--cores",
                        "1",
                        "--memory",
                        "1g",
                        "--work-dir",
                        workFolder(i).toString(),
                        url);
        workers.put(i, worker);
    }

    private void awaitWorkers() throws InterruptedException {
        Path log = folder.resolve("master.log");
        await(
                "the workers",
                () -> SparkJvm.read(log).split("Registering worker", -1).length > registered);
    }

    private Process launch(String name, String... mainAndArguments) throws IOException {
        ProcessBuilder builder = SparkJvm.command(mainAndArguments);
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", HOST);
        builder.environment().put("SPARK_LOCAL_DIRS", folder.resolve("disk-" + name).toString());
        // The test's own log settings would hide what is waited for.
        builder.environment().put("LOG4J_CONFIGURATION_FILE", SparkJvm.LOG_SETTINGS);
        builder.redirectErrorStream(true);
        builder.redirectOutput(folder.resolve(name + ".log").toFile());
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    private void await(String what, BooleanSupplier ready) throws InterruptedException {
        for (int i = 0; i < 10 * MOST_SECONDS; i++) {
            if (ready.getAsBoolean()) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError(
                what + " did not come: " + SparkJvm.read(folder.resolve("master.log")));
    }

    /**
     * Options of spark-submit for this cluster, with the settings of conf/spark/standalone.conf.
     *
     * @param settings more of them
     */
    List<String> options(List<String> settings) {
        List<String> options = new ArrayList<>(List.of("--master", url));
        options.addAll(List.of("--properties-file", PROFILE, "--executor-memory", "512m"));
        options.addAll(List.of("--conf", "spark.driver.host=" + HOST));
        settings.forEach(s -> options.addAll(List.of("--conf", s)));
        return options;
    }

    /** Where worker {@code i} keeps its executors' folders. */
    Path workFolder(int i) {
        return folder.resolve("work" + i);
    }

    /** Kills a worker, and its executors with it, without giving them time for anything. */
    void killWorker(int i) throws InterruptedException {
        Process worker = workers.remove(i);
        List<ProcessHandle> executors = worker.descendants().toList();
        worker.destroyForcibly().waitFor();
        executors.forEach(ProcessHandle::destroyForcibly);
    }

    /** Kills a worker's executors; the worker starts others. */
    void killExecutors(int i) {
        workers.get(i).descendants().forEach(ProcessHandle::destroyForcibly);
    }

    /** Takes away what executors of a worker have on disk, in one step, whatever they write. */
    void deleteDisk(int i) throws IOException {
        Path disk = folder.resolve("disk-worker" + i);
        Files.move(disk, folder.resolve("lost-disk-" + UUID.randomUUID()));
    }

    /** Deletes what a worker's executors have written for other tasks; returns how many files. */
    int deleteShuffleFiles(int i) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("disk-worker" + i))) {
            List<Path> found =
                    files.filter(f -> f.getFileName().toString().matches("shuffle_.*\\.data"))
                            .toList();
            for (Path file : found) {
                Files.delete(file);
            }
            return found.size();
        }
    }

    /** Waits until the executors of an application that has ended are gone. */
    void awaitNoExecutors() throws InterruptedException {
        await(
                "the end of the executors",
                () -> workers.values().stream().allMatch(w -> w.descendants().count() == 0));
    }

    /** Starts the workers that were killed anew. */
    void restore() throws Exception {
        for (int i = 0; i < size; i++) {
            if (!workers.containsKey(i)) {
                worker(i);
            }
        }
        awaitWorkers();
    }

    /** The standard error of the drivers that the workers have had. */
    String driverLogs() {
        StringBuilder logs = new StringBuilder();
        for (int i = 0; i < size; i++) {
            try (Stream<Path> files = Files.walk(workFolder(i))) {
                files.filter(f -> f.endsWith("stderr") && f.toString().contains("/driver-"))
                        .map(SparkJvm::read)
                        .forEach(logs::append);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return logs.toString();
    }

    @Override
    public void close() throws InterruptedException {
        // Workers first, and their executors with them.
        for (int i = processes.size() - 1; i >= 0; i--) {
            Process process = processes.get(i);
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }
}
