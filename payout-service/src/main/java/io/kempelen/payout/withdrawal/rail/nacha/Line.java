package io.kempelen.payout.withdrawal.rail.nacha;

/** A record of a file: 94 characters of fields side by side, words to the left, numbers to the right behind zeros. */
final class Line {

    static final int LENGTH = 94;

    private final StringBuilder text = new StringBuilder(LENGTH);

    Line word(int width, String word) {
        if (word.length() > width) throw new IllegalArgumentException("A word is longer than " + width);
        text.append(word).repeat(" ", width - word.length());
        return this;
    }

    Line number(int width, long number) {
        var digits = Long.toString(number);
        if (number < 0 || digits.length() > width)
            throw new IllegalArgumentException(digits + " has more than " + width + " digits");
        text.repeat("0", width - digits.length()).append(digits);
        return this;
    }

    Line blank(int width) {
        return word(width, "");
    }

    String end() {
        if (text.length() != LENGTH) throw new IllegalStateException("A line has " + text.length() + " characters");
        return text.toString();
    }
}
