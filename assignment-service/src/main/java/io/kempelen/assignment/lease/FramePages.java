package io.kempelen.assignment.lease;

import io.kempelen.messaging.web.Problem;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.HtmlUtils;

/** The small pages a worker sees in the frame after its form was sent. */
final class FramePages {

    private FramePages() {}

    static ResponseEntity<String> thanks() {
        return page(
                HttpStatus.OK, "Thank you", "Your answer was received. You can go on with the next task.", "submitted");
    }

    static ResponseEntity<String> problem(Problem problem) {
        var title = problem.body().getTitle();
        return page(problem.status(), title == null ? "Not done" : title, problem.detail(), problem.type());
    }

    private static ResponseEntity<String> page(HttpStatusCode status, String title, String text, String state) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(html(HtmlUtils.htmlEscape(title), HtmlUtils.htmlEscape(text), HtmlUtils.htmlEscape(state)));
    }

    private static String html(String title, String text, String state) {
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>%1$s</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem}</style></head>
            <body data-kempelen="%3$s"><h1>%1$s</h1><p>%2$s</p></body>
            </html>
            """.formatted(title, text, state);
    }
}
