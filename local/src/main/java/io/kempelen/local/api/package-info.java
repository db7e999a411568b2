/** Kempelen's public HTTP API as a client sees it: what the commands and the replay need of it. */
@NullMarked
package io.kempelen.local.api;

import org.jspecify.annotations.NullMarked;
