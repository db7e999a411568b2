/** The topics: their names and how they are made. */
@NullMarked
package io.kempelen.messaging.topic;

import org.jspecify.annotations.NullMarked;
