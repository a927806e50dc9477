package io.hessdiag.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hessdiag.pytree.KeyPath;
import io.hessdiag.pytree.PyTree.Kind;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.TensorType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeJsonTest {
    private static final String GOOD =
            """
            {
              "jax" : "0.4.30",
              "x64" : true,
              "n_params" : 1,
              "leaves" : [ {
                "path" : "[0]['it\\\\'s \\"\\"'][0]",
                "shape" : [ 3, 4 ],
                "dtype" : "bfloat16"
              }, {
                "path" : "[1]",
                "shape" : [ ],
                "dtype" : "bool"
              } ],
              "structure" : {
                "[0]['it\\\\'s \\"\\"']" : "tuple"
              }
            }
            """;

    private static TreeJson parse(String text) {
        return TreeJson.parse("tree.json", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsReadIsWritten() {
        TreeJson tree = parse(GOOD);
        assertEquals("0.4.30", tree.jax());
        assertTrue(tree.x64());
        assertEquals(1, tree.nParams());
        assertEquals(KeyPath.of(0, "it's \"\"", 0), tree.leaves().get(0).path());
        assertEquals(TensorType.of(DType.BF16, 3, 4), tree.leaves().get(0).type());
        assertEquals(TensorType.of(DType.I1), tree.leaves().get(1).type());
        assertEquals(Kind.TUPLE, tree.structure().get(KeyPath.of(0, "it's \"\"")));
        assertEquals(GOOD, tree.toString());
    }

    @Test
    void filesOfTheExporterAreRead() throws IOException {
        TreeJson tree = TreeJson.read(Path.of("src/test/resources/bundles/mlp-residual/tree.json"));
        assertEquals(10, tree.nParams());
        assertEquals(12, tree.leaves().size());
        assertEquals("[0]['blocks'][1]['w2']", tree.leaves().get(5).path().toString());
    }

    @Test
    void otherFieldsAreSkipped() {
        assertEquals(0, parse("{\"n_params\":0,\"leaves\":[],\"more\":{\"a\":[1]}}").nParams());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[1]|the file: expected an object, found [1]",
                "{}|leaves: expected an array, found nothing",
                "{'leaves':[]}|n_params: expected an integer from 0 to 0, found nothing",
                "{'leaves':[],'n_params':1}|n_params: expected an integer from 0 to 0, found 1",
                "{'leaves':[1],'n_params':1}|leaves[0].path: expected a string, found nothing",
                "{'leaves':[{'path':'x'}]}|leaves[0].path: "
                        + "key path 'x', column 1: expected [key] or .name",
                "{'leaves':[{'path':'[0]','dtype':'complex64'}]}|leaves[0].dtype: expected a float,"
                        + " integer or bool type, found \"complex64\"",
                "{'leaves':[{'path':'[0]','dtype':'bool','shape':[1.0]}]}|"
                        + "leaves[0].shape: expected integers, found 1.0",
                "{'leaves':[{'path':'[0]','dtype':'bool','shape':[-1]}]}|"
                        + "leaves[0]: shape [-1]: expected at most 2147483639 elements",
                "{'leaves':[],'n_params':0,'x64':1}|x64: expected true or false, found 1",
                "{'leaves':[],'n_params':0,'structure':{'[0]':'set'}}|"
                        + "structure.[0]: expected dict, list, tuple, custom or none, found \"set\""
            })
    void errorsNameFieldExpectedAndFound(String text, String problem) {
        String json = text.replace('\'', '"');
        assertEquals(
                "tree.json: " + problem,
                assertThrows(FormatException.class, () -> parse(json)).getMessage());
    }

    @Test
    void textThatIsNoJsonIsRefusedWithItsPlace() {
        assertTrue(
                assertThrows(FormatException.class, () -> parse("{\n\"a\": nope}"))
                        .getMessage()
                        .matches("tree.json: is no JSON: .* \\(line 2, column \\d+\\)"));
        assertThrows(FormatException.class, () -> parse("{\"a\":1,\"a\":2}"));
        assertThrows(FormatException.class, () -> parse("{} {}"));
        assertThrows(FormatException.class, () -> parse(""));
        assertThrows(FormatException.class, () -> parse("[".repeat(100_000)));
    }

    @Test
    void truncatedJsonIsToldInPlainWords() {
        assertEquals(
                "tree.json: is no JSON: Unexpected end-of-input: expected close marker for Object"
                        + " (line 1, column 14)",
                assertThrows(FormatException.class, () -> parse("{\"n_params\":1")).getMessage());
    }
}
