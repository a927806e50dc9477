package io.hessdiag.job.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rows that are not those that were counted. */
class CountedChunksTest {
    private static final Split FIRST = new Split("rows.csv", 0);
    private static final Split SECOND = new Split("rows.csv", 100);
    private static final Map<Split, Long> COUNTED = Map.of(FIRST, 5L, SECOND, 3L);

    private static Chunk chunk(Split split, long row, int rows) {
        return new Chunk(split, row, rows, new double[rows], new double[rows], null);
    }

    private static List<Chunk> read(Chunk... chunks) {
        List<Chunk> out = new ArrayList<>();
        new CountedChunks(List.of(chunks).iterator(), COUNTED).forEachRemaining(out::add);
        return out;
    }

    private static void assertProblem(Chunk last, Split split, long row, int rows, String found) {
        assertEquals(split, last.split());
        assertEquals(row, last.row());
        assertEquals(rows, last.rows());
        String problem = String.valueOf(last.problem());
        assertTrue(problem.contains("as when they were counted, found " + found), problem);
    }

    @Test
    void theRowsThatWereCountedPass() {
        Chunk[] all = {chunk(FIRST, 0, 4), chunk(FIRST, 4, 1), chunk(SECOND, 0, 3)};
        assertEquals(List.of(all), read(all));
    }

    @Test
    void aPartThatIsShorterEndsInAProblem() {
        List<Chunk> found = read(chunk(FIRST, 0, 4), chunk(SECOND, 0, 3));
        assertEquals(3, found.size());
        assertProblem(found.get(2), FIRST, 4, 0, "4");
    }

    @Test
    void aPartThatIsGoneIsAProblem() {
        List<Chunk> found = read(chunk(FIRST, 0, 5));
        assertProblem(found.get(1), SECOND, 0, 0, "0");
    }

    @Test
    void aPartThatIsLongerEndsWhereItWasToEnd() {
        List<Chunk> found = read(chunk(FIRST, 0, 4), chunk(FIRST, 4, 2), chunk(SECOND, 0, 3));
        assertEquals(2, found.size());
        assertProblem(found.get(1), FIRST, 4, 1, "more");
    }

    @Test
    void aPartThatWasNotThereIsRefused() {
        DataException e =
                assertThrows(DataException.class, () -> read(chunk(new Split("x.csv", 0), 0, 1)));
        assertTrue(e.getMessage().startsWith("x.csv: "), e.getMessage());
    }

    /** What is missing after a bad row is not told instead of it. */
    @Test
    void aBadRowIsTheEnd() {
        Chunk bad = new Chunk(FIRST, 0, 2, new double[2], new double[2], "found null");
        assertEquals(List.of(bad), read(bad));
        assertFalse(new CountedChunks(List.<Chunk>of().iterator(), Map.of()).hasNext());
    }
}
