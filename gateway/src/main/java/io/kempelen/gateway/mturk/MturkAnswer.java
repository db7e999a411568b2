package io.kempelen.gateway.mturk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A status and a JSON body, as AWS clients expect them. */
record MturkAnswer(int status, byte[] body) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ErrorBody(
            @JsonProperty("__type") String type,
            @JsonProperty("Message") String message,
            @JsonProperty("TurkErrorCode") @Nullable String turkErrorCode) {}

    static MturkAnswer of(Fault fault, long now, JsonMapper json) {
        var message = fault.turkErrorCode() == null ? fault.text() : fault.text() + " (" + now + ")";
        return new MturkAnswer(
                fault.status(), json.writeValueAsBytes(new ErrorBody(fault.type(), message, fault.turkErrorCode())));
    }
}
