/** Mail through SMTP: delivered at least once, never twice in effect, and never lost while the server is down. */
@NullMarked
package io.kempelen.notification.mail;

import org.jspecify.annotations.NullMarked;
