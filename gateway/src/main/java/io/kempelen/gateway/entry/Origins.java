package io.kempelen.gateway.entry;

import io.kempelen.gateway.GatewayProperties;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the origin of the frames from the others by the Host header. */
@Component
public class Origins {

    private final String frames;
    private final String pages;
    private final List<String> others;

    Origins(GatewayProperties properties) {
        this.frames = authority(properties.frameOrigin());
        this.pages = authority(properties.publicUrl());
        this.others = properties.hosts().stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty())
                .toList();
    }

    public boolean isFrames(HttpServletRequest request) {
        return frames.equals(host(request));
    }

    /** Any host will do unless the installation names those it answers to. */
    public boolean isKnown(HttpServletRequest request) {
        var host = host(request);
        return others.isEmpty() || host == null || host.equals(frames) || host.equals(pages) || others.contains(host);
    }

    private static @Nullable String host(HttpServletRequest request) {
        var host = request.getHeader("Host");
        if (host == null) return null;
        var lower = host.toLowerCase(Locale.ROOT);
        return lower.replaceFirst(request.isSecure() ? ":443$" : ":80$", "");
    }

    private static String authority(URI origin) {
        var usual = "https".equals(origin.getScheme()) ? 443 : 80;
        var port = origin.getPort() == -1 || origin.getPort() == usual ? "" : ":" + origin.getPort();
        return origin.getHost().toLowerCase(Locale.ROOT) + port;
    }
}
