package io.kempelen.local.command;

import io.kempelen.local.api.Operator;
import io.kempelen.local.platform.Lock;
import io.kempelen.local.platform.Snapshot;
import io.kempelen.local.replay.Project;
import io.kempelen.local.replay.Replay;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What replay and demo share. */
final class Replays {

    /** Long enough for a killed service to come back. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Replays() {}

    static int run(HomeOption home, Project project, BigDecimal reward, Path results)
            throws IOException, InterruptedException {
        if (reward.signum() <= 0 || reward.scale() > 2)
            throw new IllegalArgumentException("--reward wants an amount such as 0.05.");
        var running = started(home);
        var key = running.operator();
        var operator = Operator.signIn(URI.create(running.url()), key.accessKeyId(), key.secretAccessKey(), PATIENCE);
        var report = new Replay(operator, running.kafka(), reward, System.out).run(project, results);
        System.out.println(report);
        return report.isGood() ? 0 : 1;
    }

    /** One command is enough on a fresh clone: what does not run yet is started and left running. */
    private static Snapshot started(HomeOption home) throws IOException, InterruptedException {
        if (Lock.holder(home.home()).isEmpty()) {
            int code = new Detached(
                            home, List.of("up", "--home", home.home().root().toString()))
                    .start();
            if (code != 0) throw new IllegalStateException("Kempelen could not be started; see above.");
        }
        return home.running();
    }
}
