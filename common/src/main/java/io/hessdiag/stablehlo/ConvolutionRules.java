package io.hessdiag.stablehlo;

import io.hessdiag.ir.Op;
import io.hessdiag.ir.ProgramBuilder;
import io.hessdiag.ir.WindowSpec;
import io.hessdiag.tensor.Ints;
import io.hessdiag.tensor.Shape;
import java.util.List;
import java.util.Map;

/**
 * {@code convolution} as what it is: the windows of the padded left operand, contracted with the
 * kernel by a dot_general. Feature and batch groups are the product's batching axes.
 */
final class ConvolutionRules {
    private ConvolutionRules() {}

    static void register(Map<String, OpRule> rules) {
        rules.put("stablehlo.convolution", s -> Ints.of(convolution(s)));
    }

    private static int convolution(Site s) {
        s.operands(2);
        ConvolutionDims d = ConvolutionDims.of(s);
        Window w = Window.of(s, d.spatial());
        ProgramBuilder b = s.builder();
        int groups = s.integerOr(1, "feature_group_count");
        int batchGroups = s.integerOr(1, "batch_group_count");
        int x = windows(b, b.transpose(s.operand(0), d.lhs()), w, sizes(b, s.operand(1), d));
        int kernel = b.transpose(s.operand(1), d.rhs());
        Ints reversed = Ints.range(d.spatial()).filter(i -> w.reversal().get(i) != 0);
        if (!reversed.isEmpty()) {
            kernel = b.emit(new Op.Reverse(reversed), kernel);
        }
        check(s, b, d, x, kernel, groups, batchGroups);
        int out =
                groups > 1
                        ? featureGroups(b, x, kernel, groups, d.spatial())
                        : batchGroups > 1
                                ? batchGroups(b, x, kernel, batchGroups, d.spatial())
                                : plain(b, x, kernel, d.spatial());
        return b.convert(b.transpose(out, d.result().inverse()), s.declared(0).dtype());
    }

    private static void check(
            Site s,
            ProgramBuilder b,
            ConvolutionDims d,
            int x,
            int kernel,
            int groups,
            int batchGroups) {
        int features = b.shape(x).dims().last();
        int inputs = b.shape(kernel).dim(d.spatial());
        int outputs = b.shape(kernel).dim(d.spatial() + 1);
        int batch = b.shape(x).dim(0);
        if (groups < 1 || batchGroups < 1 || groups > 1 && batchGroups > 1) {
            throw s.error(
                    "feature_group_count "
                            + groups
                            + " and batch_group_count "
                            + batchGroups
                            + ": expected positive numbers of which one is 1");
        }
        if (features != inputs * groups) {
            throw s.error("expected " + inputs * groups + " input features, found " + features);
        }
        if (outputs % groups != 0 || outputs % batchGroups != 0 || batch % batchGroups != 0) {
            throw s.error("groups do not divide " + outputs + " output features or batch " + batch);
        }
    }

    private static Ints sizes(ProgramBuilder b, int kernel, ConvolutionDims d) {
        return b.shape(kernel).dims().pick(d.rhs()).pick(Ints.range(d.spatial()));
    }

    /**
     * batch, spatial…, feature → batch, positions…, window…, feature. All features are a window of
     * their own, so that they stay innermost and windows are copied in runs of them.
     */
    private static int windows(ProgramBuilder b, int x, Window w, Ints sizes) {
        int zero = b.scalar(b.type(x).dtype(), 0);
        Op padding =
                WindowRules.padding(
                        b.shape(x),
                        w.low().prepend(0).append(0),
                        w.high().prepend(0).append(0),
                        w.baseDilations().plus(-1).prepend(0).append(0));
        int padded = b.emit(padding, x, zero);
        int n = sizes.size();
        int features = b.shape(x).dim(1 + n);
        if (features == 0) {
            Ints axes = Ints.range(1, 1 + n);
            WindowSpec spec = new WindowSpec(axes, sizes, w.strides(), w.dilations());
            Ints last = Ints.range(1 + n).concat(Ints.range(2 + n, 2 + 2 * n)).append(1 + n);
            return b.transpose(b.emit(new Op.Windows(spec), padded), last);
        }
        WindowSpec spec =
                new WindowSpec(
                        Ints.range(1, 2 + n),
                        sizes.append(features),
                        w.strides().append(1),
                        w.dilations().append(1));
        int windows = b.emit(new Op.Windows(spec), padded);
        return b.reshape(windows, b.shape(windows).without(Ints.of(1 + n)));
    }

