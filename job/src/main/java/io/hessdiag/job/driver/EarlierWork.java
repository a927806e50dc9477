package io.hessdiag.job.driver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.hessdiag.job.conf.AnalysisConf;
import io.hessdiag.job.conf.ConfException;
import io.hessdiag.job.conf.JobConf;
import io.hessdiag.job.conf.JobConf.IfExists;
import io.hessdiag.job.report.Fingerprint;
import io.hessdiag.job.storage.Folder;
import io.hessdiag.job.storage.OutputDirectory;
import io.hessdiag.job.storage.OutputException;
import io.hessdiag.job.storage.Reason;
import io.hessdiag.job.storage.RunIdentity;
import io.hessdiag.job.storage.UnitFolder;
import io.hessdiag.plan.DiagonalPlan;
import io.hessdiag.plan.Explanation;
import io.hessdiag.plan.Method;
import io.hessdiag.plan.Rates;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a run takes over from an earlier one of the same input and keys, and keeps for a later. */
final class EarlierWork {
    /**
     * By {@link Rates#NOMINAL}: what is shorter is computed again before anybody has asked for it,
     * and need not leave files beside its output.
     */
    private static final double WORTH_KEEPING_SECONDS = 20;

    /** The bits do not depend on these, the files do. */
    private static final List<String> FILES =
            Stream.concat(
                            Stream.of("output.format", "output.shard-size"),
                            AnalysisConf.KEYS.stream())
                    .toList();

    private static final Logger LOG = LoggerFactory.getLogger(EarlierWork.class);

    private final JobConf conf;
    private final OutputDirectory output;
    private final RunIdentity identity;

    /**
     * @param input what a model is, and the data where they are not the bundle's, by name
     */
    EarlierWork(
            JobConf conf, OutputDirectory output, DiagonalPlan plan, Map<String, String> input) {
        this.conf = conf;
        this.output = output;
        this.identity = identity(conf, plan, input);
    }

    private static RunIdentity identity(
            JobConf conf, DiagonalPlan plan, Map<String, String> input) {
        Map<String, String> components = new HashMap<>(input);
        if (conf.model().isEmpty()) {
            components.put("bundle", Fingerprint.of(conf.loss()));
        }
        components.put("dtype", conf.dtype().toString());
        components.put("method", conf.method().map(Method::text).orElse("auto"));
        components.put("select", String.join(" ", conf.selection().texts()));
        components.put("block.directions", text(conf.blockDirections()));
        components.put("block.examples", text(conf.blockExamples()));
        components.put("memory.block", Long.toString(conf.memoryBlock()));
        components.put("version", Versions.own());
        components.put("units", Integer.toString(plan.units().size()));
        return new RunIdentity(components);
    }

    private static String text(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "auto";
    }

    RunIdentity identity() {
        return identity;
    }

    /**
     * Whether a run that resumes has nothing left to do.
     *
     * @throws ConfException when the output that is there is another run's
     */
    boolean isDone() {
        try {
            if (conf.ifExists() != IfExists.RESUME || !output.isComplete()) {
                return false;
            }
            String differences = wanted().differencesFrom(completed());
            if (!differences.isEmpty()) {
                throw new ConfException(
                        "output.path "
                                + conf.outputPath()
                                + " exists and is of another run: "
                                + differences
                                + "; give another one or set output.if-exists=overwrite");
            }
            return true;
        } catch (IOException e) {
            throw new OutputException(conf.outputPath(), e);
        }
    }

    private RunIdentity wanted() {
        Map<String, String> all = new HashMap<>(identity.components());
        FILES.forEach(key -> all.put(key, conf.settings().get(key).toString()));
        return new RunIdentity(all);
    }

    /** Of nothing known, where there is no summary that tells. */
    private RunIdentity completed() throws IOException {
        JsonNode summary = output.summary().orElse(MissingNode.getInstance());
        Map<String, String> all = new HashMap<>();
        RunIdentity.fromJson(summary.path(RunIdentity.FIELD))
                .ifPresent(run -> all.putAll(run.components()));
        JsonNode settings = summary.path("configuration");
        FILES.forEach(key -> all.put(key, settings.path(key).asText()));
        return new RunIdentity(all);
    }

    /**
     * Where finished units are found and kept; nothing for a short run that was not asked to.
     *
     * @throws ConfException when they are another run's
     */
    Optional<UnitFolder> units(Explanation plan) {
        Folder target = output.target();
        try {
            if (conf.ifExists() == IfExists.RESUME) {
                return Optional.of(UnitFolder.resume(target, identity));
            }
            if (Rates.NOMINAL.seconds(plan.work()) > WORTH_KEEPING_SECONDS) {
                return Optional.of(UnitFolder.fresh(target, identity));
            }
            UnitFolder.clear(target);
            return Optional.empty();
        } catch (IOException e) {
            throw new OutputException(conf.outputPath(), e);
        }
    }

    /**
     * Forgets the units that are kept: the output is there, or they are no good. What cannot be
     * removed is in nobody's way.
     */
    static void remove(Optional<UnitFolder> units) {
        try {
            if (units.isPresent()) {
                units.get().remove();
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be removed: {}", units.get().path(), Reason.of(e));
        }
    }
}
