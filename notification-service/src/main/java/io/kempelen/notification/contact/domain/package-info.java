/** A contact as a row. */
@NullMarked
package io.kempelen.notification.contact.domain;

import org.jspecify.annotations.NullMarked;
