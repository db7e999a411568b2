package io.kempelen.review.docket.domain;

/**
 * How many answers a task can still get: places in all, those nobody will fill, those asked for in place of rejected answers,
 * and those of the latter that came.
 */
public record Places(int all, int released, int wanted, int replaced) {

    public static final Places UNKNOWN = new Places(0, 0, 0, 0);

    public boolean known() {
        return all > 0;
    }

    /** The most answers there can ever be. */
    public int open() {
        return all - released + wanted;
    }

    /** The places that say what one costs: what replaces a rejected answer is bought at the price of the first. */
    public int bought() {
        return all - replaced;
    }

    /** Totals only grow, so an older total that comes late changes nothing. */
    Places atLeast(int total) {
        return new Places(Math.max(all, total), released, wanted, replaced);
    }

    Places release(int count) {
        return new Places(all, released + count, wanted, replaced);
    }

    /** A closed task gets no places for rejected answers any more. */
    Places close() {
        return new Places(all, released, 0, replaced);
    }

    Places want(int count) {
        return new Places(all, released, Math.max(0, wanted + count), replaced);
    }

    Places replace(int count) {
        return new Places(all, released, Math.max(0, wanted - count), replaced + count);
    }
}
