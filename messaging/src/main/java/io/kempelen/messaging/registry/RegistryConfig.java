package io.kempelen.messaging.registry;

import java.util.Map;

/** Confluent's configuration keys, as far as we have the same choice. */
final class RegistryConfig {

    static final String URL = "schema.registry.url";
    static final String AUTO_REGISTER = "auto.register.schemas";
    static final String SPECIFIC_READER = "specific.avro.reader";

    private RegistryConfig() {}

    static SchemaRegistry registry(Map<String, ?> configs) {
        if (!(configs.get(URL) instanceof String url)) throw new IllegalArgumentException("Missing: " + URL);
        return new HttpSchemaRegistry(url, flag(configs, AUTO_REGISTER));
    }

    static boolean specific(Map<String, ?> configs) {
        return flag(configs, SPECIFIC_READER);
    }

    /** Both choices are on unless said otherwise. */
    private static boolean flag(Map<String, ?> configs, String name) {
        var value = configs.get(name);
        return value == null || Boolean.parseBoolean(value.toString());
    }
}
