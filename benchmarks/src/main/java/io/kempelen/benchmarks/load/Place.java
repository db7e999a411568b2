package io.kempelen.benchmarks.load;

/** One place of one task, for one worker. */
public record Place(Task task, int number, Person worker) {

    public String vote() {
        return task.vote(number);
    }
}
