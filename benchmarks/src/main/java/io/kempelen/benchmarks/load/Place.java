package io.kempelen.benchmarks.load;

/** One place of one task, for one worker. */
record Place(Task task, int number, Person worker) {

    String vote() {
        return task.vote(number);
    }
}
