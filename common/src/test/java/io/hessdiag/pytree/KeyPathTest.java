package io.hessdiag.pytree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hessdiag.pytree.PathKey.DictKey;
import io.hessdiag.pytree.PathKey.FlattenedIndexKey;
import io.hessdiag.pytree.PathKey.GetAttrKey;
import io.hessdiag.pytree.PathKey.ReprKey;
import io.hessdiag.pytree.PathKey.SequenceKey;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyPathTest {
    private static void same(String text, PathKey... keys) {
        assertEquals(new KeyPath(List.of(keys)), KeyPath.parse(text));
        assertEquals(text, new KeyPath(List.of(keys)).toString());
    }

    @Test
    void everyKindOfKeyParsesAndPrints() {
        same("");
        same("['dense_0']['kernel']", new DictKey("dense_0"), new DictKey("kernel"));
        same("[0][-1]", new SequenceKey(0), new SequenceKey(-1));
        same(
                ".params['w'].value",
                new GetAttrKey("params"),
                new DictKey("w"),
                new GetAttrKey("value"));
        same("[<flat index 3>]", new FlattenedIndexKey(3));
        same(
                "[(1, 'a]')][True][2.5]",
                new ReprKey("(1, 'a]')"),
                new ReprKey("True"),
                new ReprKey("2.5"));
        same("['']", new DictKey(""));
    }

    @Test
    void stringsAreQuotedAsPythonQuotesThem() {
        same("[\"it's\"]", new DictKey("it's"));
        same("['say \"hi\"']", new DictKey("say \"hi\""));
        same("['it\\'s \"x\"']", new DictKey("it's \"x\""));
        same("['a\\\\b\\n\\t\\r']", new DictKey("a\\b\n\t\r"));
        same(
                "['\\x00\\x7f\\xa0\\u200b\\u2028\\ud800\\U000e0001']",
                new DictKey("\0\u007f\u00a0\u200b\u2028\ud800\udb40\udc01"));
        same("['\u00e9\u03b8\ud83d\ude00']", new DictKey("\u00e9\u03b8\ud83d\ude00"));
    }

    @Property(tries = 300)
    void anyDictKeyRoundTrips(@ForAll String key) {
        KeyPath path = KeyPath.of(key, 3);
        assertEquals(path, KeyPath.parse(path.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "[",
                "[]",
                "['a'",
                "['a]",
                ".",
                "..a",
                "['a'] ",
                "['\\q']",
                "['\\u12']",
                "['\\U99999999']",
                "[0,1]",
                "[:]",
                "[1:2]",
                "[(]"
            })
    void whatKeystrNeverPrintsIsRefused(String text) {
        assertThrows(PyTreeException.class, () -> KeyPath.parse(text));
    }

    @Test
    void errorsNameTheColumn() {
        assertEquals(
                "key path \"['a']b\", column 6: expected [key] or .name",
                assertThrows(PyTreeException.class, () -> KeyPath.parse("['a']b")).getMessage());
    }

    @Test
    void depthIsBounded() {
        assertThrows(PyTreeException.class, () -> KeyPath.parse("[0]".repeat(501)));
        assertEquals(500, KeyPath.parse("[0]".repeat(500)).size());
    }
}
