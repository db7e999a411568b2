package io.kempelen.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kempelen.events.PayoutReturned;
import io.kempelen.messaging.testing.KafkaProbe;
import io.kempelen.messaging.testing.KempelenTest;
import io.kempelen.messaging.testing.TestApi;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Payouts as files for a bank, and what the bank sends back. */
@KempelenTest
class FileRailIT {

    private static final String IBAN = "DE89370400440532013000";

    @Autowired
    private KafkaProbe probe;

    @Autowired
    private TestApi api;

    @Autowired
    private JdbcTemplate jdbc;

    private final Books books;

    FileRailIT(@Autowired JdbcTemplate jdbc) {
        this.books = new Books(jdbc);
    }

    @Test
    void writesAPayoutIntoOneFileAndSettlesItByTheBanksReports() {
        var worker = Earner.with(20, probe, api, books);
        assertThat(worker.choose(Map.of("rail", "iso20022", "destination", Map.of("name", "Ada L.", "iban", IBAN)))
                        .status())
                .isEqualTo(200);
        var arrives = withdraw(worker, "0.40");
        var bounces = withdraw(worker, "0.30");
        var refused = withdraw(worker, "0.20");

        assertThat(file(arrives)).contains("<EndToEndId>" + arrives + "</EndToEndId>", IBAN, ">0.40<");
        var rejection = report(pain002(refused));
        assertThat(rejection.json().path("settled").asInt()).isOne();
        assertThat(worker.state(refused)).isEqualTo("FAILED");
        assertThat(report(camt054(arrives, "0.40") + "").json().path("settled").asInt())
                .isOne();
        assertThat(report(camt054(bounces, "0.30")).json().path("settled").asInt())
                .isOne();
        assertThat(worker.state(arrives)).isEqualTo("PAID");

        assertThat(report(returned(bounces, "0.30")).json().path("settled").asInt())
                .isOne();
        assertThat(worker.state(bounces)).isEqualTo("RETURNED");
        probe.awaitOne(
                Events.PAYOUTS,
                PayoutReturned.class,
                event -> event.getPayoutId().equals(bounces));
        assertThat(books.earnings(worker.id)).isEqualTo(60);
        assertThat(books.balance("rail:iso20022:USD")).isZero();
        assertThat(books.faults()).isZero();
    }

