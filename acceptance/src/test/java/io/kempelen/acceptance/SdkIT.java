package io.kempelen.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.HashSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.mturk.MTurkClient;
import software.amazon.awssdk.services.mturk.model.HIT;
import software.amazon.awssdk.services.mturk.model.HITStatus;
import software.amazon.awssdk.services.mturk.model.MTurkException;
import software.amazon.awssdk.services.mturk.model.RequestErrorException;

/** The unmodified AWS SDK for Java does what its users do, and sees its own writes at once: no test here waits or retries. */
@OnPlatform
@Order(2)
class SdkIT {

    private final World world;
    private final Person requester;
    private final Sdk sdk;
    private final MTurkClient mturk;

    SdkIT(World world) {
        this.world = world;
        requester = world.requester("SDK");
        sdk = Sdk.of(requester, world.url());
        mturk = sdk.mturk();
    }

    @Test
    void a1ReadsTheSandboxBalanceAndRefusesBadKeys() {
        var balance = mturk.getAccountBalance();
        assertThat(balance.availableBalance()).isEqualTo("10000.00");
        assertThat(balance.responseMetadata().requestId()).isNotBlank();

        assertThat(code(other(requester.accessKeyId(), "wrong"))).isEqualTo("InvalidSignatureException");
        assertThat(code(other("AKIDUNKNOWN000000000", "wrong"))).isEqualTo("UnrecognizedClientException");
    }

    private MTurkClient other(String key, String secret) {
        return Sdk.of(key, secret, world.url()).mturk();
    }

    private static String code(MTurkClient client) {
        var refusal = catchThrowableOfType(MTurkException.class, client::getAccountBalance);
        assertThat(refusal.statusCode()).isEqualTo(400);
        return refusal.awsErrorDetails().errorCode();
    }

    @Test
    void a2CreatesAHitAndReadsTheSameBack() {
        var created = sdk.create(3);
        var read = sdk.hit(created.hitId());

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

        var implicit = mturk.createHIT(Sdk.wanted(1).title("Typed").build()).hit();
        assertThat(implicit.hitTypeId()).isEqualTo(first);
        var explicit = mturk.createHITWithHITType(request -> request.hitTypeId(first)
                        .lifetimeInSeconds(600L)
                        .maxAssignments(2)
                        .question(Sdk.QUESTION))
                .hit();
        assertThat(explicit.title()).isEqualTo("Typed");
        assertThat(sdk.hit(explicit.hitId())).isEqualTo(explicit);
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
        var first =
                mturk.createHIT(Sdk.wanted(1).uniqueRequestToken(token).build()).hit();

        var refusal = catchThrowableOfType(
                RequestErrorException.class,
                () -> mturk.createHIT(Sdk.wanted(1).uniqueRequestToken(token).build()));
        assertThat(refusal.turkErrorCode()).isEqualTo("AWS.MechanicalTurk.HITAlreadyExists");
        assertThat(refusal.getMessage()).contains(first.hitId());
    }

    @Test
    void a9ListsPageByPageWithoutTheDeleted() {
        var lister = world.requester("Lister");
        var own = Sdk.of(lister, world.url()).mturk();
        var ids = new HashSet<String>();
        IntStream.range(0, 6)
                .forEach(i -> ids.add(own.createHIT(Sdk.wanted(1).build()).hit().hitId()));
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
        var hit = sdk.create(2);
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
}
