/** Accounts and access keys: the only decisions the gateway owns. */
@NullMarked
package io.kempelen.gateway.account;

import org.jspecify.annotations.NullMarked;
