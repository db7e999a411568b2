package io.kempelen.payout.withdrawal.rail.nacha;

/** The number of a bank in the United States (ABA): 9 digits, the last of which checks the others. */
final class RoutingNumber {

    private static final int[] WEIGHTS = {3, 7, 1};

    private RoutingNumber() {}

    /** The ranges that take direct deposits: the twelve districts, the thrifts, and electronic-only numbers. */
    static boolean isValid(String number) {
        return number.matches("(0[1-9]|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2])[0-9]{7}") && checksum(number) % 10 == 0;
    }

    private static int checksum(String number) {
        var sum = 0;
        for (var i = 0; i < number.length(); i++) sum += WEIGHTS[i % 3] * Character.digit(number.charAt(i), 10);
        return sum;
    }
}
