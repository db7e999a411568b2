package io.kempelen.messaging.registry;

import org.apache.avro.util.ClassSecurityValidator;

/** Avro makes only classes it was told to trust; ours are the generated events. */
final class TrustedClasses {

    private static final String EVENTS = "io.kempelen.events.";

    private TrustedClasses() {}

    static void allowEvents() {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.DEFAULT, type -> type.getName().startsWith(EVENTS)));
    }
}
