package io.kempelen.local.platform;

import java.nio.file.Files;
import java.nio.file.Path;

/** Java's archives of loaded classes (dynamic CDS), one per process: a start with them takes two thirds of the time. */
public final class StartupCaches {

    private StartupCaches() {}

    /**
     * Runs a whole platform once and lets every process write its start-up cache when it ends.
     *
     * @param work what it does meanwhile, so that the caches know more than the start
     */
    public static void train(Path folder, Options options, Training work) throws Exception {
        System.setProperty(Jvm.TRAINING, "true");
        Files.createDirectories(Distribution.find().startupCache("any").getParent());
        try (var platform = Platform.start(folder, options)) {
            work.use(platform);
        } finally {
            System.clearProperty(Jvm.TRAINING);
        }
    }

    /** What a platform does while it is watched for its start-up caches. */
    @FunctionalInterface
    public interface Training {
        void use(Platform platform) throws Exception;
    }
}
