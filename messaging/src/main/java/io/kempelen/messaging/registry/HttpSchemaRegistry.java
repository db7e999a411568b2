package io.kempelen.messaging.registry;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A registry behind Confluent's REST API; schemas and ids never change, so both are kept for ever. */
public final class HttpSchemaRegistry implements SchemaRegistry {

    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI base;
    private final boolean autoRegister;
    private final Map<String, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

    /** @param url for example {@code http://registry:8081} or {@code http://registry:8080/apis/ccompat/v7} */
    public HttpSchemaRegistry(String url, boolean autoRegister) {
        this.base = URI.create(url.endsWith("/") ? url : url + "/");
        this.autoRegister = autoRegister;
    }

    @Override
    public int idOf(String subject, Schema schema) {
        return ids.computeIfAbsent(subject, key -> ask(key, PortableSchema.of(schema)));
    }

    @Override
    public Schema byId(int id) {
        return schemas.computeIfAbsent(id, this::fetch);
    }

    private int ask(String subject, String schema) {
        var path = autoRegister ? "subjects/" + subject + "/versions" : "subjects/" + subject;
        var body = json.writeValueAsString(Map.of("schemaType", "AVRO", "schema", schema));
        var answer = send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
        return answer.path("id").asInt();
    }

    private Schema fetch(int id) {
        return new Schema.Parser()
                .parse(send(request("schemas/ids/" + id).GET()).path("schema").asString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", MEDIA_TYPE)
                .header("Accept", MEDIA_TYPE);
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return switch (response.statusCode()) {
                case 200 -> json.readTree(response.body());
                case 409, 422 -> throw new IncompatibleSchema(response.body());
                default ->
                    throw new IOException("Schema registry answered " + response.statusCode() + ": " + response.body());
            };
        } catch (IOException outage) {
            throw new UncheckedIOException(outage);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("Interrupted while asking the schema registry"));
        }
    }
}
