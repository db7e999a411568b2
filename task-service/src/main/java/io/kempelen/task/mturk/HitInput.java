package io.kempelen.task.mturk;

import io.kempelen.messaging.mturk.MturkError;
import io.kempelen.messaging.mturk.MturkInput;
import io.kempelen.task.project.Projects;
import io.kempelen.task.question.QuestionXml;
import io.kempelen.task.question.Questions;
import io.kempelen.task.question.domain.Question;
import io.kempelen.task.task.Draft;
import io.kempelen.task.task.domain.ReviewRule;
import io.kempelen.task.task.domain.Task;
import io.kempelen.task.tasktype.domain.TaskProperties;
import io.kempelen.task.tasktype.domain.TaskType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads what a HIT has beyond its type. A layout is a project's template: its id serves as HITLayoutId. */
@Component
class HitInput {

    private static final int QUESTION_BYTES = 65_535;
    private static final int ANNOTATION = 255;
    private static final int TOKEN = 64;
    private static final int LAYOUT_PARAMETERS = 5_000;

    private final QuestionXml xml;
    private final Questions questions;
    private final Projects projects;

    HitInput(QuestionXml xml, Questions questions, Projects projects) {
        this.xml = xml;
        this.questions = questions;
        this.projects = projects;
    }

    Draft draft(MturkInput input, String requesterId, TaskType type) {
        return new Draft(
                requesterId,
                type,
                null,
                question(input, requesterId),
                parameters(input),
                input.number("MaxAssignments", 1, Task.MOST_PLACES).orElse(1L).intValue(),
                input.required(
                        "LifetimeInSeconds",
                        input.number("LifetimeInSeconds", TaskProperties.SHORTEST, TaskProperties.LONGEST)),
                input.text("RequesterAnnotation", ANNOTATION).orElse(null),
                ReviewRule.MTURK,
                input.text("UniqueRequestToken", TOKEN).orElse(null));
    }

    private Question question(MturkInput input, String requesterId) {
        if (input.has("Question") && input.has("HITLayoutId")) {
            throw MturkError.combination(
                    "The combination of parameters supplied to the request is invalid: Question, HITLayoutId.");
        }
        var layout = input.entityId("HITLayoutId");
        if (layout.isPresent()) return layout(layout.get(), requesterId);
        var body = input.required("Question", input.textOfBytes("Question", QUESTION_BYTES));
        var kind = xml.kind(body);
        if (kind == Question.Kind.EXTERNAL) web(xml.externalUrl(body));
        return Question.of(kind, body);
    }

    private Question layout(String layoutId, String requesterId) {
        return projects.findByProjectIdAndRequesterId(layoutId, requesterId)
                .flatMap(project -> questions.findByVersion(project.templateVersion()))
                .orElseThrow(() -> MturkError.parameter(
                        "The value \"" + layoutId + "\" is not valid for the parameter HITLayoutId."));
    }

    private static void web(String url) {
        if (!url.matches("(?i)https?://\\S+")) {
            throw MturkError.parameter("The value \"" + url + "\" is not valid for the parameter ExternalURL.");
        }
    }

    private static Map<String, String> parameters(MturkInput input) {
        var values = new LinkedHashMap<String, String>();
        input.list(
                        "HITLayoutParameters",
                        LAYOUT_PARAMETERS,
                        one -> Map.entry(
                                one.required("Name", one.text("Name", QUESTION_BYTES)),
                                one.required("Value", one.text("Value", QUESTION_BYTES))))
                .forEach(entry -> values.put(entry.getKey(), entry.getValue()));
        return values;
    }
}
