/** Which service answers what, and how a request gets there and back. */
@NullMarked
package io.kempelen.gateway.route;

import org.jspecify.annotations.NullMarked;
