/** Decides whom a requester wants no more work of. */
@NullMarked
package io.kempelen.assignment.block;

import org.jspecify.annotations.NullMarked;
