package io.hessdiag.job.conf;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells URIs, {@code hdfs://host/folder} say, from plain paths. */
public final class Uris {
    /** Two letters at least: {@code C:/} is no scheme. */
    private static final Pattern FORM = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+:/.*");

    private Uris() {}

    /**
     * The path that a plain one or a {@code file:} URI names on this machine; none of other URIs.
     *
     * @throws ConfException for a {@code file:} URI that names none
     */
    public static Optional<Path> localPath(String given) {
        if (!isUri(given)) {
            return Optional.of(Path.of(given));
        }
        try {
            URI uri = URI.create(given);
            return uri.getScheme().equalsIgnoreCase("file")
                    ? Optional.of(Path.of(uri.getPath()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            throw new ConfException(given + ": expected a path or a URI");
        }
    }

    public static boolean isUri(String path) {
        return FORM.matcher(path).matches();
    }
}
