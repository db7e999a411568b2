/** Events come in once in effect: one transaction per batch, with a watermark per partition. */
@NullMarked
package io.kempelen.messaging.inbox;

import org.jspecify.annotations.NullMarked;
