package io.kempelen.payout.withdrawal.rail.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "José Ñúñez | Jose Nunez",
                "Łukasz Żółć | Lukasz Zolc",
                "Jürgen Groß | Jurgen Gross",
                "Søren Ærø | Soren AEro",
                "Nguyễn Thị Ánh | Nguyen Thi Anh",
                "O’Neill–Smith | O'Neill-Smith",
                "Smith & Sons | Smith + Sons",
                "<b>Eve</b> | b Eve /b",
                "Zoë 😀 Quinn | Zoe Quinn",
                "田中 Tanaka | Tanaka",
                "ﬁona | fiona",
            })
    void keepsWhatSepaKnows(String name, String written) {
        assertThat(Spelling.sepa(name, 70)).isEqualTo(written);
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "José Ñúñez | JOSE NUNEZ",
                "Smith & Sons | SMITH & SONS",
                "straße | STRASSE",
                "Zoë 😀 Quinn | ZOE QUINN",
                "a\u0000b\u001Fc | A B C",
                "DROP; TABLE* | DROP TABLE",
            })
    void keepsWhatAchKnows(String name, String written) {
        assertThat(Spelling.ach(name, 22)).isEqualTo(written);
    }

    @Test
    void cutsWithoutLeavingASpaceAtTheEnd() {
        assertThat(Spelling.ach("ABCDE FGHIJ KLMNO PQRS TUVW", 24)).isEqualTo("ABCDE FGHIJ KLMNO PQRS T");
        assertThat(Spelling.ach("ABCDE FGHIJ KLMNO PQRS TUVW", 23)).isEqualTo("ABCDE FGHIJ KLMNO PQRS");
    }

    @Test
    void leavesNothingOfOtherScripts() {
        assertThat(Spelling.sepa("田中 太郎", 70)).isEmpty();
        assertThat(Spelling.sepa("😀", 70)).isEmpty();
    }
}
