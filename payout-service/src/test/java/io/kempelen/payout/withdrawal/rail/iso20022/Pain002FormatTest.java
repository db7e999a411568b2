package io.kempelen.payout.withdrawal.rail.iso20022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kempelen.messaging.web.ProblemException;
import io.kempelen.payout.withdrawal.rail.Answer;
import io.kempelen.payout.withdrawal.rail.News;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Pain002FormatTest {

    private static final String PAYOUT = Runs.payout(7);
    private static final String OTHER = Runs.payout(8);

    private final Pain002Format format = new Pain002Format();

    @ParameterizedTest
    @ValueSource(strings = {"RCVD", "PDNG", "ACTC", "ACCP", "ACSP", "ACWC"})
    void hearsThatAPayoutIsUnderWay(String status) {
        assertThat(read(report("", transaction(PAYOUT, status, ""))))
                .containsExactly(news(PAYOUT, new Answer.Accepted()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACSC", "ACCC"})
    void hearsThatAPayoutIsPaid(String status) {
        assertThat(read(report("", transaction(PAYOUT, status, "")))).containsExactly(news(PAYOUT, new Answer.Paid()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RJCT", "CANC"})
    void hearsThatAPayoutIsRefusedAndWhy(String status) {
        var text = report("", transaction(PAYOUT, status, reason("AC04", "Konto erloschen", "am 1. Mai")));

        assertThat(read(text)).containsExactly(news(PAYOUT, new Answer.Refused("AC04 the account is closed")));
    }

    @Test
    void keepsACodeThatItHasNoWordsFor() {
        var text = report("", transaction(PAYOUT, "RJCT", reason("ZZ99")));

        assertThat(read(text)).containsExactly(news(PAYOUT, new Answer.Refused("The bank refused it (ZZ99).")));
    }

    @Test
    void saysSoWhenTheBankGivesNoReason() {
        assertThat(read(report("", transaction(PAYOUT, "RJCT", ""))))
                .containsExactly(news(PAYOUT, new Answer.Refused("The bank refused it without a reason.")));
    }

    @Test
    void refusesTheWholeRunWhenTheGroupIsRejected() {
        assertThat(read(report("<GrpSts>RJCT</GrpSts>" + reason("FF01", "bad"), "")))
                .containsExactly(whole(new Answer.Refused("FF01 the format is wrong")));
    }

    @Test
    void refusesTheWholeRunWhenTheInstructionIsRejected() {
        assertThat(read(report("", "<PmtInfSts>RJCT</PmtInfSts>" + reason("AM04"))))
                .containsExactly(whole(new Answer.Refused("AM04 the paying account has too little money")));
    }

    @Test
    void hearsAPayoutsOwnReasonBeforeTheRuns() {
        var text = report("<GrpSts>RJCT</GrpSts>" + reason("NARR"), transaction(PAYOUT, "RJCT", reason("AC01")));

        assertThat(read(text))
                .containsExactly(
                        news(PAYOUT, new Answer.Refused("AC01 the account number is wrong")),
                        whole(new Answer.Refused("NARR the bank gives the reason in words")));
    }

    @Test
    void takesTheRunsReasonForAPayoutWithoutOne() {
        var text = report("", "<PmtInfSts>RJCT</PmtInfSts>" + reason("DT01") + transaction(PAYOUT, null, ""));

        assertThat(read(text)).contains(news(PAYOUT, new Answer.Refused("DT01 the date is wrong")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RCVD", "PDNG", "ACTC", "ACCP", "ACSP", "ACWC", "PART"})
    void makesNoNewsOfAGroupThatIsUnderWay(String status) {
        assertThat(read(report("<GrpSts>" + status + "</GrpSts>", ""))).isEmpty();
    }

    @Test
    void takesARunAsPaidWhenOnlyTheGroupIsNamed() {
        assertThat(read(report("<GrpSts>ACSC</GrpSts>", ""))).containsExactly(whole(new Answer.Paid()));
        assertThat(read(report("<GrpSts>ACSC</GrpSts>", transaction(PAYOUT, "RJCT", reason("AC04")))))
                .containsExactly(news(PAYOUT, new Answer.Refused("AC04 the account is closed")));
    }

    @Test
    void readsEveryTransactionInTheFilesOrder() {
        var text = report("", transaction(OTHER, "ACSC", "") + transaction(PAYOUT, "RJCT", reason("AC06")));

        assertThat(read(text))
                .containsExactly(
                        news(OTHER, new Answer.Paid()),
                        news(PAYOUT, new Answer.Refused("AC06 the account is blocked")));
    }

    @Test
    void leavesOutWhatIsNotOurs() {
        var text = report("<GrpSts>PART</GrpSts>", transaction("SALARY-2026-11", "RJCT", reason("AC04")));

        assertThat(read(text)).isEmpty();
        assertThat(read(report("<GrpSts>RJCT</GrpSts>", "").replace(Runs.RUN, "SALARIES")))
                .isEmpty();
        assertThat(read(report("<GrpSts>RJCT</GrpSts>", "").replace("pain.001.001.09", "pain.008.001.02")))
                .isEmpty();
    }

    @Test
    void findsAPayoutByItsInstructionToo() {
        var text = report(
                "",
                transaction("NOTPROVIDED", "ACSC", "")
                        .replace("<OrgnlEndToEndId>", "<OrgnlInstrId>" + PAYOUT + "</OrgnlInstrId><OrgnlEndToEndId>"));

        assertThat(read(text)).containsExactly(news(PAYOUT, new Answer.Paid()));
    }

    @Test
    void decidesNothingOnAStatusItDoesNotKnow() {
        assertThat(read(report("", transaction(PAYOUT, "BLCK", ""))))
                .singleElement()
                .extracting(News::answer)
                .isInstanceOf(Answer.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AM05", "DUPL", "DU01", "DU02", "DU03", "DU04", "DU05"})
    void neverTakesADuplicateForARefusal(String code) {
        assertDuplicate(report("", transaction(PAYOUT, "RJCT", reason(code))));
        assertDuplicate(report("", "<PmtInfSts>RJCT</PmtInfSts>" + reason(code)));
        assertDuplicate(report("<GrpSts>RJCT</GrpSts>" + reason(code), ""));
    }

    @Test
    void suspectsADuplicateWhereverTheReportNamesOne() {
        var group = "<GrpSts>RJCT</GrpSts>";
        var instruction = "<PmtInfSts>RJCT</PmtInfSts>";

        assertDuplicate(report(group + reason("DU01"), instruction + transaction(PAYOUT, "RJCT", reason("AC04"))));
        assertDuplicate(report(group, instruction + transaction(PAYOUT, "RJCT", reason("AC04") + reason("AM05"))));
        assertDuplicate(report(group, instruction + transaction("NOTPROVIDED", "RJCT", reason("AM05"))));
    }

    @Test
    void hearsHowMuchWasSent() {
        var sent = "<OrgnlTxRef><Amt><InstdAmt Ccy=\"EUR\">%s</InstdAmt></Amt></OrgnlTxRef>";

        assertThat(read(report("", transaction(PAYOUT, "ACSC", sent.formatted("12.34")))))
                .extracting(News::amount)
                .containsExactly(OptionalLong.of(1_234));
        damaged(
                report("", transaction(PAYOUT, "ACSC", sent.formatted("12.345"))),
                "InstdAmt in TxInfAndSts 1 in OrgnlPmtInfAndSts 1 is not an amount of its currency");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACSC", "PDNG", "RJCT"})
    void takesNoRunAsPaidWhoseInstructionSpeaksForItself(String status) {
        var news = read(report("<GrpSts>ACSC</GrpSts>", "<PmtInfSts>" + status + "</PmtInfSts>"));

        assertThat(news).hasSize(status.equals("PDNG") ? 0 : 1);
        assertThat(news.contains(whole(new Answer.Paid()))).isEqualTo(status.equals("ACSC"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOTPROVIDED", "SALARY-2026-11"})
    void takesNoRunAsPaidThatHasATransactionWithoutAName(String id) {
        var refused = transaction(id, "RJCT", reason("AC04"));

        for (var given : List.of(refused, refused.replace("<TxSts>RJCT</TxSts>", ""))) {
            damaged(
                    report("<GrpSts>ACCC</GrpSts>", transaction(PAYOUT, "ACSC", "") + given),
                    "TxInfAndSts 2 in OrgnlPmtInfAndSts 1 names no payout, though OrgnlGrpInfAndSts says");
            damaged(
                    report("", "<PmtInfSts>ACSC</PmtInfSts>" + given),
                    "TxInfAndSts 1 in OrgnlPmtInfAndSts 1 names no payout, though OrgnlPmtInfAndSts 1 says");
        }
    }

    @Test
    void leavesOthersReportsAlone() {
        var paid = report("<GrpSts>ACSC</GrpSts>", transaction("SALARY-2026-11", "RJCT", ""));
        var refused = report("<GrpSts>RJCT</GrpSts>", transaction("SALARY-2026-11", "PDNG", ""));

        assertThat(read(paid.replace(Runs.RUN, "SALARIES"))).isEmpty();
        assertThat(read(refused.replace(Runs.RUN, "SALARIES"))).isEmpty();
        damaged(refused, "OrgnlGrpInfAndSts is refused as a whole");
    }

    @Test
    void repeatsNoneOfTheBanksWords() {
        var strange = reason("Ada").replaceAll("Cd>", "Prtry>") + reason("DE89370400440532013000", "Ada Lovelace");
        var text = report("", transaction(PAYOUT, "RJCT", strange + reason("AC04", "a", "b") + reason("BE06")));

        assertThat(read(text))
                .containsExactly(news(
                        PAYOUT,
                        new Answer.Refused("AC04 the account is closed; BE06 the bank does not know the receiver")));
        assertThat(read(report("", transaction(PAYOUT, "Ada Lovelace", "")))
                        .getFirst()
                        .answer())
                .isEqualTo(new Answer.Unknown("The bank reports a status of its own, which says nothing certain."));
    }

    @Test
    void readsTheOlderVersion() {
        var text =
                report("", transaction(PAYOUT, "RJCT", reason("AC04"))).replace("pain.002.001.10", "pain.002.001.03");

        assertThat(read(text)).containsExactly(news(PAYOUT, new Answer.Refused("AC04 the account is closed")));
    }

    @Test
    void readsPrefixesAndOtherEncodings() {
        var text = report("", transaction(PAYOUT, "RJCT", reason("AC04", "Straße")))
                .replace("encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\"")
                .replaceAll("<(/?)([A-Z])", "<$1p:$2")
                .replace("xmlns=", "xmlns:p=");

        assertThat(format.read(text.getBytes(StandardCharsets.ISO_8859_1)).orElseThrow())
                .containsExactly(news(PAYOUT, new Answer.Refused("AC04 the account is closed")));
    }

    @Test
    void refusesAReportThatContradictsItself() {
        damaged(
                report("<GrpSts>RJCT</GrpSts>", transaction(PAYOUT, "ACSC", "")),
                "OrgnlGrpInfAndSts is refused as a whole, but a part of it is not");
    }

    @Test
    void namesTheElementThatIsMissing() {
        var whole = report("", transaction(PAYOUT, "ACSC", ""));

        damaged(report("", transaction(PAYOUT, null, "")), "TxSts is missing in TxInfAndSts 1 in OrgnlPmtInfAndSts 1");
        damaged(whole.replaceAll("<OrgnlMsgId>.*</OrgnlMsgId>", ""), "OrgnlMsgId is missing");
        damaged(whole.replaceAll("<OrgnlMsgNmId>.*?</OrgnlMsgNmId>", ""), "OrgnlMsgNmId is missing");
        damaged(whole.replaceAll("<OrgnlPmtInfId>.*?</OrgnlPmtInfId>", ""), "OrgnlPmtInfId is missing");
        damaged(whole.replaceAll("(?s)<OrgnlGrpInfAndSts>.*</OrgnlGrpInfAndSts>", ""), "OrgnlGrpInfAndSts is missing");
        damaged(whole.replaceAll("(?s)<CstmrPmtStsRpt>.*</CstmrPmtStsRpt>", ""), "CstmrPmtStsRpt is missing");
    }

    @Test
    void namesTheLineWhereAFileBreaksOff() {
        var text = report("", transaction(PAYOUT, "ACSC", ""));

        for (var end = text.indexOf("<CstmrPmtStsRpt>"); end < text.length() - 1; end += 7)
            damaged(text.substring(0, end), "line ");
    }

    @Test
    void opensNoOtherFile() {
        var text = report("", transaction(PAYOUT, "RJCT", reason("AC04", "&secret;")))
                .replace("?>", "?><!DOCTYPE Document [<!ENTITY secret SYSTEM \"file:///etc/passwd\">]>");

        damaged(text, "document type");
        damaged(text.replaceAll("<!DOCTYPE.*?]>", ""), "line ");
    }

    @Test
    void expandsNoEntities() {
        var laughs = new StringBuilder("<!DOCTYPE Document [<!ENTITY a0 \"ha\">");
        for (var i = 1; i < 30; i++) laughs.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        var text =
                report("", transaction(PAYOUT, "RJCT", reason("AC04", "&a29;"))).replace("?>", "?>" + laughs + "]>");

        damaged(text, "document type");
    }

    @Test
    void goesOnlySoDeepAndSoFar() {
        var deep = "<X>".repeat(10_000) + "</X>".repeat(10_000);
        damaged(report("", "").replace("</CstmrPmtStsRpt>", deep + "</CstmrPmtStsRpt>"), "nested too deep");

        damaged(report("", "") + " ".repeat(33 << 20), "bytes");
    }

    @Test
    void refusesBytesThatAreNoText() {
        var text = report("", transaction(PAYOUT, "RJCT", reason("AC04", "Straße")));

        assertThatThrownBy(() -> format.read(text.getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessageContaining("not UTF-8");
    }

    @Test
    void leavesFilesOfOtherKindsAlone() {
        var ours = new Pain001Format(Runs.DEBTOR).write(Runs.ofMany("EUR", 3));

        assertThat(format.read(ours)).isEmpty();
        assertThat(format.read(new byte[0])).isEmpty();
        assertThat(format.read("101 hello".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(format.read("<Document/>".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(format.read("<?xml version=\"1.0\"?><a".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(format.read("{\"a\": 1}".getBytes(Charset.forName("UTF-16"))))
                .isEmpty();
    }

    private List<News> read(String text) {
        return format.read(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    private void damaged(String text, String what) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("pain.002")
                .hasMessageContaining(what);
    }

    private void assertDuplicate(String text) {
        assertThat(read(text)).isNotEmpty().extracting(News::answer).hasOnlyElementsOfType(Answer.Duplicate.class);
    }

    private static News news(String payout, Answer answer) {
        return new News(new News.Subject.ById(payout), answer);
    }

    private static News whole(Answer answer) {
        return new News(new News.Subject.OfRun(Runs.RUN), answer);
    }

    private static String report(String group, String instruction) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10">
                  <CstmrPmtStsRpt>
                    <GrpHdr><MsgId>BANK-1</MsgId><CreDtTm>2026-11-21T08:00:00+01:00</CreDtTm></GrpHdr>
                    <OrgnlGrpInfAndSts>
                      <OrgnlMsgId>%s</OrgnlMsgId>
                      <OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>
                      %s
                    </OrgnlGrpInfAndSts>
                    <OrgnlPmtInfAndSts>
                      <OrgnlPmtInfId>%s</OrgnlPmtInfId>
                      %s
                    </OrgnlPmtInfAndSts>
                  </CstmrPmtStsRpt>
                </Document>
                """.formatted(Runs.RUN, group, Runs.RUN, instruction);
    }

    private static String transaction(String payout, @org.jspecify.annotations.Nullable String status, String reason) {
        var given = status == null ? "" : "<TxSts>" + status + "</TxSts>";
        return "<TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId>%s%s</TxInfAndSts>".formatted(payout, given, reason);
    }

    private static String reason(String code, String... added) {
        var words = new StringBuilder();
        for (var word : added) words.append("<AddtlInf>").append(word).append("</AddtlInf>");
        return "<StsRsnInf><Rsn><Cd>%s</Cd></Rsn>%s</StsRsnInf>".formatted(code, words);
    }
}
