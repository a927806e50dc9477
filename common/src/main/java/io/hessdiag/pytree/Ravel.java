package io.hessdiag.pytree;

import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;
import io.hessdiag.tensor.TensorType;
import java.util.ArrayList;
import java.util.List;

/** {@code jax.flatten_util.ravel_pytree}: a pytree of float tensors as one vector, and back. */
public final class Ravel {
    private Ravel() {}

    /** All elements in leaf order, row-major within a leaf: f32 if every leaf is, else f64. */
    public static Tensor ravel(PyTree<Tensor> tree) {
        List<Tensor> leaves = tree.leaves();
        boolean narrow =
                !leaves.isEmpty()
                        && leaves.stream().allMatch(t -> t.dtype().computed() == DType.F32);
        long size = leaves.stream().mapToLong(Tensor::size).sum();
        if (size > Integer.MAX_VALUE) {
            throw new PyTreeException("ravel: " + size + " elements do not fit one array");
        }
        Tensor out = Tensor.zeros(TensorType.of(narrow ? DType.F32 : DType.F64, (int) size));
        int at = 0;
        for (Tensor leaf : leaves) {
            System.arraycopy(leaf.toFloat(out.dtype()).data(), 0, out.data(), at, leaf.size());
            at += leaf.size();
        }
        return out;
    }

    /**
     * The elements of the vector {@code flat} in the structure and shapes of {@code like}, in
     * {@code flat}'s element type.
     *
     * @throws PyTreeException when the sizes differ
     */
    public static PyTree<Tensor> unravel(PyTree<Tensor> like, Tensor flat) {
        List<Tensor> leaves = new ArrayList<>();
        int at = 0;
        long size = like.leaves().stream().mapToLong(Tensor::size).sum();
        if (size != flat.size()) {
            throw new PyTreeException(
                    "unravel: expected " + size + " elements, found " + flat.size());
        }
        for (Tensor leaf : like.leaves()) {
            Shape shape = leaf.shape();
            Tensor part = Tensor.zeros(new TensorType(flat.dtype(), shape));
            System.arraycopy(flat.data(), at, part.data(), 0, shape.size());
            leaves.add(part);
            at += shape.size();
        }
        return like.unflatten(leaves);
    }
}
