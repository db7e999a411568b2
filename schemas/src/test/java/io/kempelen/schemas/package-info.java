/** The rules that every event keeps. */
@NullMarked
package io.kempelen.schemas;

import org.jspecify.annotations.NullMarked;
