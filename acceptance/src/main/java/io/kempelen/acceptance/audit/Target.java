package io.kempelen.acceptance.audit;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is audited: a broker, a registry and the services' databases, wherever they are.
 *
 * @param prefix what the names of the topics begin with
 */
public record Target(String kafka, URI registry, Map<String, Database> databases, String prefix) {

    /** One service's database, by the service's own credentials. */
    public record Database(String url, String user, String password) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String REGISTRYS_OWN = "registry";

    /** By the state file that a running home keeps. */
    public static Target ofHome(Path home) {
        var file = home.resolve("run").resolve("state.json");
        if (!Files.exists(file))
            throw new IllegalArgumentException("No platform has ever run in " + home + ": there is no " + file);
        var state = JSON.readTree(file.toFile());
        var databases = new TreeMap<String, Database>();
        state.path("databases").properties().forEach(entry -> {
            var one = entry.getValue();
            databases.put(
                    entry.getKey(),
                    new Database(
                            one.path("url").asString(),
                            one.path("user").asString(),
                            one.path("password").asString()));
        });
        databases.remove(REGISTRYS_OWN);
        return new Target(
                state.path("kafka").asString(),
                URI.create(state.path("schemaRegistry").asString()),
                databases,
                "kempelen.");
    }

    /** The same databases held against other topics. */
    public Target withPrefix(String other) {
        return new Target(kafka, registry, databases, other);
    }
}
