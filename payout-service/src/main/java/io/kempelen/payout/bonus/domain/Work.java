package io.kempelen.payout.bonus.domain;

/** Who handed in which assignment for whom. */
public record Work(String assignmentId, String taskId, String workerId, String requesterId) {}
