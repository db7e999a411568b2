/** Black-box tests of a whole platform, and the auditor they trust. */
@NullMarked
package io.kempelen.acceptance;

import org.jspecify.annotations.NullMarked;
