package io.hessdiag.job.report;

import io.hessdiag.job.storage.CountingStream;
import io.hessdiag.tensor.Tensor;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Selected entries as rows (path, index, value); the index is the row-major position. */
final class ParquetFile {
    private static final MessageType SCHEMA =
            MessageTypeParser.parseMessageType(
                    "message diagonal { required binary path (STRING); required int64 index;"
                            + " required double value; }");

    private ParquetFile() {}

    private record Row(Binary path, long index, double value) {}

    /** Writes to a stream, which stays open. */
    static void write(OutputStream out, Map<String, Tensor> leaves) throws IOException {
        try (ParquetWriter<Row> writer = new Builder(new StreamFile(out)).build()) {
            for (Map.Entry<String, Tensor> leaf : leaves.entrySet()) {
                Binary path = Binary.fromString(leaf.getKey());
                double[] values = leaf.getValue().doubles();
                for (int i = 0; i < values.length; i++) {
                    if (!Double.isNaN(values[i])) {
                        writer.write(new Row(path, i, values[i]));
                    }
                }
            }
        }
    }

    private static final class Builder extends ParquetWriter.Builder<Row, Builder> {
        Builder(OutputFile file) {
            super(file);
            withConf(new PlainParquetConfiguration());
            withCompressionCodec(CompressionCodecName.UNCOMPRESSED);
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<Row> getWriteSupport(Configuration configuration) {
            return new Rows();
        }

        @Override
        protected WriteSupport<Row> getWriteSupport(ParquetConfiguration configuration) {
            return new Rows();
        }
    }

    private static final class Rows extends WriteSupport<Row> {
        private RecordConsumer out;

        @Override
        @Deprecated
        public WriteContext init(Configuration configuration) {
            return new WriteContext(SCHEMA, new HashMap<>());
        }

        @Override
        public WriteContext init(ParquetConfiguration configuration) {
            return new WriteContext(SCHEMA, new HashMap<>());
        }

        @Override
        public void prepareForWrite(RecordConsumer consumer) {
            out = consumer;
        }

        @Override
        public void write(Row row) {
            out.startMessage();
            out.startField("path", 0);
            out.addBinary(row.path());
            out.endField("path", 0);
            out.startField("index", 1);
            out.addLong(row.index());
            out.endField("index", 1);
            out.startField("value", 2);
            out.addDouble(row.value());
            out.endField("value", 2);
            out.endMessage();
        }
    }

    /** A stream as Parquet wants to see it. */
    private record StreamFile(OutputStream out) implements OutputFile {
        @Override
        public PositionOutputStream create(long blockSize) {
            CountingStream counting = new CountingStream(out);
            return new PositionOutputStream() {
                @Override
                public long getPos() {
                    return counting.count();
                }

                @Override
                public void write(int b) throws IOException {
                    counting.write(b);
                }

                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    counting.write(bytes, from, length);
                }
            };
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSize) {
            return create(blockSize);
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }
    }
}
