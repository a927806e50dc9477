package io.hessdiag.examples;

import io.hessdiag.tensor.Shape;
import io.hessdiag.tensor.Tensor;

/** Some of the examples of an array. */
final class ExampleRows {
    private ExampleRows() {}

    /**
     * Examples start, …, start + count − 1; the last example again for those past the end.
     *
     * @param examples how many the array has
     */
    static Tensor of(Tensor x, ExampleAxis axis, int examples, int start, int count) {
        if (axis.isNone()) {
            return x;
        }
        Shape shape = axis.resized(x.shape(), count);
        Object out = Tensor.allocate(x.dtype(), shape.size());
        int run = axis.inner() * x.shape().strides()[axis.axis()];
        int blocks = run == 0 ? 0 : x.size() / (run * examples);
        for (int block = 0, to = 0; block < blocks; block++) {
            for (int i = start; i < start + count; i++, to += run) {
                int from = block * examples + Math.min(i, examples - 1);
                System.arraycopy(x.data(), from * run, out, to, run);
            }
        }
        return Tensor.of(x.type().withShape(shape), out);
    }
}
