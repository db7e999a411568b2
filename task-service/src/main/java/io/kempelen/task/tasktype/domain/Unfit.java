package io.kempelen.task.tasktype.domain;

/** A value that cannot be taken; names the field and says what would do. */
public final class Unfit extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    public Unfit(String field, String sentence) {
        super(sentence);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
