package io.kempelen.payout.earnings;

import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Problem;
import io.kempelen.messaging.web.Role;
import io.kempelen.payout.ledger.Wallets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where an operator says how far a worker's earnings are trusted. */
@RestController
class TierController {

    private final Tiers tiers;
    private final Wallets wallets;

    TierController(Tiers tiers, Wallets wallets) {
        this.tiers = tiers;
        this.wallets = wallets;
    }

    record TierRequest(@Nullable String tier) {}

    record TierView(String workerId, String tier, String clearingPeriod) {}

    @GetMapping("/v1/operator/payees/{workerId}/tier")
    ResponseEntity<?> show(Caller caller, @PathVariable String workerId) {
        caller.require(Role.OPERATOR);
        if (wallets.currency(workerId).isEmpty())
            return Problem.notFound("worker", workerId).response();
        var tier = tiers.of(workerId);
        return ResponseEntity.ok(new TierView(workerId, tier, tiers.period(tier).toString()));
    }

    @PutMapping("/v1/operator/payees/{workerId}/tier")
    ResponseEntity<?> assign(Caller caller, @PathVariable String workerId, @RequestBody TierRequest request) {
        caller.require(Role.OPERATOR);
        var tier = request.tier();
        if (tier == null || !tiers.names().contains(tier))
            return Problem.invalid(
                            "tier",
                            (tier == null ? "tier is missing" : "tier is \"" + tier + "\"") + ", but must be one of "
                                    + String.join(", ", tiers.names()) + ".")
                    .response();
        if (wallets.currency(workerId).isEmpty())
            return Problem.notFound("worker", workerId).response();
        tiers.assign(workerId, tier);
        return show(caller, workerId);
    }
}
