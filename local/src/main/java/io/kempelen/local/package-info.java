/** The command line ./kempelen. */
@NullMarked
package io.kempelen.local;

import org.jspecify.annotations.NullMarked;
