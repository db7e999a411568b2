package io.kempelen.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcFileTest {

    @Test
    void addsOwnTimeAndThatOfEndedChildren() {
        var line = "4711 (java) S 42 4711 4711 0 -1 4194304 100 0 0 0 250 50 30 20 20 0 40 0 1000 9999 888";

        assertThat(ProcFile.stat(line)).isEqualTo(new ProcFile.Stat(4711, 42, 350));
    }

    @Test
    void readsPastSpacesAndBracketsInTheName() {
        var line = "7 (postgres: walwriter (x) y) S 6 7 7 0 -1 4194304 100 0 0 0 1 2 3 4 20 0 1 0 1000 9999 888";

        assertThat(ProcFile.stat(line)).isEqualTo(new ProcFile.Stat(7, 6, 10));
    }

    @Test
    void findsOneLineAmongMany() {
        var rollup = "Rss:              300 kB\nPss:              120 kB\nPss_Dirty:         90 kB\n";

        assertThat(ProcFile.kibibytes(rollup, "Pss")).isEqualTo(120);
        assertThat(ProcFile.kibibytes(rollup, "Swap")).isZero();
    }
}
