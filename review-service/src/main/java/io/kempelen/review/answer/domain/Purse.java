package io.kempelen.review.answer.domain;

/** What an approved answer costs and the hold it is paid from. */
public record Purse(String fundsId, long reward, long fee, String currency) {}
