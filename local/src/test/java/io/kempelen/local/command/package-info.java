@NullMarked
package io.kempelen.local.command;

import org.jspecify.annotations.NullMarked;
