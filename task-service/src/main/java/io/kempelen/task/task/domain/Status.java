package io.kempelen.task.task.domain;

/** What a requester sees of a task's life; from ASSIGNABLE on these are MTurk's HIT states. */
public enum Status {
    DRAFT("Draft"),
    ASSIGNABLE("Assignable"),
    UNASSIGNABLE("Unassignable"),
    REVIEWABLE("Reviewable"),
    REVIEWING("Reviewing"),
    DISPOSED("Disposed");

    private final String word;

    Status(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
