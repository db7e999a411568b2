package io.kempelen.payout.withdrawal.rail.iso20022;

import com.prowidesoftware.swift.model.mx.MxPain00200110;
import com.prowidesoftware.swift.model.mx.dic.CustomerPaymentStatusReportV10;
import io.kempelen.payout.withdrawal.rail.News;
import io.kempelen.payout.withdrawal.rail.file.ReportFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Status reports, pain.002.001.10 and the older .03, whose elements have the same names wherever we look. */
@Component
@ConditionalOnProperty("kempelen.payouts.iso20022.iban")
class Pain002Format implements ReportFormat {

    static final String NAME = "pain.002";

    private static final Set<String> NAMESPACES =
            Set.of("urn:iso:std:iso:20022:tech:xsd:pain.002.001.10", "urn:iso:std:iso:20022:tech:xsd:pain.002.001.03");

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
        return BankXml.text(file, NAME, NAMESPACES).map(text -> new StatusReport(report(text)).news());
    }

    /** The library ignores namespaces, so its newest class reads both versions. */
    private static CustomerPaymentStatusReportV10 report(String text) {
        return Optional.ofNullable(MxPain00200110.parse(text))
                .map(MxPain00200110::getCstmrPmtStsRpt)
                .orElseThrow(() -> BankXml.damaged(NAME, "CstmrPmtStsRpt is missing."));
    }
}
