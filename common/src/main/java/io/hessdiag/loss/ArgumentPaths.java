package io.hessdiag.loss;

import io.hessdiag.pytree.KeyPath;
import io.hessdiag.pytree.PathKey;
import io.hessdiag.pytree.PyTreeException;
import io.hessdiag.stablehlo.Argument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Leaf paths from the names that JAX gives {@code @main}'s arguments in their locations: {@code
 * params['w']}, {@code params['b']}, {@code x} become {@code [0]['w']}, {@code [0]['b']}, {@code
 * [1]}. Where names are missing or say nothing, argument i is {@code [i]}.
 */
final class ArgumentPaths {
    private ArgumentPaths() {}

    static List<KeyPath> of(List<Argument> arguments) {
        try {
            List<KeyPath> paths = named(arguments);
            if (new HashSet<>(paths).size() == paths.size()) {
                return paths;
            }
        } catch (PyTreeException e) {
            // A label that is no name and key path: positions it is.
        }
        return IntStream.range(0, arguments.size()).mapToObj(KeyPath::of).toList();
    }

    private static List<KeyPath> named(List<Argument> arguments) {
        List<String> roots = new ArrayList<>();
        List<KeyPath> out = new ArrayList<>();
        for (Argument argument : arguments) {
            String label = argument.label().orElse("");
            int end = 0;
            while (end < label.length() && Character.isJavaIdentifierPart(label.charAt(end))) {
                end++;
            }
            String root = label.substring(0, end);
            if (!roots.contains(root)) {
                roots.add(root);
            }
            List<PathKey> keys = new ArrayList<>();
            keys.add(new PathKey.SequenceKey(roots.indexOf(root)));
            keys.addAll(KeyPath.parse(label.substring(end)).keys());
            out.add(new KeyPath(keys));
        }
        return out;
    }
}
