/** Rails that are files: written once into the database, fetched by the operator or the bank's client, answered by files that come back. */
@NullMarked
package io.kempelen.payout.withdrawal.rail.file;

import org.jspecify.annotations.NullMarked;
