package io.kempelen.payout.withdrawal.rail.iso20022;

import com.prowidesoftware.swift.model.mx.MxCamt05400102;
import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.AmountAndCurrencyExchange3;
import com.prowidesoftware.swift.model.mx.dic.AmountAndCurrencyExchangeDetails3;
import com.prowidesoftware.swift.model.mx.dic.EntryStatus2Code;
import com.prowidesoftware.swift.model.mx.dic.EntryTransaction2;
import com.prowidesoftware.swift.model.mx.dic.ReportEntry2;
import com.prowidesoftware.swift.model.mx.dic.ReturnReason5Choice;
import com.prowidesoftware.swift.model.mx.dic.ReturnReasonInformation10;
import com.prowidesoftware.swift.model.mx.dic.TransactionReferences2;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The transactions of a camt.054.001.02, whose types differ from the newer in name and in the form of the status. */
final class BookedV02 {

    private BookedV02() {}

    static List<Booked> of(String text) {
        var message = Optional.ofNullable(MxCamt05400102.parse(text))
                .map(MxCamt05400102::getBkToCstmrDbtCdtNtfctn)
                .orElseThrow(() -> BankXml.damaged(Camt054Format.NAME, "BkToCstmrDbtCdtNtfctn is missing."));
        var all = new ArrayList<Booked>();
        var number = 0;
        for (var notification : message.getNtfctn()) for (var entry : notification.getNtry()) add(all, entry, ++number);
        return all;
    }

    private static void add(List<Booked> all, ReportEntry2 entry, int number) {
        var transactions = entry.getNtryDtls().stream()
                .flatMap(details -> details.getTxDtls().stream())
                .toList();
        var alone = transactions.size() == 1 ? entry.getAmt() : null;
        for (var transaction : transactions) all.add(booked(entry, transaction, number, alone));
    }

    private static Booked booked(
            ReportEntry2 entry,
            EntryTransaction2 transaction,
            int number,
            @Nullable ActiveOrHistoricCurrencyAndAmount alone) {
        return new Booked(
                number,
                Optional.ofNullable(transaction.getRefs())
                        .map(TransactionReferences2::getEndToEndId)
                        .orElse(null),
                entry.getCdtDbtInd(),
                Optional.ofNullable(entry.getSts()).map(EntryStatus2Code::name).orElse(null),
                Optional.ofNullable(transaction.getAmtDtls())
                        .map(AmountAndCurrencyExchange3::getTxAmt)
                        .map(AmountAndCurrencyExchangeDetails3::getAmt)
                        .orElse(alone),
                Boolean.TRUE.equals(entry.isRvslInd()),
                returned(transaction.getRtrInf()));
    }

    private static @Nullable Reason returned(@Nullable ReturnReasonInformation10 given) {
        if (given == null) return null;
        var reason = Optional.ofNullable(given.getRsn()).orElseGet(ReturnReason5Choice::new);
        return Reason.of(reason.getCd(), reason.getPrtry());
    }
}
