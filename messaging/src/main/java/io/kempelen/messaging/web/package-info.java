/** What every service's HTTP edge shares: who calls, problems, idempotency keys, pages, money as text. */
@NullMarked
package io.kempelen.messaging.web;

import org.jspecify.annotations.NullMarked;
