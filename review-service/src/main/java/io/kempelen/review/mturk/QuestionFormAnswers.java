package io.kempelen.review.mturk;

import java.util.List;
import java.util.Map;

/**
 * An answer as MTurk hands it out: QuestionFormAnswers 2005-10-01, one FreeText per field, several values of one field joined
 * by a bar as MTurk does with checkbox groups.
 */
final class QuestionFormAnswers {

    private static final String HEAD =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<QuestionFormAnswers xmlns=\"http://mechanicalturk.amazonaws.com"
                    + "/AWSMechanicalTurkDataSchemas/2005-10-01/QuestionFormAnswers.xsd\">\n";

    private QuestionFormAnswers() {}

    static String xml(Map<String, List<String>> fields) {
        var out = new StringBuilder(HEAD);
        fields.forEach((name, values) -> {
            out.append("<Answer>\n<QuestionIdentifier>");
            escape(out, name);
            out.append("</QuestionIdentifier>\n<FreeText>");
            escape(out, String.join("|", values));
            out.append("</FreeText>\n</Answer>\n");
        });
        return out.append("</QuestionFormAnswers>").toString();
    }

    /** Characters that XML cannot hold at all become U+FFFD; a carriage return is kept by reference, else parsers drop it. */
    private static void escape(StringBuilder out, String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\r' -> out.append("&#13;");
                default -> out.appendCodePoint(allowed(c) ? c : 0xFFFD);
            }
        });
    }

    private static boolean allowed(int c) {
        return c == '\t' || c == '\n' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}
