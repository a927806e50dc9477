package io.hessdiag.job.data;

import io.hessdiag.tensor.Shape;
import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StringType;

/** Takes the numbers out of one column of a row, as Spark holds it. */
@FunctionalInterface
interface Cell extends Serializable {
    /**
     * @param to the row's numbers, this column's from {@code at} on
     * @return what is wrong; null when nothing is
     */
    String read(SpecializedGetters row, int ordinal, double[] to, int at);

    /** A number by itself. */
    @FunctionalInterface
    interface Number extends Serializable {
        double get(SpecializedGetters row, int ordinal);
    }

    /**
     * @param shape of the argument's value for one example
     * @throws DataException for a type that holds no numbers, or not so many
     */
    static Cell of(String column, DataType type, Shape shape) {
        if (type instanceof ArrayType array) {
            return array(column, array, shape);
        }
        if (type.equals(SQLDataTypes.VectorType())) {
            return vector(shape.size());
        }
        if (shape.size() != 1) {
            throw new DataException(
                    String.format(
                            "column %s: expected arrays or vectors of %d numbers, found %s",
                            column, shape.size(), type.simpleString()));
        }
        return type instanceof StringType ? text() : number(number(column, type));
    }

    private static Number number(String column, DataType type) {
        if (type instanceof DoubleType) {
            return SpecializedGetters::getDouble;
        } else if (type instanceof FloatType) {
            return SpecializedGetters::getFloat;
        } else if (type instanceof IntegerType) {
            return SpecializedGetters::getInt;
        } else if (type instanceof LongType) {
            return SpecializedGetters::getLong;
        } else if (type instanceof ShortType) {
            return SpecializedGetters::getShort;
        } else if (type instanceof ByteType) {
            return SpecializedGetters::getByte;
        } else if (type instanceof BooleanType) {
            return (row, i) -> row.getBoolean(i) ? 1 : 0;
        } else if (type instanceof DecimalType d) {
            return (row, i) -> row.getDecimal(i, d.precision(), d.scale()).toDouble();
        }
        throw new DataException(
                "column " + column + ": expected numbers, found " + type.simpleString());
    }

    private static Cell number(Number number) {
        return (row, i, to, at) -> {
            if (row.isNullAt(i)) {
                return "found null";
            }
            to[at] = number.get(row, i);
            return null;
        };
    }

    private static Cell text() {
        return (row, i, to, at) -> {
            if (row.isNullAt(i)) {
                return "found nothing";
            }
            String text = row.getUTF8String(i).toString().strip();
            try {
                to[at] = Double.parseDouble(text);
                return null;
            } catch (NumberFormatException e) {
                return "expected a number, found \"" + text + "\"";
            }
        };
    }

    /** Of any depth: the innermost numbers in row-major order. */
    private static Cell array(String column, ArrayType type, Shape shape) {
        if (type.elementType() instanceof ArrayType inner) {
            int outer = shape.rank() > 1 ? shape.dim(0) : 1;
            Shape rest = shape.rank() > 1 ? new Shape(shape.dims().pick(tail(shape))) : shape;
            return nested(outer, rest.size(), array(column, inner, rest));
        }
        return numbers(shape.size(), number(column, type.elementType()), type.elementType());
    }

    private static io.hessdiag.tensor.Ints tail(Shape shape) {
        return io.hessdiag.tensor.Ints.range(1, shape.rank());
    }

    private static Cell nested(int outer, int each, Cell inner) {
        return (row, i, to, at) -> {
            if (row.isNullAt(i)) {
                return "found null";
            }
            ArrayData array = row.getArray(i);
            if (array.numElements() != outer) {
                return length(outer, array.numElements());
            }
            for (int k = 0; k < outer; k++) {
                String problem = inner.read(array, k, to, at + k * each);
                if (problem != null) {
                    return problem;
                }
            }
            return null;
        };
    }

    private static Cell numbers(int size, Number number, DataType type) {
        boolean isDouble = type instanceof DoubleType;
        return (row, i, to, at) -> {
            if (row.isNullAt(i)) {
                return "found null";
            }
            ArrayData array = row.getArray(i);
            if (array.numElements() != size) {
                return length(size, array.numElements());
            }
            for (int k = 0; k < size; k++) {
                if (array.isNullAt(k)) {
                    return "found null at position " + (k + 1);
                }
                to[at + k] = isDouble ? array.getDouble(k) : number.get(array, k);
            }
            return null;
        };
    }

    /** (type: 0 sparse, 1 dense; size; indices; values). */
    private static Cell vector(int size) {
        return (row, i, to, at) -> {
            if (row.isNullAt(i)) {
                return "found null";
            }
            InternalRow vector = row.getStruct(i, 4);
            double[] values = vector.getArray(3).toDoubleArray();
            if (vector.getByte(0) == 1) {
                if (values.length != size) {
                    return length(size, values.length);
                }
                System.arraycopy(values, 0, to, at, size);
                return null;
            }
            if (vector.getInt(1) != size) {
                return length(size, vector.getInt(1));
            }
            Arrays.fill(to, at, at + size, 0);
            int[] indices = vector.getArray(2).toIntArray();
            for (int k = 0; k < indices.length; k++) {
                to[at + indices[k]] = values[k];
            }
            return null;
        };
    }

    private static String length(int expected, int found) {
        return "expected " + expected + " numbers, found " + found;
    }
}
