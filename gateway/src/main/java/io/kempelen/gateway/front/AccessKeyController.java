package io.kempelen.gateway.front;

import io.kempelen.gateway.account.AccountService;
import io.kempelen.gateway.account.Made;
import io.kempelen.gateway.account.OpenedKey;
import io.kempelen.gateway.account.Standings;
import io.kempelen.gateway.account.domain.AccessKey;
import io.kempelen.gateway.account.domain.Kind;
import io.kempelen.gateway.entry.Gatekeeper;
import io.kempelen.gateway.entry.Visitor;
import io.kempelen.messaging.web.Page;
import io.kempelen.messaging.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Several keys per account, so that one can be replaced while the other still works. */
@Tag(name = "accounts")
@RestController
class AccessKeyController {

    private final AccountService accounts;
    private final Standings standings;

    AccessKeyController(AccountService accounts, Standings standings) {
        this.accounts = accounts;
        this.standings = standings;
    }

    @Operation(summary = "Your active access keys, without their secrets")
    @GetMapping("/v1/account/access-keys")
    Page<KeyView> list(Visitor visitor) {
        return new Page<>(
                accounts.keysOf(visitor.accountId()).stream().map(KeyView::of).toList(), null);
    }

    @Operation(summary = "A new access key; its secret is shown in this answer only")
    @PostMapping("/v1/account/access-keys")
    ResponseEntity<?> create(
            Visitor visitor, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return create(visitor, visitor.accountId(), key);
    }

    @Operation(summary = "A new access key for somebody who lost theirs")
    @PostMapping("/v1/operator/accounts/{id}/access-keys")
    ResponseEntity<?> createFor(
            Visitor visitor,
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        Gatekeeper.require(visitor, Kind.OPERATOR);
        return create(visitor, id, key);
    }

    @Operation(summary = "Revoke an access key, and with it every token it was exchanged for")
    @DeleteMapping("/v1/account/access-keys/{id}")
    ResponseEntity<?> revoke(Visitor visitor, @PathVariable String id) {
        var revoked = accounts.revokeKey(visitor.accountId(), id);
        standings.forget(visitor.accountId());
        return revoked
                ? ResponseEntity.noContent().build()
                : Problem.notFound("access key", id).response();
    }

    private ResponseEntity<?> create(Visitor visitor, String accountId, @Nullable String key) {
        var made = accounts.addKey(accountId, Repeats.of(visitor, key, "key", accountId));
        standings.forget(accountId);
        return switch (made) {
            case Made.Key opened -> ResponseEntity.status(HttpStatus.CREATED).body(NewKey.of(opened.key()));
            case Made.TooManyKeys many ->
                Problem.of(
                                HttpStatus.CONFLICT,
                                "too-many-access-keys",
                                "An account may have " + many.most() + " access keys. Revoke one first.")
                        .with("limit", many.most())
                        .response();
            case Made.NoSuchAccount none ->
                Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no account " + accountId + ".")
                        .response();
            case Made.OtherRequest other -> Repeats.otherRequest().response();
            case Made.IdTaken taken -> throw new IllegalStateException("A key opens no account");
        };
    }

    record NewKey(String accessKeyId, String secretAccessKey, Instant createdAt) {
        static NewKey of(OpenedKey key) {
            return new NewKey(key.keyId(), key.secret(), key.createdAt());
        }
    }

    record KeyView(String accessKeyId, Instant createdAt) {
        static KeyView of(AccessKey key) {
            return new KeyView(key.id(), key.createdAt());
        }
    }
}
