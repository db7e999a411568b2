package io.kempelen.payout.withdrawal.rail.iso20022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prowidesoftware.swift.model.mx.MxPain00100109;
import com.prowidesoftware.swift.model.mx.dic.CustomerCreditTransferInitiationV09;
import io.kempelen.messaging.web.ProblemException;
import io.kempelen.payout.withdrawal.rail.Destination;
import io.kempelen.payout.withdrawal.rail.Run;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class Pain001FormatTest {

    private static final String IBAN = "DE89370400440532013000";

    private final Pain001Format format = new Pain001Format(Runs.DEBTOR);

    @Test
    void addsUpAThousandPayees() throws Exception {
        var run = Runs.ofMany("EUR", 1_000);

        var document = dom(format.write(run));

        var sum = texts(document, "InstdAmt").stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(texts(document, "InstdAmt")).hasSize(1_000);
        assertThat(texts(document, "NbOfTxs")).containsExactly("1000", "1000");
        assertThat(texts(document, "CtrlSum")).containsExactly(sum.toPlainString(), sum.toPlainString());
        assertThat(sum).isEqualByComparingTo(new BigDecimal("186185.00"));
        assertThat(new HashSet<>(texts(document, "EndToEndId"))).hasSize(1_000);
    }

    @Test
    void namesRunPayoutAndDay() {
        var message = readBack(Runs.ofMany("EUR", 1));

        var instruction = message.getPmtInf().getFirst();
        var transfer = instruction.getCdtTrfTxInf().getFirst();
        assertThat(message.getGrpHdr().getMsgId()).isEqualTo(Runs.RUN);
        assertThat(message.getGrpHdr().getCreDtTm().toInstant()).isEqualTo("2026-11-20T23:59:58Z");
        assertThat(message.getGrpHdr().getInitgPty().getNm()).isEqualTo("Kempelen Test GmbH");
        assertThat(instruction.getPmtInfId()).isEqualTo(Runs.RUN);
        assertThat(instruction.getReqdExctnDt().getDt()).isEqualTo("2026-11-20");
        assertThat(instruction.getDbtrAcct().getId().getIBAN()).isEqualTo(IBAN);
        assertThat(instruction.getDbtrAgt().getFinInstnId().getBICFI()).isEqualTo("COBADEFFXXX");
        assertThat(transfer.getPmtId().getEndToEndId()).isEqualTo(Runs.payout(1));
        assertThat(transfer.getPmtId().getInstrId()).isEqualTo(Runs.payout(1));
        assertThat(transfer.getCdtr().getNm()).isEqualTo("Payee 1");
        assertThat(transfer.getCdtrAcct().getId().getIBAN()).isEqualTo(Runs.german(1));
        assertThat(transfer.getCdtrAgt()).isNull();
    }

    @ParameterizedTest(name = "{1} {0} is {2}")
    @CsvSource({"JPY, 1234, 1234", "BHD, 1, 0.001", "BHD, 12345, 12.345", "USD, 5, 0.05", "EUR, 100, 1.00"})
    void writesExactlyTheDigitsOfTheCurrency(String currency, long amount, String written) throws Exception {
        var run = Runs.of(currency, List.of(Runs.order(1, amount, currency, Runs.to("A", IBAN))));

        var document = dom(format.write(run));

        assertThat(texts(document, "InstdAmt")).containsExactly(written);
        assertThat(texts(document, "CtrlSum")).containsExactly(written, written);
        assertThat(document.getElementsByTagName("InstdAmt")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("Ccy"))
                .returns(currency, attribute -> attribute.getNodeValue());
    }

    @Test
    void sharesChargesAsTheSchemeWants() {
        var euros = readBack(Runs.ofMany("EUR", 1)).getPmtInf().getFirst();
        var dollars = readBack(Runs.ofMany("USD", 1)).getPmtInf().getFirst();

        assertThat(euros.getPmtTpInf().getSvcLvl().getFirst().getCd()).isEqualTo("SEPA");
        assertThat(euros.getChrgBr()).hasToString("SLEV");
        assertThat(dollars.getPmtTpInf().getSvcLvl().getFirst().getCd()).isEqualTo("NURG");
        assertThat(dollars.getChrgBr()).hasToString("SHAR");
    }

    @ParameterizedTest(name = "{0} is written as {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Åsa Öberg | Asa Oberg",
                "</Nm><IBAN>DE00</IBAN> | /Nm IBAN DE00 /IBAN",
                "A & B <&amp;> | A + B +amp",
                "😀 Eve 😀 | Eve",
                "]]> Bobby | Bobby"
            })
    void writesHostileNamesAsHarmlessOnes(String name, String written) {
        var run = Runs.of("EUR", List.of(Runs.order(1, 1, "EUR", Runs.to(name, IBAN))));

        var transfers = readBack(run).getPmtInf().getFirst().getCdtTrfTxInf();

        assertThat(transfers).hasSize(1);
        assertThat(transfers.getFirst().getCdtr().getNm()).isEqualTo(written);
        assertThat(transfers.getFirst().getCdtrAcct().getId().getIBAN()).isEqualTo(IBAN);
    }

    @Test
    void cutsNamesToSeventyCharacters() {
        var run = Runs.of("EUR", List.of(Runs.order(1, 1, "EUR", Runs.to("x".repeat(500), IBAN))));

        assertThat(readBack(run)
                        .getPmtInf()
                        .getFirst()
                        .getCdtTrfTxInf()
                        .getFirst()
                        .getCdtr()
                        .getNm())
                .isEqualTo("x".repeat(70));
    }

    @Test
    void writesTheSameRunAsTheSameBytes() {
        assertThat(format.write(Runs.ofMany("EUR", 50)))
                .isEqualTo(new Pain001Format(Runs.DEBTOR).write(Runs.ofMany("EUR", 50)));
    }

    @Test
    void takesTheBicThatIsGiven() {
        var to = new Destination(Map.of("name", "A", "iban", IBAN, "bic", "deutdeff"));

        var transfer = readBack(Runs.of("EUR", List.of(Runs.order(1, 1, "EUR", to))))
                .getPmtInf()
                .getFirst()
                .getCdtTrfTxInf()
                .getFirst();

        assertThat(transfer.getCdtrAgt().getFinInstnId().getBICFI()).isEqualTo("DEUTDEFF");
    }

    @Test
    void refusesAnIbanWithAWrongChecksum() {
        refuses("DE88370400440532013000", "its check digits do not fit");
    }

    @Test
    void refusesAnIbanOfTheWrongLength() {
        refuses("DE8937040044053201300", "its length is not its country's");
        refuses("NO93860111179470", "its length is not its country's");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE89370400440532013001", // a digit changed
                "DE98370400440532013000", // two digits swapped
                "DE89370400404532013000",
                "DE00370400440532013000", // 00, 01 and 99 are never check digits
                "DE01370400440532013000",
                "DE99370400440532013000",
                "GB82WEST1234569876543", // too short
                "GB82WEST123456987654321", // too long
                "GB821234WEST5698765432", // letters where digits belong
                "XX89370400440532013000", // no such country
                "US64SVBKUS6S3300958879", // a country without IBANs
                "DE89-3704-0044-0532-0130-00", // signs
                "DE8937040044053201300O", // a letter for a zero
                "8937040044053201300000",
                "DE",
                "DE89",
                "ＤＥ89370400440532013000", // wide letters
                "DE89370400440532013٠٠٠", // digits of another script
                "<IBAN>"
            })
    void refusesWhatIsNoIban(String iban) {
        refuses(iban, "is not an IBAN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE89 3704 0044 0532 0130 00",
                "gb82 west 1234 5698 7654 32",
                "DE89\u00A03704 0044 0532 0130 00", // as web pages break it
                "NO9386011117947",
                "MT84MALT011000012345MTLCAST001S",
                "FR1420041010050500013M02606"
            })
    void takesIbansAsPeopleWriteThem(String iban) {
        assertThatCode(() -> format.check(Runs.to("A", iban), "EUR")).doesNotThrowAnyException();
    }

    @Test
    void sendsEurosToSepaCountriesOnly() {
        var brazilian = Runs.to("A", "BR1800360305000010009795493C1");

        assertThatThrownBy(() -> format.check(brazilian, "EUR")).hasMessageContaining("SEPA countries only");
        assertThatCode(() -> format.check(brazilian, "USD")).doesNotThrowAnyException();
    }

    @Test
    void namesTheMemberThatIsWrong() {
        assertThat(field(Map.of("iban", IBAN))).isEqualTo("destination.name");
        assertThat(field(Map.of("name", " ", "iban", IBAN))).isEqualTo("destination.name");
        assertThat(field(Map.of("name", "田中", "iban", IBAN))).isEqualTo("destination.name");
        assertThat(field(Map.of("name", "A"))).isEqualTo("destination.iban");
        assertThat(field(Map.of("name", "A", "iban", "x"))).isEqualTo("destination.iban");
        assertThat(field(Map.of("name", "A", "iban", IBAN, "bic", "DEUT"))).isEqualTo("destination.bic");
    }

    @Test
    void neverRepeatsAnAccountInARefusal() {
        assertThatThrownBy(() -> format.check(Runs.to("A", "DE88370400440532013000"), "EUR"))
                .message()
                .doesNotContain("3704");
    }

    @Test
    void keepsBackAFileThatTheDefinitionWouldNotTake() {
        var file = new String(format.write(Runs.ofMany("EUR", 1)), StandardCharsets.UTF_8);
        var schema = new Pain001Schema();

        for (var broken : List.of(
                file.replace("<PmtMtd>TRF", "<PmtMtd>FOO"),
                file.replace(Runs.RUN, Runs.RUN + "123456"),
                file.replace("Ccy=\"EUR\"", "Ccy=\"euro\""),
                file.replace("1.37<", "1.374444<"),
                file.replace("<NbOfTxs>1</NbOfTxs>", ""),
                file.replace("pain.001.001.09", "pain.001.001.03")))
            assertThatThrownBy(() -> schema.check(broken.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void saysWhereAFileIsWrongButNotWhatStandsThere() {
        var file = new String(format.write(Runs.ofMany("EUR", 1)), StandardCharsets.UTF_8);
        var broken = file.replace("<IBAN>" + Runs.german(1), "<IBAN>" + Runs.german(1) + " of Ada");

        assertThatThrownBy(() -> new Pain001Schema().check(broken.getBytes(StandardCharsets.UTF_8)))
                .hasMessageMatching("Wrote a pain.001 that is none: line [0-9]+, in element IBAN")
                .hasNoCause();
    }

    private void refuses(String iban, String why) {
        assertThatThrownBy(() -> format.check(Runs.to("A", iban), "EUR"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("destination.iban")
                .hasMessageContaining(why);
    }

    private Object field(Map<String, String> members) {
        try {
            format.check(new Destination(members), "EUR");
            return "nothing was refused";
        } catch (ProblemException refused) {
            return String.valueOf(refused.problem().extras().get("field"));
        }
    }

    private CustomerCreditTransferInitiationV09 readBack(Run run) {
        return MxPain00100109.parse(new String(format.write(run), StandardCharsets.UTF_8))
                .getCstmrCdtTrfInitn();
    }

    private static Document dom(byte[] file) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(new ByteArrayInputStream(file));
    }

    private static List<String> texts(Document document, String element) {
        var found = document.getElementsByTagName(element);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }
}
