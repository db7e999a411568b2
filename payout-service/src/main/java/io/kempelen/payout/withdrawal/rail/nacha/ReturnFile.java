package io.kempelen.payout.withdrawal.rail.nacha;

import io.kempelen.messaging.web.Problem;
import io.kempelen.messaging.web.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an ACH file from outside, line by line, and believes it only if its own counts, hashes and totals fit. */
final class ReturnFile {

    private static final int LARGEST = 32 << 20;
    private static final String HEADER = "101[ 0-9][^\r\n]{30}094101";
    private static final int HEADER_SIZE = 40;
    private static final String FILLER = "9".repeat(Line.LENGTH);

    /** Which kinds of line may follow which. */
    private static final Map<Character, String> FOLLOWING =
            Map.of(' ', "1", '1', "59", '5', "68", '6', "678", '7', "678", '8', "59", '9', "9");

    private final List<Returned> returned = new ArrayList<>();
    private char before = ' ';
    private String header = "";
    private String entry = "";
    private Sums batch = Sums.NONE;
    private Sums file = Sums.NONE;
    private long batches;
    private long blocks;

    private ReturnFile() {}

    /** Empty if it is no ACH file, or one that sends nothing back. */
    static Optional<List<Returned>> read(byte[] bytes) {
        var start = new String(bytes, 0, Math.min(bytes.length, HEADER_SIZE), StandardCharsets.ISO_8859_1);
        if (!start.matches(HEADER)) return Optional.empty();
        if (bytes.length > LARGEST) throw damaged(1, "the file has more than %,d bytes".formatted(LARGEST));
        var lines = lines(new String(bytes, StandardCharsets.ISO_8859_1));
        return new ReturnFile().read(lines);
    }

    static ProblemException damaged(int line, String what) {
        return Problem.invalid("file", "This ACH file cannot be read: line %d: %s.".formatted(line, what))
                .exception();
    }

    /** Some banks send records without line ends. */
    private static List<String> lines(String text) {
        if (text.indexOf('\n') >= 0 || text.length() % Line.LENGTH != 0)
            return text.lines().toList();
        var lines = new ArrayList<String>();
        for (var at = 0; at < text.length(); at += Line.LENGTH) lines.add(text.substring(at, at + Line.LENGTH));
        return lines;
    }

    private Optional<List<Returned>> read(List<String> lines) {
        for (var i = 0; i < lines.size(); i++) take(i + 1, lines.get(i));
        if (before != '9') throw damaged(lines.size(), "the file ends before its file control record");
        if (lines.size() % NachaFile.BLOCK != 0)
            throw damaged(lines.size(), "the file has %d lines, but needs blocks of ten".formatted(lines.size()));
        Sums.check(lines.size(), "blocks", blocks, lines.size() / NachaFile.BLOCK);
        return returned.isEmpty() && file.count() > 0 ? Optional.empty() : Optional.of(returned);
    }

    private void take(int line, String text) {
        if (text.length() != Line.LENGTH)
            throw damaged(line, "it has %d characters instead of %d".formatted(text.length(), Line.LENGTH));
        var kind = text.charAt(0);
        if (FOLLOWING.getOrDefault(before, "").indexOf(kind) < 0)
            throw damaged(line, "a record of type %s cannot stand here".formatted(kind));
        if (before == '6' && announcesAddenda() != (kind == '7'))
            throw damaged(line, "the entry before and its addenda do not fit");
        switch (kind) {
            case '5' -> header = text;
            case '6' -> entry(line, text);
            case '7' -> addenda(line, text);
            case '8' -> batchControl(line, text);
            case '9' -> fileControlOrFiller(line, text);
            default -> {} // the file header, which was looked at before
        }
        before = kind;
    }

    private boolean announcesAddenda() {
        return entry.charAt(78) == '1';
    }

    private void entry(int line, String text) {
        entry = text;
        batch = batch.plus(Sums.ofEntry(line, text));
    }

    private void addenda(int line, String text) {
        batch = batch.plus(Sums.ADDENDA);
        if (text.startsWith("98", 1) || text.startsWith("99", 1)) returned.add(Returned.of(line, entry, text));
    }

    private void batchControl(int line, String text) {
        batch.check(line, Sums.ofBatchControl(line, text));
        if (!text.substring(87).equals(header.substring(87)))
            throw damaged(line, "its batch number is not its batch header's");
        file = file.plus(batch);
        batch = Sums.NONE;
        batches++;
    }

    private void fileControlOrFiller(int line, String text) {
        if (before == '9') {
            if (!text.equals(FILLER)) throw damaged(line, "after the file control record only nines may follow");
            return;
        }
        Sums.check(line, "batches", Sums.number(line, text, 1, 7), batches);
        blocks = Sums.number(line, text, 7, 13);
        file.check(line, Sums.ofFileControl(line, text));
    }
}
