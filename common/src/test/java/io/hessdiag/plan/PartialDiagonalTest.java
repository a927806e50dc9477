package io.hessdiag.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hessdiag.plan.PartialDiagonal.Piece;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartialDiagonalTest {
    private static byte[] sent(PartialDiagonal part) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(part);
        }
        return bytes.toByteArray();
    }

    private static PartialDiagonal received(byte[] bytes) throws Exception {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (PartialDiagonal) in.readObject();
        }
    }

    private static long[] bits(Piece piece) {
        return Arrays.stream(piece.values()).mapToLong(Double::doubleToRawLongBits).toArray();
    }

    @Test
    void keepsEveryBitOnItsWay() throws Exception {
        double odd = Double.longBitsToDouble(0x7ff8_0000_dead_beefL);
        Piece first = new Piece(3, 17, new double[] {-0.0, odd, Double.MIN_VALUE, -1e300, 1.0 / 3});
        Piece none = new Piece(PartialDiagonal.LOSS, 0, new double[0]);
        PartialDiagonal part = received(sent(new PartialDiagonal(5, List.of(first, none))));
        assertEquals(5, part.unit());
        Piece same = part.pieces().get(0);
        assertEquals(List.of(3, 17), List.of(same.leaf(), same.start()));
        assertArrayEquals(bits(first), bits(same));
        assertEquals(PartialDiagonal.LOSS, part.pieces().get(1).leaf());
        assertEquals(0, part.pieces().get(1).values().length);
    }
}
