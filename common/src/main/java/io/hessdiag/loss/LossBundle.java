package io.hessdiag.loss;

import io.hessdiag.format.FormatException;
import io.hessdiag.format.Npz;
import io.hessdiag.format.Safetensors;
import io.hessdiag.format.TreeJson;
import io.hessdiag.format.TreeJson.LeafSpec;
import io.hessdiag.pytree.KeyPath;
import io.hessdiag.stablehlo.Imported;
import io.hessdiag.stablehlo.StableHlo;
import io.hessdiag.stablehlo.StableHloException;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A directory with a loss:
 *
 * <pre>
 * loss.mlir     &#64;main: one argument per leaf, parameters first, then data; one float scalar
 * grad.mlir     optional: the same arguments to (loss, one gradient per parameter)
 * tree.json     n_params and the leaves, see {@link TreeJson}. Without it the names of loss.mlir's
 *               arguments give the paths, and grad.mlir the number of parameters
 * leaves.npz    or leaves.safetensors: the arguments' values, keys 00000, 00001, ...
 * </pre>
 *
 * <p>f16 and bf16 arguments are read as f32, in which programs compute them.
 */
public final class LossBundle {
    static final String LOSS = "loss.mlir";
    static final String GRADIENT = "grad.mlir";
    static final String TREE = "tree.json";
    static final String NPZ = "leaves.npz";
    static final String SAFETENSORS = "leaves.safetensors";

    private final Path directory;

    private LossBundle(Path directory) {
        this.directory = directory;
    }

    /**
     * @throws LossException when a file is missing or files contradict each other, or a leaf holds
     *     NaN or an infinity
     * @throws FormatException when tree.json or the leaves cannot be read
     * @throws StableHloException when a module cannot be
     */
    public static Loss read(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw LossException.at("bundle " + directory, "no such directory");
        }
        return new LossBundle(directory).read();
    }

    private Loss read() throws IOException {
        Imported loss = module(LOSS);
        Imported gradient = has(GRADIENT) ? module(GRADIENT) : null;
        TreeJson tree = tree(loss, gradient);
        List<LeafInfo> leaves = new ArrayList<>();
        for (LeafSpec spec : tree.leaves()) {
            leaves.add(
                    new LeafInfo(
                            spec.path(), computed(spec.type()), leaves.size() < tree.nParams()));
        }
        LossRules.inputs(LOSS + ": @main", loss.program(), leaves);
        LossRules.result(LOSS + ": @main", loss.program());
        if (gradient != null) {
            LossRules.inputs(GRADIENT + ": @main", gradient.program(), leaves);
            LossRules.gradientResults(
                    GRADIENT + ": @main", gradient.program(), loss.program(), leaves);
        }
        return new Loss(
                loss.program(),
                gradient == null ? null : gradient.program(),
                leaves,
                values(tree),
                tree.structure());
    }

    private boolean has(String file) {
        return Files.exists(directory.resolve(file));
    }

    private static TensorType computed(TensorType type) {
        return type.withDType(type.dtype().computed());
    }

    private Imported module(String file) throws IOException {
        if (!has(file)) {
            throw LossException.at("bundle " + directory, "no %s", file);
        }
        String text =
                new String(Files.readAllBytes(directory.resolve(file)), StandardCharsets.UTF_8);
        return StableHlo.importFunction(StableHlo.parse(file, text), "main");
    }

    private TreeJson tree(Imported loss, Imported gradient) throws IOException {
        if (has(TREE)) {
            return TreeJson.read(directory.resolve(TREE));
        }
        if (gradient == null) {
            throw LossException.at(
                    "bundle " + directory,
                    "neither %s nor %s says how many of the %d" + " arguments are parameters",
                    TREE,
                    GRADIENT,
                    loss.arguments().size());
        }
        int parameters = gradient.program().outputs().size() - 1;
        if (parameters < 1 || parameters > loss.arguments().size()) {
            throw LossException.at(
                    GRADIENT + ": @main",
                    "expected the loss and 1 to %d gradients, found %d results",
                    loss.arguments().size(),
                    parameters + 1);
        }
        List<KeyPath> paths = ArgumentPaths.of(loss.arguments());
        List<LeafSpec> leaves =
                IntStream.range(0, paths.size())
                        .mapToObj(i -> new LeafSpec(paths.get(i), loss.arguments().get(i).type()))
                        .toList();
        return new TreeJson("", false, parameters, leaves, Map.of());
    }

    private List<Tensor> values(TreeJson tree) throws IOException {
        if (has(NPZ) && has(SAFETENSORS)) {
            throw LossException.at("bundle " + directory, "both %s and %s", NPZ, SAFETENSORS);
        }
        if (!has(NPZ) && !has(SAFETENSORS)) {
            throw LossException.at("bundle " + directory, "neither %s nor %s", NPZ, SAFETENSORS);
        }
        String file = has(NPZ) ? NPZ : SAFETENSORS;
        Map<String, LeafSpec> specs = new LinkedHashMap<>();
        tree.leaves().forEach(spec -> specs.put(key(specs.size()), spec));
        Map<String, Tensor> read =
                has(NPZ)
                        ? Npz.read(directory.resolve(NPZ), k -> isBfloat16(specs.get(k)))
                        : Safetensors.read(directory.resolve(SAFETENSORS));
        for (String key : read.keySet()) {
            if (!specs.containsKey(key)) {
                throw LossException.at(
                        file + ": " + key,
                        "no such leaf; expected %s to %s",
                        key(0),
                        key(specs.size() - 1));
            }
        }
        List<Tensor> values = new ArrayList<>();
        specs.forEach((key, spec) -> values.add(value(file, key, spec, read.get(key))));
        return values;
    }

    private static Tensor value(String file, String key, LeafSpec spec, Tensor value) {
        String where = file + ": " + key + ", leaf " + spec.path();
        TensorType expected = computed(spec.type());
        if (value == null) {
            throw LossException.at(where, "missing, expected %s", expected);
        }
        if (!value.type().equals(expected)) {
            throw LossException.at(where, "expected %s, found %s", expected, value.type());
        }
        LossRules.finite(where, value);
        return value;
    }

    private static boolean isBfloat16(LeafSpec spec) {
        return spec != null && spec.type().dtype() == DType.BF16;
    }

    private static String key(int leaf) {
        return String.format(Locale.ROOT, "%05d", leaf);
    }

    /**
     * Writes a bundle that {@link #read} reads back; the directory is made where it is missing,
     * files in it are overwritten.
     */
    public static void write(Loss loss, Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(LOSS), StableHlo.print(loss.program()));
        if (loss.gradient().isPresent()) {
            Files.writeString(directory.resolve(GRADIENT), StableHlo.print(loss.gradient().get()));
        }
        List<LeafSpec> specs =
                loss.leaves().stream().map(l -> new LeafSpec(l.path(), l.type())).toList();
        boolean wide = loss.leaves().stream().anyMatch(l -> l.type().dtype().bits() == 64);
        new TreeJson("", wide, loss.parameterCount(), specs, loss.structure())
                .write(directory.resolve(TREE));
        Map<String, Tensor> values = new LinkedHashMap<>();
        loss.values().forEach(value -> values.put(key(values.size()), value));
        Npz.write(directory.resolve(NPZ), values, false);
    }
}
