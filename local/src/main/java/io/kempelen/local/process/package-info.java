/** Child processes of one machine: started, watched, restarted, stopped. Knows nothing of Kempelen. */
@NullMarked
package io.kempelen.local.process;

import org.jspecify.annotations.NullMarked;
