package io.kempelen.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jose4j.jwk.JsonWebKeySet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void makesAKeyOnce() {
        assertThat(keys().frameKey()).isEqualTo(keys().frameKey()).isNotEqualTo(keys().secretKey());
    }

    @Test
    void hidesKeysFromOthers() throws Exception {
        var permissions = Files.getPosixFilePermissions(keys().internalPrivate());

        assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
    }

    @Test
    void tellsServicesOnlyThePublicHalf() throws Exception {
        var whole = new JsonWebKeySet(Files.readString(keys().internalPrivate()));
        var known = new JsonWebKeySet(Files.readString(keys().internalPublic()));

        assertThat(Files.readString(keys().internalPublic())).doesNotContain("\"d\"");
        assertThat(known.getJsonWebKeys().getFirst().getKeyId())
                .isEqualTo(whole.getJsonWebKeys().getFirst().getKeyId());
    }

    private Keys keys() {
        var home = new Home(folder);
        home.create();
        return new Keys(home);
    }
}
