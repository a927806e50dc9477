package io.hessdiag.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** JSON text in memory: UTF-8 and nothing else, so that every IOException is the text's fault. */
final class Utf8 {
    private Utf8() {}

    /** Throws CharacterCodingException, when read, on bytes that are no UTF-8. */
    static Reader reader(byte[] text, int length) {
        return new InputStreamReader(
                new ByteArrayInputStream(text, 0, length), StandardCharsets.UTF_8.newDecoder());
    }

    /** What the parser complains about, with its place. */
    static String problem(IOException e) {
        if (e instanceof JsonProcessingException json) {
            return json.getOriginalMessage().replaceFirst("(?s) \\(start marker at .*", "")
                    + (json.getLocation() == null
                            ? ""
                            : " (line "
                                    + json.getLocation().getLineNr()
                                    + ", column "
                                    + json.getLocation().getColumnNr()
                                    + ")");
        }
        return e instanceof CharacterCodingException ? "bytes that are no UTF-8" : e.getMessage();
    }
}
