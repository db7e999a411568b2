package io.kempelen.payout.withdrawal.rail.nacha;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kempelen.messaging.web.ProblemException;
import io.kempelen.payout.withdrawal.rail.Answer;
import io.kempelen.payout.withdrawal.rail.News;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NachaReturnFormatTest {

    private static final String CLOSED = "99R02";
    private static final String OURS = "02100002";
    private static final String TAIL = "000000123456789";

    private final NachaReturnFormat format = new NachaReturnFormat(NachaRuns.BANK);

    @Test
    void hearsThatMoneyCameBackAndWhy() {
        assertThat(read(file(returned("21", "99R03", OURS + "3456789", 1_05))))
                .containsExactly(news(3_456_789, 1_05, "R03 no account has this number and name"));
    }

    @Test
    void hearsOfSavingsToo() {
        assertThat(read(file(returned("31", CLOSED, OURS + "0000000", 1))))
                .containsExactly(news(0, 1, "R02 the account is closed"));
    }

    @Test
    void readsEveryReturnInTheFilesOrder() {
        var two = returned("21", "99R16", OURS + "0000002", 5);
        var one = returned("21", "99R20", OURS + "0000001", 7);

        assertThat(read(file(two, one)))
                .containsExactly(
                        news(2, 5, "R16 the account is frozen"), news(1, 7, "R20 the account takes no transfers"));
    }

    @Test
    void keepsACodeThatItHasNoWordsFor() {
        assertThat(read(file(returned("21", "99R85", OURS + "0000001", 7))))
                .containsExactly(news(1, 7, "The bank sent it back (R85)."));
    }

    @Test
    void tellsADuplicateFromAReturn() {
        assertThat(read(file(returned("21", "99R24", OURS + "0000001", 7))))
                .containsExactly(news(1, 7, new Answer.Duplicate("R24 it is a duplicate")));
    }

    @ParameterizedTest(name = "code {0}, addenda {1}, trace {2}")
    @CsvSource({
        "21, 98C01, 021000020000001", // a notification of change: the money stays
        "21, 99R71, 021000020000001", // banks arguing about a return
        "26, 99R01, 021000020000001", // a debit of the operator's other business
        "21, 99R02, 121000240000001", // sent by another bank
    })
    void leavesOutWhatIsNoPayoutThatCameBack(String code, String addenda, String trace) {
        assertThat(read(file(returned(code, addenda, trace, 1)))).isEmpty();
    }

    @Test
    void leavesOutIdsThatAreNotOurs() {
        var salary = returned("21", CLOSED, OURS + "0000001", 1).stream()
                .map(line -> line.replace(TAIL, "EMP-4711       "))
                .toList();

        assertThat(read(file(salary))).isEmpty();
    }

    @Test
    void readsAFileWithoutReturns() {
        assertThat(read(file())).isEmpty();
    }

    @Test
    void readsEveryKindOfLineEnd() {
        var text = file(returned("21", CLOSED, OURS + "0000001", 1));

        assertThat(read(text.replace("\n", "\r\n"))).hasSize(1);
        assertThat(read(text.replace("\n", ""))).hasSize(1);
        assertThat(read(text.stripTrailing())).hasSize(1);
    }

    @Test
    void leavesFilesOfOtherKindsAlone() {
        assertThat(format.read(new NachaFormat(NachaRuns.BANK).write(NachaRuns.ofMany(20))))
                .isEmpty();
        assertThat(format.read(new byte[0])).isEmpty();
        assertThat(format.read("<Document/>".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(format.read("101 but nothing more".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(format.read(new byte[] {(byte) 0xFF, 0, 1, 2})).isEmpty();
    }

    @Test
    void namesTheLineThatIsTooShort() {
        var lines = new ArrayList<>(
                file(returned("21", CLOSED, OURS + "0000001", 1)).lines().toList());
        lines.set(3, lines.get(3).stripTrailing().substring(0, 90));

        damaged(String.join("\n", lines), "line 4: it has 90 characters instead of 94");
    }

    @Test
    void refusesAFileThatBreaksOff() {
        var lines = file(returned("21", CLOSED, OURS + "0000001", 1)).lines().toList();

        for (var kept = 1; kept < lines.size(); kept++)
            damaged(String.join("\n", lines.subList(0, kept)) + "\n", "line " + kept);
    }

    @ParameterizedTest(name = "line {0}, columns {1}, {2}: {3}")
    @CsvSource({
        "5, 4, 000003, entries and addenda",
        "5, 10, 0000000001, entry hash",
        "5, 20, 000000000001, cents of debits",
        "5, 32, 000000000106, cents of credits",
        "5, 87, 0000002, batch number",
        "6, 1, 000002, batches",
        "6, 7, 000002, blocks",
        "6, 13, 00000003, entries and addenda",
        "6, 21, 0000000001, entry hash",
        "6, 31, 000000000001, cents of debits",
        "6, 43, 000000000106, cents of credits",
        "6, 43, 0000000001x6, are no number",
        "3, 29, 00000001x5, are no number",
        "3, 78, 0, addenda",
        "4, 3, X03, reason code",
        "4, 6, 02100002ABCDEFG, original trace number",
        "4, 0, 6, addenda",
        "2, 0, 6, cannot stand here",
        "8, 40, 8, only nines",
    })
    void believesNoFileThatContradictsItself(int line, int at, String changed, String what) {
        var lines = new ArrayList<>(
                file(returned("21", CLOSED, OURS + "0000001", 1_05)).lines().toList());
        var text = lines.get(line - 1);
        lines.set(line - 1, text.substring(0, at) + changed + text.substring(at + changed.length()));

        damaged(String.join("\n", lines), what);
    }

    @Test
    void refusesBlocksThatAreNotFull() {
        var lines = file(returned("21", CLOSED, OURS + "0000001", 1)).lines().toList();

        damaged(String.join("\n", lines.subList(0, 9)), "blocks of ten");
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        damaged(file() + "9".repeat(33 << 20), "bytes");
    }

    private List<News> read(String text) {
        return format.read(text.getBytes(StandardCharsets.US_ASCII)).orElseThrow();
    }

    private void damaged(String text, String what) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("line ")
                .hasMessageContaining(what);
    }

    private static News news(long rest, long cents, String reason) {
        return news(rest, cents, new Answer.Returned(reason));
    }

    private static News news(long rest, long cents, Answer answer) {
        return new News(new News.Subject.ByNumber(rest, 10_000_000, TAIL), answer, OptionalLong.of(cents));
    }

    /** An entry on its way back from a bank with the routing number 121000248, and its addenda. */
    private static List<String> returned(String code, String addenda, String trace, long amount) {
        var entry = "6" + code + "021000021" + "12345-X          " + "%010d".formatted(amount) + TAIL
                + "ADA LOVELACE          " + "  " + "1" + "12100024" + "0000001";
        var why = "7" + addenda + trace + " ".repeat(6) + "02100002" + " ".repeat(44) + "12100024" + "0000001";
        return List.of(entry, why);
    }

    @SafeVarargs
    private static String file(List<String>... batches) {
        var lines = new ArrayList<String>();
        lines.add("101 " + "0210000211234567890" + "2611240800" + "A" + "094101"
                + "%-23s%-23s%8s".formatted("KEMPELEN", "FEDERAL RESERVE BANK", ""));
        var debits = 0L;
        var credits = 0L;
        for (var i = 0; i < batches.length; i++) {
            var amount = Long.parseLong(batches[i].getFirst().substring(29, 39));
            var debit = batches[i].getFirst().charAt(2) >= '5' ? amount : 0;
            debits += debit;
            credits += amount - debit;
            var end = "12100024%07d".formatted(i + 1);
            lines.add("5200%-16s%20s1987654321PPD%-10s%6s261123%3s1%s"
                    .formatted("KEMPELEN", "", "PAYOUT", "", "328", end));
            lines.addAll(batches[i]);
            lines.add(
                    "8200%06d%010d%012d%012d1987654321%25s%s".formatted(2, 2_100_002, debit, amount - debit, "", end));
        }
        var blocks = (lines.size() + 1 + 9) / 10;
        lines.add("9%06d%06d%08d%010d%012d%012d%39s"
                .formatted(
                        batches.length, blocks, 2 * batches.length, 2_100_002L * batches.length, debits, credits, ""));
        while (lines.size() < blocks * 10) lines.add("9".repeat(94));
        return String.join("\n", lines) + "\n";
    }
}
