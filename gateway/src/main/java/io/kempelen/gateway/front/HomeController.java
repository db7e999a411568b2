package io.kempelen.gateway.front;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** Two short pages for people who open the platform in a browser before its web pages exist. */
@Hidden
@RestController
class HomeController {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>%s</title>
            <style>body{font:16px/1.5 system-ui,sans-serif;max-width:42rem;margin:3rem auto;padding:0 1rem}td{padding-right:2rem}</style>
            </head><body>
            %s
            </body></html>
            """;

    private final ServiceHealth health;
    private final Openness openness;

    HomeController(ServiceHealth health, Openness openness) {
        this.health = health;
        this.openness = openness;
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    String home() {
        var rows = openness.remembered(health::all).stream()
                .map(service -> "<tr><td>" + service.service() + "</td><td>"
                        + (service.up() ? "runs" : "does not answer") + "</td></tr>")
                .collect(Collectors.joining("\n"));
        return PAGE.formatted("Kempelen", """
                <h1>Kempelen</h1>
                <p>A self-hosted microtask platform. It speaks the Mechanical Turk requester API at this address (<code>POST /</code>)
                and its own REST API below <code>/v1</code>: <a href="/openapi.json">openapi.json</a>.</p>
                <table>
                <tr><td>gateway</td><td>runs</td></tr>
                %s
                </table>
                <p>Access tokens: <code>POST /oauth2/token</code> with an access key;
                <a href="/.well-known/oauth-authorization-server">about the issuer</a>.</p>""".formatted(rows));
    }

    /** Where the type of a problem leads: what kind of thing it is; the answer itself says what was wrong. */
    @GetMapping(path = "/problems/{type}", produces = MediaType.TEXT_HTML_VALUE)
    String problem(@PathVariable String type) {
        var name = HtmlUtils.htmlEscape(type);
        return PAGE.formatted(name, """
                <h1>%s</h1>
                <p>%s</p>
                <p>The answer you got says in <code>detail</code> what was wrong and what would be right; the other members
                (<code>field</code>, <code>row</code>, <code>limit</code> …) say where.</p>
                <p><a href="/openapi.json">The API document</a></p>""".formatted(name, HtmlUtils.htmlEscape(ProblemTypes.meaning(type))));
    }
}
