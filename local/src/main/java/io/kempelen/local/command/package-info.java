/** One class per command: reads options, calls platform, api or replay, prints. */
@NullMarked
package io.kempelen.local.command;

import org.jspecify.annotations.NullMarked;
