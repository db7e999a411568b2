package io.kempelen.payout.withdrawal.rail.nacha;

import io.kempelen.payout.withdrawal.rail.Run;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;

/** A run as one batch of direct deposits (PPD), in ascending trace numbers. */
final class NachaFile {

    static final int BLOCK = 10;
    static final long HASHES = 10_000_000_000L;

    private static final String CREDITS_ONLY = "220";
    private static final String MODIFIERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuMMdd");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HHmm");

    private final NachaProperties bank;
    private final Run run;
    private final List<Entry> entries;
    private final OffsetDateTime startedAt;

    NachaFile(NachaProperties bank, Run run) {
        this.bank = bank;
        this.run = run;
        this.entries = run.orders().stream()
                .map(Entry::of)
                .sorted(Comparator.comparingLong(Entry::sequence))
                .toList();
        this.startedAt = run.startedAt().atOffset(ZoneOffset.UTC);
    }

    byte[] bytes() {
        var lines = new ArrayList<String>(entries.size() + 2 * BLOCK);
        lines.add(fileHeader());
        lines.add(batchHeader());
        entries.forEach(entry -> lines.add(entry.line(bank.odfiId())));
        lines.add(batchControl());
        lines.add(fileControl());
        while (lines.size() % BLOCK != 0) lines.add("9".repeat(Line.LENGTH));
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    private String fileHeader() {
        return new Line()
                .word(3, "101")
                .word(10, " " + bank.immediateDestination())
                .word(10, bank.immediateOrigin().length() == 9 ? " " + bank.immediateOrigin() : bank.immediateOrigin())
                .word(6, DAY.format(startedAt))
                .word(4, MINUTE.format(startedAt))
                .word(1, modifier(run.id()))
                .word(6, "094101")
                .word(23, bank.destinationName())
                .word(23, bank.originName())
                .blank(8)
                .end();
    }

    private String batchHeader() {
        return new Line()
                .word(1, "5")
                .word(3, CREDITS_ONLY)
                .word(16, bank.companyName())
                .blank(20)
                .word(10, bank.companyId())
                .word(3, "PPD")
                .word(10, "PAYOUT")
                .blank(6)
                .word(6, DAY.format(effective(startedAt.toLocalDate())))
                .blank(3)
                .word(1, "1")
                .word(8, bank.odfiId())
                .number(7, 1)
                .end();
    }

    private String batchControl() {
        return new Line()
                .word(1, "8")
                .word(3, CREDITS_ONLY)
                .number(6, entries.size())
                .number(10, hash())
                .number(12, 0)
                .number(12, run.total())
                .word(10, bank.companyId())
                .blank(19 + 6)
                .word(8, bank.odfiId())
                .number(7, 1)
                .end();
    }

    private String fileControl() {
        return new Line()
                .word(1, "9")
                .number(6, 1)
                .number(6, Math.ceilDiv(entries.size() + 4, BLOCK))
                .number(8, entries.size())
                .number(10, hash())
                .number(12, 0)
                .number(12, run.total())
                .blank(39)
                .end();
    }

    private long hash() {
        return entries.stream().mapToLong(Entry::bank).sum() % HASHES;
    }

    /** The next day that is no Saturday or Sunday. Federal holidays are for the bank, which moves such a day to the next. */
    static LocalDate effective(LocalDate created) {
        var day = created.plusDays(1);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY)
            day = day.plusDays(1);
        return day;
    }

    /** Tells files of one minute apart, mostly: one of 36, from the run's id, so that the same run has the same. */
    static String modifier(String runId) {
        var sum = new CRC32();
        sum.update(runId.getBytes(StandardCharsets.UTF_8));
        var at = (int) (sum.getValue() % MODIFIERS.length());
        return MODIFIERS.substring(at, at + 1);
    }
}
