/**
 * The ledger's proof: every balance three times, from the transfers, from the topics and as it is stored, and the pay of every
 * approved answer. It shares no code with the services.
 */
@NullMarked
package io.kempelen.acceptance.ledger;

import org.jspecify.annotations.NullMarked;
