package io.kempelen.local.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The root of all commands. */
@Command(
        name = "kempelen",
        description = "A self-hosted microtask platform that speaks the Mechanical Turk Requester API.",
        mixinStandardHelpOptions = true,
        version = "0.1.0-SNAPSHOT",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            DoctorCommand.class,
            EnvCommand.class,
            RequesterCommand.class,
            WorkerCommand.class,
            ReplayCommand.class,
            DemoCommand.class,
            BenchCommand.class,
            TortureCommand.class,
            TrainCommand.class,
            HelpCommand.class
        })
public final class Commands {

    private Commands() {}

    /** Returns the exit code; a failure is one plain sentence unless KEMPELEN_DEBUG asks for more. */
    public static int run(String... args) {
        var line = new CommandLine(new Commands());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((exception, command, parsed) -> {
            if (System.getenv("KEMPELEN_DEBUG") != null) exception.printStackTrace();
            var message = exception.getMessage() == null ? exception.toString() : exception.getMessage();
            command.getErr().println(message);
            return 1;
        });
        return line.execute(args);
    }
}
