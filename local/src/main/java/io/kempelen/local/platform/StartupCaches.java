package io.kempelen.local.platform;

import java.nio.file.Files;
import java.nio.file.Path;

/** Java's ahead-of-time caches, one per process: a start with them takes a third of the processor time. */
public final class StartupCaches {

    private StartupCaches() {}

    /**
     * Runs a whole platform once and lets every process write its start-up cache when it ends.
     *
     * @param work what it does meanwhile, so that the caches know more than the start
     */
    public static void train(Path folder, Options options, Training work) throws Exception {
        System.setProperty(Jvm.TRAINING, "true");
        Files.createDirectories(Distribution.find().aotCache("any").getParent());
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
