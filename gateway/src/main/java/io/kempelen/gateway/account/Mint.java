package io.kempelen.gateway.account;

import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/** Draws account ids, key ids and secrets: the only ids here that must not be guessable or grow with time. */
@Component
class Mint {

    private static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final String LETTERS = CAPITALS + "abcdefghijklmnopqrstuvwxyz";

    private final SecureRandom random = new SecureRandom();

    String accountId() {
        return "A" + draw(CAPITALS, 13);
    }

    String keyId() {
        return "KMPL" + draw(CAPITALS, 16);
    }

    String secret() {
        return draw(LETTERS, 40);
    }

    private String draw(String alphabet, int length) {
        return random.ints(length, 0, alphabet.length())
                .collect(StringBuilder::new, (text, at) -> text.append(alphabet.charAt(at)), StringBuilder::append)
                .toString();
    }
}
