package io.kempelen.task.batch.domain;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Splits a text into pieces that one worker can judge. */
public final class TextPieces {

    private static final Pattern BLANK_LINE = Pattern.compile("\\R[ \\t]*(?:\\R[ \\t]*)+");

    private TextPieces() {}

    /** The parts between blank lines. */
    public static List<String> paragraphs(String text) {
        return Arrays.stream(BLANK_LINE.split(text))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    public static List<String> sentences(String text) {
        var sentences = new ArrayList<String>();
        var breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
        breaks.setText(text);
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            var sentence = text.substring(from, to).strip();
            if (!sentence.isEmpty()) sentences.add(sentence);
        }
        return sentences;
    }
}
