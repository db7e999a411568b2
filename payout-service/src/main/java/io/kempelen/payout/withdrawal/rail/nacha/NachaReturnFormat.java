package io.kempelen.payout.withdrawal.rail.nacha;

import io.kempelen.payout.withdrawal.rail.News;
import io.kempelen.payout.withdrawal.rail.file.ReportFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Entries that came back. ACH tells of nothing else: a deposit that does not come back has arrived. */
@Component
@ConditionalOnProperty("kempelen.payouts.nacha.odfi")
class NachaReturnFormat implements ReportFormat {

    static final String NAME = "NACHA return";

    private static final Logger LOG = LoggerFactory.getLogger(NachaReturnFormat.class);

    private final NachaProperties bank;

    NachaReturnFormat(NachaProperties bank) {
        this.bank = bank;
    }

    @Override
    public String rail() {
        return NachaFormat.RAIL;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<List<News>> read(byte[] file) {
        return ReturnFile.read(file).map(this::news);
    }

    private List<News> news(List<Returned> all) {
        return all.stream().map(this::news).flatMap(Optional::stream).toList();
    }

    /** The operator's other files go through the same bank: only credits under our trace numbers and ids are payouts. */
    private Optional<News> news(Returned entry) {
        if (!entry.isCredit() || !entry.trace().startsWith(bank.odfiId()) || !entry.hasPayoutId())
            return Optional.empty();
        if (entry.isCorrection() || ReturnCode.isDispute(entry.code())) {
            LOG.info("{}, line {}: {} for trace {} moves no money", NAME, entry.line(), entry.code(), entry.trace());
            return Optional.empty();
        }
        var subject = new News.Subject.ByNumber(entry.sequence(), Entry.SEQUENCES, entry.idTail());
        return Optional.of(new News(subject, ReturnCode.answer(entry.code()), OptionalLong.of(entry.amount())));
    }
}
