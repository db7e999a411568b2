/** The rail of banks that speak ISO 20022: pain.001 goes out, pain.002 and camt.054 come back. */
@NullMarked
package io.kempelen.payout.withdrawal.rail.iso20022;

import org.jspecify.annotations.NullMarked;
