package io.kempelen.assignment.worker;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kempelen.assignment.qualification.domain.Region;
import io.kempelen.assignment.worker.WorkerService.DescribeOutcome;
import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Problem;
import io.kempelen.messaging.web.Role;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A worker's own profile. */
@RestController
@RequestMapping("/v1/worker/profile")
class WorkerController {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern SUBDIVISION = Pattern.compile("[A-Z0-9]{1,3}");

    private final WorkerService workers;

    WorkerController(WorkerService workers) {
        this.workers = workers;
    }

    record Statistics(int submitted, int approved, int rejected, int percentApproved) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String workerId,
            @Nullable String country,
            @Nullable String subdivision,
            @Nullable Boolean adult,
            boolean suspended,
            Statistics statistics) {}

    record Description(
            @Nullable String country,
            @Nullable String subdivision,
            @Nullable Boolean adult) {}

    @GetMapping
    View read(Caller caller) {
        caller.require(Role.WORKER);
        return view(workers.profile(caller.accountId()));
    }

    @PutMapping
    ResponseEntity<?> describe(Caller caller, @RequestBody Description description) {
        caller.require(Role.WORKER);
        return switch (workers.describe(caller.accountId(), region(description), description.adult())) {
            case DescribeOutcome.Described described -> ResponseEntity.ok(view(described.profile()));
            case DescribeOutcome.LocaleIsFixed localeIsFixed ->
                Problem.of(
                                HttpStatus.CONFLICT,
                                "locale-fixed",
                                "An operator stated your country as "
                                        + localeIsFixed.stated().country() + ". Ask an operator to change it.")
                        .with("field", "country")
                        .response();
        };
    }

    private static @Nullable Region region(Description description) {
        var country = description.country();
        if (country == null) return null;
        var region = new Region(country, description.subdivision());
        if (!COUNTRIES.contains(region.country())) {
            throw Problem.invalid("country", "country is \"" + country + "\", but must be an ISO 3166-1 code like US.")
                    .exception();
        }
        var subdivision = region.subdivision();
        if (subdivision != null && !SUBDIVISION.matcher(subdivision).matches()) {
            throw Problem.invalid(
                            "subdivision",
                            "subdivision is \"" + subdivision
                                    + "\", but must be an ISO 3166-2 part like CA, without the country.")
                    .exception();
        }
        return region;
    }

    private static View view(Profile profile) {
        var region = profile.region();
        return new View(
                profile.workerId(),
                region == null ? null : region.country(),
                region == null ? null : region.subdivision(),
                profile.adult(),
                profile.suspended(),
                new Statistics(
                        profile.submitted(),
                        profile.approved(),
                        profile.rejected(),
                        profile.standing(Map.of()).percentApproved()));
    }
}
