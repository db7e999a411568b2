package io.kempelen.payout.withdrawal.rail.iso20022;

import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.AmountType4Choice;
import com.prowidesoftware.swift.model.mx.dic.CustomerPaymentStatusReportV10;
import com.prowidesoftware.swift.model.mx.dic.OriginalGroupHeader17;
import com.prowidesoftware.swift.model.mx.dic.OriginalPaymentInstruction32;
import com.prowidesoftware.swift.model.mx.dic.OriginalTransactionReference28;
import com.prowidesoftware.swift.model.mx.dic.PaymentTransaction105;
import com.prowidesoftware.swift.model.mx.dic.StatusReasonInformation12;
import io.kempelen.messaging.web.ProblemException;
import io.kempelen.payout.withdrawal.rail.Answer;
import io.kempelen.payout.withdrawal.rail.News;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a status report says. Three levels nest: the group (our message), the instruction (also our run), the transaction (a
 * payout). News of the inner come before those of the outer, so that a payout's own reason is heard before the run's.
 */
record StatusReport(CustomerPaymentStatusReportV10 report) {

    private static final String GROUP = "OrgnlGrpInfAndSts";

    List<News> news() {
        var group = group();
        if (!group.getOrgnlMsgNmId().startsWith("pain.001")) return List.of(); // of direct debits
        var level = Level.group(GROUP, group.getOrgnlMsgId(), group.getGrpSts(), reason(group.getStsRsnInf()));
        var told = new ArrayList<Told>();
        var number = 0;
        for (var instruction : report.getOrgnlPmtInfAndSts())
            told.addAll(ofInstruction(instruction, "OrgnlPmtInfAndSts " + ++number, level));
        return level.around(told).stream()
                .map(Told::news)
                .flatMap(Optional::stream)
                .toList();
    }

    private OriginalGroupHeader17 group() {
        var group =
                Optional.ofNullable(report.getOrgnlGrpInfAndSts()).orElseThrow(() -> missing(GROUP, "CstmrPmtStsRpt"));
        if (group.getOrgnlMsgId() == null) throw missing("OrgnlMsgId", GROUP);
        if (group.getOrgnlMsgNmId() == null) throw missing("OrgnlMsgNmId", GROUP);
        return group;
    }

    private static List<Told> ofInstruction(OriginalPaymentInstruction32 instruction, String element, Level group) {
        var runId = instruction.getOrgnlPmtInfId();
        if (runId == null) throw missing("OrgnlPmtInfId", element);
        var level = group.inner(element, runId, instruction.getPmtInfSts(), reason(instruction.getStsRsnInf()));
        var told = new ArrayList<Told>();
        var number = 0;
        for (var transaction : instruction.getTxInfAndSts())
            told.add(ofTransaction(transaction, "TxInfAndSts " + ++number + " in " + element, level));
        return level.around(told);
    }

    private static Told ofTransaction(PaymentTransaction105 transaction, String element, Level level) {
        var answer = Optional.ofNullable(transaction.getTxSts())
                .or(level::statusInside)
                .map(status ->
                        Status.answer(status, reason(transaction.getStsRsnInf()).within(level.reason())));
        var id = Optional.ofNullable(transaction.getOrgnlEndToEndId())
                .filter(OwnId::matches)
                .or(() -> Optional.ofNullable(transaction.getOrgnlInstrId()).filter(OwnId::matches));
        if (id.isEmpty()) return ofStranger(element, answer, level);
        return Told.of(new News(
                new News.Subject.ById(id.get()),
                answer.orElseThrow(() -> missing("TxSts", element)),
                MinorUnits.of(instructed(transaction), Pain002Format.NAME, "InstdAmt in " + element)));
    }

    /** If all of a run of ours is said to be paid, but for one that has no name, nobody knows who was not. */
    private static Told ofStranger(String element, Optional<Answer> answer, Level level) {
        level.paidAsWhole().ifPresent(paid -> {
            throw BankXml.damaged(
                    Pain002Format.NAME,
                    element + " names no payout, though " + paid.element() + " says that all are paid.");
        });
        return Told.nothing(answer.orElseGet(() -> new Answer.Unknown("The bank gives no status.")));
    }

    private static @Nullable ActiveOrHistoricCurrencyAndAmount instructed(PaymentTransaction105 transaction) {
        return Optional.ofNullable(transaction.getOrgnlTxRef())
                .map(OriginalTransactionReference28::getAmt)
                .map(AmountType4Choice::getInstdAmt)
                .orElse(null);
    }

    private static Reason reason(List<StatusReasonInformation12> given) {
        return Reason.all(given.stream()
                .map(StatusReasonInformation12::getRsn)
                .filter(Objects::nonNull)
                .map(reason -> Reason.of(reason.getCd(), reason.getPrtry()))
                .toList());
    }

    private static ProblemException missing(String element, String within) {
        return BankXml.damaged(Pain002Format.NAME, element + " is missing in " + within + ".");
    }
}
