/** Decides who does the work: workers, qualifications, eligibility and leases. Never decides what is to be done, whether it is good, or who is paid. */
@NullMarked
package io.kempelen.assignment;

import org.jspecify.annotations.NullMarked;
