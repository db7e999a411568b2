/** Where and how an account wants to be written to. The address was given by the account itself and leaves this service only in a mail. */
@NullMarked
package io.kempelen.notification.contact;

import org.jspecify.annotations.NullMarked;
