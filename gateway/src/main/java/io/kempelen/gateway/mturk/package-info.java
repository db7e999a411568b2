/** The Mechanical Turk API's wire: signatures, targets, errors. */
@NullMarked
package io.kempelen.gateway.mturk;

import org.jspecify.annotations.NullMarked;
