package io.kempelen.payout.withdrawal.rail.iso20022;

import com.prowidesoftware.swift.model.mx.dic.AccountIdentification4Choice;
import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.AmountType4Choice;
import com.prowidesoftware.swift.model.mx.dic.BranchAndFinancialInstitutionIdentification6;
import com.prowidesoftware.swift.model.mx.dic.CashAccount38;
import com.prowidesoftware.swift.model.mx.dic.ChargeBearerType1Code;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction34;
import com.prowidesoftware.swift.model.mx.dic.CustomerCreditTransferInitiationV09;
import com.prowidesoftware.swift.model.mx.dic.DateAndDateTime2Choice;
import com.prowidesoftware.swift.model.mx.dic.FinancialInstitutionIdentification18;
import com.prowidesoftware.swift.model.mx.dic.GroupHeader85;
import com.prowidesoftware.swift.model.mx.dic.PartyIdentification135;
import com.prowidesoftware.swift.model.mx.dic.PaymentIdentification6;
import com.prowidesoftware.swift.model.mx.dic.PaymentInstruction30;
import com.prowidesoftware.swift.model.mx.dic.PaymentMethod3Code;
import com.prowidesoftware.swift.model.mx.dic.PaymentTypeInformation26;
import com.prowidesoftware.swift.model.mx.dic.ServiceLevel8Choice;
import io.kempelen.messaging.web.Amounts;
import io.kempelen.payout.withdrawal.rail.Order;
import io.kempelen.payout.withdrawal.rail.Run;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A run as one message with one payment instruction, so that message and instruction can bear the same id: the run's. */
record CreditTransfers(Iso20022Properties debtor, Run run) {

    CustomerCreditTransferInitiationV09 message() {
        return new CustomerCreditTransferInitiationV09()
                .setGrpHdr(new GroupHeader85()
                        .setMsgId(run.id())
                        .setCreDtTm(startedAt())
                        .setNbOfTxs(count())
                        .setCtrlSum(amount(run.total()))
                        .setInitgPty(party(debtor.name())))
                .addPmtInf(instruction());
    }

    private PaymentInstruction30 instruction() {
        var instruction = new PaymentInstruction30()
                .setPmtInfId(run.id())
                .setPmtMtd(PaymentMethod3Code.TRF)
                .setNbOfTxs(count())
                .setCtrlSum(amount(run.total()))
                .setPmtTpInf(new PaymentTypeInformation26()
                        .addSvcLvl(new ServiceLevel8Choice().setCd(inEuros() ? "SEPA" : "NURG")))
                .setReqdExctnDt(new DateAndDateTime2Choice().setDt(startedAt().toLocalDate()))
                .setDbtr(party(debtor.name()))
                .setDbtrAcct(account(debtor.iban()))
                .setDbtrAgt(bank(debtor.bic()))
                .setChrgBr(inEuros() ? ChargeBearerType1Code.SLEV : ChargeBearerType1Code.SHAR);
        run.orders().forEach(order -> instruction.addCdtTrfTxInf(transfer(order)));
        return instruction;
    }

    /** Both ids are the payout's: some banks report by the one, some by the other. */
    private CreditTransferTransaction34 transfer(Order order) {
        var creditor = Creditor.of(order.to(), order.currency());
        var transfer = new CreditTransferTransaction34()
                .setPmtId(new PaymentIdentification6()
                        .setInstrId(order.payoutId())
                        .setEndToEndId(order.payoutId()))
                .setAmt(new AmountType4Choice()
                        .setInstdAmt(new ActiveOrHistoricCurrencyAndAmount()
                                .setCcy(order.currency())
                                .setValue(amount(order.amount()))))
                .setCdtr(party(creditor.name()))
                .setCdtrAcct(account(creditor.iban()));
        var bic = creditor.bic();
        return bic == null ? transfer : transfer.setCdtrAgt(bank(bic));
    }

    private boolean inEuros() {
        return run.currency().equals("EUR");
    }

    private String count() {
        return Integer.toString(run.orders().size());
    }

    private OffsetDateTime startedAt() {
        return run.startedAt().atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
    }

    private BigDecimal amount(long minorUnits) {
        return new BigDecimal(Amounts.format(minorUnits, run.currency()));
    }

    private static PartyIdentification135 party(String name) {
        return new PartyIdentification135().setNm(name);
    }

    private static CashAccount38 account(String iban) {
        return new CashAccount38().setId(new AccountIdentification4Choice().setIBAN(iban));
    }

    private static BranchAndFinancialInstitutionIdentification6 bank(String bic) {
        return new BranchAndFinancialInstitutionIdentification6()
                .setFinInstnId(new FinancialInstitutionIdentification18().setBICFI(bic));
    }
}
