package io.kempelen.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/** The secrets of one home: one file each, made at first use, readable by the owner alone. */
final class Keys {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final Path folder;

    Keys(Home home) {
        folder = home.keys();
    }

    /** Signs the internal tokens; only the gateway sees it. */
    Path internalPrivate() {
        return file("internal-private.jwks", Keys::newInternalKeys);
    }

    /** What the services check internal tokens with. */
    Path internalPublic() {
        var whole = read(internalPrivate());
        return file("internal.jwks", () -> {
            try {
                return new JsonWebKeySet(whole).toJson(OutputControlLevel.PUBLIC_ONLY);
            } catch (JoseException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Signs the access tokens that people hold. */
    Path issuer() {
        return file("issuer.jwk", Keys::newIssuerKey);
    }

    String frameKey() {
        return read(file("frame.key", () -> random(32)));
    }

    String secretKey() {
        return read(file("secret.key", () -> random(32)));
    }

    String bankDetailsKey() {
        return read(file("bank-details.key", () -> random(32)));
    }

    String operatorAccessKey() {
        return read(file("operator-access-key", () -> "AKIA" + letters(16)));
    }

    String operatorSecret() {
        return read(file("operator-secret", () -> random(30)));
    }

    String databasePassword(String role) {
        return read(file("database-" + role, () -> letters(32)));
    }

    Path databasePasswordFile(String role) {
        return file("database-" + role, () -> letters(32));
    }

    String clusterId() {
        return read(file("cluster-id", Keys::newClusterId));
    }

    private synchronized Path file(String name, Supplier<String> content) {
        var file = folder.resolve(name);
        if (Files.exists(file)) return file;
        try {
            var draft = Files.createTempFile(
                    folder,
                    name,
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, content.get());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the key " + file, e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the key " + file, e);
        }
    }

    private static String newInternalKeys() {
        try {
            var key = OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
            key.setKeyId("internal-1");
            key.setUse("sig");
            key.setAlgorithm("EdDSA");
            return new JsonWebKeySet(key).toJson(OutputControlLevel.INCLUDE_PRIVATE);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String newIssuerKey() {
        try {
            var key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("issuer-1");
            key.setUse("sig");
            key.setAlgorithm("RS256");
            return key.toJson(OutputControlLevel.INCLUDE_PRIVATE);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String newClusterId() {
        var bytes = new byte[16];
        do RANDOM.nextBytes(bytes);
        while (Base64.getUrlEncoder().encodeToString(bytes).startsWith("-")); // Kafka's tools take it for an option
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }

    private static String letters(int count) {
        var letters = new StringBuilder();
        for (int i = 0; i < count; i++) letters.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        return letters.toString();
    }
}
