/** What the gateway answers by itself. */
@NullMarked
package io.kempelen.gateway.front;

import org.jspecify.annotations.NullMarked;
