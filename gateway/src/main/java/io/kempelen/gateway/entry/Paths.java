package io.kempelen.gateway.entry;

import java.util.List;
import java.util.Locale;

/** Which paths may be asked for from outside. A path that two programs could read differently is refused, not cleaned up. */
final class Paths {

    private static final List<String> INSIDE =
            List.of("internal", "actuator", "v3", "swagger-ui", "swagger-ui.html", "error");

    private Paths() {}

    /** Plain segments only: none empty but a last one, no dots, no parameters, nothing that decodes to a separator. */
    static boolean isPlain(String rawPath) {
        if (!rawPath.startsWith("/")) return false;
        if (rawPath.indexOf(';') >= 0 || rawPath.indexOf('\\') >= 0 || rawPath.contains("//")) return false;
        var lower = rawPath.toLowerCase(Locale.ROOT);
        if (lower.contains("%2f")
                || lower.contains("%5c")
                || lower.contains("%2e")
                || lower.contains("%25")
                || lower.contains("%00")) {
            return false;
        }
        for (var segment : rawPath.split("/", -1)) {
            if (segment.equals(".") || segment.equals("..")) return false;
        }
        return true;
    }

    /** What only the services and the platform's own machinery may ask for. */
    static boolean isInside(String path) {
        var end = path.indexOf('/', 1);
        var first = end < 0 ? path.substring(1) : path.substring(1, end);
        return INSIDE.contains(first.toLowerCase(Locale.ROOT));
    }
}
