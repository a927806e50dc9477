package io.hessdiag.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.hessdiag.pytree.PythonString;
import io.hessdiag.tensor.DType;
import io.hessdiag.tensor.TensorType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads safetensors' JSON header as a stream of tokens, so that its size bounds the memory taken.
 */
final class SafetensorsHeader {
    /** One tensor of the file; offsets count from the end of the header. */
    record Entry(String name, TensorType type, long begin, long end) {}

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private static final String METADATA = "__metadata__";

    private final String file;
    private final JsonParser json;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private SafetensorsHeader(String file, JsonParser json) {
        this.file = file;
        this.json = json;
    }

    static List<Entry> parse(String file, byte[] header) {
        if (header.length == 0 || header[0] != '{') {
            throw new FormatException(file, "expected a header that starts with {");
        }
        int end = header.length;
        while (header[end - 1] == ' ') {
            end--;
        }
        try (JsonParser json = JSON.createParser(Utf8.reader(header, end))) {
            return new SafetensorsHeader(file, json).read();
        } catch (IOException e) {
            throw new FormatException(file, "header: " + Utf8.problem(e));
        }
    }

    private List<Entry> read() throws IOException {
        json.nextToken();
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            if (name.equals(METADATA)) {
                metadata();
            } else {
                entries.put(name, entry(name, file + ": " + PythonString.repr(name)));
            }
        }
        if (json.nextToken() != null) {
            throw new FormatException(file, "header: text after the closing }");
        }
        return List.copyOf(entries.values());
    }

    private void metadata() throws IOException {
        String where = file + ": " + METADATA;
        expect(where, JsonToken.START_OBJECT, "an object");
        while (json.nextFieldName() != null) {
            json.nextToken();
            expect(where, JsonToken.VALUE_STRING, "strings");
        }
    }

    private Entry entry(String name, String where) throws IOException {
        expect(where, JsonToken.START_OBJECT, "an object");
        String dtype = null;
        List<Long> shape = null;
        List<Long> offsets = null;
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            json.nextToken();
            switch (field) {
                case "dtype" -> {
                    expect(where, JsonToken.VALUE_STRING, "dtype to be a string");
                    dtype = json.getText();
                }
                case "shape" -> shape = sizes(where + ": shape", 32);
                case "data_offsets" -> offsets = sizes(where + ": data_offsets", 2);
                default ->
                        throw new FormatException(
                                where, "unknown field " + PythonString.repr(field));
            }
        }
        if (dtype == null || shape == null || offsets == null || offsets.size() != 2) {
            throw new FormatException(where, "expected dtype, shape and data_offsets [begin, end]");
        }
        TensorType type = Limits.type(where, dtype(where, dtype), shape);
        return new Entry(name, type, offsets.get(0), offsets.get(1));
    }

    private List<Long> sizes(String where, int most) throws IOException {
        expect(where, JsonToken.START_ARRAY, "an array");
        List<Long> out = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(where, JsonToken.VALUE_NUMBER_INT, "integers");
            if (out.size() == most) {
                throw new FormatException(where, "more than " + most + " values");
            }
            if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                    || json.getLongValue() < 0) {
                throw new FormatException(
                        where, "expected sizes from 0 to 2^63-1, found " + json.getText());
            }
            out.add(json.getLongValue());
        }
        return out;
    }

    private void expect(String where, JsonToken token, String what) throws IOException {
        if (json.currentToken() != token) {
            throw new FormatException(where, "expected " + what + ", found " + json.getText());
        }
    }

    private static DType dtype(String where, String name) {
        return switch (name) {
            case "F64", "F32", "F16", "BF16", "I64", "I32", "I16", "I8" -> DType.valueOf(name);
            case "U64", "U32", "U16", "U8" -> DType.valueOf("UI" + name.substring(1));
            case "BOOL" -> DType.I1;
            default -> throw new FormatException(where, "dtype " + name + " is not supported");
        };
    }

    /** The name that the format has for a type; f16 and bf16 tensors hold floats. */
    static String name(DType dtype) {
        DType held = dtype.computed();
        return held.isBoolean() ? "BOOL" : held.name().replace("UI", "U");
    }
}
