/** Who you are and whether you may knock. Holds no rule about work or money. */
@NullMarked
package io.kempelen.gateway;

import org.jspecify.annotations.NullMarked;
