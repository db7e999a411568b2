package io.kempelen.local.command;

import tools.jackson.databind.json.JsonMapper;

/** Results that other programs read. */
final class Json {

    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static void print(Object value) {
        System.out.println(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value));
    }
}
