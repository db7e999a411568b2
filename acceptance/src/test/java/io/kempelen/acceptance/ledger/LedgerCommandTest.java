package io.kempelen.acceptance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... words) {
        return LedgerCommand.run(stream(out), stream(err), words);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    @Test
    void explainsItself() {
        assertThat(run("verify", "--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("--watch EVERY");
    }

    @Test
    void readsItsOptionsInBothSpellings() {
        var arguments = Arguments.parse("verify", "--home=/srv", "--json", "--watch", "5m", "--port=9188");

        assertThat(arguments).isEqualTo(new Arguments(Path.of("/srv"), true, Duration.ofMinutes(5), 9188, false));
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        assertThat(run("verify", "--jason")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("There is no option --jason", "Usage");
        for (var words : new String[][] {
            {"prove"},
            {"verify", "--watch", "5m"},
            {"verify", "--port", "1"},
            {"verify", "--watch", "0s", "--port", "1"},
            {"verify", "--watch", "soon", "--port", "1"},
            {"verify", "--watch", "5m", "--port", "66000"},
            {"verify", "--home"}
        }) assertThatThrownBy(() -> Arguments.parse(words)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHomeThatNeverRanCannotBeVerified(@TempDir Path home) {
        assertThat(run("verify", "--home", home.toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("No platform has ever run");
    }

    @Test
    void aPlatformThatIsDownCannotBeVerified(@TempDir Path home) throws Exception {
        Files.createDirectories(home.resolve("run"));
        Files.writeString(home.resolve("run/state.json"), """
                {"kafka": "127.0.0.1:1", "schemaRegistry": "http://127.0.0.1:1", "databases": {"payout":
                {"url": "jdbc:postgresql://127.0.0.1:1/payout", "user": "u", "password": "secret"}}}""");

        assertThat(run("verify", "--home", home.toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("could not be verified", "Is the platform up?")
                .doesNotContain("secret");
    }
}
