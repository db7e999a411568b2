package io.kempelen.gateway.front;

import io.kempelen.gateway.account.domain.Kind;
import io.kempelen.gateway.account.domain.NewAccount;
import io.kempelen.messaging.web.Problem;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The account an operator asks for, as it came. */
record AccountRequest(
        @Nullable String kind,
        @Nullable String name,
        @Nullable String id,
        @Nullable String locale,
        @Nullable String email,
        @Nullable String currency) {

    private static final Pattern ID = Pattern.compile("A[A-Z0-9]{1,63}");
    private static final Pattern LOCALE = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,189}");
    private static final int LONGEST_NAME = 200;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    /** @throws io.kempelen.messaging.web.ProblemException 422 that names the field */
    NewAccount checked() {
        require(
                id == null || ID.matcher(id).matches(),
                "id",
                "id must be A and 1 to 63 of A-Z and 0-9, or be left out.");
        require(
                email == null || EMAIL.matcher(email).matches(),
                "email",
                "email must be an address like name@example.org.");
        var place = place();
        return new NewAccount(
                kind == null ? unknownKind() : Kind.of(kind).orElseGet(AccountRequest::unknownKind),
                id,
                checkedName(),
                email,
                checkedCurrency(),
                place == null ? null : place[0],
                place == null || place.length < 2 ? null : place[1]);
    }

    private String checkedName() {
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            throw Problem.invalid("name", "name must have 1 to " + LONGEST_NAME + " characters.")
                    .exception();
        }
        return name.strip();
    }

    private String checkedCurrency() {
        if (currency == null) return "USD";
        require(CURRENCIES.contains(currency), "currency", "currency must be an ISO 4217 code like USD.");
        return currency;
    }

    private String @Nullable [] place() {
        if (locale == null) return null;
        require(
                LOCALE.matcher(locale).matches() && COUNTRIES.contains(locale.substring(0, 2)),
                "locale",
                "locale must be a country or a country and a subdivision, like US or US-CA.");
        return locale.split("-", 2);
    }

    private static Kind unknownKind() {
        throw Problem.invalid("kind", "kind must be requester, worker or operator.")
                .exception();
    }

    private static void require(boolean met, String field, String detail) {
        if (!met) throw Problem.invalid(field, detail).exception();
    }
}
