package io.hessdiag.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link RowLoops}' loops by Java's Vector API. The first of two operands is never one number per
 * row, unless it is subtracted from; what is left of a row shorter than a vector comes last.
 */
final class RowVectors {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private RowVectors() {}

    private static DoubleVector load(double[] x, int at) {
        return DoubleVector.fromArray(SPECIES, x, at);
    }

    static void add(Rows x, Rows y, double[] z, int zAt, int rows, int width) {
        double[] a = x.array();
        double[] b = y.array();
        for (int r = 0; r < rows; r++) {
            int i = x.row(r);
            int j = y.row(r);
            int k = zAt + r * width;
            if (y.step() == 0) {
                addNumber(a, i, b[j], z, k, width);
            } else {
                add(a, i, b, j, z, k, width);
            }
        }
    }

    private static void add(double[] x, int i, double[] y, int j, double[] z, int k, int n) {
        int c = 0;
        for (; c < SPECIES.loopBound(n); c += LANES) {
            load(x, i + c).add(load(y, j + c)).intoArray(z, k + c);
        }
        for (; c < n; c++) {
            z[k + c] = x[i + c] + y[j + c];
        }
    }

    private static void addNumber(double[] x, int i, double y, double[] z, int k, int n) {
        DoubleVector v = DoubleVector.broadcast(SPECIES, y);
        int c = 0;
        for (; c < SPECIES.loopBound(n); c += LANES) {
            load(x, i + c).add(v).intoArray(z, k + c);
        }
        for (; c < n; c++) {
            z[k + c] = x[i + c] + y;
        }
    }

    static void subtract(Rows x, Rows y, double[] z, int zAt, int rows, int width) {
        double[] a = x.array();
        double[] b = y.array();
        for (int r = 0; r < rows; r++) {
            int i = x.row(r);
            int j = y.row(r);
            int k = zAt + r * width;
            if (x.step() == 0) {
                subtractFrom(a[i], b, j, z, k, width);
            } else if (y.step() == 0) {
                addNumber(a, i, -b[j], z, k, width);
            } else {
                subtract(a, i, b, j, z, k, width);
            }
        }
    }

    private static void subtract(double[] x, int i, double[] y, int j, double[] z, int k, int n) {
        int c = 0;
        for (; c < SPECIES.loopBound(n); c += LANES) {
            load(x, i + c).sub(load(y, j + c)).intoArray(z, k + c);
        }
        for (; c < n; c++) {
            z[k + c] = x[i + c] - y[j + c];
        }
    }

    private static void subtractFrom(double x, double[] y, int j, double[] z, int k, int n) {
        DoubleVector v = DoubleVector.broadcast(SPECIES, x);
        int c = 0;
        for (; c < SPECIES.loopBound(n); c += LANES) {
            v.sub(load(y, j + c)).intoArray(z, k + c);
        }
        for (; c < n; c++) {
            z[k + c] = x - y[j + c];
        }
    }

    static void multiply(Rows x, Rows y, double[] z, int zAt, int rows, int width) {
        double[] a = x.array();
        double[] b = y.array();
        for (int r = 0; r < rows; r++) {
            int i = x.row(r);
            int j = y.row(r);
            int k = zAt + r * width;
            if (y.step() == 0) {
                scale(a, i, b[j], z, k, width);
            } else {
                multiply(a, i, b, j, z, k, width);
            }
        }
    }

    private static void multiply(double[] x, int i, double[] y, int j, double[] z, int k, int n) {
        int c = 0;
        for (; c < SPECIES.loopBound(n); c += LANES) {
            load(x, i + c).mul(load(y, j + c)).intoArray(z, k + c);
        }
        for (; c < n; c++) {
            z[k + c] = x[i + c] * y[j + c];
        }
    }

    private static void scale(double[] x, int i, double y, double[] z, int k, int n) {
        DoubleVector v = DoubleVector.broadcast(SPECIES, y);
        int c = 0;
        for (; c < SPECIES.loopBound(n); c += LANES) {
            load(x, i + c).mul(v).intoArray(z, k + c);
        }
        for (; c < n; c++) {
            z[k + c] = x[i + c] * y;
        }
    }

    static void addProducts(Rows x, Rows y, double[] s, int sAt, int rows, int width) {
        for (int r = 0; r < rows; r++) {
            int i = x.row(r);
            int j = y.row(r);
            int k = sAt + r * width;
            if (y.step() == 0) {
                addScaled(x.array(), i, y.array()[j], s, k, width);
            } else {
                addProduct(x.array(), i, y.array(), j, s, k, width);
            }
        }
    }

    private static void addScaled(double[] x, int i, double y, double[] s, int k, int n) {
        DoubleVector v = DoubleVector.broadcast(SPECIES, y);
        int c = 0;
        for (; c < SPECIES.loopBound(n); c += LANES) {
            load(s, k + c).add(load(x, i + c).mul(v)).intoArray(s, k + c);
        }
        for (; c < n; c++) {
            s[k + c] += x[i + c] * y;
        }
    }

    private static void addProduct(double[] x, int i, double[] y, int j, double[] s, int k, int n) {
        int c = 0;
        for (; c < SPECIES.loopBound(n); c += LANES) {
            load(s, k + c).add(load(x, i + c).mul(load(y, j + c))).intoArray(s, k + c);
        }
        for (; c < n; c++) {
            s[k + c] += x[i + c] * y[j + c];
        }
    }

    /** (x · y) · w, of which y or w may be one number per row. */
    static void addProducts(Rows x, Rows y, Rows w, double[] s, int sAt, int rows, int width) {
        for (int r = 0; r < rows; r++) {
            int i = x.row(r);
            int j = y.row(r);
            int l = w.row(r);
            int k = sAt + r * width;
            if (y.step() == 0) {
                addScaled(x.array(), i, y.array()[j], w.array(), l, s, k, width);
            } else if (w.step() == 0) {
                addProduct(x.array(), i, y.array(), j, w.array()[l], s, k, width);
            } else {
                addProduct(x.array(), i, y.array(), j, w.array(), l, s, k, width);
            }
        }
    }

    private static void addScaled(
            double[] x, int i, double y, double[] w, int l, double[] s, int k, int n) {
        DoubleVector v = DoubleVector.broadcast(SPECIES, y);
        int c = 0;
        for (; c < SPECIES.loopBound(n); c += LANES) {
            DoubleVector product = load(x, i + c).mul(v).mul(load(w, l + c));
            load(s, k + c).add(product).intoArray(s, k + c);
        }
        for (; c < n; c++) {
            s[k + c] += (x[i + c] * y) * w[l + c];
        }
    }

    private static void addProduct(
            double[] x, int i, double[] y, int j, double w, double[] s, int k, int n) {
        DoubleVector v = DoubleVector.broadcast(SPECIES, w);
        int c = 0;
        for (; c < SPECIES.loopBound(n); c += LANES) {
            DoubleVector product = load(x, i + c).mul(load(y, j + c)).mul(v);
            load(s, k + c).add(product).intoArray(s, k + c);
        }
        for (; c < n; c++) {
            s[k + c] += (x[i + c] * y[j + c]) * w;
        }
    }

    private static void addProduct(
            double[] x, int i, double[] y, int j, double[] w, int l, double[] s, int k, int n) {
        int c = 0;
        for (; c < SPECIES.loopBound(n); c += LANES) {
            DoubleVector product = load(x, i + c).mul(load(y, j + c)).mul(load(w, l + c));
            load(s, k + c).add(product).intoArray(s, k + c);
        }
        for (; c < n; c++) {
            s[k + c] += (x[i + c] * y[j + c]) * w[l + c];
        }
    }
}
