/** What the platform charges. Decides prices only; nothing here moves money. */
@NullMarked
package io.kempelen.payout.fees;

import org.jspecify.annotations.NullMarked;
