package io.kempelen.payout.fees.domain;

/**
 * What the platform takes. Rates are basis points (2000 is 20 %); a fee is rounded half up once per assignment, never per
 * batch, so that the sum over places is exact; {@code minimum} is in minor units and holds for a reward of zero as well.
 */
public record FeeSchedule(
        String name, int rewardRate, int bonusRate, int surchargeRate, int surchargeFrom, long minimum) {

    private static final int WHOLE = 10_000;

    public FeeSchedule {
        if (rewardRate < 0 || bonusRate < 0 || surchargeRate < 0 || minimum < 0)
            throw new IllegalArgumentException("A fee is never negative");
    }

    /** MTurk's: 20 % of reward and bonus, another 20 % of the reward from 10 assignments per task, at least 0.01. */
    public static FeeSchedule mturk() {
        return new FeeSchedule("mturk", 2_000, 2_000, 2_000, 10, 1);
    }

    /** One rate for everything, and no minimum. */
    public static FeeSchedule flat(int rate) {
        return new FeeSchedule("flat", rate, rate, 0, Integer.MAX_VALUE, 0);
    }

    public long perAssignment(long reward, int assignmentsPerTask) {
        return share(reward, rewardRate + (assignmentsPerTask >= surchargeFrom ? surchargeRate : 0));
    }

    public long perBonus(long amount) {
        return share(amount, bonusRate);
    }

    private long share(long amount, int rate) {
        if (amount < 0) throw new IllegalArgumentException("An amount is never negative: " + amount);
        return Math.max(minimum, Math.addExact(Math.multiplyExact(amount, (long) rate), WHOLE / 2) / WHOLE);
    }
}
