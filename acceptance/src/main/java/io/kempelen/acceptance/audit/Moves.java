package io.kempelen.acceptance.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** What each event on kempelen.payouts moves: written from the events' documentation, not from the ledger's code. */
public final class Moves {

    private static final Set<String> KNOWN = Set.of(
            "DepositReceived",
            "FundsHeld",
            "FundsDeclined",
            "FundsReleased",
            "RewardPaid",
            "BonusPaid",
            "PayoutRequested",
            "PayoutPaid",
            "PayoutFailed",
            "PayoutReturned");

    private Moves() {}

    public static boolean knows(Event event) {
        return KNOWN.contains(event.type());
    }

    /** Whether somewhere in it there is an amount: a stranger that carries none cannot have moved any. */
    public static boolean carriesMoney(Schema schema) {
        return switch (schema.getType()) {
            case RECORD ->
                schema.getName().equals("Money")
                        || schema.getFields().stream().anyMatch(field -> carriesMoney(field.schema()));
            case ARRAY -> carriesMoney(schema.getElementType());
            case MAP -> carriesMoney(schema.getValueType());
            case UNION -> schema.getTypes().stream().anyMatch(Moves::carriesMoney);
            default -> false;
        };
    }

    /** Nothing where nothing moves, be it that the amount is zero. */
    public static List<Move> of(Event event) {
        var moves = switch (event.type()) {
            case "DepositReceived" -> deposit(event);
            case "FundsHeld" -> held(event);
            case "FundsReleased" -> released(event);
            case "RewardPaid" -> reward(event);
            case "BonusPaid" -> bonus(event);
            case "PayoutRequested", "PayoutPaid", "PayoutFailed", "PayoutReturned" -> payout(event);
            default -> Stream.<Move>of();
        };
        return moves.filter(move -> move.amount().minor() != 0).toList();
    }

    private static Stream<Move> deposit(Event event) {
        var amount = event.money("amount");
        var from = Accounts.outside(event.text("kind"), amount);
        return Stream.of(Move.of(from, Accounts.available(event.text("requesterId")), amount, event.text("depositId")));
    }

    private static Stream<Move> held(Event event) {
        var requester = event.text("requesterId");
        var sums = new ArrayList<Amount>();
        for (var one : (List<?>) event.body().get("lines")) {
            var line = (GenericRecord) one;
            var place = Amount.of(line.get("reward")).plus(Amount.of(line.get("fee")));
            long places = ((Number) line.get("places")).longValue();
            sums.add(new Amount(Math.multiplyExact(place.minor(), places), place.currency()));
        }
        return sums.stream()
                .reduce(Amount::plus)
                .map(sum ->
                        Move.of(Accounts.available(requester), Accounts.escrow(requester), sum, event.text("askId")))
                .stream();
    }

    private static Stream<Move> released(Event event) {
        var requester = event.text("requesterId");
        return Stream.of(Move.of(
                Accounts.escrow(requester),
                Accounts.available(requester),
                event.money("amount"),
                event.text("fundsId")));
    }

    private static Stream<Move> reward(Event event) {
        var from = Accounts.escrow(event.text("requesterId"));
        var to = Accounts.earnings(event.text("workerId"));
        return withFee(from, to, event.money("reward"), event.money("fee"), event.text("assignmentId"));
    }

    private static Stream<Move> bonus(Event event) {
        var from = Accounts.available(event.text("requesterId"));
        var to = Accounts.earnings(event.text("workerId"));
        return withFee(from, to, event.money("amount"), event.money("fee"), event.text("bonusId"));
    }

    private static Stream<Move> withFee(String from, String to, Amount amount, Amount fee, String reference) {
        return Stream.of(Move.of(from, to, amount, reference), Move.of(from, Accounts.fees(fee), fee, reference));
    }

    private static Stream<Move> payout(Event event) {
        var amount = event.money("amount");
        var wallet = Accounts.earnings(event.text("workerId"));
        var rail = Accounts.rail(event.text("rail"), amount);
        var outside = Accounts.paidOut(event.text("rail"), amount);
        var id = event.text("payoutId");
        return Stream.of(
                switch (event.type()) {
                    case "PayoutRequested" -> Move.of(wallet, rail, amount, id);
                    case "PayoutPaid" -> Move.of(rail, outside, amount, id);
                    case "PayoutReturned" -> Move.of(outside, wallet, amount, id);
                    default -> Move.of(rail, wallet, amount, id);
                });
    }
}
