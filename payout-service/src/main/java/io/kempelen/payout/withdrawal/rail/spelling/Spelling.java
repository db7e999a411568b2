package io.kempelen.payout.withdrawal.rail.spelling;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A name as a bank's character set can hold it: accents are dropped, letters that are no accented ones become their usual pair,
 * and everything else (other scripts, emoji, markup) becomes a space. Banks pay by account, not by name, so a poor name is
 * better than a refused file.
 */
public final class Spelling {

    private static final Map<Integer, String> PAIRS = Map.ofEntries(
            pair('ß', "ss"),
            pair('ẞ', "SS"),
            pair('Æ', "AE"),
            pair('æ', "ae"),
            pair('Œ', "OE"),
            pair('œ', "oe"),
            pair('Ø', "O"),
            pair('ø', "o"),
            pair('Ł', "L"),
            pair('ł', "l"),
            pair('Đ', "D"),
            pair('đ', "d"),
            pair('Ð', "D"),
            pair('ð', "d"),
            pair('Þ', "Th"),
            pair('þ', "th"),
            pair('ı', "i"),
            pair('‘', "'"),
            pair('’', "'"),
            pair('‐', "-"),
            pair('‑', "-"),
            pair('–', "-"),
            pair('—', "-"));

    private Spelling() {}

    /** In SEPA's characters (EPC217-08): Latin letters, digits, space and {@code / - ? : ( ) . , ' +}; an ampersand becomes a plus. */
    public static String sepa(String name, int longest) {
        return cut(latin(name).replace('&', '+').replaceAll("[^A-Za-z0-9/?:().,'+-]+", " "), longest);
    }

    /** In the capital letters, digits and few signs that every ACH operator takes. */
    public static String ach(String name, int longest) {
        return cut(latin(name).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9&/().,'-]+", " "), longest);
    }

    private static String latin(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .codePoints()
                .mapToObj(letter -> PAIRS.getOrDefault(letter, Character.toString(letter)))
                .collect(Collectors.joining());
    }

    private static String cut(String text, int longest) {
        var whole = text.strip();
        return whole.substring(0, Math.min(longest, whole.length())).strip();
    }

    private static Map.Entry<Integer, String> pair(char letter, String letters) {
        return Map.entry((int) letter, letters);
    }
}
