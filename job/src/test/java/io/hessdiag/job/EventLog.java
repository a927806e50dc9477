package io.hessdiag.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What Spark has written for its history server: one JSON document per line. */
record EventLog(List<JsonNode> events) {

    /** The only log in a folder, neither compressed nor cut into several files. */
    static EventLog in(Path folder) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> events = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            Path file = files.filter(f -> !f.toString().endsWith(".crc")).toList().get(0);
            for (String line : Files.readAllLines(file)) {
                events.add(json.readTree(line));
            }
        }
        return new EventLog(events);
    }

    private Stream<JsonNode> of(String kind) {
        return events.stream().filter(e -> e.path("Event").asText().equals(kind));
    }

    /** A property of each job. */
    List<String> jobProperties(String key) {
        return of("SparkListenerJobStart")
                .map(e -> e.at("/Properties").path(key).asText())
                .toList();
    }

    List<String> stageNames() {
        return of("SparkListenerStageCompleted")
                .map(e -> e.at("/Stage Info/Stage Name").asText())
                .toList();
    }

    List<String> rddNames() {
        return of("SparkListenerStageCompleted")
                .flatMap(e -> Stream.of(e.at("/Stage Info/RDD Info")))
                .flatMap(e -> e.findValuesAsText("Name").stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Why jobs have ended that have not succeeded. */
    List<String> jobFailures() {
        return of("SparkListenerJobEnd")
                .map(e -> e.at("/Job Result/Exception/Message").asText())
                .filter(m -> !m.isEmpty())
                .toList();
    }

    /** Those that have finished a task. */
    List<String> executorsOfTasks() {
        return of("SparkListenerTaskEnd")
                .filter(e -> e.at("/Task End Reason/Reason").asText().equals("Success"))
                .map(e -> e.at("/Task Info/Executor ID").asText())
                .distinct()
                .sorted()
                .toList();
    }
}
