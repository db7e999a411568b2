package io.kempelen.payout.withdrawal.rail.stripe;

import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/** What goes back, in Stripe's shapes. */
record Reply(int status, String body) {

    static Reply of(JsonObject body) {
        return new Reply(200, body.toString());
    }

    static Reply error(int status, @Nullable String code, String message) {
        return error(status, "invalid_request_error", code, message);
    }

    static Reply error(int status, String type, @Nullable String code, String message) {
        var error = new JsonObject();
        error.addProperty("type", type);
        if (code != null) error.addProperty("code", code);
        error.addProperty("message", message);
        var body = new JsonObject();
        body.add("error", error);
        return new Reply(status, body.toString());
    }
}
