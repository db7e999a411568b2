/** The inbox of an account: what happened, in plain words. */
@NullMarked
package io.kempelen.notification.notice;

import org.jspecify.annotations.NullMarked;
