package io.hessdiag.loss;

import io.hessdiag.pytree.KeyPath;
import io.hessdiag.tensor.TensorType;
import java.io.Serializable;

/**
 * One argument of a loss.
 *
 * @param path from the tuple of the loss function's arguments: {@code [0]['dense_0']['kernel']}
 * @param name what results and messages call it: for parameters the path without the leading
 *     argument index when all parameters share it and have more keys ({@code
 *     ['dense_0']['kernel']}); else the path. Unique among parameters, and among data
 * @param parameter whether the loss is differentiated with respect to it
 */
public record LeafInfo(KeyPath path, KeyPath name, TensorType type, boolean parameter)
        implements Serializable {

    public LeafInfo(KeyPath path, TensorType type, boolean parameter) {
        this(path, path, type, parameter);
    }
}
