package io.kempelen.acceptance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccountsTest {

    @Test
    void whatOneSideLosesTheOtherGets() {
        var accounts = new Accounts();
        accounts.move("deposits:USD", "available:A1", new Amount(500, "USD"));
        accounts.move("available:A1", "escrow:A1", new Amount(6, "USD"));

        assertThat(accounts.balance("available:A1")).isEqualTo(494);
        assertThat(accounts.balance("escrow:A1")).isEqualTo(6);
        assertThat(accounts.all().values().stream().mapToLong(Long::longValue).sum())
                .isZero();
    }
}
