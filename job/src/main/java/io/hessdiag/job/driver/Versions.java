package io.hessdiag.job.driver;

import io.hessdiag.job.HessianDiagonalJob;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.IVersionProvider;

/** Versions of what took part in a run. */
public final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"hessdiag " + own()};
    }

    /** This project's version, as the job's jar states it. */
    static String own() {
        return Optional.ofNullable(HessianDiagonalJob.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    static Map<String, String> with(String spark) {
        return new TreeMap<>(
                Map.of(
                        "hessdiag", own(),
                        "spark", spark,
                        "scala", scala.util.Properties.versionNumberString(),
                        "java", System.getProperty("java.version"),
                        "os", System.getProperty("os.name") + " " + System.getProperty("os.arch")));
    }
}
