/** A mail's way as a state machine. */
@NullMarked
package io.kempelen.notification.mail.domain;

import org.jspecify.annotations.NullMarked;
