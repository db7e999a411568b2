package io.kempelen.notification.mail;

import java.time.Instant;

/** A mail ready to go. */
record Mail(String id, String to, String subject, String text, Instant date) {}
