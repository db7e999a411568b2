/** Decides who must hear of what, and how. Never decides anything else: nobody's money or work depends on it. MTurk's NotifyWorkers and notification settings come with the next issues, as further features beside these. */
@NullMarked
package io.kempelen.notification;

import org.jspecify.annotations.NullMarked;
