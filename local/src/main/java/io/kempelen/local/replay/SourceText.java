package io.kempelen.local.replay;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * A recorded file as text, whatever its age: UTF-8 with or without a byte order mark, else Windows' Latin.
 *
 * @param latin the bytes were no UTF-8
 */
record SourceText(String text, boolean latin) {

    private static final Charset LATIN = Charset.forName("windows-1252");

    static SourceText of(byte[] bytes) {
        try {
            var decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new SourceText(withoutMark(decoded), false);
        } catch (CharacterCodingException e) {
            return new SourceText(new String(bytes, LATIN), true);
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
