package io.kempelen.payout.withdrawal.rail.stripe;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.kempelen.payout.withdrawal.rail.stripe.StripeBooks.Payout;
import io.kempelen.payout.withdrawal.rail.stripe.StripeBooks.Transfer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stripe's objects as it writes them, with the members that the rail reads. */
final class StripeJson {

    private StripeJson() {}

    /** Newest first, a page at a time. */
    static Reply list(List<JsonObject> all, Map<String, String> query) {
        var after = Optional.ofNullable(query.get("starting_after"));
        var from = all.stream().map(one -> one.get("id").getAsString()).toList().indexOf(after.orElse("")) + 1;
        var limit = Integer.parseInt(query.getOrDefault("limit", "10"));
        var page = all.subList(from, Math.min(all.size(), from + limit));
        var list = new JsonObject();
        list.addProperty("object", "list");
        list.addProperty("has_more", from + page.size() < all.size());
        list.add("data", array(page));
        return Reply.of(list);
    }

    static JsonObject of(Transfer transfer) {
        var json = thing(transfer.id, "transfer", transfer.created, transfer.form);
        json.addProperty("destination", transfer.destination());
        json.addProperty("transfer_group", transfer.group);
        json.addProperty("amount_reversed", transfer.reversed);
        json.addProperty("reversed", transfer.reversed == transfer.amount());
        var reversals = new JsonObject();
        reversals.addProperty("object", "list");
        reversals.add("data", array(transfer.reversed == 0 ? List.of() : List.of(reversal(transfer))));
        json.add("reversals", reversals);
        return json;
    }

    static JsonObject reversal(Transfer transfer) {
        var json = thing("trr_" + transfer.id, "transfer_reversal", transfer.created, transfer.reason);
        json.addProperty("amount", transfer.reversed);
        json.addProperty("transfer", transfer.id);
        return json;
    }

    static JsonObject of(Payout payout) {
        var json = thing(payout.id, "payout", payout.created, payout.form);
        json.addProperty("status", payout.status);
        if (payout.status.equals("failed")) {
            json.addProperty("failure_code", "account_closed");
            json.addProperty("failure_message", "The bank account has been closed.");
        }
        return json;
    }

    private static JsonObject thing(String id, String object, long created, Map<String, String> form) {
        var json = new JsonObject();
        json.addProperty("id", id);
        json.addProperty("object", object);
        json.addProperty("created", created);
        json.addProperty("amount", Long.parseLong(form.getOrDefault("amount", "0")));
        json.addProperty("currency", form.getOrDefault("currency", "usd"));
        var metadata = new JsonObject();
        form.forEach((name, value) -> {
            if (name.startsWith("metadata[")) metadata.addProperty(name.substring(9, name.length() - 1), value);
        });
        json.add("metadata", metadata);
        return json;
    }

    private static JsonArray array(List<JsonObject> all) {
        var array = new JsonArray();
        all.forEach(array::add);
        return array;
    }
}
