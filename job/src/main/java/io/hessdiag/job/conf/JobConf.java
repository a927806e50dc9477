package io.hessdiag.job.conf;

import io.hessdiag.plan.Method;
import io.hessdiag.pytree.Selection;
import io.hessdiag.tensor.DType;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a run is asked to do, validated.
 *
 * @param loss folder of the loss bundle; null with a model
 * @param model where a model of Spark ML's lies, on any file system that Hadoop knows
 * @param data examples in place of the bundle's own
 * @param outputPath absolute, or a URI that Hadoop knows the file system of
 * @param shardSize bytes beyond which the diagonal is divided into files of that size
 * @param method the one for all leaves, else the cheapest of each
 * @param selection the entries to compute; all of them when empty
 * @param blockDirections directions pushed at once, else as many as {@code memoryBlock} allows
 * @param blockExamples examples at once where they are separate, else as {@code memoryBlock} allows
 * @param memoryBlock bytes that a task may use for its intermediate values
 * @param partitions number of tasks; it decides about speed and never about the result
 * @param auditTolerance largest deviation relative to the leaf's largest entry, else the dtype's
 *     own
 * @param analysis what is made of the diagonal
 * @param settings the configuration in force, by key and as text
 */
public record JobConf(
        Path loss,
        Optional<String> model,
        Optional<DataConf> data,
        String outputPath,
        OutputFormat outputFormat,
        long shardSize,
        IfExists ifExists,
        Optional<Method> method,
        DType dtype,
        Selection selection,
        OptionalInt blockDirections,
        OptionalInt blockExamples,
        long memoryBlock,
        MemoryCheck memoryCheck,
        OptionalInt partitions,
        int auditEntries,
        OptionalDouble auditTolerance,
        AnalysisConf analysis,
        Map<String, Object> settings) {

    /** File format of the diagonal. */
    public enum OutputFormat {
        NPZ,
        SAFETENSORS,
        PARQUET;

        public String extension() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a shortage of memory that is foreseen leads to. */
    public enum MemoryCheck {
        FAIL,
        WARN,
        OFF
    }

    /** What happens to an output that is there already, whole or in parts. */
    public enum IfExists {
        FAIL,
        OVERWRITE,
        RESUME
    }
}
