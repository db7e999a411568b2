package io.kempelen.notification;

import io.kempelen.events.Money;
import io.kempelen.events.RewardPaid;
import io.kempelen.messaging.id.Ids;
import io.kempelen.messaging.testing.KafkaProbe;
import io.kempelen.messaging.testing.KempelenTest;
import io.kempelen.messaging.testing.TestApi;
import io.kempelen.messaging.testing.Tokens;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** What the tests of the whole service share: one application, one mail server. */
@KempelenTest
abstract class WithMail {

    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    static final Map<String, String> SMTP = Map.of(
            "kempelen.smtp.host", "127.0.0.1",
            "kempelen.smtp.port", Integer.toString(Post.PORT),
            "kempelen.smtp.server-away", "1s",
            "kempelen.smtp.digest-after", "12s",
            "kempelen.smtp.poll", "200ms");

    @Autowired
    KafkaProbe probe;

    @Autowired
    TestApi api;

    @Autowired
    JdbcTemplate jdbc;

    final Ids ids = new Ids();
    final String account = "A" + ids.next();
    final String address = account.toLowerCase(java.util.Locale.ROOT) + "@example.org";

    @DynamicPropertySource
    static void smtp(DynamicPropertyRegistry registry) {
        SMTP.forEach((name, value) -> registry.add(name, () -> value));
    }

    String token() {
        return Tokens.worker(account, "notification-service");
    }

    JsonNode inbox() {
        return api.get(token(), "/v1/inbox").json();
    }

    List<String> titles() {
        var items = inbox().path("items");
        return IntStream.range(0, items.size())
                .mapToObj(i -> items.get(i).path("title").asString())
                .toList();
    }

    TestApi.Answer contact(Map<String, Object> body) {
        return api.put(token(), "/v1/account/contact", body);
    }

    RewardPaid reward(String worker) {
        return new RewardPaid(ids.next(), ids.next(), null, worker, "AREQUESTER", usd(5), usd(1), NOON);
    }

    long number(String sql, Object... arguments) {
        var found = jdbc.queryForObject(sql, Long.class, arguments);
        return found == null ? 0 : found;
    }

    static Money usd(long cents) {
        return new Money(cents, "USD");
    }
}
