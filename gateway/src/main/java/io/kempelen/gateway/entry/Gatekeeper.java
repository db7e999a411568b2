package io.kempelen.gateway.entry;

import io.kempelen.gateway.account.Standing;
import io.kempelen.gateway.account.Standings;
import io.kempelen.gateway.account.domain.Kind;
import io.kempelen.gateway.token.Bearers;
import io.kempelen.gateway.token.Credential;
import io.kempelen.messaging.web.Problem;
import io.kempelen.messaging.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Decides who may enter: a token to be trusted, of an account in good standing, that does not call too often. */
@Component
public class Gatekeeper {

    private static final String BEARER = "Bearer ";

    private final Bearers bearers;
    private final Standings standings;
    private final RateLimits limits;

    Gatekeeper(Bearers bearers, Standings standings, RateLimits limits) {
        this.bearers = bearers;
        this.standings = standings;
        this.limits = limits;
    }

    /** @throws ProblemException 401, 403 or 429 */
    public Visitor admit(HttpServletRequest request, HttpServletResponse response) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw unknown(
                    response,
                    "Bearer",
                    "This needs an access token: send the header Authorization: Bearer <token>, from POST /oauth2/token.");
        }
        var credential = bearers.read(header.substring(BEARER.length()).strip())
                .orElseThrow(
                        () -> unknown(
                                response,
                                "Bearer error=\"invalid_token\"",
                                "The access token is forged, expired or of an issuer nobody here trusts. Get a new one from POST /oauth2/token."));
        var standing = standings
                .of(credential.accountId())
                .filter(known -> vouchedFor(known, credential))
                .orElseThrow(() -> unknown(
                        response,
                        "Bearer error=\"invalid_token\"",
                        "The access token's account does not exist or its access key was revoked."));
        return admit(standing, response);
    }

    /** @throws ProblemException 401, 403 or 429 */
    public Visitor admit(String accountId, HttpServletResponse response) {
        return admit(
                standings.of(accountId).orElseThrow(() -> unknown(response, "Bearer", "There is no such account.")),
                response);
    }

    private Visitor admit(Standing standing, HttpServletResponse response) {
        var account = standing.account();
        if (standing.suspended()) {
            throw Problem.of(
                            HttpStatus.FORBIDDEN,
                            "account-suspended",
                            "This account is suspended. Ask an operator of this installation.")
                    .exception();
        }
        if (!limits.admits(account.id())) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            throw Problem.of(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "too-many-requests",
                            "This account calls too often. Repeat the request after a second.")
                    .exception();
        }
        return new Visitor(account.id(), account.kind());
    }

    public static void require(Visitor visitor, Kind kind) {
        if (visitor.kind() == kind) return;
        throw Problem.of(
                        HttpStatus.FORBIDDEN,
                        "forbidden",
                        "Only an account of kind " + kind.role() + " may do this; yours is a "
                                + visitor.kind().role() + "'s.")
                .exception();
    }

    private static boolean vouchedFor(Standing standing, Credential credential) {
        return (credential.keyId() == null || standing.secretOf(credential.keyId()) != null)
                && (credential.kind() == null
                        || credential.kind() == standing.account().kind());
    }

    private static ProblemException unknown(HttpServletResponse response, String challenge, String detail) {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
        return Problem.of(HttpStatus.UNAUTHORIZED, "unauthenticated", detail).exception();
    }
}
