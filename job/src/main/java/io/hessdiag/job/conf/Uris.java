package io.hessdiag.job.conf;

import java.util.regex.Pattern;

/** Tells URIs, {@code hdfs://host/folder} say, from plain paths. */
public final class Uris {
    /** Two letters at least: {@code C:/} is no scheme. */
    private static final Pattern URI = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+:/.*");

    private Uris() {}

    public static boolean isUri(String path) {
        return URI.matcher(path).matches();
    }
}
