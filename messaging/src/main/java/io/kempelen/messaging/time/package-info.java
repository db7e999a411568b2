/** The platform's clock, injected so that tests and the sandbox can move it. */
@NullMarked
package io.kempelen.messaging.time;

import org.jspecify.annotations.NullMarked;
