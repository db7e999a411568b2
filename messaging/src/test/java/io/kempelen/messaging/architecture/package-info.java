/** Architecture as tests. */
@NullMarked
package io.kempelen.messaging.architecture;

import org.jspecify.annotations.NullMarked;
