package io.hessdiag.pytree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.tensor.Shape;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {
    private static final List<KeyPath> PATHS =
            Stream.of("['l1']['b']", "['l1']['w']", "['blocks'][0]", "['blocks'][1]['x']", "['s']")
                    .map(KeyPath::parse)
                    .toList();
    private static final List<Shape> SHAPES =
            List.of(Shape.of(3), Shape.of(2, 3), Shape.of(4), Shape.of(2), Shape.SCALAR);

    private static List<Entries> select(String... texts) {
        return Selection.parse(texts).resolve(PATHS, SHAPES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "['l1']['w'][0,1]|1", "['l1']['w'][1]|3 4 5", "['l1']['w'][:, 2]|2 5",
                "['l1']['w'][-1, -3:]|3 4 5", "['l1']['w'][0, 1:9]|1 2",
                        "['l1']['w'][::1, ::2]|0 2 3 5",
                "['l1']['w'][1:, :1]|3", "['l1']['w'][ 0 , 2 ]|2"
            })
    void indicesPickEntriesAsNumpyDoes(String text, String expected) {
        int[] want = Stream.of(expected.split(" ")).mapToInt(Integer::parseInt).toArray();
        List<Entries> entries = select(text);
        assertArrayEquals(want, entries.get(1).toArray());
        assertEquals(want.length, entries.stream().mapToInt(Entries::count).sum());
    }

    @Test
    void aPathTakesItsWholeSubtree() {
        List<Entries> l1 = select("['l1']");
        assertTrue(l1.get(0).isAll() && l1.get(1).isAll() && l1.get(2).isEmpty());
        assertTrue(select("['s']").get(4).isAll());
        assertTrue(Selection.ALL.resolve(PATHS, SHAPES).stream().allMatch(Entries::isAll));
    }

    @Test
    void aBracketIsAKeyWhereALeafHasItAndElseAnIndex() {
        assertTrue(select("['blocks'][0]").get(2).isAll());
        assertArrayEquals(new int[] {3}, select("['blocks'][0][3]").get(2).toArray());
        assertArrayEquals(new int[] {0}, select("['blocks'][1]['x'][0]").get(3).toArray());
    }

    @Test
    void overlapsCountOnce() {
        assertArrayEquals(
                new int[] {0, 1, 2},
                select("['blocks'][0][1]", "['blocks'][0][0:3]").get(2).toArray());
        assertTrue(select("['l1']['b'][0]", "['l1']").get(0).isAll());
        assertTrue(select("['l1']['b'][:]").get(0).isAll());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "['l1']['q']|no such leaf among 5; the nearest: ['l1']['b'], ['l1']['w'], ['s']",
                "['l1']['w'][2, 0]|index 2 is out of range for axis 0 of shape [2, 3]",
                "['l1']['w'][0, -4]|index -4 is out of range for axis 1 of shape [2, 3]",
                "['l1']['w'][0, 0, 0]|3 indices into shape [2, 3]",
                "['s'][0]|1 indices into shape []",
                "['l1']['w'][0][1]|no such leaf among 5; the nearest: "
                        + "['l1']['w'], ['l1']['b'], ['blocks'][0]",
                "['l1']['b'][3:]|no entries in shape [3]",
                "['l1'][0]|no such leaf among 5; the nearest: "
                        + "['l1']['b'], ['l1']['w'], ['blocks'][0]"
            })
    void errorsNameTheSelectionAndWhatIsThere(String text, String problem) {
        assertEquals(
                "selection " + text + ": " + problem,
                assertThrows(PyTreeException.class, () -> select(text)).getMessage());
    }

    @Test
    void textThatIsNoPathIsRefusedAtOnce() {
        assertThrows(PyTreeException.class, () -> Selection.parse("l1"));
        assertThrows(PyTreeException.class, () -> Selection.parse(" "));
    }
}
