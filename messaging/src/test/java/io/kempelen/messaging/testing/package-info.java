/** What the tests of every service share: real PostgreSQL, real Kafka, tokens, a probe into the topics. */
@NullMarked
package io.kempelen.messaging.testing;

import org.jspecify.annotations.NullMarked;
