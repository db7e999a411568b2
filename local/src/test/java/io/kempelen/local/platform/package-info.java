@NullMarked
package io.kempelen.local.platform;

import org.jspecify.annotations.NullMarked;
