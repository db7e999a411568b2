/** Ids: one public spelling everywhere, events included. */
@NullMarked
package io.kempelen.messaging.id;

import org.jspecify.annotations.NullMarked;
