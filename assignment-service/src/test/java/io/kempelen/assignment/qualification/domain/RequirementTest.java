package io.kempelen.assignment.qualification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequirementTest {

    private static final String SKILL = "3SKILL";
    private static final Region CALIFORNIA = new Region("US", "CA");
    private static final Region NEW_YORK = new Region("US", "NY");
    private static final Region USA = new Region("US", null);
    private static final Region INDIA = new Region("IN", null);

    @ParameterizedTest
    @CsvSource({
        "LESS_THAN, 6, true",
        "LESS_THAN, 7, false",
        "LESS_THAN, 8, false",
        "LESS_THAN_OR_EQUAL_TO, 6, true",
        "LESS_THAN_OR_EQUAL_TO, 7, true",
        "LESS_THAN_OR_EQUAL_TO, 8, false",
        "GREATER_THAN, 6, false",
        "GREATER_THAN, 7, false",
        "GREATER_THAN, 8, true",
        "GREATER_THAN_OR_EQUAL_TO, 6, false",
        "GREATER_THAN_OR_EQUAL_TO, 7, true",
        "GREATER_THAN_OR_EQUAL_TO, 8, true",
        "EQUAL_TO, 7, true",
        "EQUAL_TO, 8, false",
        "NOT_EQUAL_TO, 7, false",
        "NOT_EQUAL_TO, 8, true",
        "OTHER, 7, false"
    })
    void comparesWithOneNumber(Comparison comparison, int own, boolean met) {
        assertThat(number(comparison, 7).isMetBy(skilled(own))).isEqualTo(met);
    }

    @Test
    void looksForOneOfManyNumbers() {
        assertThat(number(Comparison.IN, 1, 2, 300).isMetBy(skilled(300))).isTrue();
        assertThat(number(Comparison.IN, 1, 2, 300).isMetBy(skilled(3))).isFalse();
        assertThat(number(Comparison.NOT_IN, 1, 2, 300).isMetBy(skilled(3))).isTrue();
        assertThat(number(Comparison.NOT_IN, 1, 2, 300).isMetBy(skilled(2))).isFalse();
    }

    @Test
    void asksWhetherThereIsAValueAtAll() {
        assertThat(number(Comparison.EXISTS).isMetBy(skilled(0))).isTrue();
        assertThat(number(Comparison.EXISTS).isMetBy(Standing.UNKNOWN)).isFalse();
        assertThat(number(Comparison.DOES_NOT_EXIST).isMetBy(skilled(0))).isFalse();
        assertThat(number(Comparison.DOES_NOT_EXIST).isMetBy(Standing.UNKNOWN)).isTrue();
    }

    @Test
    void isNotMetWithoutAValueToCompare() {
        assertThat(number(Comparison.NOT_EQUAL_TO, 7).isMetBy(Standing.UNKNOWN)).isFalse();
        assertThat(number(Comparison.NOT_IN, 7).isMetBy(Standing.UNKNOWN)).isFalse();
        assertThat(number(Comparison.LESS_THAN, 7).isMetBy(Standing.UNKNOWN)).isFalse();
        assertThat(place(Comparison.NOT_EQUAL_TO, CALIFORNIA).isMetBy(Standing.UNKNOWN))
                .isFalse();
    }

    @Test
    void findsAPartInItsCountry() {
        assertThat(place(Comparison.EQUAL_TO, USA).isMetBy(living(CALIFORNIA))).isTrue();
        assertThat(place(Comparison.EQUAL_TO, CALIFORNIA).isMetBy(living(CALIFORNIA)))
                .isTrue();
        assertThat(place(Comparison.EQUAL_TO, CALIFORNIA).isMetBy(living(USA))).isFalse();
        assertThat(place(Comparison.EQUAL_TO, CALIFORNIA).isMetBy(living(NEW_YORK)))
                .isFalse();
        assertThat(place(Comparison.IN, INDIA, USA).isMetBy(living(NEW_YORK))).isTrue();
        assertThat(place(Comparison.IN, INDIA, CALIFORNIA).isMetBy(living(NEW_YORK)))
                .isFalse();
        assertThat(place(Comparison.EQUAL_TO, new Region("us", null)).isMetBy(living(new Region("US", "ca"))))
                .isTrue();
    }

    @Test
    void keepsOutOnlyWhoLivesThere() {
        assertThat(place(Comparison.NOT_EQUAL_TO, CALIFORNIA).isMetBy(living(NEW_YORK)))
                .isTrue();
        assertThat(place(Comparison.NOT_EQUAL_TO, CALIFORNIA).isMetBy(living(INDIA)))
                .isTrue();
        assertThat(place(Comparison.NOT_EQUAL_TO, CALIFORNIA).isMetBy(living(CALIFORNIA)))
                .isFalse();
        assertThat(place(Comparison.NOT_EQUAL_TO, USA).isMetBy(living(CALIFORNIA)))
                .isFalse();
        assertThat(place(Comparison.NOT_IN, CALIFORNIA, INDIA).isMetBy(living(NEW_YORK)))
                .isTrue();
        assertThat(place(Comparison.NOT_IN, CALIFORNIA, INDIA).isMetBy(living(INDIA)))
                .isFalse();
    }

    @Test
    void knowsWhetherAPlaceIsKnown() {
        assertThat(place(Comparison.EXISTS).isMetBy(living(INDIA))).isTrue();
        assertThat(place(Comparison.EXISTS).isMetBy(Standing.UNKNOWN)).isFalse();
        assertThat(place(Comparison.DOES_NOT_EXIST).isMetBy(Standing.UNKNOWN)).isTrue();
        assertThat(place(Comparison.GREATER_THAN, INDIA).isMetBy(living(INDIA))).isFalse();
    }

    @Test
    void worksOutTheSystemsOwnNumbers() {
        assertThat(system(SystemType.HITS_APPROVED, 50).isMetBy(record(200, 50, 10)))
                .isTrue();
        assertThat(system(SystemType.HITS_APPROVED, 51).isMetBy(record(200, 50, 10)))
                .isFalse();
        assertThat(system(SystemType.PERCENT_APPROVED, 90).isMetBy(record(200, 90, 10)))
                .isTrue();
        assertThat(system(SystemType.PERCENT_APPROVED, 91).isMetBy(record(200, 90, 10)))
                .isFalse();
    }

    @Test
    void countsAShareAsFullWhileThereIsLittleToGoBy() {
        assertThat(record(99, 0, 99).percentApproved()).isEqualTo(100);
        assertThat(record(100, 0, 0).percentApproved()).isEqualTo(100);
        assertThat(record(100, 1, 99).percentApproved()).isEqualTo(1);
    }

    @Test
    void takesMastersAsGrantedAndAdultAsSaid() {
        var masters = new Requirement(SystemType.MASTERS.id(), Comparison.EXISTS, List.of(), List.of(), Guard.ACCEPT);
        assertThat(masters.isMetBy(Standing.UNKNOWN)).isFalse();
        assertThat(masters.isMetBy(new Standing(0, 0, 0, null, null, Map.of(SystemType.MASTERS.id(), 1))))
                .isTrue();
        var adult = new Requirement(SystemType.ADULT.id(), Comparison.EQUAL_TO, List.of(1), List.of(), Guard.ACCEPT);
        assertThat(adult.isMetBy(Standing.UNKNOWN)).isFalse();
        assertThat(adult.isMetBy(new Standing(0, 0, 0, null, false, Map.of()))).isFalse();
        assertThat(adult.isMetBy(new Standing(0, 0, 0, null, true, Map.of()))).isTrue();
    }

    @Test
    void guardsWhatItSays() {
        var hidden = new Requirement(SKILL, Comparison.EXISTS, List.of(), List.of(), Guard.DISCOVER_PREVIEW_AND_ACCEPT);
        var closed = new Requirement(SKILL, Comparison.EXISTS, List.of(), List.of(), Guard.PREVIEW_AND_ACCEPT);
        var shown = new Requirement(SKILL, Comparison.EXISTS, List.of(), List.of(), Guard.ACCEPT);
        var all = new Requirements(List.of(hidden, closed, shown));

        assertThat(all.unmet(Standing.UNKNOWN, Action.DISCOVER)).containsExactly(hidden);
        assertThat(all.unmet(Standing.UNKNOWN, Action.PREVIEW)).containsExactlyInAnyOrder(hidden, closed);
        assertThat(all.unmet(Standing.UNKNOWN, Action.ACCEPT)).containsExactlyInAnyOrder(hidden, closed, shown);
        assertThat(all.unmet(skilled(1), Action.ACCEPT)).isEmpty();
    }

    @Test
    void writesEqualDemandsEqually() {
        var one = new Requirements(List.of(number(Comparison.IN, 2, 1), place(Comparison.IN, USA, INDIA)));
        var same = new Requirements(List.of(place(Comparison.IN, INDIA, USA), number(Comparison.IN, 1, 2, 2)));

        assertThat(one).isEqualTo(same);
        assertThat(one.grantedTypes()).containsExactly(SKILL);
    }

    private static Requirement number(Comparison comparison, Integer... wanted) {
        return new Requirement(SKILL, comparison, List.of(wanted), List.of(), Guard.ACCEPT);
    }

    private static Requirement place(Comparison comparison, Region... wanted) {
        return new Requirement(SystemType.LOCALE.id(), comparison, List.of(), List.of(wanted), Guard.ACCEPT);
    }

    private static Requirement system(SystemType type, int least) {
        return new Requirement(type.id(), Comparison.GREATER_THAN_OR_EQUAL_TO, List.of(least), List.of(), Guard.ACCEPT);
    }

    private static Standing skilled(int value) {
        return new Standing(0, 0, 0, null, null, Map.of(SKILL, value));
    }

    private static Standing living(@Nullable Region region) {
        return new Standing(0, 0, 0, region, null, Map.of());
    }

    private static Standing record(int submitted, int approved, int rejected) {
        return new Standing(submitted, approved, rejected, null, null, Map.of());
    }
}
