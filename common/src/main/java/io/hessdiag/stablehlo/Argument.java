package io.hessdiag.stablehlo;

import io.hessdiag.tensor.TensorType;
import java.util.Map;
import java.util.Optional;

/**
 * One argument of an imported function.
 *
 * @param name as in the text, {@code %arg0}
 * @param type as declared: f16 and bf16 stay what they are, where the program's input is f32
 * @param label the name in its location, {@code params['dense_0']['kernel']} say
 * @param attributes as text, for example {@code mhlo.sharding}
 */
public record Argument(
        String name, TensorType type, Optional<String> label, Map<String, String> attributes) {}
