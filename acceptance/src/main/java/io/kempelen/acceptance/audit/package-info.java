/** The auditor: recomputes from the topics what happened and who is owed what, and compares it with every database. */
@NullMarked
package io.kempelen.acceptance.audit;

import org.jspecify.annotations.NullMarked;
