/** Decides whether answers are good. It never decides who may work, what work costs or who is paid how much. */
@NullMarked
package io.kempelen.review;

import org.jspecify.annotations.NullMarked;
