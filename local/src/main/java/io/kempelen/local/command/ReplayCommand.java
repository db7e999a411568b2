package io.kempelen.local.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "replay")
final class ReplayCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return 0;
    }
}
