/** Money set aside for places of tasks, and what becomes of it: captured for the worker or released to the requester, once per place. */
@NullMarked
package io.kempelen.payout.hold;

import org.jspecify.annotations.NullMarked;
