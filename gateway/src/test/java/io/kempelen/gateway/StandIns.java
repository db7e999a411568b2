package io.kempelen.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Keys, a first operator and services for a gateway under test. */
public final class StandIns implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host,connection");
    }

    public static final StandIn SERVICES = new StandIn();
    public static final String FRAME_HOST = "frames.test";
    public static final String OPERATOR_KEY = "OPERATORKEY";
    public static final String OPERATOR_SECRET = "operator secret/with+odd characters";
    public static final RsaJsonWebKey ISSUER_KEY = rsa("issuer");
    public static final OctetKeyPairJsonWebKey INTERNAL_KEY = ed25519();
    /** Nobody listens there. */
    public static final String DEAD = "http://127.0.0.1:1";

    private static final Map<String, String> PROPERTIES = make();

    /** The settings; a further replica needs them too. */
    static Map<String, String> properties() {
        return PROPERTIES;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(PROPERTIES).applyTo(context);
    }

    private static Map<String, String> make() {
        var here = "kempelen.gateway.";
        return Map.ofEntries(
                Map.entry(here + "public-url", "http://kempelen.test"),
                Map.entry(here + "frame-origin", "http://" + FRAME_HOST),
                Map.entry(here + "frame-key", "test frame key"),
                Map.entry(here + "secret-key", Base64.getEncoder().encodeToString(new byte[32])),
                Map.entry(here + "token-key", file(ISSUER_KEY.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE))),
                Map.entry(
                        here + "internal-key",
                        file(new JsonWebKeySet(INTERNAL_KEY).toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE))),
                Map.entry(here + "operator-access-key", OPERATOR_KEY),
                Map.entry(here + "operator-secret", OPERATOR_SECRET),
                Map.entry(here + "requests-per-second", "1000"),
                Map.entry(here + "services.task-service", DEAD + "," + SERVICES.url()),
                Map.entry(here + "services.assignment-service", SERVICES.url()),
                Map.entry(here + "services.review-service", SERVICES.url()),
                Map.entry(here + "services.payout-service", SERVICES.url()),
                Map.entry(here + "services.notification-service", DEAD));
    }

    static RsaJsonWebKey rsa(String id) {
        try {
            var key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            return key;
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static OctetKeyPairJsonWebKey ed25519() {
        try {
            var key = OkpJwkGenerator.generateJwk("Ed25519");
            key.setKeyId("internal");
            return key;
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String file(String json) {
        try {
            var file = Files.createTempFile("kempelen-gateway", ".jwk");
            file.toFile().deleteOnExit();
            return "file:" + Files.writeString(file, json);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
