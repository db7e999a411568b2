package io.kempelen.task.question;

import io.kempelen.task.question.domain.Question;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads MTurk's question XML; documents may name no entities or files, since requesters write them. */
@Component
public class QuestionXml {

    /** The kind of a question. @throws BadQuestion when it is none of MTurk's three */
    public Question.Kind kind(String xml) {
        var root = root(xml);
        return switch (root.getLocalName()) {
            case "HTMLQuestion" -> needs(root, "HTMLContent", Question.Kind.HTML);
            case "ExternalQuestion" -> needs(root, "ExternalURL", Question.Kind.EXTERNAL);
            case "QuestionForm" -> Question.Kind.FORM;
            default ->
                throw new BadQuestion("The root element is neither HTMLQuestion, ExternalQuestion nor QuestionForm.");
        };
    }

    public String html(String xml) {
        return text(root(xml), "HTMLContent");
    }

    public String externalUrl(String xml) {
        return text(root(xml), "ExternalURL").strip();
    }

    private static Question.Kind needs(Element root, String child, Question.Kind kind) {
        if (text(root, child).isBlank()) throw new BadQuestion("The element " + child + " is missing or empty.");
        return kind;
    }

    private static String text(Element root, String name) {
        var found = root.getElementsByTagNameNS("*", name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }

    private static Element root(String xml) {
        try {
            return parse(xml).getDocumentElement();
        } catch (SAXException e) {
            throw new BadQuestion(String.valueOf(e.getMessage()));
        } catch (java.io.IOException | ParserConfigurationException e) {
            throw new IllegalStateException("A string can be read and the parser can be configured", e);
        }
    }

    private static Document parse(String xml) throws SAXException, java.io.IOException, ParserConfigurationException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(new Strict());
        return builder.parse(new InputSource(new StringReader(xml)));
    }

    /** The question cannot be read; the message says why. */
    public static final class BadQuestion extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BadQuestion(String message) {
            super(message);
        }
    }

    /** Keeps the parser from printing to the console. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException warning) {}

        @Override
        public void error(SAXParseException error) throws SAXParseException {
            throw error;
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXParseException {
            throw error;
        }
    }
}
