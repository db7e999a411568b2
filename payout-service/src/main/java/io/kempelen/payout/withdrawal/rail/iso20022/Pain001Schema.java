package io.kempelen.payout.withdrawal.rail.iso20022;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** The part of pain.001.001.09 that we write, as a schema: a file that does not fit is a bug and is not stored. */
final class Pain001Schema {

    private final Schema schema = load();

    /** @throws IllegalStateException if the file does not fit; says where, but not what stands there, for those are bank details */
    void check(byte[] file) {
        var place = new Place();
        try {
            parser().parse(new ByteArrayInputStream(file), place);
        } catch (SAXException wrong) {
            throw new IllegalStateException(
                    "Wrote a pain.001 that is none: " + place); // the cause quotes what it dislikes
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private SAXParser parser() throws SAXException {
        try {
            var factory = SAXParserFactory.newDefaultNSInstance();
            factory.setSchema(schema);
            var parser = factory.newSAXParser();
            parser.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            parser.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return parser;
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
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

    /** Follows the parser, and stops it at the first thing that does not fit. */
    private static final class Place extends DefaultHandler {

        private final Deque<String> open = new ArrayDeque<>();
        private int line;

        @Override
        public void startElement(String uri, String localName, String qName, Attributes attributes) {
            open.push(localName);
        }

        @Override
        public void endElement(String uri, String localName, String qName) {
            open.pop();
        }

        @Override
        public void error(SAXParseException wrong) throws SAXException {
            fatalError(wrong);
        }

        @Override
        public void fatalError(SAXParseException wrong) throws SAXException {
            line = wrong.getLineNumber();
            throw wrong;
        }

        @Override
        public String toString() {
            return "line %d, in element %s".formatted(line, open.isEmpty() ? "Document" : open.peek());
        }
    }
}
