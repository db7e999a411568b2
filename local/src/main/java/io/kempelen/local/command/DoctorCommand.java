package io.kempelen.local.command;

import io.kempelen.local.platform.Checkup;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what would keep Kempelen from running here, and the mend. */
@Command(
        name = "doctor",
        description = "Check Java, disk, memory, ports, clock, PostgreSQL's needs and the build.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home = new HomeOption();

    @Override
    public Integer call() {
        boolean well = true;
        for (var finding : Checkup.of(home.home())) {
            System.out.println((finding.well() ? "ok    " : "FAIL  ") + finding.what());
            if (!finding.well()) System.out.println("      " + finding.mend());
            well &= finding.well();
        }
        return well ? 0 : 1;
    }
}
