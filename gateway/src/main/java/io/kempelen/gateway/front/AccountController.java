package io.kempelen.gateway.front;

import io.kempelen.gateway.account.AccountService;
import io.kempelen.gateway.account.Made;
import io.kempelen.gateway.account.Standings;
import io.kempelen.gateway.account.domain.Account;
import io.kempelen.gateway.account.domain.Account.Outcome;
import io.kempelen.gateway.account.domain.Kind;
import io.kempelen.gateway.entry.Gatekeeper;
import io.kempelen.gateway.entry.Visitor;
import io.kempelen.gateway.token.AccessTokens;
import io.kempelen.messaging.web.Cursor;
import io.kempelen.messaging.web.Page;
import io.kempelen.messaging.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Operators open accounts and close the door on them; everybody sees their own. */
@Tag(name = "accounts")
@RestController
class AccountController {

    private final AccountService accounts;
    private final Standings standings;
    private final AccessTokens tokens;
    private final OwnFences fences;

    AccountController(AccountService accounts, Standings standings, AccessTokens tokens, OwnFences fences) {
        this.accounts = accounts;
        this.standings = standings;
        this.tokens = tokens;
        this.fences = fences;
    }

    @Operation(summary = "Your account")
    @GetMapping("/v1/account")
    AccountView own(Visitor visitor) {
        return accounts.find(visitor.accountId()).map(AccountView::of).orElseThrow();
    }

    @Operation(summary = "Open an account; its token and secret are shown in this answer only")
    @PostMapping("/v1/operator/accounts")
    ResponseEntity<?> open(
            Visitor visitor,
            @RequestBody AccountRequest wanted,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletResponse response) {
        Gatekeeper.require(visitor, Kind.OPERATOR);
        var wish = wanted.checked();
        var result = accounts.open(wish, Repeats.of(visitor, key, "open", wish));
        fences.await(response, wish.kind());
        return switch (result) {
            case Made.Key made -> {
                var opened = made.key();
                standings.forget(opened.account().id());
                var token = tokens.mint(opened.account(), opened.keyId());
                yield ResponseEntity.status(HttpStatus.CREATED)
                        .body(new OpenedAccount(
                                opened.account().id(),
                                token,
                                opened.keyId(),
                                opened.secret(),
                                AccountView.of(opened.account())));
            }
            case Made.IdTaken taken ->
                Problem.of(
                                HttpStatus.CONFLICT,
                                "id-taken",
                                "There is an account with id " + taken.id()
                                        + " already. Choose another id, or leave it out.")
                        .with("id", taken.id())
                        .response();
            case Made.OtherRequest other -> Repeats.otherRequest().response();
            case Made.NoSuchAccount none -> throw new IllegalStateException("Opening makes the account");
            case Made.TooManyKeys many -> throw new IllegalStateException("Opening makes the first key");
        };
    }

    @Operation(summary = "All accounts, in the order they were opened")
    @GetMapping("/v1/operator/accounts")
    Page<AccountView> list(
            Visitor visitor,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Gatekeeper.require(visitor, Kind.OPERATOR);
        var most = Page.limit(limit);
        var after = Position.parse(Cursor.decode(cursor));
        return Page.of(accounts.after(after.openedAt(), after.id(), most + 1), most, Position::of)
                .map(AccountView::of);
    }

    @Operation(summary = "One account")
    @GetMapping("/v1/operator/accounts/{id}")
    AccountView one(Visitor visitor, @PathVariable String id) {
        Gatekeeper.require(visitor, Kind.OPERATOR);
        return accounts.find(id)
                .map(AccountView::of)
                .orElseThrow(() -> unknown(id).exception());
    }

    @Operation(summary = "Refuse an account everything until it is reinstated")
    @PostMapping("/v1/operator/accounts/{id}/suspend")
    ResponseEntity<?> suspend(Visitor visitor, @PathVariable String id) {
        Gatekeeper.require(visitor, Kind.OPERATOR);
        return answer(id, accounts.suspend(id, visitor.accountId()));
    }

    @Operation(summary = "Let a suspended account in again")
    @PostMapping("/v1/operator/accounts/{id}/reinstate")
    ResponseEntity<?> reinstate(Visitor visitor, @PathVariable String id) {
        Gatekeeper.require(visitor, Kind.OPERATOR);
        return answer(id, accounts.reinstate(id));
    }

    private ResponseEntity<?> answer(String id, Optional<Outcome> outcome) {
        standings.forget(id);
        if (outcome.isEmpty()) return unknown(id).response();
        return switch (outcome.get()) {
            case Outcome.Changed changed -> ResponseEntity.ok(AccountView.of(changed.account()));
            case Outcome.AsBefore before -> ResponseEntity.ok(AccountView.of(before.account()));
            case Outcome.Refused refused ->
                Problem.of(HttpStatus.CONFLICT, "wrong-state", refused.why()).response();
        };
    }

    private static Problem unknown(String id) {
        return Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no account " + id + ".")
                .with("id", id);
    }

    /** What opening an account answers. */
    record OpenedAccount(String id, String token, String accessKeyId, String secretAccessKey, AccountView account) {}

    /** Where the list goes on. */
    record Position(Instant openedAt, String id) {

        static String of(Account account) {
            return account.openedAt().toEpochMilli() + " " + account.id();
        }

        static Position parse(@Nullable String cursor) {
            if (cursor == null) return new Position(Instant.EPOCH, "");
            var parts = cursor.split(" ", 2);
            try {
                return new Position(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1]);
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException forged) {
                throw Problem.invalid("cursor", "cursor is not one this list has given.")
                        .exception();
            }
        }
    }
}
