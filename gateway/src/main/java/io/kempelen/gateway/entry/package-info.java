/** The front door: who knocks, how often, and on which path. */
@NullMarked
package io.kempelen.gateway.entry;

import org.jspecify.annotations.NullMarked;
