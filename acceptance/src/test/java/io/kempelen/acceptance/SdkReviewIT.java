package io.kempelen.acceptance;

import static io.kempelen.acceptance.Eventually.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.mturk.MTurkClient;
import software.amazon.awssdk.services.mturk.model.Assignment;
import software.amazon.awssdk.services.mturk.model.AssignmentStatus;
import software.amazon.awssdk.services.mturk.model.HIT;
import software.amazon.awssdk.services.mturk.model.HITStatus;
import software.amazon.awssdk.services.mturk.model.MTurkException;
import software.amazon.awssdk.services.mturk.model.RequestErrorException;

/** Answers, verdicts and bonuses by the unmodified AWS SDK for Java: a caller sees its own writes at once. */
@OnPlatform
@Order(2)
class SdkReviewIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final World world;
    private final Sdk sdk;
    private final MTurkClient mturk;

    SdkReviewIT(World world) {
        this.world = world;
        sdk = Sdk.of(world.requester("SDK review"), world.url());
        mturk = sdk.mturk();
    }

    @Test
    void a6LivesAWholeLifeAndSeesItsOwnWritesAtOnce() {
        var hit = sdk.create(1);
        var worker = world.worker("Life", "US-CA");
        var place = worker.accept(hit.hitId());
        within(SOON, () -> assertThat(sdk.hit(hit.hitId()).hitStatus()).isEqualTo(HITStatus.UNASSIGNABLE));

        place.submitForm("sentiment", "Positive").expect(200, 302, 303);
        var listed = mturk.listAssignmentsForHIT(request -> request.hitId(hit.hitId()));
        assertThat(listed.numResults()).isEqualTo(1);
        var answer = listed.assignments().getFirst();
        submitted(answer, place);

        mturk.approveAssignment(
                request -> request.assignmentId(place.assignmentId()).requesterFeedback("Good"));
        var after = sdk.hit(hit.hitId());
        assertThat(after.hitStatus()).isEqualTo(HITStatus.REVIEWABLE);
        assertThat(after.numberOfAssignmentsCompleted()).isEqualTo(1);
        assertThat(after.numberOfAssignmentsAvailable()).isZero();
        var read = mturk.getAssignment(request -> request.assignmentId(place.assignmentId()));
        assertThat(read.assignment().assignmentStatus()).isEqualTo(AssignmentStatus.APPROVED);
        assertThat(read.assignment().approvalTime()).isNotNull();
        assertThat(read.assignment().requesterFeedback()).isEqualTo("Good");
        assertThat(read.hit().hitId()).isEqualTo(hit.hitId());
        within(SOON, () -> assertThat(worker.rewards()).isEqualTo("0.05"));
        mturk.deleteHIT(request -> request.hitId(hit.hitId()));
    }

    private static void submitted(Assignment answer, Place place) {
        assertThat(answer.assignmentId()).isEqualTo(place.assignmentId());
        assertThat(answer.workerId()).isEqualTo(place.worker().id());
        assertThat(answer.assignmentStatus()).isEqualTo(AssignmentStatus.SUBMITTED);
        assertThat(answer.autoApprovalTime()).isAfter(answer.submitTime());
        assertThat(answer.answer())
                .contains("2005-10-01/QuestionFormAnswers.xsd")
                .contains("<QuestionIdentifier>sentiment</QuestionIdentifier>")
                .contains("<FreeText>Positive</FreeText>");
    }

    @Test
    void a7ApprovingTwiceIsRefused() {
        var place = answered(sdk.create(1));
        mturk.approveAssignment(request -> request.assignmentId(place.assignmentId()));

        var refusal = catchThrowableOfType(
                RequestErrorException.class,
                () -> mturk.approveAssignment(request -> request.assignmentId(place.assignmentId())));
        assertThat(refusal.turkErrorCode()).isEqualTo("AWS.MechanicalTurk.InvalidAssignmentState");
        assertThat(refusal.awsErrorDetails().errorMessage())
                .startsWith("This operation can be called with a status of: Submitted");
    }

    private Place answered(HIT hit) {
        var place = world.worker("Answering").accept(hit.hitId());
        place.submitForm("answer", "42").expect(200, 302, 303);
        return place;
    }

    @Test
    void a8ARejectionCanBeOverridden() {
        var hit = sdk.create(1);
        var place = answered(hit);
        mturk.rejectAssignment(
                request -> request.assignmentId(place.assignmentId()).requesterFeedback("Not what was asked"));
        assertThat(sdk.hit(hit.hitId()).numberOfAssignmentsCompleted()).isEqualTo(1);
        assertThat(assignment(place).assignmentStatus()).isEqualTo(AssignmentStatus.REJECTED);
        assertThat(assignment(place).requesterFeedback()).isEqualTo("Not what was asked");
        assertThat(place.worker().rewards()).isEqualTo("0.00");

        mturk.approveAssignment(
                request -> request.assignmentId(place.assignmentId()).overrideRejection(true));
        assertThat(assignment(place).assignmentStatus()).isEqualTo(AssignmentStatus.APPROVED);
        within(SOON, () -> assertThat(place.worker().rewards()).isEqualTo("0.05"));
    }

    private Assignment assignment(Place place) {
        return mturk.getAssignment(request -> request.assignmentId(place.assignmentId()))
                .assignment();
    }

    @Test
    void aBonusReachesTheWorker() {
        var place = answered(sdk.create(1));
        mturk.approveAssignment(request -> request.assignmentId(place.assignmentId()));
        mturk.sendBonus(request -> request.assignmentId(place.assignmentId())
                .workerId(place.worker().id())
                .bonusAmount("0.30")
                .reason("Well done")
                .uniqueRequestToken("bonus-" + place.assignmentId()));

        var earnings =
                place.worker().client().get("/v1/worker/earnings").expect(200).json();
        assertThat(earnings.path("bonuses").asString()).isEqualTo("0.30");
        assertThatThrownBy(() -> mturk.sendBonus(request -> request.assignmentId(place.assignmentId())
                        .workerId(place.worker().id())
                        .bonusAmount("0.30")
                        .reason("Well done")
                        .uniqueRequestToken("bonus-" + place.assignmentId())))
                .isInstanceOf(RequestErrorException.class);
    }

    @Test
    void anotherRequestersHitDoesNotExist() {
        var hit = sdk.create(1);
        var stranger = world.requester("Stranger");
        var other = Sdk.of(stranger, world.url()).mturk();
        var place = answered(hit);

        assertThatThrownBy(() -> other.getHIT(request -> request.hitId(hit.hitId())))
                .isInstanceOf(RequestErrorException.class)
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> other.approveAssignment(request -> request.assignmentId(place.assignmentId())))
                .isInstanceOf(RequestErrorException.class)
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> other.listAssignmentsForHIT(request -> request.hitId(hit.hitId())))
                .isInstanceOf(RequestErrorException.class)
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> other.sendBonus(request -> request.assignmentId(place.assignmentId())
                        .workerId(place.worker().id())
                        .bonusAmount("0.10")
                        .reason("Not mine")))
                .isInstanceOf(MTurkException.class);
    }

    @Test
    void aWorkerGetsOnlyOnePlaceOfAHit() {
        var hit = sdk.create(3);
        var worker = world.worker("Greedy");
        worker.accept(hit.hitId());
        assertThat(worker.tryToAccept(hit.hitId()).expect(409).problem()).isEqualTo("already-yours");
        within(SOON, () -> {
            assertThat(sdk.hit(hit.hitId()).numberOfAssignmentsPending()).isEqualTo(1);
            assertThat(sdk.hit(hit.hitId()).numberOfAssignmentsAvailable()).isEqualTo(2);
        });
    }
}
