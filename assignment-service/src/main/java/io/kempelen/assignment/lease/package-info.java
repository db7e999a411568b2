/** Decides who holds a place: accept, return, submit, expiry, and the answers that came too late. */
@NullMarked
package io.kempelen.assignment.lease;

import org.jspecify.annotations.NullMarked;
