package io.kempelen.task.task.domain;

import java.time.Instant;

/** Tasks to try things on. */
public final class SomeTasks {

    public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private SomeTasks() {}

    public static Task openTask(int places) {
        return new Task(
                "T1",
                "AREQ",
                "TY",
                null,
                null,
                "T1",
                Task.State.PUBLISHED,
                "v",
                null,
                null,
                "{}",
                5,
                1,
                "USD",
                places,
                3600,
                NOW,
                NOW.plusSeconds(3600),
                NOW,
                null,
                null,
                false,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                false);
    }
}
