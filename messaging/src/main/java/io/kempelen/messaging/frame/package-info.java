/** The capability by which a task frame may act for one worker on one assignment. */
@NullMarked
package io.kempelen.messaging.frame;

import org.jspecify.annotations.NullMarked;
