package io.kempelen.acceptance.audit;

import java.time.Instant;

/** What the rules judge by: what the topics say, what the databases say, and what time it is. */
record Evidence(History history, Stores stores, Instant now) {}
