package io.kempelen.task.frame;

import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.jsoup.parser.Parser;

/**
 * Makes an author's HTML submittable: jsoup finds the places, and text is put in there, so that all the rest stays the author's
 * own characters. Adds a form, the assignment's id and a button only where there is none.
 */
final class Page {

    private static final String SUBMITS =
            "input[type=submit], input[type=image], button[type=submit], form button:not([type]), crowd-button[form-action=submit]";
    private static final String BUTTON = "<p><input type=\"submit\" id=\"submitButton\" value=\"Submit\"></p>";

    private final String html;
    private final String action;
    private final String assignmentId;
    private final Document document;
    private final TreeMap<Integer, String> insertions = new TreeMap<>();
    private final TreeMap<Integer, Cut> cuts = new TreeMap<>();

    /** Characters replaced by others. */
    private record Cut(int end, String by) {}

    Page(String html, String action, String assignmentId) {
        this.html = Addresses.own(html, action);
        this.action = action;
        this.assignmentId = assignmentId;
        this.document = Parser.htmlParser().setTrackPosition(true).parseInput(this.html, "");
    }

    String submittable() {
        var forms = document.select("form").stream()
                .filter(form -> tracked(form.sourceRange()))
                .toList();
        boolean button = document.selectFirst(SUBMITS) != null || document.selectFirst("crowd-form") != null;
        if (forms.isEmpty()) wrap(button);
        else forms.forEach(form -> adopt(form, forms.size() == 1 && !button));
        return edited();
    }

    /** As MTurk does: the form goes around everything, inside the body where the author wrote one. */
    private void wrap(boolean button) {
        int from = Math.max(end("head", false), end("body", true));
        int to = Math.max(from, start("body"));
        insert(
                from,
                "<form name=\"mturk_form\" method=\"post\" id=\"mturk_form\" action=\"" + attribute(action) + "\">"
                        + (document.selectFirst("input[name=assignmentId]") == null ? hidden() : ""));
        insert(to, (button ? "" : BUTTON) + "</form>");
        fill(document);
    }

    /** Where an element's opening or closing tag ends, or the beginning of the page where the author wrote none. */
    private int end(String tag, boolean opening) {
        var element = document.selectFirst(tag);
        if (element == null) return 0;
        var range = opening ? element.sourceRange() : element.endSourceRange();
        return tracked(range) ? range.endPos() : 0;
    }

    /** Where an element's closing tag starts, or the end of the page. */
    private int start(String tag) {
        var element = document.selectFirst(tag);
        return element != null && tracked(element.endSourceRange())
                ? element.endSourceRange().startPos()
                : html.length();
    }

    /** A form that goes to MTurk, or nowhere, comes to us; one that goes elsewhere is the author's business. */
    private void adopt(Element form, boolean needsButton) {
        if (!ours(form.attr("action"))) return;
        form.attr("action", action).attr("method", "post");
        replace(
                form.sourceRange(),
                openingTag(form) + (form.selectFirst("input[name=assignmentId]") == null ? hidden() : ""));
        if (needsButton)
            insert(tracked(form.endSourceRange()) ? form.endSourceRange().startPos() : html.length(), BUTTON);
        fill(form);
    }

    private static boolean ours(String target) {
        return target.isBlank() || target.startsWith("#") || target.contains("externalSubmit");
    }

    /** Old pages leave the field empty for a script to fill; that script may not come. */
    private void fill(Element within) {
        for (var field : within.select("input[name=assignmentId]")) {
            if (!field.attr("value").isBlank() || !tracked(field.sourceRange())) continue;
            field.attr("value", assignmentId);
            replace(field.sourceRange(), openingTag(field));
        }
    }

    private String hidden() {
        return "<input type=\"hidden\" name=\"assignmentId\" value=\"" + attribute(assignmentId) + "\">";
    }

    private static String openingTag(Element element) {
        return "<" + element.tagName() + element.attributes().html() + ">";
    }

    static String attribute(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }

    private static boolean tracked(Range range) {
        return range.isTracked() && !range.isImplicit();
    }

    private void insert(int at, String text) {
        insertions.merge(at, text, String::concat);
    }

    private void replace(Range range, String text) {
        cuts.put(range.startPos(), new Cut(range.endPos(), text));
    }

    private String edited() {
        var out = new StringBuilder(html.length() + 512);
        int at = 0;
        for (int change = next(0); change <= html.length(); change = next(Math.max(at, change + 1))) {
            out.append(html, at, change).append(insertions.getOrDefault(change, ""));
            var cut = cuts.get(change);
            if (cut != null) out.append(cut.by());
            at = cut == null ? change : cut.end();
        }
        return out.append(html, at, html.length()).toString();
    }

    /** The next place where something changes. */
    private int next(int from) {
        var insertion = insertions.ceilingKey(from);
        var cut = cuts.ceilingKey(from);
        int first = insertion == null ? Integer.MAX_VALUE : insertion;
        return cut == null ? first : Math.min(first, cut);
    }
}
