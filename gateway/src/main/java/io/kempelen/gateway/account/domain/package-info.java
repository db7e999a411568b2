/** Accounts and keys as values, and the pure decisions about them. */
@NullMarked
package io.kempelen.gateway.account.domain;

import org.jspecify.annotations.NullMarked;
