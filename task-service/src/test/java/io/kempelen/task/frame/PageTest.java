package io.kempelen.task.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class PageTest {

    private static final String ACTION = "http://127.0.0.1:8080/s/cap/mturk/externalSubmit";

    @Test
    void wrapsAFragmentAndAddsAButton() {
        var page = rendered("<p>Label it.</p><input name='label'>");

        assertThat(page.select("form")).hasSize(1);
        assertThat(page.select("form").attr("action")).isEqualTo(ACTION);
        assertThat(page.select("form input[name=label]")).hasSize(1);
        assertThat(page.select("form input[name=assignmentId]").attr("value")).isEqualTo("ASG");
        assertThat(page.select("form input[type=submit]")).hasSize(1);
    }

    @Test
    void wrapsInsideTheBodyOfAWholePage() {
        var html =
                "<!DOCTYPE html>\n<html><head><title>x</title></head>\n<body class=\"a\"><input name=q><script>var s = \"<form>\";</script></body></html>";
        var text = text(html);

        assertThat(text).startsWith("<!DOCTYPE html>\n<html><head><title>x</title></head>\n<body class=\"a\"><form ");
        assertThat(text).endsWith("</form></body></html>");
        assertThat(text).contains("var s = \"<form>\";");
    }

    @Test
    void keepsTheAuthorsFormAndButton() {
        var html = "<form id=\"f\" action=\"https://www.mturk.com/mturk/externalSubmit\"><input name=q>"
                + "<input type=\"hidden\" name=\"assignmentId\" value=\"\"><button type=\"submit\">Go</button></form>";
        var page = rendered(html);

        assertThat(page.select("form")).hasSize(1);
        assertThat(page.select("form").attr("action")).isEqualTo(ACTION);
        assertThat(page.select("form").attr("method")).isEqualTo("post");
        assertThat(page.select("input[name=assignmentId]")).hasSize(1);
        assertThat(page.select("input[name=assignmentId]").attr("value")).isEqualTo("ASG");
        assertThat(page.select("input[type=submit]")).isEmpty();
    }

    @Test
    void addsAButtonToAFormWithoutOne() {
        assertThat(rendered("<form><input name=q></form>").select("form input[type=submit]"))
                .hasSize(1);
    }

    @Test
    void leavesAFormThatGoesElsewhere() {
        var page = rendered("<form action=\"https://example.org/search\"><input name=q><input type=submit></form>");
        assertThat(page.select("form").attr("action")).isEqualTo("https://example.org/search");
    }

    @Test
    void addsNoButtonToACrowdForm() {
        var page = rendered(
                "<script src=\"https://assets.crowd.aws/crowd-html-elements.js\"></script><crowd-form><crowd-input name=q></crowd-input></crowd-form>");

        assertThat(page.select("script").attr("src")).isEqualTo("/crowd-html-elements.js");
        assertThat(page.select("input[type=submit]")).isEmpty();
        assertThat(page.select("form crowd-form")).hasSize(1);
    }

    @Test
    void servesOldScriptsItself() {
        assertThat(
                        text(
                                "<script src='https://s3.amazonaws.com/mturk-public/externalHIT_v1.js' type='text/javascript'></script>"))
                .contains("<script src='/externalHIT_v1.js' type='text/javascript'>");
    }

    @Test
    void changesNothingElse() {
        var author = "<P CLASS=x>a &nbsp b<br/>\r\n<table><tr><td>c</table>";
        assertThat(text(author)).contains(author);
    }

    private static Document rendered(String html) {
        return Jsoup.parse(text(html));
    }

    private static String text(String html) {
        return new Page(html, ACTION, "ASG").submittable();
    }
}
