package io.kempelen.assignment.task;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Closes tasks at the moment they expire, whether or not anybody asks. */
@Component
class TaskClock {

    private static final int BATCH = 500;

    private final TaskService tasks;

    TaskClock(TaskService tasks) {
        this.tasks = tasks;
    }

    @Scheduled(fixedDelayString = "${kempelen.task-clock:200ms}")
    void tick() {
        while (tasks.closeDue(BATCH) == BATCH) {
            Thread.onSpinWait();
        }
    }
}
