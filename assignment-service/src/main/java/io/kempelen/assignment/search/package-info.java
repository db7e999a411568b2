/** Shows a worker the work that worker may see. */
@NullMarked
package io.kempelen.assignment.search;

import org.jspecify.annotations.NullMarked;
