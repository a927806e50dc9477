package io.hessdiag.job.data;

import io.hessdiag.tensor.Shape;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/** Takes all numbers of an example out of a row of Spark's, and its weight. */
final class RowReader implements Serializable {
    private static final long serialVersionUID = 1L;

    /** One column and where its numbers go. */
    private record Place(Column column, String name, Cell cell, int at) implements Serializable {}

    private final List<Place> places = new ArrayList<>();
    private final List<Column> columns;
    private final Cell weight;
    private final String weightName;
    private final int first;

    /**
     * @param schema of the table that is read
     * @param first position of the first of {@link Columns#names} in the rows
     * @throws DataException for a column whose type does not fit
     */
    RowReader(Columns columns, StructType schema, int first) {
        this.columns = columns.all();
        this.first = first;
        for (Column column : columns.all()) {
            boolean whole = column.names().size() == 1;
            int at = column.at();
            for (String name : column.names()) {
                Shape shape = whole ? column.field().type().shape() : Shape.SCALAR;
                places.add(new Place(column, name, cell(name, schema, shape), at++));
            }
            if (!whole && column.names().size() != column.size()) {
                throw new DataException(
                        String.format(
                                "data argument %s: expected %d columns, found %d",
                                column.field().name(), column.size(), column.names().size()));
            }
        }
        this.weightName = columns.weight();
        this.weight = weightName == null ? null : cell(weightName, schema, Shape.SCALAR);
    }

    private static Cell cell(String name, StructType schema, Shape shape) {
        return Cell.of(name, schema.fields()[schema.fieldIndex(name)].dataType(), shape);
    }

    /**
     * @param to gets the example's numbers from {@code at} on
     * @return what is wrong; null when nothing is
     */
    String values(InternalRow row, double[] to, int at) {
        int ordinal = first;
        for (Place p : places) {
            String problem = p.cell().read(row, ordinal++, to, at + p.at());
            if (problem != null) {
                return "column " + p.name() + ": " + problem;
            }
        }
        for (Column column : columns) {
            int start = at + column.at();
            for (int i = 0; i < column.size(); i++) {
                String problem = column.problem(to[start + i]);
                if (problem != null) {
                    return column.text()
                            + ": "
                            + problem
                            + (column.size() > 1 ? " at position " + (i + 1) : "");
                }
            }
        }
        return null;
    }

    /**
     * @param ordinal the weight's position in the row
     */
    String weight(InternalRow row, int ordinal, double[] to, int at) {
        if (weight == null) {
            to[at] = 1;
            return null;
        }
        String problem = weight.read(row, ordinal, to, at);
        if (problem == null && !(to[at] >= 0 && to[at] < Double.POSITIVE_INFINITY)) {
            problem = "expected a weight of at least 0, found " + to[at];
        }
        return problem == null ? null : "column " + weightName + ": " + problem;
    }

    /** Where the weight is in whole rows. */
    int weightOrdinal() {
        return first + places.size();
    }
}
