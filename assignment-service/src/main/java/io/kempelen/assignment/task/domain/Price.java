package io.kempelen.assignment.task.domain;

/** What is held for each place: the worker's reward and the platform's fee, in minor units of one currency. */
public record Price(long rewardMinor, long feeMinor, String currency) {}
