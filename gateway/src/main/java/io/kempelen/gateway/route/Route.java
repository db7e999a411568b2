package io.kempelen.gateway.route;

import java.util.List;

/**
 * Where a request goes, and which services must have seen what it did before it is answered.
 *
 * @param method one HTTP method, or {@code *}
 * @param path a template: {@code *} is one segment, a final {@code **} any number
 * @param template the path's segments
 */
public record Route(String method, String path, List<String> template, Group group, List<Service> seenBy) {

    static Route to(Group group, String method, String path, Service... seenBy) {
        return new Route(method, path, List.of(path.substring(1).split("/", -1)), group, List.of(seenBy));
    }

    boolean matches(String asked, List<String> segments) {
        return (method.equals("*") || method.equals(asked)) && matches(segments);
    }

    private boolean matches(List<String> segments) {
        var open = template.getLast().equals("**");
        var fixed = open ? template.size() - 1 : template.size();
        if (segments.size() < fixed || (!open && segments.size() > fixed)) return false;
        for (int i = 0; i < fixed; i++) {
            if (!template.get(i).equals("*") && !template.get(i).equals(segments.get(i))) return false;
        }
        return true;
    }
}
