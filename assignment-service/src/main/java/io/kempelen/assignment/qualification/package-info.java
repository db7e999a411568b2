/** Decides who is able: qualification types, grants, requests and the demands of tasks. */
@NullMarked
package io.kempelen.assignment.qualification;

import org.jspecify.annotations.NullMarked;
