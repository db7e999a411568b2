package io.kempelen.gateway.route;

import io.kempelen.messaging.outbox.Fence;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpMessage;

/** Which headers go through: not those of one connection (RFC 9110 section 7.6.1), nor credentials, cookies and the platform's own. */
final class Headers {

    private static final Set<String> OF_ONE_CONNECTION = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");
    private static final Set<String> NOT_SENT_ON = and(
            "host",
            "content-length",
            "expect",
            "authorization",
            "cookie",
            "forwarded",
            "x-forwarded-for",
            "x-forwarded-host",
            "x-forwarded-proto",
            "x-forwarded-port",
            "x-forwarded-prefix",
            "traceparent",
            "tracestate",
            Fence.HEADER.toLowerCase(Locale.ROOT));
    private static final Set<String> NOT_SENT_BACK =
            and("content-length", "set-cookie", "set-cookie2", "date", "server", Fence.HEADER.toLowerCase(Locale.ROOT));

    private Headers() {}

    static void sendOn(HttpServletRequest from, ClassicHttpRequest to) {
        var named = connectionHeaders(Collections.list(from.getHeaders(HttpHeaders.CONNECTION)).stream());
        for (var names = from.getHeaderNames(); names.hasMoreElements(); ) {
            var name = names.nextElement();
            var lower = name.toLowerCase(Locale.ROOT);
            if (NOT_SENT_ON.contains(lower) || named.contains(lower)) continue;
            for (var values = from.getHeaders(name); values.hasMoreElements(); )
                to.addHeader(name, values.nextElement());
        }
    }

    /** A header the service sends replaces what the gateway would have said by itself. */
    static void sendBack(ClassicHttpResponse from, HttpServletResponse to) {
        var named = connectionHeaders(valuesOf(from, HttpHeaders.CONNECTION));
        var begun = new HashSet<String>();
        for (var headers = from.headerIterator(); headers.hasNext(); ) {
            var header = headers.next();
            var lower = header.getName().toLowerCase(Locale.ROOT);
            if (NOT_SENT_BACK.contains(lower) || named.contains(lower)) continue;
            if (begun.add(lower)) to.setHeader(header.getName(), header.getValue());
            else to.addHeader(header.getName(), header.getValue());
        }
    }

    static Stream<String> valuesOf(HttpMessage message, String name) {
        return Arrays.stream(message.getHeaders(name)).map(header -> header.getValue());
    }

    private static Set<String> connectionHeaders(Stream<String> values) {
        return values.flatMap(value -> Arrays.stream(value.split(",")))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> and(String... more) {
        return Stream.concat(OF_ONE_CONNECTION.stream(), Arrays.stream(more)).collect(Collectors.toUnmodifiableSet());
    }
}
