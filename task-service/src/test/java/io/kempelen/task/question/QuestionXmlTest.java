package io.kempelen.task.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kempelen.task.question.domain.Question;
import org.junit.jupiter.api.Test;

class QuestionXmlTest {

    private static final String SCHEMAS = "http://mechanicalturk.amazonaws.com/AWSMechanicalTurkDataSchemas/";

    private final QuestionXml xml = new QuestionXml();

    @Test
    void readsExternalQuestions() {
        var question = "<ExternalQuestion xmlns=\"" + SCHEMAS + "2006-07-14/ExternalQuestion.xsd\">"
                + "<ExternalURL>https://example.org/task?a=1&amp;b=2</ExternalURL><FrameHeight>0</FrameHeight></ExternalQuestion>";

        assertThat(xml.kind(question)).isEqualTo(Question.Kind.EXTERNAL);
        assertThat(xml.externalUrl(question)).isEqualTo("https://example.org/task?a=1&b=2");
    }

    @Test
    void readsHtmlQuestions() {
        var question = "<HTMLQuestion xmlns=\"" + SCHEMAS + "2011-11-11/HTMLQuestion.xsd\">"
                + "<HTMLContent><![CDATA[<p>1 < 2</p>]]></HTMLContent><FrameHeight>450</FrameHeight></HTMLQuestion>";

        assertThat(xml.kind(question)).isEqualTo(Question.Kind.HTML);
        assertThat(xml.html(question)).isEqualTo("<p>1 < 2</p>");
    }

    @Test
    void refusesWhatIsNoQuestion() {
        assertThatThrownBy(() -> xml.kind("not xml")).isInstanceOf(QuestionXml.BadQuestion.class);
        assertThatThrownBy(() -> xml.kind("<Other/>")).isInstanceOf(QuestionXml.BadQuestion.class);
        assertThatThrownBy(() -> xml.kind(
                        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><QuestionForm>&x;</QuestionForm>"))
                .isInstanceOf(QuestionXml.BadQuestion.class);
    }
}
