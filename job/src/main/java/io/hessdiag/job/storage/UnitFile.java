package io.hessdiag.job.storage;

import io.hessdiag.plan.PartialDiagonal;
import io.hessdiag.plan.PartialDiagonal.Piece;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * A finished work unit as a file, big-endian: mark (i32), fingerprint of the run (u16 length,
 * UTF-8), unit (i32), number of pieces (i32); per piece leaf, start and length (i32) and the values
 * (f64); at last the CRC-32C of all that (i64).
 */
final class UnitFile {
    private static final int MARK = 0x48444155;
    private static final int BUFFER = 1 << 16;
    private static final int PIECE_HEADER = 3 * Integer.BYTES;

    private UnitFile() {}

    /** Writes to a stream, which stays open. */
    static void write(OutputStream out, String fingerprint, PartialDiagonal part)
            throws IOException {
        CheckedOutputStream sum = new CheckedOutputStream(out, new CRC32C());
        DataOutputStream data = new DataOutputStream(new BufferedOutputStream(sum, BUFFER));
        data.writeInt(MARK);
        data.writeUTF(fingerprint);
        data.writeInt(part.unit());
        data.writeInt(part.pieces().size());
        for (Piece piece : part.pieces()) {
            data.writeInt(piece.leaf());
            data.writeInt(piece.start());
            data.writeInt(piece.values().length);
            for (double value : piece.values()) {
                data.writeDouble(value);
            }
        }
        data.flush();
        data.writeLong(sum.getChecksum().getValue());
        data.flush();
    }

    /**
     * Reads what {@link #write} has written for this unit of this run.
     *
     * @param length bytes of the file
     * @throws DamagedFileException when it is something else
     */
    static PartialDiagonal read(InputStream in, long length, String fingerprint, int unit)
            throws IOException {
        CheckedInputStream sum =
                new CheckedInputStream(new BufferedInputStream(in, BUFFER), new CRC32C());
        DataInputStream data = new DataInputStream(sum);
        try {
            require(data.readInt() == MARK, "is no work unit");
            require(data.readUTF().equals(fingerprint), "is another run's");
            require(data.readInt() == unit, "is another unit's");
            PartialDiagonal part = new PartialDiagonal(unit, pieces(data, length));
            long computed = sum.getChecksum().getValue();
            require(data.readLong() == computed, "the checksum does not match");
            require(data.read() < 0, "is too long");
            return part;
        } catch (EOFException e) {
            throw new DamagedFileException("ends early");
        }
    }

    /** No more values than the file has room for, whatever it claims. */
    private static List<Piece> pieces(DataInputStream data, long length) throws IOException {
        int count = data.readInt();
        require(0 <= count && count <= length / PIECE_HEADER, "is damaged");
        long room = length / Double.BYTES;
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int leaf = data.readInt();
            int start = data.readInt();
            int size = data.readInt();
            room -= size;
            require(0 <= size && 0 <= room, "is damaged");
            double[] values = new double[size];
            for (int k = 0; k < size; k++) {
                values[k] = data.readDouble();
            }
            pieces.add(new Piece(leaf, start, values));
        }
        return pieces;
    }

    private static void require(boolean holds, String problem) throws IOException {
        if (!holds) {
            throw new DamagedFileException(problem);
        }
    }
}
