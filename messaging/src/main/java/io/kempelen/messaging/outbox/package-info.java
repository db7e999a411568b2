/** Events leave through a table that is written in the transaction of the state they tell of. */
@NullMarked
package io.kempelen.messaging.outbox;

import org.jspecify.annotations.NullMarked;
