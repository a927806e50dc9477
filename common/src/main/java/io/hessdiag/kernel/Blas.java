package io.hessdiag.kernel;

import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.JavaBLAS;
import dev.ludovic.netlib.blas.NativeBLAS;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * The BLAS of this JVM, found once: netlib's JNI binding on the OpenBLAS that bytedeco's jar
 * carries, else on the system's library, else netlib's Vector API version, else its Java version.
 * OpenBLAS is held to one thread per caller: Spark's tasks are the parallelism.
 *
 * <p>{@code -Dhessdiag.blas=auto|openblas|system|vector|java} asks for one of them; what is not
 * there falls back along that list, and {@link #name} says what came out.
 */
public final class Blas {
    static final String PROPERTY = "hessdiag.blas";
    private static final String NATIVE_PATH = "dev.ludovic.netlib.blas.nativeLibPath";
    private static final List<String> CHOICES =
            List.of("auto", "openblas", "system", "vector", "java");

    // Held strongly: a collected logger would forget its level.
    private static final Logger NETLIB =
            Logger.getLogger("dev.ludovic.netlib.blas.InstanceBuilder");

    private record Found(BLAS blas, String name) {}

    private static final class Holder {
        static final Found FOUND = find(choice());
    }

    private Blas() {}

    public static BLAS get() {
        return Holder.FOUND.blas;
    }

    /**
     * Class and library in words, and the kernels if the environment decides on them: {@code
     * JNIBLAS (bundled OpenBLAS 0.3.31, OPENBLAS_CORETYPE=Haswell)}.
     */
    public static String name() {
        return Holder.FOUND.name;
    }

    private static String choice() {
        String choice = System.getProperty(PROPERTY, "auto").toLowerCase(Locale.ROOT);
        if (!CHOICES.contains(choice)) {
            throw new IllegalArgumentException(
                    PROPERTY + ": expected one of " + CHOICES + ", found " + choice);
        }
        return choice;
    }

    private static Found find(String choice) {
        // netlib warns with a stack's worth of text where a fallback is all that happens.
        NETLIB.setLevel(Level.OFF);
        return switch (choice) {
            case "java" -> plainJava();
            case "vector" -> java();
            case "system" -> jni("system").orElseGet(Blas::java);
            default -> jni(bundled().orElse("system")).orElseGet(Blas::java);
        };
    }

    /**
     * Unpacks the bundled OpenBLAS into javacpp's cache and points netlib at it. Loading it through
     * javacpp first makes both bindings share one loaded library, so that the thread count set here
     * holds for netlib's calls.
     *
     * @return the library in words; empty when this platform's jar is absent or does not load
     */
    private static Optional<String> bundled() {
        if (System.getProperty(NATIVE_PATH) != null) {
            return Optional.of(System.getProperty(NATIVE_PATH));
        }
        try {
            Path binding = Path.of(Loader.load(openblas_nolapack.class));
            openblas_nolapack.blas_set_num_threads(1);
            Path library = binding.resolveSibling("libopenblas_nolapack.so.0");
            if (!Files.exists(library)) {
                return Optional.empty();
            }
            System.setProperty(NATIVE_PATH, library.toString());
            return Optional.of(
                    "bundled OpenBLAS "
                            + openblas_nolapack
                                    .OPENBLAS_VERSION
                                    .replaceAll("\\s+", " ")
                                    .replace("OpenBLAS ", "")
                                    .trim());
        } catch (LinkageError | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Found> jni(String library) {
        try {
            BLAS blas = NativeBLAS.getInstance();
            return Optional.of(new Found(blas, describe(blas, library + kernels())));
        } catch (LinkageError | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** OpenBLAS asks the processor unless this names one; an older one's kernels are slower. */
    private static String kernels() {
        String asked = System.getenv("OPENBLAS_CORETYPE");
        return asked == null ? "" : ", OPENBLAS_CORETYPE=" + asked;
    }

    private static Found java() {
        BLAS blas = JavaBLAS.getInstance();
        return new Found(blas, describe(blas, "no native library"));
    }

    private static Found plainJava() {
        try {
            Class<?> type = Class.forName("dev.ludovic.netlib.blas.Java11BLAS");
            Method instance = type.getMethod("getInstance");
            instance.setAccessible(true);
            BLAS blas = (BLAS) instance.invoke(null);
            return new Found(blas, describe(blas, "no native library"));
        } catch (ReflectiveOperationException | RuntimeException e) {
            return java();
        }
    }

    private static String describe(BLAS blas, String library) {
        return blas.getClass().getSimpleName() + " (" + library + ")";
    }
}
