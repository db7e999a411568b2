package io.kempelen.notification.mail;

/** What became of a mail. Reasons never contain an address: they are published. */
sealed interface MailAnswer {

    /** The server has taken it. */
    record Sent() implements MailAnswer {}

    /** The server will never take it. */
    record Refused(String reason) implements MailAnswer {}

    /** The server takes mail, but not this one now. */
    record PutOff(String reason) implements MailAnswer {}

    /** The server does not answer: says nothing about the mail. */
    record Away(String reason) implements MailAnswer {}
}
