@NullMarked
package io.kempelen.local.process;

import org.jspecify.annotations.NullMarked;
