/** The shapes of the Mechanical Turk API: checked input and its own kind of errors. */
@NullMarked
package io.kempelen.messaging.mturk;

import org.jspecify.annotations.NullMarked;
