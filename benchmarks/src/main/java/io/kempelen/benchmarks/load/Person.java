package io.kempelen.benchmarks.load;

/** A requester or a worker with the token it holds. */
public record Person(String id, String token) {}
