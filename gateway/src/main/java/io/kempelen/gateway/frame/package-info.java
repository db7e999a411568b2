/** Task frames: other people's HTML, on an origin of its own. */
@NullMarked
package io.kempelen.gateway.frame;

import org.jspecify.annotations.NullMarked;
