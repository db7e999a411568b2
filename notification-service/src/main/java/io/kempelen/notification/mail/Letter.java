package io.kempelen.notification.mail;

import io.kempelen.notification.notice.domain.Notice;
import java.util.List;
import java.util.stream.Collectors;

/** The words of a mail. */
record Letter(String subject, String text) {

    private static final String FOOTER =
            "\n-- \nYou get this because you gave this address to Kempelen.\nChange what is mailed, or take the address back, with PUT /v1/account/contact.\n";

    static Letter of(List<Notice> notices) {
        var subject = notices.size() == 1 ? notices.getFirst().headline() : "Kempelen: " + notices.size() + " notices";
        var text = notices.stream().map(Letter::paragraph).collect(Collectors.joining("\n"));
        return new Letter(oneLine(subject), text + FOOTER);
    }

    private static String paragraph(Notice notice) {
        var body = notice.body();
        return notice.headline() + "\n" + (body == null || body.isBlank() ? "" : body.strip() + "\n");
    }

    /** Feedback and names are other people's words: none of them may become a header. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
