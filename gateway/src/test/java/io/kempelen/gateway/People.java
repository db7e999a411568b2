package io.kempelen.gateway;

import io.kempelen.messaging.testing.TestApi;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/** Opens accounts over the API, as an operator does. */
@TestConfiguration(proxyBeanMethods = false)
class People {

    /** Somebody with a token and an access key. */
    record Person(String id, String token, String keyId, String secret) {}

    @Bean
    @Lazy
    Registry registry(TestApi api) {
        return new Registry(api);
    }

    static final class Registry {

        private final TestApi api;
        private final String operatorToken;

        Registry(TestApi api) {
            this.api = api;
            var answer = token(StandIns.OPERATOR_KEY, StandIns.OPERATOR_SECRET);
            if (answer.status() != 200) throw new IllegalStateException("No token for the operator: " + answer);
            this.operatorToken = answer.json().path("access_token").asString();
        }

        String operatorToken() {
            return operatorToken;
        }

        TestApi.Answer token(String keyId, String secret) {
            var form =
                    "grant_type=client_credentials&client_id=" + encoded(keyId) + "&client_secret=" + encoded(secret);
            return api.send("", "POST", "/oauth2/token", form, "application/x-www-form-urlencoded", Map.of());
        }

        Person open(String kind) {
            var opened = api.post(operatorToken, "/v1/operator/accounts", Map.of("kind", kind, "name", "A " + kind))
                    .json();
            return new Person(
                    opened.path("id").asString(),
                    opened.path("token").asString(),
                    opened.path("accessKeyId").asString(),
                    opened.path("secretAccessKey").asString());
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
