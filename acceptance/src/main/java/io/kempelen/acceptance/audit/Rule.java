package io.kempelen.acceptance.audit;

/** One family of things that must hold. */
interface Rule {

    void check(Evidence evidence, Findings findings);
}
