package io.kempelen.local.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** People who post work. */
@Command(
        name = "requester",
        description = "Make requesters.",
        mixinStandardHelpOptions = true,
        subcommands = RequesterCommand.Create.class)
final class RequesterCommand {

    @Command(
            name = "create",
            description = "Make a requester and print its id, token and access key as JSON.",
            mixinStandardHelpOptions = true)
    static final class Create implements Callable<Integer> {

        @Mixin
        private HomeOption home = new HomeOption();

        @Parameters(paramLabel = "NAME", description = "Known to operators only; never in an event.")
        private String name = "";

        @Option(names = "--deposit", paramLabel = "AMOUNT", description = "Money to begin with, such as 100.00.")
        private String deposit = "";

        @Override
        public Integer call() {
            var operator = Clients.operator(home.running());
            var requester = operator.requester(name);
            if (!deposit.isEmpty()) operator.deposit(requester.id(), deposit);
            Json.print(requester);
            return 0;
        }
    }
}
