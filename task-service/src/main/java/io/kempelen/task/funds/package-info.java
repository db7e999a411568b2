/** The one exchange by which anything that costs money asks for it. Decides nothing about money itself. */
@NullMarked
package io.kempelen.task.funds;

import org.jspecify.annotations.NullMarked;
