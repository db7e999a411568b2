@NullMarked
package io.kempelen.local.replay;

import org.jspecify.annotations.NullMarked;
