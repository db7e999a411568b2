package io.kempelen.benchmarks.torture;

import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.benchmarks.load.Person;
import io.kempelen.benchmarks.load.Place;
import io.kempelen.benchmarks.load.Task;
import org.junit.jupiter.api.Test;

class FlightTest {

    private final Task task = new Task("T", new String[] {"cat", "dog", "cat"});
    private final Flight flight = new Flight();

    @Test
    void doesNotCountWhatWaitsForOtherPeople() {
        flight.begin(place(0), "A0");
        flight.begin(place(1), "A1");

        assertThat(flight.state()).isEqualTo(new Flight.State(2, 0, 2, 0, 0));
    }

    @Test
    void countsAllAnswersOfATaskOnceItHasAMajority() {
        assertThat(flight.begin(place(0), "A0")).isFalse();
        assertThat(flight.begin(place(1), "A1")).isFalse();
        assertThat(flight.begin(place(2), "A2")).isTrue();

        assertThat(flight.state().inFlight()).isEqualTo(3);
    }

    @Test
    void countsWhatComesAfterTheMajorityAtOnce() {
        flight.begin(place(0), "A0");
        flight.begin(place(2), "A2");
        flight.begin(place(1), "A1");

        assertThat(flight.state().inFlight()).isEqualTo(3);
    }

    @Test
    void countsUntilTheMoneyIsHeardOfNotUntilTheAnswer() {
        flight.begin(place(0), "A0");
        flight.begin(place(2), "A2");
        flight.answered("A0");
        flight.answered("A2");
        assertThat(flight.state()).isEqualTo(new Flight.State(2, 2, 0, 2, 0));

        flight.paid("A0");

        assertThat(flight.state()).isEqualTo(new Flight.State(2, 1, 0, 2, 1));
    }

    @Test
    void letsMoneyBeFasterThanTheAnswer() {
        flight.begin(place(0), "A0");
        flight.begin(place(2), "A2");

        flight.paid("A2");
        flight.answered("A2");

        assertThat(flight.state()).isEqualTo(new Flight.State(2, 1, 1, 1, 1));
    }

    @Test
    void paysOnceHoweverOftenItIsHeard() {
        flight.begin(place(0), "A0");
        flight.begin(place(2), "A2");

        flight.paid("A2");
        flight.paid("A2");

        assertThat(flight.state().paid()).isEqualTo(1);
        assertThat(flight.state().inFlight()).isEqualTo(1);
    }

    @Test
    void forgetsWhatIsRefused() {
        flight.begin(place(0), "A0");
        flight.begin(place(2), "A2");

        flight.refused(place(2), "A2");

        assertThat(flight.state()).isEqualTo(new Flight.State(1, 1, 1, 0, 0));
        assertThat(flight.allAnswered()).isEmpty();
    }

    @Test
    void goesOnWaitingForWhatMayHaveBeenTaken() {
        flight.begin(place(0), "A0");
        flight.begin(place(2), "A2");

        flight.unknown("A2");

        assertThat(flight.state()).isEqualTo(new Flight.State(2, 2, 1, 0, 0));
    }

    private Place place(int number) {
        return new Place(task, number, new Person("W" + number, "token"));
    }
}
