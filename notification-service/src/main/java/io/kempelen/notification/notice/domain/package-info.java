/** Notices as values, and how their kinds are worded and mailed. */
@NullMarked
package io.kempelen.notification.notice.domain;

import org.jspecify.annotations.NullMarked;
