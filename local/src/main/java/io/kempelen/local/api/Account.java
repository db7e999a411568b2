package io.kempelen.local.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An account as it is shown once, at its making. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Account(
        String id,
        String token,
        @Nullable String accessKeyId,
        @Nullable String secretAccessKey) {

    static Account of(JsonNode json) {
        return new Account(
                json.path("id").asString(),
                json.path("token").asString(),
                json.path("accessKeyId").asString(null),
                json.path("secretAccessKey").asString(null));
    }
}
