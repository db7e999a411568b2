package io.kempelen.assignment.lease;

/** A row of a task's free places, locked; what comes back to a shut one is free money and not a free place. */
record Stripe(String taskId, int number, int free, boolean open) {}
