package io.kempelen.payout.withdrawal.rail.iso20022;

import io.kempelen.messaging.web.Problem;
import io.kempelen.messaging.web.ProblemException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * XML from outside, looked through before the message library sees it. The library forbids document types too, but answers every
 * damage with null and a page of log, and takes any namespace for any message. Both read the same text, so both see the same.
 */
final class BankXml {

    private static final int LARGEST = 32 << 20;
    private static final int DEEPEST = 40;
    private static final int ROOT_WITHIN = 8 << 10;
    private static final Pattern ENCODING =
            Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"'](ISO-8859-1|ISO-8859-15|windows-1252)[\"']");

    private static final XMLInputFactory READERS = readers();

    private BankXml() {}

    /**
     * The file as text, if its root is a Document of one of the namespaces.
     *
     * @throws ProblemException 422 that names the line if it is such a file but damaged, has a document type, or is too large
     */
    static Optional<String> text(byte[] file, String name, Set<String> namespaces) {
        var charset = charset(file);
        var start = new String(file, 0, Math.min(file.length, ROOT_WITHIN), charset);
        if (!namespaces.contains(namespace(withoutMark(start)))) return Optional.empty();
        if (file.length > LARGEST)
            throw damaged(name, "the file has %,d bytes, but at most %,d are read.".formatted(file.length, LARGEST));
        var text = withoutMark(decode(file, charset, name));
        walk(text, name);
        return Optional.of(text);
    }

    static ProblemException damaged(String name, String what) {
        return Problem.invalid("file", "This " + name + " cannot be read: " + what)
                .exception();
    }

    private static Charset charset(byte[] file) {
        var declaration =
                ENCODING.matcher(new String(file, 0, Math.min(file.length, 200), StandardCharsets.ISO_8859_1));
        return declaration.find() ? Charset.forName(declaration.group(1)) : StandardCharsets.UTF_8;
    }

    private static String decode(byte[] file, Charset charset, String name) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        } catch (CharacterCodingException wrong) {
            throw damaged(name, "it has bytes that are not " + charset.name() + ".");
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String namespace(String start) {
        try {
            var reader = READERS.createXMLStreamReader(new StringReader(start));
            while (reader.next() != XMLStreamConstants.START_ELEMENT) {}
            return reader.getLocalName().equals("Document") ? String.valueOf(reader.getNamespaceURI()) : "";
        } catch (XMLStreamException noXml) {
            return "";
        }
    }

    private static void walk(String text, String name) {
        try {
            var reader = READERS.createXMLStreamReader(new StringReader(text));
            for (var depth = 0; reader.hasNext(); ) {
                depth += step(reader, name);
                if (depth > DEEPEST) throw damaged(name, "line %d is nested too deep.".formatted(line(reader)));
            }
        } catch (XMLStreamException wrong) {
            var line = wrong.getLocation() == null ? 1 : wrong.getLocation().getLineNumber();
            throw damaged(name, "line %d is not well-formed XML, or the file ends too early.".formatted(line));
        }
    }

    private static int step(XMLStreamReader reader, String name) throws XMLStreamException {
        return switch (reader.next()) {
            case XMLStreamConstants.START_ELEMENT -> 1;
            case XMLStreamConstants.END_ELEMENT -> -1;
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw damaged(name, "line %d has a document type or an entity.".formatted(line(reader)));
            default -> 0;
        };
    }

    private static int line(XMLStreamReader reader) {
        return reader.getLocation().getLineNumber();
    }

    /** The JDK's own, whatever else is on the class path. */
    private static XMLInputFactory readers() {
        var readers = XMLInputFactory.newDefaultFactory();
        readers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        readers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        readers.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return readers;
    }
}
