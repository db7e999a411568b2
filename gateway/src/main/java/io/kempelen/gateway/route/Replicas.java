package io.kempelen.gateway.route;

import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.hc.core5.http.HttpHost;

/** The base URLs of one service, taken in turn. */
final class Replicas {

    private final List<HttpHost> hosts;
    private final AtomicInteger turn = new AtomicInteger();

    Replicas(List<URI> urls) {
        this.hosts = urls.stream().map(HttpHost::create).toList();
    }

    /** All of them, the one whose turn it is first. */
    List<HttpHost> inTurn() {
        if (hosts.size() == 1) return hosts;
        var first = Math.floorMod(turn.getAndIncrement(), hosts.size());
        return IntStream.range(0, hosts.size())
                .mapToObj(i -> hosts.get((first + i) % hosts.size()))
                .toList();
    }

    List<HttpHost> all() {
        return hosts;
    }
}
