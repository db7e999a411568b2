package io.kempelen.assignment.qualification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.assignment.qualification.domain.QualificationType.RequestOutcome;
import io.kempelen.assignment.qualification.domain.QualificationType.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QualificationTypeTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void asksItsRequester() {
        assertThat(type(null, null).request(false, null, NOW)).isEqualTo(new RequestOutcome.AskRequester());
    }

    @Test
    void grantsAtOnceWhereItSaysSo() {
        assertThat(type(7, null).request(false, null, NOW)).isEqualTo(new RequestOutcome.GrantAtOnce(7));
    }

    @Test
    void isAskedForOnceOnlyUnlessARetryIsAllowed() {
        var last = rejected(NOW.minusSeconds(60));

        assertThat(type(null, null).request(false, last, NOW)).isEqualTo(new RequestOutcome.TooEarly(null));
        assertThat(type(null, 61L).request(false, last, NOW))
                .isEqualTo(new RequestOutcome.TooEarly(NOW.plusSeconds(1)));
        assertThat(type(null, 60L).request(false, last, NOW)).isEqualTo(new RequestOutcome.AskRequester());
    }

    @Test
    void isNotAskedForTwiceAtATime() {
        var pending =
                new QualificationRequest("3R", "3T", "AW", "AR", QualificationRequest.Status.PENDING, NOW, null, null);

        assertThat(type(null, 0L).request(false, pending, NOW)).isEqualTo(new RequestOutcome.AlreadyRequested("3R"));
        assertThat(type(null, 0L).request(true, null, NOW)).isEqualTo(new RequestOutcome.AlreadyHeld());
        assertThat(type(null, 0L).as(Status.INACTIVE).request(false, null, NOW))
                .isEqualTo(new RequestOutcome.NotRequestable());
    }

    private static QualificationType type(@Nullable Integer autoGranted, @Nullable Long retryDelay) {
        return new QualificationType("3T", "AR", "name", "", "", Status.ACTIVE, autoGranted, retryDelay, NOW);
    }

    private static QualificationRequest rejected(Instant at) {
        return new QualificationRequest("3R", "3T", "AW", "AR", QualificationRequest.Status.REJECTED, at, at, "no");
    }
}