    /** Contracts window and feature axes with the kernel's (window…, input, output). */
    private static Op product(int n, Ints lhs, Ints lhsBatch, Ints rhsBatch) {
        return new Op.DotGeneral(lhsBatch, rhsBatch, lhs, Ints.range(n + 1));
    }

    private static int plain(ProgramBuilder b, int x, int kernel, int n) {
        Ints lhs = Ints.range(1 + n, 2 + 2 * n);
        return b.emit(product(n, lhs, Ints.EMPTY, Ints.EMPTY), x, kernel);
    }

    private static int featureGroups(ProgramBuilder b, int x, int kernel, int groups, int n) {
        int xs = split(b, x, 1 + 2 * n, groups);
        int ks = split(b, kernel, n + 1, groups);
        Ints lhs = Ints.range(1 + n, 1 + 2 * n).append(2 + 2 * n);
        int out = b.emit(product(n, lhs, Ints.of(1 + 2 * n), Ints.of(n + 1)), xs, ks);
        return merged(b, out, n);
    }

    private static int batchGroups(ProgramBuilder b, int x, int kernel, int groups, int n) {
        int xs = split(b, x, 0, groups);
        int ks = split(b, kernel, n + 1, groups);
        Ints lhs = Ints.range(2 + n, 3 + 2 * n);
        int out = b.emit(product(n, lhs, Ints.of(0), Ints.of(n + 1)), xs, ks);
        return merged(b, out, n);
    }

    /** Axis of size g·k as two axes g, k. */
    private static int split(ProgramBuilder b, int x, int axis, int groups) {
        Shape shape = b.shape(x);
        int each = shape.dim(axis) / groups;
        return b.reshape(x, new Shape(shape.dims().with(axis, each)).insert(axis, groups));
    }

    /** group, batch, positions…, output → batch, positions…, group·output. */
    private static int merged(ProgramBuilder b, int x, int n) {
        Ints order = Ints.range(1, 2 + n).append(0, 2 + n);
        int moved = b.transpose(x, order);
        Ints dims = b.shape(moved).dims();
        return b.reshape(
                moved,
                new Shape(dims.pick(Ints.range(1 + n)).append(dims.get(1 + n) * dims.get(2 + n))));
    }

    /** Window attributes, one value per spatial axis. */
    record Window(
            Ints strides, Ints low, Ints high, Ints baseDilations, Ints dilations, Ints reversal) {

        static Window of(Site s, int n) {
            Map<String, Attribute> fields = Attributes.fields(orEmpty(s.attribute("window")));
            Ints ones = Ints.repeat(1, n);
            Ints zeros = Ints.repeat(0, n);
            Ints padding = value(s, fields, Ints.repeat(0, 2 * n), "pad", "padding");
            if (padding.size() != 2 * n) {
                throw s.error("expected " + n + " pairs of padding, found " + padding);
            }
            return new Window(
                    positive(s, fields, ones, "stride", "window_strides"),
                    padding.pick(Ints.of(Ints.range(n).stream().map(i -> 2 * i).toArray())),
                    padding.pick(Ints.of(Ints.range(n).stream().map(i -> 2 * i + 1).toArray())),
                    positive(s, fields, ones, "lhs_dilate", "lhs_dilation"),
                    positive(s, fields, ones, "rhs_dilate", "rhs_dilation"),
                    each(s, fields, zeros, "reverse", "window_reversal"));
        }

        private static Attribute orEmpty(Attribute a) {
            return a == null ? new Attribute.Dictionary(Map.of()) : a;
        }

        private static Ints each(
                Site s, Map<String, Attribute> fields, Ints absent, String printed, String name) {
            Ints values = value(s, fields, absent, printed, name);
            if (values.size() != absent.size()) {
                throw s.error(name + ": expected " + absent.size() + " values, found " + values);
            }
            return values;
        }

        private static Ints positive(
                Site s, Map<String, Attribute> fields, Ints absent, String printed, String name) {
            Ints values = each(s, fields, absent, printed, name);
            if (values.stream().anyMatch(v -> v < 1)) {
                throw s.error(name + ": expected positive values, found " + values);
            }
            return values;
        }

        private static Ints value(
                Site s, Map<String, Attribute> fields, Ints absent, String printed, String name) {
            Attribute a = fields.getOrDefault(printed, s.attribute(name));
            return a == null ? absent : Attributes.flat(s, name, a);
        }
    }