    @Test
    void takesAReportHandedInTwiceForOne() {
        var worker = Earner.with(2, probe, api, books);
        worker.choose(Map.of("rail", "iso20022", "destination", Map.of("name", "Ada L.", "iban", IBAN)));
        var payout = withdraw(worker, "0.10");

        assertThat(report(camt054(payout, "0.10")).json().path("settled").asInt())
                .isOne();
        var again = report(camt054(payout, "0.10"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("settled").asInt()).isZero();
        assertThat(again.json().path("repeated").asInt()).isOne();
        assertThat(books.transfers("PAYOUT_PAID", payout)).isOne();
    }

    @Test
    void doesNotPayWhatIsBackInTheWallet() {
        var worker = Earner.with(2, probe, api, books);
        worker.choose(Map.of("rail", "iso20022", "destination", Map.of("name", "Ada L.", "iban", IBAN)));
        var payout = withdraw(worker, "0.10");
        report(pain002(payout));

        var contradiction = report(camt054(payout, "0.10"));

        assertThat(contradiction.json().path("contradicted").get(0).asString()).isEqualTo(payout);
        assertThat(worker.state(payout)).isEqualTo("FAILED");
        assertThat(books.earnings(worker.id)).isEqualTo(10);
    }

    @Test
    void takesReportsInAnyOrder() {
        var worker = Earner.with(2, probe, api, books);
        worker.choose(Map.of("rail", "iso20022", "destination", Map.of("name", "Ada L.", "iban", IBAN)));
        var payout = withdraw(worker, "0.10");

        report(returned(payout, "0.10"));
        var late = report(camt054(payout, "0.10"));

        assertThat(late.json().path("contradicted").size()).isZero();
        assertThat(worker.state(payout)).isEqualTo("RETURNED");
        assertThat(books.earnings(worker.id)).isEqualTo(10);
        assertThat(books.transfers("PAYOUT_PAID", payout)).isOne();
        assertThat(books.faults()).isZero();
    }

    @Test
    void leavesAnotherAmountThanItsOwnToAPerson() {
        var worker = Earner.with(2, probe, api, books);
        worker.choose(Map.of("rail", "iso20022", "destination", Map.of("name", "Ada L.", "iban", IBAN)));
        var payout = withdraw(worker, "0.10");

        var odd = report(camt054(payout, "0.09"));
        assertThat(odd.json().path("contradicted").get(0).asString()).isEqualTo(payout);
        assertThat(worker.state(payout)).isEqualTo("SENT");
        assertThat(api.get(Earner.operator(), "/v1/operator/payouts?state=SENT&rail=iso20022&limit=100")
                        .text())
                .contains(payout, "another amount");

        var decision = "/v1/operator/payouts/" + payout + "/decision";
        assertThat(api.post(Earner.operator(), decision, Map.of("decision", "PAID"))
                        .status())
                .isEqualTo(422);
        assertThat(api.post(Earner.operator(), decision, Map.of("decision", "PAID", "note", "Statement 7."))
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("PAID");
        assertThat(api.post(Earner.operator(), decision, Map.of("decision", "FAILED", "note", "No."))
                        .status())
                .isEqualTo(409);
        assertThat(api.post(worker.token(), decision, Map.of("decision", "PAID", "note", "Me."))
                        .status())
                .isEqualTo(403);
        assertThat(books.faults()).isZero();
    }

    @Test
    void sealsTheFilesToo() {
        var worker = Earner.with(2, probe, api, books);
        worker.choose(Map.of("rail", "iso20022", "destination", Map.of("name", "Ada L.", "iban", IBAN)));
        var payout = withdraw(worker, "0.10");
        report(camt054(payout, "0.10"));

        var contents = jdbc.queryForList(
                "SELECT content FROM payout_file UNION ALL SELECT content FROM payout_report", byte[].class);
        assertThat(contents)
                .isNotEmpty()
                .allSatisfy(content -> assertThat(new String(content, StandardCharsets.ISO_8859_1))
                        .doesNotContain("<Document", IBAN));
    }

    @Test
    void sendsThroughNachaToo() {
        var worker = Earner.with(2, probe, api, books);
        var account = Map.of(
                "name",
                "Ada Lovelace",
                "routingNumber",
                "021000021",
                "accountNumber",
                "12345678",
                "accountType",
                "checking");
        assertThat(worker.choose(Map.of("rail", "nacha", "destination", account))
                        .status())
                .isEqualTo(200);
        var payout = withdraw(worker, "0.10");

        assertThat(file(payout).lines()).allSatisfy(line -> assertThat(line).hasSize(94));
    }

    @Test
    void knowsWhichFilesItDoesNotUnderstand() {
        assertThat(report("<html/>").status()).isEqualTo(422);
        assertThat(api.post(Earner.operator().replace('e', 'f'), "/v1/operator/payout-reports", Map.of())
                        .status())
                .isEqualTo(401);
    }

    private String withdraw(Earner worker, String amount) {
        var payout = worker.withdraw(amount).json().path("payoutId").asString();
        await().atMost(Duration.ofSeconds(20)).until(() -> worker.state(payout).equals("SENT"));
        return payout;
    }

    private String file(String payout) {
        var run = jdbc.queryForObject("SELECT run_id FROM payout WHERE id = ?", String.class, payout);
        assertThat(api.get(Earner.operator(), "/v1/operator/payout-files?limit=100")
                        .text())
                .contains(run);
        return api.get(Earner.operator(), "/v1/operator/payout-files/" + run).text();
    }

    private TestApi.Answer report(String xml) {
        return api.send(Earner.operator(), "POST", "/v1/operator/payout-reports", xml, "application/xml", Map.of());
    }

    private static String pain002(String payout) {
        return """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
                <GrpHdr><MsgId>R1</MsgId><CreDtTm>2026-11-22T10:00:00Z</CreDtTm></GrpHdr>
                <OrgnlGrpInfAndSts><OrgnlMsgId>X</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId></OrgnlGrpInfAndSts>
                <OrgnlPmtInfAndSts><OrgnlPmtInfId>X</OrgnlPmtInfId><TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId>
                <TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf></TxInfAndSts></OrgnlPmtInfAndSts>
                </CstmrPmtStsRpt></Document>""".formatted(payout);
    }

    private static String camt054(String payout, String amount) {
        return notification("DBIT", "", payout, amount);
    }

    private static String returned(String payout, String amount) {
        return notification("CRDT", "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>", payout, amount);
    }

    private static String notification(String sign, String reason, String payout, String amount) {
        return """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn>
                <GrpHdr><MsgId>N1</MsgId><CreDtTm>2026-11-22T10:00:00Z</CreDtTm></GrpHdr>
                <Ntfctn><Id>1</Id><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id></Acct>
                <Ntry><Amt Ccy="USD">%s</Amt><CdtDbtInd>%s</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BkTxCd/>
                <NtryDtls><TxDtls><Refs><EndToEndId>%s</EndToEndId></Refs><Amt Ccy="USD">%s</Amt><CdtDbtInd>%s</CdtDbtInd>%s</TxDtls></NtryDtls>
                </Ntry></Ntfctn></BkToCstmrDbtCdtNtfctn></Document>""".formatted(amount, sign, payout, amount, sign, reason);
    }
}
