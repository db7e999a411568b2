package io.kempelen.task.mturk;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.kempelen.messaging.mturk.MturkError;
import io.kempelen.messaging.mturk.MturkInput;
import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Role;
import io.kempelen.task.task.TaskOutcome;
import io.kempelen.task.task.TaskService;
import io.kempelen.task.task.domain.Task;
import io.kempelen.task.tasktype.Accounts;
import io.kempelen.task.tasktype.TaskTypeService;
import io.kempelen.task.tasktype.TaskTypes;
import io.kempelen.task.tasktype.domain.TaskType;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** MTurk's operations that make HITs and HIT types, and give them more places. */
@RestController
@RequestMapping("/internal/mturk")
class CreateController {

    private final TaskService tasks;
    private final TaskTypeService typeService;
    private final TaskTypes types;
    private final Accounts accounts;
    private final HitInput inputs;
    private final Hits hits;

    CreateController(
            TaskService tasks,
            TaskTypeService typeService,
            TaskTypes types,
            Accounts accounts,
            HitInput inputs,
            Hits hits) {
        this.tasks = tasks;
        this.typeService = typeService;
        this.types = types;
        this.accounts = accounts;
        this.inputs = inputs;
        this.hits = hits;
    }

    /** A HIT, as operations answer it. */
    record Made(@JsonProperty("HIT") Hit hit) {}

    /** A HIT type, as operations answer it. */
    record MadeType(@JsonProperty("HITTypeId") String hitTypeId) {}

    @PostMapping("/CreateHITType")
    MadeType createHitType(@RequestBody JsonNode body, Caller caller) {
        caller.require(Role.REQUESTER);
        return new MadeType(type(new MturkInput(body), caller).taskTypeId());
    }

    @PostMapping("/CreateHIT")
    Made createHit(@RequestBody JsonNode body, Caller caller) {
        caller.require(Role.REQUESTER);
        var input = new MturkInput(body);
        return create(input, caller, type(input, caller));
    }

    @PostMapping("/CreateHITWithHITType")
    Made createHitWithHitType(@RequestBody JsonNode body, Caller caller) {
        caller.require(Role.REQUESTER);
        var input = new MturkInput(body);
        var typeId = input.required("HITTypeId", input.entityId("HITTypeId"));
        var type = types.findByTaskTypeId(typeId)
                .filter(found -> found.requesterId().equals(caller.accountId()))
                .orElseThrow(() ->
                        MturkError.requestError("HITTypeDoesNotExist", "Hit Type " + typeId + " does not exist."));
        return create(input, caller, type);
    }

    @PostMapping("/CreateAdditionalAssignmentsForHIT")
    Map<String, String> createAdditionalAssignments(@RequestBody JsonNode body, Caller caller) {
        caller.require(Role.REQUESTER);
        var input = new MturkInput(body);
        var hitId = input.required("HITId", input.entityId("HITId"));
        var more = input.required(
                "NumberOfAdditionalAssignments", input.number("NumberOfAdditionalAssignments", 1, Task.MOST_PLACES));
        var token = input.text("UniqueRequestToken", 64).orElse(null);
        return switch (tasks.extend(caller.accountId(), hitId, more.intValue(), token)) {
            case TaskOutcome.Done done -> Map.of();
            case TaskOutcome.TokenUsed used ->
                throw MturkError.requestError(
                        "HITAlreadyExists",
                        "The request with the UniqueRequestToken \"" + token + "\" has already been made for the HIT "
                                + used.subjectId() + ".");
            case TaskOutcome refused -> throw HitErrors.of(refused, "Assignable, Unassignable, Reviewable");
        };
    }

    private TaskType type(MturkInput input, Caller caller) {
        var currency = accounts.currency(caller.accountId());
        return HitAdvice.checked(
                () -> typeService.findOrCreate(caller.accountId(), HitTypeInput.read(input, currency)));
    }

    private Made create(MturkInput input, Caller caller, TaskType type) {
        var draft = HitAdvice.checked(() -> inputs.draft(input, caller.accountId(), type));
        return switch (HitAdvice.checked(() -> tasks.create(draft))) {
            case TaskOutcome.Done done -> new Made(hits.of(done.task()));
            case TaskOutcome refused -> throw HitErrors.of(refused, "Assignable");
        };
    }
}
