package io.kempelen.messaging.registry;

import org.apache.avro.Schema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The schema as other languages want it: without the hint that Java's strings are {@code String}. */
public final class PortableSchema {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PortableSchema() {}

    public static String of(Schema schema) {
        return JSON.writeValueAsString(strip(JSON.readTree(schema.toString())));
    }

    private static JsonNode strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove("avro.java.string");
            object.remove("java-class");
        }
        node.forEach(PortableSchema::strip);
        return node;
    }
}
