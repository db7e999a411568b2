/** A service that does nothing but count, to test the library with. */
@NullMarked
package io.kempelen.messaging.probe;

import org.jspecify.annotations.NullMarked;
