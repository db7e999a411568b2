/** Task frames: other people's HTML, rendered for one assignment. Never served on the pages' origin. */
@NullMarked
package io.kempelen.task.frame;

import org.jspecify.annotations.NullMarked;
