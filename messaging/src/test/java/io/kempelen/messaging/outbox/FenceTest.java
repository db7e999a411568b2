package io.kempelen.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.events.TaskDisposed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class FenceTest {

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @BeforeEach
    void request() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest(), response));
    }

    @AfterEach
    void answered() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void namesTheLastEventOfEachKey() {
        var events = List.of(keyed("a"), keyed("b"), keyed("a"));

        assertThat(Fence.lastOfEachKey(events, ids(3))).containsExactly(id(1), id(2));
    }

    @Test
    void keepsTheNewestOfMany() {
        for (int i = 0; i < 100; i++) Fence.add(List.of(id(i)));

        assertThat(named()).hasSize(64).startsWith(id(36).toString()).endsWith(id(99).toString());
    }

    @Test
    void namesTheNewestOfALongList() {
        Fence.add(ids(1000));

        assertThat(named()).hasSize(64).startsWith(id(936).toString()).endsWith(id(999).toString());
    }

    @Test
    void namesNothingWhereNothingHappened() {
        Fence.add(List.of());

        assertThat(response.containsHeader(Fence.HEADER)).isFalse();
    }

    private List<String> named() {
        return response.getHeaders(Fence.HEADER).stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .toList();
    }

    private static List<UUID> ids(int count) {
        return IntStream.range(0, count).mapToObj(FenceTest::id).toList();
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }

    private static Keyed keyed(String key) {
        return new Keyed(key, new TaskDisposed(key, "AREQUESTER", Instant.EPOCH));
    }
}
