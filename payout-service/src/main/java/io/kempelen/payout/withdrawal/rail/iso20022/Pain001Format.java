package io.kempelen.payout.withdrawal.rail.iso20022;

import com.prowidesoftware.swift.model.mx.MxPain00100109;
import com.prowidesoftware.swift.model.mx.MxWriteConfiguration;
import io.kempelen.payout.withdrawal.rail.Destination;
import io.kempelen.payout.withdrawal.rail.Run;
import io.kempelen.payout.withdrawal.rail.file.PaymentFormat;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Credit transfers as pain.001.001.09. */
@Component
@ConditionalOnProperty("kempelen.payouts.iso20022.iban")
class Pain001Format implements PaymentFormat {

    static final String RAIL = "iso20022";

    /** About 8 MB, below what banks' channels take. */
    private static final int CAPACITY = 5_000;

    private final Iso20022Properties debtor;
    private final Pain001Schema schema = new Pain001Schema();

    Pain001Format(Iso20022Properties debtor) {
        this.debtor = debtor;
    }

    @Override
    public String name() {
        return RAIL;
    }

    @Override
    public String fileName(Run run) {
        return "pain.001-" + run.id() + ".xml";
    }

    @Override
    public String mediaType() {
        return "application/xml";
    }

    @Override
    public int capacity() {
        return CAPACITY;
    }

    /** Nothing leaves that the message definition would not take. */
    @Override
    public byte[] write(Run run) {
        var message = new MxPain00100109().setCstmrCdtTrfInitn(new CreditTransfers(debtor, run).message());
        var file = message.message(layout()).getBytes(StandardCharsets.UTF_8);
        schema.check(file);
        return file;
    }

    @Override
    public void check(Destination to, String currency) {
        Creditor.of(to, currency);
    }

    private static MxWriteConfiguration layout() {
        var layout = new MxWriteConfiguration();
        layout.documentPrefix = null;
        layout.includeXMLDeclaration = true;
        return layout;
    }
}
