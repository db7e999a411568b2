package io.kempelen.payout.withdrawal.rail.iso20022;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** The part of pain.001.001.09 that we write, as a schema: a file that does not fit is a bug and is not stored. */
final class Pain001Schema {

    private final Schema schema = load();

    /** @throws IllegalStateException if the file does not fit; says where */
    void check(byte[] file) {
        try {
            var validator = schema.newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            validator.validate(new StreamSource(new ByteArrayInputStream(file)));
        } catch (SAXException wrong) {
            throw new IllegalStateException("Wrote a pain.001 that is none: " + wrong.getMessage(), wrong);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Schema load() {
        var definition = Objects.requireNonNull(Pain001Schema.class.getResource("pain.001.001.09.xsd"));
        try {
            var factory = SchemaFactory.newDefaultInstance();
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return factory.newSchema(definition);
        } catch (SAXException wrong) {
            throw new IllegalStateException("The schema of pain.001 is damaged", wrong);
        }
    }
}
