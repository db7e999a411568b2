package io.kempelen.review.intake;

import java.time.Instant;

/** A task expires at another time. */
record Expiration(String taskId, Instant expiresAt) {}
