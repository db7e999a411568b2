package io.kempelen.messaging.mturk;

import org.jspecify.annotations.Nullable;

/**
 * An error as MTurk's clients expect it: HTTP 400 with {@code __type}, {@code Message} that ends in the time in brackets, and
 * {@code TurkErrorCode}. Clients match on the message's text, so it is part of the contract.
 */
public final class MturkError extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "AWS.MechanicalTurk.";

    private final String type;
    private final @Nullable String code;

    private MturkError(String type, @Nullable String code, String message) {
        super(message, null, false, false);
        this.type = type;
        this.code = code;
    }

    /** @param code without its prefix, for example {@code HITDoesNotExist} */
    public static MturkError requestError(String code, String message) {
        return new MturkError("RequestError", PREFIX + code, message);
    }

    public static MturkError parameter(String message) {
        return new MturkError("ParameterValidationError", PREFIX + "InvalidParameterValue", message);
    }

    public static MturkError outOfRange(String name, Object value, long least, long most) {
        return new MturkError(
                "ParameterValidationError",
                "AWS.ParameterOutOfRange",
                "The value " + value + " is invalid for " + name + ". Valid values range from " + least + " to " + most
                        + ".");
    }

    public static MturkError combination(String message) {
        return new MturkError("InvalidParameterCombinationError", null, message);
    }

    public static MturkError validation(String message) {
        return new MturkError("ValidationException", null, "1 validation error detected: " + message);
    }

    public static MturkError of(String type, @Nullable String fullCode, String message) {
        return new MturkError(type, fullCode, message);
    }

    public String type() {
        return type;
    }

    public @Nullable String code() {
        return code;
    }

    @Override
    public String getMessage() {
        var message = super.getMessage();
        return message == null ? "" : message;
    }
}
