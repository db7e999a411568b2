package io.kempelen.task.frame;

import java.util.regex.Pattern;

/** Old pages load MTurk's scripts from addresses that go away: the platform serves them itself. */
final class Addresses {

    private static final Pattern EXTERNAL_HIT = Pattern.compile(
            "(?:https?:)?//[^\"'\\s<>]*/externalHIT_v1\\.js(?:\\?[^\"'\\s<>]*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern CROWD = Pattern.compile(
            "(?:https?:)?//[^\"'\\s<>]*/crowd-html-elements\\.js(?:\\?[^\"'\\s<>]*)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern SUBMIT = Pattern.compile(
            "(?:https?:)?//(?:www|workersandbox|worker|requester)\\.mturk\\.com/mturk/externalSubmit",
            Pattern.CASE_INSENSITIVE);

    private Addresses() {}

    static String own(String html, String action) {
        var served = scripts(html);
        return SUBMIT.matcher(served).replaceAll(java.util.regex.Matcher.quoteReplacement(action));
    }

    private static String scripts(String html) {
        return CROWD.matcher(EXTERNAL_HIT.matcher(html).replaceAll("/externalHIT_v1.js"))
                .replaceAll("/crowd-html-elements.js");
    }
}
