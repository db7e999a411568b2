/** Waiting, in a request, for what another thread or replica will write. */
@NullMarked
package io.kempelen.messaging.wait;

import org.jspecify.annotations.NullMarked;
