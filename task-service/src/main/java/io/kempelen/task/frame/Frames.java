package io.kempelen.task.frame;

import io.kempelen.task.question.QuestionXml;
import io.kempelen.task.question.Questions;
import io.kempelen.task.question.domain.Placeholders;
import io.kempelen.task.task.TaskInputs;
import io.kempelen.task.task.domain.Input;
import io.kempelen.task.task.domain.Task;
import org.springframework.stereotype.Component;

/** Renders what a worker sees of a task. */
@Component
class Frames {

    private static final String LATER =
            "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Task</title></head>"
                    + "<body><p>This task's form cannot be shown here yet.</p></body></html>";

    private final Questions questions;
    private final QuestionXml xml;
    private final TaskInputs inputs;

    Frames(Questions questions, QuestionXml xml, TaskInputs inputs) {
        this.questions = questions;
        this.xml = xml;
        this.inputs = inputs;
    }

    /** A page to show, or an address to go to. */
    sealed interface Frame {
        record Html(String html) implements Frame {}

        record Elsewhere(String url) implements Frame {}
    }

    Frame render(Task task, FrameQuery query) {
        var question = questions.findByVersion(task.questionVersion()).orElseThrow();
        return switch (question.kind()) {
            case TEMPLATE ->
                html(Placeholders.substitute(question.body(), input(task).values()), query);
            case HTML -> html(xml.html(question.body()), query);
            case EXTERNAL -> new Frame.Elsewhere(query.appendedTo(xml.externalUrl(question.body())));
            case FORM -> new Frame.Html(LATER);
        };
    }

    private Input input(Task task) {
        if (task.columnsId() == null) return Input.NONE;
        return new Input(inputs.columns(task.columnsId()), inputs.rows(task.taskId()));
    }

    private static Frame html(String html, FrameQuery query) {
        return new Frame.Html(new Page(html, query.action(), query.assignmentId()).submittable());
    }
}
