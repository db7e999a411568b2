package io.kempelen.payout.withdrawal.rail.iso20022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kempelen.messaging.web.ProblemException;
import io.kempelen.payout.withdrawal.rail.Answer;
import io.kempelen.payout.withdrawal.rail.News;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Camt054FormatTest {

    private static final String PAYOUT = Runs.payout(7);
    private static final String OTHER = Runs.payout(8);
    private static final String CLOSED = "<RtrInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>gone</AddtlInf></RtrInf>";
    private static final String REVERSAL = "<RvslInd>true</RvslInd>";

    private final Camt054Format format = new Camt054Format();

    @Test
    void hearsThatMoneyLeft() {
        assertThat(read(file(entry("DBIT", "", "BOOK", details(PAYOUT, "") + details(OTHER, "")))))
                .containsExactly(sum(PAYOUT), sum(OTHER));
    }

    @Test
    void hearsHowMuch() {
        var yen = details(PAYOUT, "<Amt Ccy=\"JPY\">1234</Amt>");
        var euros = details(OTHER, "<Amt Ccy=\"EUR\">0.050</Amt>");

        assertThat(read(file(entry("DBIT", "", "BOOK", yen + euros))))
                .extracting(News::amount)
                .containsExactly(OptionalLong.of(1_234), OptionalLong.of(5));
        assertThat(read(file(entry("DBIT", "", "BOOK", details(PAYOUT, "")))))
                .as("an entry of one")
                .extracting(News::amount)
                .containsExactly(OptionalLong.of(100));
    }

    @Test
    void hearsHowMuchInTheOlderVersion() {
        var details = "<AmtDtls><TxAmt><Amt Ccy=\"BHD\">0.005</Amt></TxAmt></AmtDtls>";
        var text = file(entry("DBIT", "", "BOOK", details(PAYOUT, details) + details(OTHER, "")));

        assertThat(read(old(text))).extracting(News::amount).containsExactly(OptionalLong.of(5), OptionalLong.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "EUR, 1.005",
        "JPY, 0.5",
        "EUR, -1.00",
        "EUR, one",
        "EURO, 1.00",
        "XXX, 1",
        "EUR, 1E99",
        "EUR, 1E999999999"
    })
    void refusesAnAmountThatIsNone(String currency, String amount) {
        var details = details(PAYOUT, "<Amt Ccy=\"%s\">%s</Amt>".formatted(currency, amount));

        damaged(file(entry("DBIT", "", "BOOK", details)), "Amt in Ntry 1 is not an amount of its currency");
    }

    @Test
    void repeatsNoneOfTheBanksWords() {
        var words = "<RtrInf><Rsn><Prtry>%s</Prtry></Rsn><AddtlInf>Ada DE89370400440532013000</AddtlInf></RtrInf>";

        for (var ours : List.of("Ada Lovelace", "DE89370400440532013000", "0532013000", "A".repeat(36)))
            assertThat(read(file(entry("CRDT", "", "BOOK", details(PAYOUT, words.formatted(ours))))))
                    .containsExactly(news(PAYOUT, new Answer.Returned("The bank sent it back without a reason.")));
        assertThat(read(file(entry("CRDT", "", "BOOK", details(PAYOUT, words.formatted("907"))))))
                .containsExactly(news(PAYOUT, new Answer.Returned("The bank sent it back (907).")));
    }

    @Test
    void hearsThatMoneyCameBackAndWhy() {
        assertThat(read(file(entry("CRDT", "", "BOOK", details(PAYOUT, CLOSED)))))
                .containsExactly(news(PAYOUT, new Answer.Returned("AC04 the account is closed")));
    }

    @Test
    void takesAReversalForAReturn() {
        assertThat(read(file(entry("CRDT", REVERSAL, "BOOK", details(PAYOUT, "")))))
                .containsExactly(news(PAYOUT, new Answer.Returned("The bank sent it back without a reason.")));
        assertThat(read(file(entry("CRDT", REVERSAL, "BOOK", details(PAYOUT, CLOSED)))))
                .containsExactly(news(PAYOUT, new Answer.Returned("AC04 the account is closed")));
    }

    @Test
    void hearsOfPaymentAndReturnInTheFilesOrder() {
        var text = file(
                entry("DBIT", "", "BOOK", details(PAYOUT, "")) + entry("CRDT", "", "BOOK", details(PAYOUT, CLOSED)));

        assertThat(read(text))
                .extracting(News::answer)
                .hasExactlyElementsOfTypes(Answer.Paid.class, Answer.Returned.class);
    }

    @Test
    void makesNoNewsOfWhatIsNotBookedYet() {
        for (var status : List.of("PDNG", "INFO", "FUTR"))
            assertThat(read(file(entry("DBIT", "", status, details(PAYOUT, ""))
                            + entry("CRDT", "", status, details(PAYOUT, CLOSED)))))
                    .isEmpty();
    }

    @Test
    void believesTheTransactionRatherThanItsEntry() {
        var back = details(PAYOUT, "<CdtDbtInd>CRDT</CdtDbtInd>" + CLOSED);

        assertThat(read(file(entry("DBIT", "", "BOOK", back))))
                .extracting(News::answer)
                .hasExactlyElementsOfTypes(Answer.Returned.class);
    }

    @Test
    void leavesOutWhatIsNeitherPaymentNorReturn() {
        assertThat(read(file(entry("CRDT", "", "BOOK", details(PAYOUT, ""))))).isEmpty();
        assertThat(read(file(entry("DBIT", REVERSAL, "BOOK", details(PAYOUT, "")))))
                .isEmpty();
        assertThat(read(file(entry("DBIT", "", "BOOK", details(PAYOUT, CLOSED)))))
                .isEmpty();
    }

    @Test
    void leavesOutWhatIsNotOurs() {
        var rent = entry("DBIT", "", "BOOK", details("RENT-11", ""));
        var fee = entry("DBIT", "", "BOOK", "<TxDtls><Refs><AcctSvcrRef>1</AcctSvcrRef></Refs></TxDtls>");
        var bare = entry("DBIT", "", "BOOK", "").replace("<NtryDtls></NtryDtls>", "");

        assertThat(read(file(rent + fee + bare))).isEmpty();
        assertThat(read(file(""))).isEmpty();
    }

    @Test
    void readsTheOlderVersion() {
        var text = old(file(entry("DBIT", "", "BOOK", details(PAYOUT, ""))
                + entry("CRDT", "", "BOOK", details(OTHER, CLOSED))
                + entry("DBIT", "", "PDNG", details(OTHER, ""))));

        assertThat(read(text))
                .containsExactly(
                        news(PAYOUT, new Answer.Paid()),
                        news(OTHER, new Answer.Returned("AC04 the account is closed")));
    }

    @Test
    void namesTheElementThatIsMissing() {
        var good = entry("DBIT", "", "BOOK", details(PAYOUT, ""));

        damaged(file(good + good.replace("<CdtDbtInd>DBIT</CdtDbtInd>", "")), "CdtDbtInd is missing in Ntry 2");
        damaged(file(good.replace("DBIT", "BOTH")), "CdtDbtInd is missing in Ntry 1");
        damaged(file(good.replace("<Sts><Cd>BOOK</Cd></Sts>", "")), "Sts is missing in Ntry 1");
        damaged(old(file(good)).replace("BOOK", "MAYBE"), "Sts is missing in Ntry 1");
        damaged(
                file("").replaceAll("(?s)<BkToCstmr.*</BkToCstmrDbtCdtNtfctn>", ""),
                "BkToCstmrDbtCdtNtfctn is missing");
    }

    @Test
    void namesTheLineWhereAFileBreaksOff() {
        var text = file(entry("DBIT", "", "BOOK", details(PAYOUT, "")));

        damaged(text.substring(0, text.indexOf("</Ntry>")), "line 7");
    }

    @Test
    void opensNoOtherFile() {
        var text = file(entry("CRDT", "", "BOOK", details(PAYOUT, CLOSED.replace("gone", "&x;"))))
                .replace("?>", "?><!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>");

        damaged(text, "document type");
    }

    @Test
    void leavesFilesOfOtherKindsAlone() {
        assertThat(format.read(new Pain001Format(Runs.DEBTOR).write(Runs.ofMany("EUR", 1))))
                .isEmpty();
        assertThat(format.read(file("").replace("camt.054", "camt.053").getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    private List<News> read(String text) {
        return format.read(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    private void damaged(String text, String what) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("camt.054")
                .hasMessageContaining(what);
    }

    private static News news(String payout, Answer answer) {
        return new News(new News.Subject.ById(payout), answer, OptionalLong.of(100));
    }

    /** Of an entry that gives only a sum. */
    private static News sum(String payout) {
        return new News(new News.Subject.ById(payout), new Answer.Paid());
    }

    private static String file(String entries) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08">
                  <BkToCstmrDbtCdtNtfctn>
                    <GrpHdr><MsgId>BANK-1</MsgId><CreDtTm>2026-11-21T08:00:00+01:00</CreDtTm></GrpHdr>
                    <Ntfctn>
                      <Id>1</Id>
                %s
                    </Ntfctn>
                  </BkToCstmrDbtCdtNtfctn>
                </Document>
                """.formatted(entries);
    }

    private static String old(String text) {
        return text.replace("camt.054.001.08", "camt.054.001.02")
                .replaceAll("<Sts><Cd>(\\w+)</Cd></Sts>", "<Sts>$1</Sts>");
    }

    private static String entry(String way, String reversal, String status, String details) {
        return "<Ntry><Amt Ccy=\"EUR\">1.00</Amt><CdtDbtInd>%s</CdtDbtInd>%s<Sts><Cd>%s</Cd></Sts><NtryDtls>%s</NtryDtls></Ntry>"
                .formatted(way, reversal, status, details);
    }

    private static String details(String payout, String more) {
        return "<TxDtls><Refs><EndToEndId>%s</EndToEndId></Refs>%s</TxDtls>".formatted(payout, more);
    }
}
