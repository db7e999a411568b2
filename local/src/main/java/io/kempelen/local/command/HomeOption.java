package io.kempelen.local.command;

import io.kempelen.local.platform.Home;
import io.kempelen.local.platform.Lock;
import io.kempelen.local.platform.Snapshot;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** --home, which every command takes. */
final class HomeOption {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Where data, keys and logs are kept (default: ~/.kempelen).")
    private @Nullable Path folder;

    Home home() {
        return folder == null ? Home.standard() : new Home(folder);
    }

    /** As typed after a command, so that hints can be copied. */
    String typed() {
        return folder == null ? "" : " --home " + folder;
    }

    /** The running platform of this home, or a sentence that says how to start it. */
    Snapshot running() {
        var home = home();
        var snapshot = Snapshot.read(home);
        if (Lock.holder(home).isEmpty() || snapshot.isEmpty()) {
            throw new IllegalStateException(
                    "Kempelen does not run in " + home.root() + ". Start it: ./kempelen up -d" + typed());
        }
        return snapshot.get();
    }
}
