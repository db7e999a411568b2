package io.kempelen.payout.withdrawal.rail.nacha;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kempelen.messaging.web.ProblemException;
import io.kempelen.payout.withdrawal.rail.Destination;
import io.kempelen.payout.withdrawal.rail.Run;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NachaFormatTest {

    private final NachaFormat format = new NachaFormat(NachaRuns.BANK);

    @Test
    void addsUpAThousandPayees() {
        var lines = lines(NachaRuns.ofMany(1_000));

        var entries = lines.stream().filter(line -> line.startsWith("6")).toList();
        var hash = entries.stream()
                .map(entry -> new BigInteger(entry.substring(3, 11)))
                .reduce(BigInteger.ZERO, BigInteger::add)
                .mod(BigInteger.TEN.pow(10));
        var total = entries.stream()
                .mapToLong(entry -> Long.parseLong(entry.substring(29, 39)))
                .sum();
        var batch = lines.get(1_002);
        var file = lines.get(1_003);
        assertThat(entries).hasSize(1_000);
        assertThat(total).isEqualTo(18_618_500);
        assertThat(batch)
                .startsWith("8220" + "001000" + "%010d".formatted(hash) + "0".repeat(12) + "%012d".formatted(total));
        assertThat(file)
                .startsWith("9" + "000001" + "000101" + "00001000" + "%010d".formatted(hash) + "0".repeat(12)
                        + "%012d".formatted(total));
    }

    @Test
    void fillsBlocksOfTenLinesOfNinetyFour() {
        for (var count : List.of(1, 5, 6, 7, 16, 1_000)) {
            var lines = lines(NachaRuns.ofMany(count));

            assertThat(lines).hasSize((count + 4 + 9) / 10 * 10);
            assertThat(lines).allMatch(line -> line.length() == 94);
            assertThat(lines.subList(count + 4, lines.size())).allMatch("9".repeat(94)::equals);
            assertThat(lines.get(count + 3)).startsWith("9000001%06d".formatted(lines.size() / 10));
        }
    }

    @Test
    void countsAPayoutAsArrivedAfterFiveDays() {
        assertThat(format.arrivesAfter()).contains(Duration.ofDays(5));
        assertThat(format.most("USD")).isEqualTo(9_999_999_999L);
    }

    @Test
    void writesEachRecordWhereItBelongs() {
        var lines = lines(NachaRuns.of(NachaRuns.order(123_456_789, 1_05, NachaRuns.good())));

        assertThat(lines.get(0))
                .isEqualTo("101 0910000191234567890" + "2611202305" + NachaFile.modifier(NachaRuns.RUN) + "094101"
                        + "FEDERAL RESERVE BANK   " + "KEMPELEN, INC.         " + "        ");
        assertThat(lines.get(1))
                .isEqualTo("5220" + "KEMPELEN        " + " ".repeat(20) + "1987654321" + "PPD" + "PAYOUT    " + "      "
                        + "261123" + "   " + "1" + "02100002" + "0000001");
        assertThat(lines.get(2))
                .isEqualTo("622" + "021000021" + "12345-X          " + "0000000105" + "000000123456789"
                        + "ADA LOVELACE          " + "  " + "0" + "02100002" + "3456789");
        assertThat(lines.get(3))
                .isEqualTo("8220" + "000001" + "0002100002" + "000000000000" + "000000000105" + "1987654321"
                        + " ".repeat(25) + "02100002" + "0000001");
        assertThat(lines.get(4))
                .isEqualTo("9" + "000001" + "000001" + "00000001" + "0002100002" + "000000000000" + "000000000105"
                        + " ".repeat(39));
    }

    @Test
    void creditsSavingsUnderTheirOwnCode() {
        var lines = lines(NachaRuns.of(NachaRuns.order(1, 1, NachaRuns.but("accountType", "savings"))));

        assertThat(lines.get(2)).startsWith("632");
    }

    @Test
    void ascendsInTraceNumbers() {
        var traces = lines(NachaRuns.ofMany(1_000)).stream()
                .filter(line -> line.startsWith("6"))
                .map(line -> line.substring(79))
                .toList();

        assertThat(traces).isSorted().doesNotHaveDuplicates();
        assertThat(traces).allMatch(trace -> trace.startsWith("02100002"));
        assertThat(traces.getFirst()).endsWith("0000000"); // 30,000,000
    }

    @Test
    void refusesTwoPayoutsOfOneTraceNumber() {
        var run =
                NachaRuns.of(NachaRuns.order(5, 1, NachaRuns.good()), NachaRuns.order(10_000_005, 1, NachaRuns.good()));

        assertThatThrownBy(() -> format.write(run)).hasMessageContaining("one trace number");
    }

    @Test
    void wrapsTheHashAtTenDigits() {
        var run = NachaRuns.ofMany(1_000);
        var sum = run.orders().stream()
                .mapToLong(order -> Long.parseLong(
                        String.valueOf(order.to().find("routingNumber")).substring(0, 8)))
                .sum();

        assertThat(sum).isGreaterThan(9_999_999_999L);
        assertThat(lines(run).get(1_002).substring(10, 20)).isEqualTo("%010d".formatted(sum % 10_000_000_000L));
    }

    @Test
    void writesTheSameRunAsTheSameBytes() {
        assertThat(format.write(NachaRuns.ofMany(50)))
                .isEqualTo(new NachaFormat(NachaRuns.BANK).write(NachaRuns.ofMany(50)));
    }

    @ParameterizedTest(name = "a file of {0} takes effect on {1}")
    @CsvSource({
        "2026-11-18, 2026-11-19",
        "2026-11-19, 2026-11-20",
        "2026-11-20, 2026-11-23", // Friday to Monday
        "2026-11-21, 2026-11-23",
        "2026-11-22, 2026-11-23",
        "2026-12-31, 2027-01-01", // a holiday, which the bank moves
    })
    void takesEffectOnTheNextWeekday(LocalDate created, LocalDate effective) {
        assertThat(NachaFile.effective(created)).isEqualTo(effective);
    }

    @Test
    void drawsModifiersFromLettersAndDigits() {
        assertThat(NachaFile.modifier("A")).matches("[A-Z0-9]").isEqualTo(NachaFile.modifier("A"));
    }

    @ParameterizedTest(name = "{0} is written as {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "José Ñandú | JOSE NANDU",
                "<&> Bobby; \"Tables\" | & BOBBY TABLES",
                "😀 Eve | EVE",
                "a very long name that does not fit | A VERY LONG NAME THAT",
            })
    void writesHostileNamesAsHarmlessOnes(String name, String written) {
        var lines = lines(NachaRuns.of(NachaRuns.order(1, 1, NachaRuns.but("name", name))));

        assertThat(lines.get(2).substring(54, 76).strip()).isEqualTo(written);
        assertThat(lines.get(2)).hasSize(94);
    }

    @Test
    void letsNoNameBeginANewLine() {
        var lines = lines(NachaRuns.of(NachaRuns.order(1, 1, NachaRuns.but("name", "Eve\r\n622021000021"))));

        assertThat(lines).hasSize(10);
        assertThat(lines.get(2).substring(54, 76)).isEqualTo("EVE 622021000021      ");
    }

    @Test
    void refusesARoutingNumberWithAWrongChecksum() {
        refuses("routingNumber", "021000022");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "02100002",
                "0210000210",
                "021000012",
                "201000021",
                "O21000021",
                "000000000",
                "130000005",
                "999999992",
                "021 000 021",
                "021-00002",
                "٠٢١٠٠٠٠٢١",
                "-21000021"
            })
    void refusesWhatIsNoRoutingNumber(String number) {
        refuses("routingNumber", number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"021000021", "011401533", "121000248", "322271627", "091000019", "611000000"})
    void weighsRoutingNumbersAsTheRegistrarDoes(String number) {
        var digits = number.chars().map(c -> c - '0').toArray();
        var sum = 3 * (digits[0] + digits[3] + digits[6])
                + 7 * (digits[1] + digits[4] + digits[7])
                + (digits[2] + digits[5] + digits[8]);

        assertThat(RoutingNumber.isValid(number)).isEqualTo(sum % 10 == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456789012345678", "12 34", "12*4", "-", "--1", "１２３", "1\n2"})
    void refusesWhatIsNoAccountNumber(String number) {
        refuses("accountNumber", number);
    }

    @Test
    void refusesOtherKindsOfAccounts() {
        refuses("accountType", "loan");
        refuses("accountType", "Checking");
    }

    @Test
    void refusesANameWithoutLetters() {
        refuses("name", "田中");
        refuses("name", "123");
    }

    @Test
    void namesTheMemberThatIsMissing() {
        for (var member : List.of("name", "routingNumber", "accountNumber", "accountType")) {
            var members = new java.util.HashMap<>(NachaRuns.good().members());
            members.remove(member);
            assertThatThrownBy(() -> format.check(new Destination(Map.copyOf(members)), "USD"))
                    .hasMessage("destination." + member + " is missing.");
        }
    }

    @Test
    void movesDollarsOnly() {
        assertThatCode(() -> format.check(NachaRuns.good(), "USD")).doesNotThrowAnyException();
        assertThatThrownBy(() -> format.check(NachaRuns.good(), "EUR")).hasMessageContaining("USD only");
    }

    @Test
    void refusesAnAmountOfMoreThanTenDigits() {
        var most = NachaRuns.of(NachaRuns.order(1, 99_999_999_99L, NachaRuns.good()));
        var more = NachaRuns.of(NachaRuns.order(1, 100_000_000_00L, NachaRuns.good()));

        assertThat(lines(most).get(2).substring(29, 39)).isEqualTo("9999999999");
        assertThatThrownBy(() -> format.write(more))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("100000000.00 USD")
                .hasMessageContaining("99999999.99 USD at most");
    }

    private void refuses(String member, String value) {
        assertThatThrownBy(() -> format.check(NachaRuns.but(member, value), "USD"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused ->
                                assertThat(refused.problem().extras()).containsEntry("field", "destination." + member));
    }

    private List<String> lines(Run run) {
        var text = new String(format.write(run), StandardCharsets.US_ASCII);
        assertThat(text).endsWith("\n");
        return List.of(text.split("\n"));
    }
}
