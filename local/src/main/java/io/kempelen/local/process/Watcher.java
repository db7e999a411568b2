package io.kempelen.local.process;

import java.time.Duration;

/** Hears what becomes of the children: the terminal, the state file, a test. */
public interface Watcher {

    default void starting(String name) {}

    default void ready(String name, Duration took) {}

    default void died(String name, int exitCode, Duration restartsIn) {}

    default void stopped(String name) {}
}