    /** Axes of the three arrays that hold batch, features and space. */
    record ConvolutionDims(Ints lhs, Ints rhs, Ints result) {
        int spatial() {
            return lhs.size() - 2;
        }

        static ConvolutionDims of(Site s) {
            Attribute a = s.attribute("dim_numbers", "dimension_numbers");
            if (a == null) {
                throw s.error("expected attribute dimension_numbers");
            }
            return Attributes.fields(a).isEmpty() ? printed(s, a) : raw(s, a);
        }

        /** {@code [b, 0, f]x[0, i, o]->[b, 0, f]}. */
        private static ConvolutionDims printed(Site s, Attribute a) {
            List<List<String>> lists = Attributes.layouts(s, a);
            if (lists.size() != 3) {
                throw s.error("expected dimension_numbers [...]x[...]->[...]");
            }
            return of(
                    s,
                    order(s, lists.get(0), "b", "f"),
                    order(s, lists.get(1), "i", "o"),
                    order(s, lists.get(2), "b", "f"));
        }

        /** {@code raw input_batch_dimension = 0, input_feature_dimension = 2, ...}. */
        private static ConvolutionDims raw(Site s, Attribute a) {
            return of(
                    s,
                    raw(s, a, "input", "input_batch", "input_feature"),
                    raw(s, a, "kernel", "kernel_input_feature", "kernel_output_feature"),
                    raw(s, a, "output", "output_batch", "output_feature"));
        }

        private static Ints raw(Site s, Attribute a, String space, String first, String last) {
            Ints axes =
                    Attributes.field(s, a, first + "_dimension")
                            .concat(Attributes.field(s, a, space + "_spatial_dimensions"))
                            .concat(Attributes.field(s, a, last + "_dimension"));
            if (axes.size() < 2 || !axes.isPermutation()) {
                throw s.error("dimension_numbers: " + axes + " are no axes of the " + space);
            }
            return axes;
        }

        private static ConvolutionDims of(Site s, Ints lhs, Ints rhs, Ints result) {
            int rank = s.type(0).rank();
            if (lhs.size() != rank
                    || rhs.size() != rank
                    || result.size() != rank
                    || s.type(1).rank() != rank) {
                throw s.error(
                        "dimension_numbers do not fit operands " + s.type(0) + " and " + s.type(1));
            }
            Ints kernel = rhs.pick(Ints.range(1, rank - 1)).append(rhs.get(0), rhs.last());
            return new ConvolutionDims(lhs, kernel, result);
        }

        /** Axes in the order first, 0, 1, …, last. */
        private static Ints order(Site s, List<String> layout, String first, String last) {
            Ints axes = Ints.of(layout.indexOf(first));
            for (int i = 0; i < layout.size() - 2; i++) {
                axes = axes.append(layout.indexOf(Integer.toString(i)));
            }
            axes = axes.append(layout.indexOf(last));
            if (layout.size() < 2 || !axes.isPermutation()) {
                throw s.error("dimension_numbers: " + layout + " is no layout");
            }
            return axes;
        }
    }
}
