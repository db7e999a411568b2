package io.kempelen.gateway.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PathsTest {

    @Test
    void takesPlainPaths() {
        for (var path : List.of("/", "/v1/tasks/3ABC", "/s/abc-_.def/frame", "/v1/tasks/", "/v1/workers/J%C3%B6rg")) {
            assertThat(Paths.isPlain(path)).as(path).isTrue();
        }
    }

    @Test
    void refusesWhatTwoProgramsCouldReadDifferently() {
        for (var path : List.of(
                "/v1/../internal/applied",
                "/v1/%2e%2e/internal",
                "/v1/..;/internal",
                "/v1//internal",
                "/v1/tasks;x=1",
                "/v1/%2Finternal",
                "/v1\\..\\internal",
                "/v1/%252e%252e/x",
                "/v1/a%00b",
                "/./v1",
                "v1")) {
            assertThat(Paths.isPlain(path)).as(path).isFalse();
        }
    }

    @Test
    void hidesTheInside() {
        for (var path : List.of(
                "/internal/applied", "/internal", "/INTERNAL/x", "/v3/api-docs", "/actuator/health", "/error")) {
            assertThat(Paths.isInside(path)).as(path).isTrue();
        }
        assertThat(Paths.isInside("/v1/internal")).isFalse();
        assertThat(Paths.isInside("/")).isFalse();
    }
}
