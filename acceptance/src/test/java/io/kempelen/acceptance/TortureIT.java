package io.kempelen.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kempelen.local.platform.Distribution;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A small ./kempelen torture money on the shared platform: one kill of each kind, each with answers on the way to their money. */
@OnPlatform
@Order(8)
class TortureIT {

    private static final String MAIN = "io.kempelen.benchmarks.torture.MoneyTorture";

    private final World world;

    TortureIT(World world) {
        this.world = world;
    }

    @Test
    void noCentIsLostDoubledOrInvented() throws Exception {
        assumeTrue(Boolean.getBoolean("torture"), "SKIPPED: takes two minutes; ask for it with -Dtorture=true.");

        int code = torture("--submissions", "300", "--kills", "4", "--in-flight", "20", "--minutes", "5");

        assertThat(code).isZero();
        world.awaitAllReady();
    }

    private int torture(String... arguments) throws Exception {
        var distribution = Distribution.find();
        var jar = distribution.jar("benchmarks");
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                jar + File.pathSeparator + jar.resolveSibling("lib") + "/*",
                MAIN,
                "--home",
                world.home().toString(),
                "--auditor",
                distribution.jar("acceptance").toString(),
                "--workers",
                "40");
        builder.command().addAll(List.of(arguments));
        var log = World.repository().resolve("acceptance/target/torture.log");
        int code = builder.redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        System.out.print(Files.readString(log));
        return code;
    }
}
