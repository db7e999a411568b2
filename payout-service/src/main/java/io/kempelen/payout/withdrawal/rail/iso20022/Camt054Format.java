package io.kempelen.payout.withdrawal.rail.iso20022;

import io.kempelen.payout.withdrawal.rail.News;
import io.kempelen.payout.withdrawal.rail.file.ReportFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Notifications of what was booked on the operator's account, camt.054.001.08 and the older .02. */
@Component
@ConditionalOnProperty("kempelen.payouts.iso20022.iban")
class Camt054Format implements ReportFormat {

    static final String NAME = "camt.054";

    private static final String NEW = "urn:iso:std:iso:20022:tech:xsd:camt.054.001.08";
    private static final String OLD = "urn:iso:std:iso:20022:tech:xsd:camt.054.001.02";

    @Override
    public String rail() {
        return Pain001Format.RAIL;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<List<News>> read(byte[] file) {
        return BankXml.text(file, NAME, Set.of(NEW))
                .map(BookedV08::of)
                .or(() -> BankXml.text(file, NAME, Set.of(OLD)).map(BookedV02::of))
                .map(Camt054Format::news);
    }

    private static List<News> news(List<Booked> booked) {
        return booked.stream().map(Booked::news).flatMap(Optional::stream).toList();
    }
}
