package io.kempelen.benchmarks.load;

/** A way of putting load on: who comes when. What begins now is timed in the timings named last. */
public sealed interface Loop extends AutoCloseable permits ClosedLoop, OpenLoop {

    void time(Timings timings);

    /** No new lifecycle begins; those begun are led to their submission. */
    @Override
    void close();
}
