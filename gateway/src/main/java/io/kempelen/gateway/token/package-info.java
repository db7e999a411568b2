/** Tokens: those the gateway hands out and accepts, and those it shows to the services. */
@NullMarked
package io.kempelen.gateway.token;

import org.jspecify.annotations.NullMarked;
