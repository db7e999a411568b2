/** Violations that the architecture rules must find. */
@NullMarked
package io.kempelen.messaging.planted.domain;

import org.jspecify.annotations.NullMarked;
