package io.kempelen.payout.withdrawal.rail.iso20022;

import com.prowidesoftware.swift.model.mx.MxCamt05400108;
import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.EntryStatus1Choice;
import com.prowidesoftware.swift.model.mx.dic.EntryTransaction10;
import com.prowidesoftware.swift.model.mx.dic.PaymentReturnReason5;
import com.prowidesoftware.swift.model.mx.dic.ReportEntry10;
import com.prowidesoftware.swift.model.mx.dic.ReturnReason5Choice;
import com.prowidesoftware.swift.model.mx.dic.TransactionReferences6;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The transactions of a camt.054.001.08. */
final class BookedV08 {

    private BookedV08() {}

    static List<Booked> of(String text) {
        var message = Optional.ofNullable(MxCamt05400108.parse(text))
                .map(MxCamt05400108::getBkToCstmrDbtCdtNtfctn)
                .orElseThrow(() -> BankXml.damaged(Camt054Format.NAME, "BkToCstmrDbtCdtNtfctn is missing."));
        var all = new ArrayList<Booked>();
        var number = 0;
        for (var notification : message.getNtfctn()) for (var entry : notification.getNtry()) add(all, entry, ++number);
        return all;
    }

    private static void add(List<Booked> all, ReportEntry10 entry, int number) {
        var transactions = entry.getNtryDtls().stream()
                .flatMap(details -> details.getTxDtls().stream())
                .toList();
        var alone = transactions.size() == 1 ? entry.getAmt() : null;
        for (var transaction : transactions) all.add(booked(entry, transaction, number, alone));
    }

    private static Booked booked(
            ReportEntry10 entry,
            EntryTransaction10 transaction,
            int number,
            @Nullable ActiveOrHistoricCurrencyAndAmount alone) {
        return new Booked(
                number,
                Optional.ofNullable(transaction.getRefs())
                        .map(TransactionReferences6::getEndToEndId)
                        .orElse(null),
                Optional.ofNullable(transaction.getCdtDbtInd()).orElse(entry.getCdtDbtInd()),
                Optional.ofNullable(entry.getSts()).map(BookedV08::status).orElse(null),
                Optional.ofNullable(transaction.getAmt()).orElse(alone),
                Boolean.TRUE.equals(entry.isRvslInd()),
                returned(transaction.getRtrInf()));
    }

    private static @Nullable String status(EntryStatus1Choice status) {
        return status.getCd() == null ? status.getPrtry() : status.getCd();
    }

    private static @Nullable Reason returned(@Nullable PaymentReturnReason5 given) {
        if (given == null) return null;
        var reason = Optional.ofNullable(given.getRsn()).orElseGet(ReturnReason5Choice::new);
        return Reason.of(reason.getCd(), reason.getPrtry());
    }
}
