package io.hessdiag.job;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Spark's own master and workers, each a process on the loopback interface. */
final class StandaloneCluster implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final int MOST_SECONDS = 120;

    private final Path folder;
    private final Path home;
    private final String url;
    private final List<Process> processes = new ArrayList<>();

    private StandaloneCluster(Path folder, Path home, int port) {
        this.folder = folder;
        this.home = home;
        this.url = "spark://" + HOST + ":" + port;
    }

    /**
     * A master and workers of one core each, ready for work; logs and work folders in {@code
     * folder}.
     */
    static StandaloneCluster start(Path folder, int workers) throws Exception {
        int port = freePort();
        StandaloneCluster cluster =
                new StandaloneCluster(folder, SparkJvm.home(folder.resolve("spark")), port);
        try {
            cluster.launch(
                    "master",
                    "org.apache.spark.deploy.master.Master",
                    "--host",
                    HOST,
                    "--port",
                    Integer.toString(port),
                    "--webui-port",
                    "0");
            Path log = folder.resolve("master.log");
            cluster.await("the master", () -> SparkJvm.read(log).contains("Starting Spark master"));
            for (int i = 0; i < workers; i++) {
                cluster.worker(i);
            }
            cluster.await(
                    "the workers",
                    () -> SparkJvm.read(log).split("Registering worker", -1).length > workers);
            return cluster;
        } catch (Exception | AssertionError e) {
            cluster.close();
            throw e;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void worker(int i) throws IOException {
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
    }

    private void launch(String name, String... mainAndArguments) throws IOException {
        ProcessBuilder builder = SparkJvm.command(mainAndArguments);
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", HOST);
        // The test's own log settings would hide what is waited for.
        builder.environment()
                .put("LOG4J_CONFIGURATION_FILE", "org/apache/spark/log4j2-defaults.properties");
        builder.redirectErrorStream(true);
        builder.redirectOutput(folder.resolve(name + ".log").toFile());
        processes.add(builder.start());
    }

    private void await(String what, BooleanSupplier ready) throws InterruptedException {
        for (int i = 0; i < 10 * MOST_SECONDS; i++) {
            if (ready.getAsBoolean()) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError(
                what + " did not start: " + SparkJvm.read(folder.resolve("master.log")));
    }

    String url() {
        return url;
    }

    /** Where worker {@code i} keeps its executors' folders. */
    Path workFolder(int i) {
        return folder.resolve("work" + i);
    }

    /** The standard error of the executors that worker {@code i} has had. */
    String executorLogs(int i) throws IOException {
        StringBuilder logs = new StringBuilder();
        try (var files = Files.walk(workFolder(i))) {
            files.filter(f -> f.endsWith("stderr")).map(SparkJvm::read).forEach(logs::append);
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
