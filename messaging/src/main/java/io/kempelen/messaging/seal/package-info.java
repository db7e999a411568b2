/** Secrets at rest. */
@NullMarked
package io.kempelen.messaging.seal;

import org.jspecify.annotations.NullMarked;
