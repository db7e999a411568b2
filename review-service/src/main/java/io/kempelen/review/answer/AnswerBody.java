package io.kempelen.review.answer;

import io.kempelen.review.answer.domain.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The bytes of an answer as field names and values, where they can be read: an encrypted answer cannot. */
public final class AnswerBody {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<LinkedHashMap<String, List<String>>> FIELDS = new TypeReference<>() {};

    private AnswerBody() {}

    public static String text(byte[] body, @Nullable String keyId) {
        return keyId == null
                ? new String(body, StandardCharsets.UTF_8)
                : Base64.getEncoder().encodeToString(body);
    }

    public static Optional<Map<String, List<String>>> fields(Answer answer) {
        return answer.bodyKeyId() == null ? fields(answer.body()) : Optional.empty();
    }

    public static Optional<Map<String, List<String>>> fields(String json) {
        try {
            return Optional.of(JSON.readValue(json, FIELDS));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
