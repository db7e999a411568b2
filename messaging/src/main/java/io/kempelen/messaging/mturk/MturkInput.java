package io.kempelen.messaging.mturk;

import io.kempelen.messaging.web.Amounts;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The members of an operation's input, each checked as the service model says: clients check little or nothing. */
public final class MturkInput {

    private static final Pattern ENTITY = Pattern.compile("[A-Z0-9]{1,64}");
    private static final Pattern CUSTOMER = Pattern.compile("A[A-Z0-9]{1,63}");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]+(\\.)?[0-9]{0,2}");

    /** Longer ones are not calculated with: reading digits takes the square of their number. */
    private static final int LONGEST_AMOUNT = 16;

    private final JsonNode json;

    public MturkInput(JsonNode json) {
        this.json = json;
    }

    /** Text of at most so many characters, or bytes where MTurk counts those. */
    public Optional<String> text(String name, int most) {
        return text(name).map(value -> {
            if (value.length() > most) throw tooLong(name, most);
            return value;
        });
    }

    public Optional<String> textOfBytes(String name, int most) {
        return text(name).map(value -> {
            if (value.getBytes(StandardCharsets.UTF_8).length > most) throw tooLong(name, most);
            return value;
        });
    }

    public Optional<String> entityId(String name) {
        return matching(name, ENTITY);
    }

    public Optional<String> customerId(String name) {
        return matching(name, CUSTOMER);
    }

    /** Money in hundredths of a unit. */
    public Optional<Long> amount(String name) {
        return matching(name, AMOUNT).map(value -> {
            if (value.length() > LONGEST_AMOUNT) throw tooMuch(name, value.substring(0, LONGEST_AMOUNT) + "…");
            var hundredths = new BigDecimal(value).movePointRight(2).longValueExact();
            if (hundredths > Amounts.MOST) throw tooMuch(name, value);
            return hundredths;
        });
    }

    private static MturkError tooMuch(String name, String value) {
        return MturkError.outOfRange(name, value, 0, Amounts.MOST / 100);
    }

    public Optional<Long> number(String name, long least, long most) {
        return member(name).map(node -> {
            if (!node.isIntegralNumber()) throw wrongKind(name, "a number");
            if (!node.canConvertToLong() || node.asLong() < least || node.asLong() > most) {
                throw MturkError.outOfRange(name, node.asString(), least, most);
            }
            return node.asLong();
        });
    }

    public boolean flag(String name, boolean otherwise) {
        return member(name)
                .map(node -> {
                    if (!node.isBoolean()) throw wrongKind(name, "true or false");
                    return node.asBoolean();
                })
                .orElse(otherwise);
    }

    /** Epoch seconds, with or without a fraction; Python clients may send ISO text. */
    public Optional<Instant> time(String name) {
        return member(name).map(node -> {
            if (node.isNumber()) {
                return Instant.ofEpochMilli(
                        node.decimalValue().movePointRight(3).longValue());
            }
            try {
                return Instant.parse(node.asString());
            } catch (RuntimeException unreadable) {
                throw wrongKind(name, "a time in epoch seconds");
            }
        });
    }

    /** The elements of a list, each through a function; empty where the list is absent. */
    public <T> List<T> list(String name, int most, Function<MturkInput, T> element) {
        return nodes(name, most).stream().map(MturkInput::new).map(element).toList();
    }

    public List<String> texts(String name, int most) {
        return nodes(name, most).stream()
                .map(node -> {
                    if (!node.isString()) throw wrongKind(name, "a list of strings");
                    return node.asString();
                })
                .toList();
    }

    public List<Integer> numbers(String name, int most) {
        return nodes(name, most).stream()
                .map(node -> {
                    if (!node.isIntegralNumber() || !node.canConvertToInt())
                        throw wrongKind(name, "a list of integers");
                    return node.asInt();
                })
                .toList();
    }

    public <T> T required(String name, Optional<T> value) {
        return value.orElseThrow(() -> MturkError.validation(
                "Value null at '" + lowerFirst(name) + "' failed to satisfy constraint: Member must not be null"));
    }

    public boolean has(String name) {
        return member(name).isPresent();
    }

    private List<JsonNode> nodes(String name, int most) {
        var found = member(name);
        if (found.isEmpty()) return List.of();
        if (!found.get().isArray()) throw wrongKind(name, "a list");
        if (found.get().size() > most) {
            throw MturkError.validation("Value at '" + lowerFirst(name)
                    + "' failed to satisfy constraint: Member must have length less than or equal to " + most);
        }
        return List.copyOf(found.get().valueStream().toList());
    }

    private Optional<String> text(String name) {
        return member(name).map(node -> {
            if (!node.isString()) throw wrongKind(name, "a string");
            return node.asString();
        });
    }

    private Optional<String> matching(String name, Pattern pattern) {
        return text(name).map(value -> {
            if (pattern.matcher(value).matches()) return value;
            throw MturkError.validation("Value '" + value + "' at '" + lowerFirst(name)
                    + "' failed to satisfy constraint: Member must satisfy regular expression pattern: ^" + pattern
                    + "$");
        });
    }

    private Optional<JsonNode> member(String name) {
        @Nullable JsonNode node = json.get(name);
        return node == null || node.isNull() ? Optional.empty() : Optional.of(node);
    }

    private static MturkError tooLong(String name, int most) {
        return MturkError.validation("Value at '" + lowerFirst(name)
                + "' failed to satisfy constraint: Member must have length less than or equal to " + most);
    }

    private static MturkError wrongKind(String name, String wanted) {
        return MturkError.of("SerializationException", null, "The value of " + name + " is not " + wanted + ".");
    }

    private static String lowerFirst(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
