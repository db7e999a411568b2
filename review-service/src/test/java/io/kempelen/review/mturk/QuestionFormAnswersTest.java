package io.kempelen.review.mturk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class QuestionFormAnswersTest {

    private static final String NAMESPACE =
            "http://mechanicalturk.amazonaws.com/AWSMechanicalTurkDataSchemas/2005-10-01/QuestionFormAnswers.xsd";

    @Test
    void writesOneFreeTextPerField() throws Exception {
        var fields = new LinkedHashMap<String, List<String>>();
        fields.put("sentiment", List.of("Positive"));
        fields.put("colours", List.of("red", "blue"));
        fields.put("none", List.of());

        var document = parse(QuestionFormAnswers.xml(fields));

        assertThat(document.getDocumentElement().getLocalName()).isEqualTo("QuestionFormAnswers");
        assertThat(document.getElementsByTagNameNS(NAMESPACE, "Answer").getLength())
                .isEqualTo(3);
        assertThat(text(document, "QuestionIdentifier", 0)).isEqualTo("sentiment");
        assertThat(text(document, "FreeText", 0)).isEqualTo("Positive");
        assertThat(text(document, "FreeText", 1)).isEqualTo("red|blue");
        assertThat(text(document, "FreeText", 2)).isEmpty();
    }

    @Test
    void bringsBackWhatWasWritten() throws Exception {
        var awkward = "<b>&amp; ]]> \"'\r\n\tнет 日本 \uD83D\uDE00";

        assertThat(text(parse(QuestionFormAnswers.xml(Map.of("a&b", List.of(awkward)))), "FreeText", 0))
                .isEqualTo(awkward);
    }

    @Test
    void replacesWhatXmlCannotHold() throws Exception {
        var document = parse(QuestionFormAnswers.xml(Map.of("x", List.of("a\u0000\u0008\ud800b\uffff"))));

        assertThat(text(document, "FreeText", 0)).isEqualTo("a\uFFFD\uFFFD\uFFFDb\uFFFD");
    }

    private static Document parse(String xml) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static String text(Document document, String element, int index) {
        return document.getElementsByTagNameNS(NAMESPACE, element).item(index).getTextContent();
    }
}
