package io.kempelen.acceptance.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import tools.jackson.databind.json.JsonMapper;

/** Decodes Confluent's wire format with the schemas the registry gives, knowing none of them beforehand. */
public final class WriterSchemas {

    private static final int HEADER_BYTES = 5;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI base;
    private final Map<Integer, GenericDatumReader<GenericRecord>> readers = new HashMap<>();

    public WriterSchemas(URI base) {
        this.base = URI.create(base.toString().endsWith("/") ? base.toString() : base + "/");
    }

    /**
     * @throws IllegalArgumentException if the bytes are no Avro of this registry
     * @throws UncheckedIOException if the registry does not answer: that says nothing about the bytes
     */
    public GenericRecord decode(byte[] bytes) {
        if (bytes.length < HEADER_BYTES || bytes[0] != 0)
            throw new IllegalArgumentException("not in Confluent's wire format");
        int id = ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
        var reader = readers.computeIfAbsent(id, unknown -> new GenericDatumReader<>(fetch(unknown)));
        try {
            var decoder = DecoderFactory.get().binaryDecoder(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES, null);
            var body = reader.read(null, decoder);
            if (!decoder.isEnd()) throw new IllegalArgumentException("bytes are left over behind schema " + id);
            return body;
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("schema " + id + " does not fit: " + e.getMessage(), e);
        }
    }

    private Schema fetch(int id) {
        try {
            var request = HttpRequest.newBuilder(base.resolve("schemas/ids/" + id))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() == 404)
                throw new IllegalArgumentException("the registry does not know schema " + id);
            if (answer.statusCode() != 200)
                throw new IOException("it answers " + answer.statusCode() + " for schema " + id);
            return new Schema.Parser()
                    .parse(JSON.readTree(answer.body()).path("schema").asString());
        } catch (IOException e) {
            throw new UncheckedIOException("The registry at " + base + " does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking the registry", e);
        }
    }
}
