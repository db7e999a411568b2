package io.kempelen.local.api;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an operator does for people on one machine: accounts and deposits. */
public final class Operator {

    private final Api api;

    private Operator(Api api) {
        this.api = api;
    }

    /** Signs in with the first operator's access key. */
    public static Operator signIn(URI gateway, String accessKeyId, String secretAccessKey, Duration patience) {
        var anonymous = new Api(gateway, "", patience);
        return new Operator(anonymous.as(token(gateway, accessKeyId, secretAccessKey, patience)));
    }

    /** An access token for anybody who holds an access key. */
    public static String token(URI gateway, String accessKeyId, String secretAccessKey, Duration patience) {
        var form = "grant_type=client_credentials&client_id=" + encoded(accessKeyId) + "&client_secret="
                + encoded(secretAccessKey);
        return new Api(gateway, "", patience)
                .form(gateway.resolve("/oauth2/token"), form)
                .expect(200)
                .json()
                .path("access_token")
                .asString();
    }

    /** The API with the operator's token. */
    public Api api() {
        return api;
    }

    public Account requester(String name) {
        return create(Map.of("kind", "requester", "name", name));
    }

    public Account worker(String name, @Nullable String id, @Nullable String locale) {
        var wanted = new LinkedHashMap<String, String>();
        wanted.put("kind", "worker");
        wanted.put("name", name);
        if (id != null) wanted.put("id", id);
        if (locale != null) wanted.put("locale", locale);
        return create(wanted);
    }

    private Account create(Map<String, String> wanted) {
        return Account.of(api.post("/v1/operator/accounts", wanted).expect(201).json());
    }

    public void deposit(String accountId, String amount) {
        var deposit = Map.of("accountId", accountId, "amount", amount, "reference", "local-" + UUID.randomUUID());
        api.post("/v1/operator/deposits", deposit).expect(200, 201);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
