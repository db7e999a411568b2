package io.kempelen.payout.withdrawal.rail.iso20022;

import com.prowidesoftware.swift.model.mx.dic.CustomerPaymentStatusReportV10;
import com.prowidesoftware.swift.model.mx.dic.OriginalGroupHeader17;
import com.prowidesoftware.swift.model.mx.dic.OriginalPaymentInstruction32;
import com.prowidesoftware.swift.model.mx.dic.PaymentTransaction105;
import com.prowidesoftware.swift.model.mx.dic.StatusReason6Choice;
import com.prowidesoftware.swift.model.mx.dic.StatusReasonInformation12;
import io.kempelen.messaging.web.ProblemException;
import io.kempelen.payout.withdrawal.rail.Answer;
import io.kempelen.payout.withdrawal.rail.News;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a status report says. Three levels nest: the group (our message), the instruction (also our run), the transaction (a
 * payout). News of the inner come before those of the outer, so that a payout's own reason is heard before the run's.
 */
record StatusReport(CustomerPaymentStatusReportV10 report) {

    List<News> news() {
        var group = group();
        if (!group.getOrgnlMsgNmId().startsWith("pain.001")) return List.of(); // of direct debits
        var level =
                new Level("OrgnlGrpInfAndSts", group.getOrgnlMsgId(), group.getGrpSts(), reason(group.getStsRsnInf()));
        var news = new ArrayList<News>();
        for (var instruction : report.getOrgnlPmtInfAndSts()) news.addAll(ofInstruction(instruction, level));
        return level.around(news);
    }

    private OriginalGroupHeader17 group() {
        var group = Optional.ofNullable(report.getOrgnlGrpInfAndSts())
                .orElseThrow(() -> missing("OrgnlGrpInfAndSts", "CstmrPmtStsRpt"));
        if (group.getOrgnlMsgId() == null) throw missing("OrgnlMsgId", "OrgnlGrpInfAndSts");
        if (group.getOrgnlMsgNmId() == null) throw missing("OrgnlMsgNmId", "OrgnlGrpInfAndSts");
        return group;
    }

    private static List<News> ofInstruction(OriginalPaymentInstruction32 instruction, Level group) {
        if (instruction.getOrgnlPmtInfId() == null) throw missing("OrgnlPmtInfId", "OrgnlPmtInfAndSts");
        var level = new Level(
                "OrgnlPmtInfAndSts " + Reason.clean(instruction.getOrgnlPmtInfId()),
                instruction.getOrgnlPmtInfId(),
                instruction.getPmtInfSts(),
                reason(instruction.getStsRsnInf()));
        var news = new ArrayList<News>();
        for (var transaction : instruction.getTxInfAndSts())
            ofTransaction(transaction, level.or(group)).ifPresent(news::add);
        return level.around(news);
    }

    private static Optional<News> ofTransaction(PaymentTransaction105 transaction, Level outer) {
        var id = Optional.ofNullable(transaction.getOrgnlEndToEndId())
                .filter(OwnId::matches)
                .or(() -> Optional.ofNullable(transaction.getOrgnlInstrId()).filter(OwnId::matches));
        if (id.isEmpty()) return Optional.empty();
        var status = Optional.ofNullable(transaction.getTxSts())
                .or(() -> Optional.ofNullable(outer.status()))
                .orElseThrow(() -> missing("TxSts", "TxInfAndSts " + id.get()));
        var reason = Optional.of(reason(transaction.getStsRsnInf()))
                .filter(text -> !text.isEmpty())
                .orElse(outer.reason());
        return Optional.of(new News(new News.Subject.ById(id.get()), Status.answer(status, reason)));
    }

    private static String reason(List<StatusReasonInformation12> given) {
        return Reason.clean(given.stream()
                .map(StatusReport::reason)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; ")));
    }

    private static String reason(StatusReasonInformation12 given) {
        var reason = Optional.ofNullable(given.getRsn()).orElseGet(StatusReason6Choice::new);
        return Reason.of(reason.getCd(), reason.getPrtry(), given.getAddtlInf());
    }

    private static ProblemException missing(String element, String within) {
        return BankXml.damaged(Pain002Format.NAME, element + " is missing in " + within + ".");
    }

    /** One of the two levels that are about a whole run. */
    private record Level(
            String element, String runId, @Nullable String status, String reason) {

        /** What holds inside, where the level itself says nothing. */
        Level or(Level outer) {
            return status == null ? new Level(element, runId, outer.status, outer.reason) : this;
        }

        /**
         * Only the end of a run is news of it. A refusal always is; that all is paid only where no payout is named, for else the
         * bank told of each. Nothing can be accepted inside what was refused.
         */
        List<News> around(List<News> inner) {
            if (status == null) return inner;
            return switch (Status.answer(status, reason)) {
                case Answer.Refused refused -> refused(inner, refused);
                case Answer.Paid paid -> inner.isEmpty() ? whole(inner, paid) : inner;
                case Answer.Accepted nothingNew -> inner;
                case Answer.NeverHeard nothingNew -> inner;
                case Answer.Unknown nothingNew -> inner;
            };
        }

        private List<News> refused(List<News> inner, Answer.Refused refused) {
            if (inner.stream().anyMatch(news -> !(news.answer() instanceof Answer.Refused)))
                throw BankXml.damaged(
                        Pain002Format.NAME, element + " is refused as a whole, but a transaction in it is not.");
            return whole(inner, refused);
        }

        private List<News> whole(List<News> inner, Answer answer) {
            if (!OwnId.matches(runId)) return inner;
            var all = new ArrayList<>(inner);
            all.add(new News(new News.Subject.OfRun(runId), answer));
            return all;
        }
    }
}
