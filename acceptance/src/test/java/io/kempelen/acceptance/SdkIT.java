package io.kempelen.acceptance;

import static io.kempelen.acceptance.Eventually.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.mturk.MTurkClient;
import software.amazon.awssdk.services.mturk.model.Assignment;
import software.amazon.awssdk.services.mturk.model.AssignmentStatus;
import software.amazon.awssdk.services.mturk.model.CreateHitRequest;
import software.amazon.awssdk.services.mturk.model.HIT;
import software.amazon.awssdk.services.mturk.model.HITStatus;
import software.amazon.awssdk.services.mturk.model.MTurkException;
import software.amazon.awssdk.services.mturk.model.RequestErrorException;

/** The unmodified AWS SDK for Java does what its users do, and sees its own writes at once: no test here waits or retries. */
@OnPlatform
@Order(2)
class SdkIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String QUESTION = """
            <ExternalQuestion xmlns="http://mechanicalturk.amazonaws.com/AWSMechanicalTurkDataSchemas/2006-07-14/ExternalQuestion.xsd">
              <ExternalURL>https://example.org/survey?a=1</ExternalURL><FrameHeight>0</FrameHeight>
            </ExternalQuestion>""";

    private final World world;
    private final Person requester;
    private final MTurkClient mturk;

    SdkIT(World world) {
        this.world = world;
        requester = world.requester("SDK");
        mturk = client(requester.accessKeyId(), requester.secretAccessKey());
    }

    private MTurkClient client(String key, String secret) {
        return MTurkClient.builder()
                .endpointOverride(world.url())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret)))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private CreateHitRequest.Builder wanted(int places) {
        return CreateHitRequest.builder()
                .title("A survey")
                .description("Answer it")
                .keywords("survey, short")
                .reward("0.05")
                .assignmentDurationInSeconds(600L)
                .lifetimeInSeconds(3600L)
                .maxAssignments(places)
                .question(QUESTION);
    }

    private HIT create(int places) {
        return mturk.createHIT(wanted(places).build()).hit();
    }

    private HIT hit(String id) {
        return mturk.getHIT(request -> request.hitId(id)).hit();
    }

    @Test
    void a1ReadsTheSandboxBalanceAndRefusesBadKeys() {
        var balance = mturk.getAccountBalance();
        assertThat(balance.availableBalance()).isEqualTo("10000.00");
        assertThat(balance.responseMetadata().requestId()).isNotBlank();

        assertThat(code(client(requester.accessKeyId(), "wrong"))).isEqualTo("InvalidSignatureException");
        assertThat(code(client("AKIDUNKNOWN000000000", "wrong"))).isEqualTo("UnrecognizedClientException");
    }

    private static String code(MTurkClient client) {
        var refusal = catchThrowableOfType(MTurkException.class, client::getAccountBalance);
        assertThat(refusal.statusCode()).isEqualTo(400);
        return refusal.awsErrorDetails().errorCode();
    }

    @Test
    void a2CreatesAHitAndReadsTheSameBack() {
        var created = create(3);
        var read = hit(created.hitId());

        assertThat(read).isEqualTo(created);
        assertThat(read.hitId()).matches("3[A-Z0-9]{29}");
        assertThat(read.hitTypeId()).matches("3[A-Z0-9]{29}");
        assertThat(read.hitGroupId()).isNotBlank();
        assertThat(read.hitStatus()).isEqualTo(HITStatus.ASSIGNABLE);
        assertThat(read.maxAssignments()).isEqualTo(3);
        assertThat(read.numberOfAssignmentsAvailable()).isEqualTo(3);
        assertThat(read.numberOfAssignmentsPending()).isZero();
        assertThat(read.numberOfAssignmentsCompleted()).isZero();
        assertThat(read.autoApprovalDelayInSeconds()).isEqualTo(2_592_000);
        assertThat(read.expiration()).isEqualTo(read.creationTime().plusSeconds(3600));
        assertThat(read.reward()).isEqualTo("0.05");
        assertThat(read.qualificationRequirements()).isEmpty();
    }

    @Test
    void a3EqualPropertiesAreOneType() {
        var first = type("0.05");
        assertThat(type("0.05")).isEqualTo(first);
        assertThat(type("0.06")).isNotEqualTo(first);

        var implicit = mturk.createHIT(wanted(1).title("Typed").build()).hit();
        assertThat(implicit.hitTypeId()).isEqualTo(first);
        var explicit = mturk.createHITWithHITType(request -> request.hitTypeId(first)
                        .lifetimeInSeconds(600L)
                        .maxAssignments(2)
                        .question(QUESTION))
                .hit();
        assertThat(explicit.title()).isEqualTo("Typed");
        assertThat(hit(explicit.hitId())).isEqualTo(explicit);
    }

    private String type(String reward) {
        return mturk.createHITType(request -> request.title("Typed")
                        .description("Answer it")
                        .keywords("survey, short")
                        .reward(reward)
                        .assignmentDurationInSeconds(600L))
                .hitTypeId();
    }

    @Test
    void a4AUsedTokenIsAnError() {
        var token = UUID.randomUUID().toString();
        var first = mturk.createHIT(wanted(1).uniqueRequestToken(token).build()).hit();

        var refusal = catchThrowableOfType(
                RequestErrorException.class,
                () -> mturk.createHIT(wanted(1).uniqueRequestToken(token).build()));
        assertThat(refusal.turkErrorCode()).isEqualTo("AWS.MechanicalTurk.HITAlreadyExists");
        assertThat(refusal.getMessage()).contains(first.hitId());
    }

    @Test
    void a6LivesAWholeLifeAndSeesItsOwnWritesAtOnce() {
        var hit = create(1);
        var worker = world.worker("Life", "US-CA");
        var place = worker.accept(hit.hitId());
        assertThat(hit(hit.hitId()).hitStatus()).isEqualTo(HITStatus.UNASSIGNABLE);

        place.submitForm("sentiment", "Positive").expect(200, 302, 303);
        var listed = mturk.listAssignmentsForHIT(request -> request.hitId(hit.hitId()));
        assertThat(listed.numResults()).isEqualTo(1);
        var answer = listed.assignments().getFirst();
        submitted(answer, place);

        mturk.approveAssignment(
                request -> request.assignmentId(place.assignmentId()).requesterFeedback("Good"));
        var after = hit(hit.hitId());
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
        var place = answered(create(1));
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
        var hit = create(1);
        var place = answered(hit);
        mturk.rejectAssignment(
                request -> request.assignmentId(place.assignmentId()).requesterFeedback("Not what was asked"));
        assertThat(hit(hit.hitId()).numberOfAssignmentsCompleted()).isEqualTo(1);
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
    void a9ListsPageByPageWithoutTheDeleted() {
        var lister = world.requester("Lister");
        var own = client(lister.accessKeyId(), lister.secretAccessKey());
        var ids = new HashSet<String>();
        IntStream.range(0, 6)
                .forEach(i -> ids.add(own.createHIT(wanted(1).build()).hit().hitId()));
        var gone = ids.iterator().next();
        own.updateExpirationForHIT(request -> request.hitId(gone).expireAt(Instant.EPOCH));
        own.deleteHIT(request -> request.hitId(gone));
        ids.remove(gone);

        var pages = own.listHITsPaginator(request -> request.maxResults(2)).stream()
                .map(page -> page.hiTs().stream().map(HIT::hitId).toList())
                .filter(page -> !page.isEmpty())
                .toList();
        assertThat(pages).extracting(java.util.List::size).containsExactly(2, 2, 1);
        assertThat(pages.stream().flatMap(java.util.List::stream)).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void a10ExpiresAndDeletesAtOnce() {
        var hit = create(2);
        mturk.updateExpirationForHIT(request -> request.hitId(hit.hitId()).expireAt(Instant.EPOCH));
        mturk.deleteHIT(request -> request.hitId(hit.hitId()));

        assertThatThrownBy(() -> mturk.deleteHIT(request -> request.hitId(hit.hitId())))
                .isInstanceOf(RequestErrorException.class)
                .hasMessageContaining("currently in the state 'Disposed'");
        var unknown = catchThrowableOfType(
                RequestErrorException.class, () -> mturk.getHIT(request -> request.hitId("3" + "0".repeat(29))));
        assertThat(unknown.turkErrorCode()).isEqualTo("AWS.MechanicalTurk.HITDoesNotExist");
        assertThat(unknown.awsErrorDetails().errorMessage()).contains("does not exist.");
    }

    @Test
    void aBonusReachesTheWorker() {
        var place = answered(create(1));
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
        var hit = create(1);
        var stranger = world.requester("Stranger");
        var other = client(stranger.accessKeyId(), stranger.secretAccessKey());
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
        var hit = create(3);
        var worker = world.worker("Greedy");
        worker.accept(hit.hitId());
        assertThat(worker.tryToAccept(hit.hitId()).expect(409).problem()).isEqualTo("already-yours");
        assertThat(hit(hit.hitId()).numberOfAssignmentsPending()).isEqualTo(1);
        assertThat(Map.of("available", hit(hit.hitId()).numberOfAssignmentsAvailable()))
                .containsEntry("available", 2);
    }
}
