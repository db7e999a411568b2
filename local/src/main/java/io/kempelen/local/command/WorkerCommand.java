package io.kempelen.local.command;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** People who do work. */
@Command(
        name = "worker",
        description = "Make workers.",
        mixinStandardHelpOptions = true,
        subcommands = WorkerCommand.Create.class)
final class WorkerCommand {

    @Command(
            name = "create",
            description = "Make a worker and print its id and token as JSON.",
            mixinStandardHelpOptions = true)
    static final class Create implements Callable<Integer> {

        @Mixin
        private HomeOption home = new HomeOption();

        @Parameters(paramLabel = "NAME", description = "Known to operators only; never in an event.")
        private String name = "";

        @Option(names = "--id", paramLabel = "A…", description = "An id brought along, such as from Mechanical Turk.")
        private @Nullable String id;

        @Option(names = "--locale", paramLabel = "US-CA", description = "Country and subdivision.")
        private @Nullable String locale;

        @Override
        public Integer call() {
            Json.print(Clients.operator(home.running()).worker(name, id, locale));
            return 0;
        }
    }
}
