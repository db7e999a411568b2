package io.kempelen.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.SchemaParser;
import org.junit.jupiter.api.Test;

/**
 * No change may stop a reader of a released version, nor keep us from reading what was written then. A release freezes the
 * schemas with {@code ./mvnw -pl schemas test -Dfreeze=<version>}, which writes them to {@code released/<version>}.
 */
class CompatibilityTest {

    private static final Path RELEASED = Path.of("released");

    private static final Schema THEN = schema("""
            {"type": "record", "name": "Thing", "fields": [{"name": "id", "type": "string"}]}""");

    @Test
    void readsAndIsReadByEveryReleasedVersion() throws IOException {
        freezeIfAsked();
        for (var event : Events.bySubject().entrySet()) {
            assertThat(Compatibility.problem(event.getValue(), released(event.getKey())))
                    .isEmpty();
        }
    }

    @Test
    void letsAFieldWithADefaultComeAndGo() {
        var more = schema("""
                {"type": "record", "name": "Thing", "fields": [
                    {"name": "id", "type": "string"}, {"name": "note", "type": ["null", "string"], "default": null}]}""");

        assertThat(Compatibility.problem(more, List.of(THEN))).isEmpty();
        assertThat(Compatibility.problem(THEN, List.of(more))).isEmpty();
    }

    @Test
    void refusesAFieldWithoutADefault() {
        var more = schema("""
                {"type": "record", "name": "Thing", "fields": [
                    {"name": "id", "type": "string"}, {"name": "note", "type": "string"}]}""");

        assertThat(Compatibility.problem(more, List.of(THEN)))
                .hasValueSatisfying(problem -> assertThat(problem).contains("note"));
    }

    @Test
    void refusesARemovedFieldAnotherTypeAndAnotherName() {
        assertThat(Compatibility.problem(
                        schema("{\"type\": \"record\", \"name\": \"Thing\", \"fields\": []}"), List.of(THEN)))
                .isPresent();
        assertThat(Compatibility.problem(
                        schema(
                                "{\"type\": \"record\", \"name\": \"Thing\", \"fields\": [{\"name\": \"id\", \"type\": \"long\"}]}"),
                        List.of(THEN)))
                .isPresent();
        assertThat(Compatibility.problem(
                        schema(
                                "{\"type\": \"record\", \"name\": \"Thing\", \"fields\": [{\"name\": \"key\", \"type\": \"string\"}]}"),
                        List.of(THEN)))
                .isPresent();
    }

    @Test
    void refusesWhatOnlyAnOlderVersionCannotRead() {
        var later = schema("""
                {"type": "record", "name": "Thing", "fields": [{"name": "id", "type": ["string", "long"]}]}""");

        assertThat(Compatibility.problem(later, List.of(THEN))).isPresent();
    }

    private static Schema schema(String json) {
        return new SchemaParser().parse(json).mainSchema();
    }

    private static List<Schema> released(String subject) throws IOException {
        if (!Files.isDirectory(RELEASED)) return List.of();
        try (var versions = Files.list(RELEASED)) {
            var schemas = new java.util.ArrayList<Schema>();
            for (var file : versions.map(version -> version.resolve(subject + ".avsc"))
                    .filter(Files::exists)
                    .toList()) {
                schemas.add(schema(Files.readString(file)));
            }
            return schemas;
        }
    }

    private static void freezeIfAsked() throws IOException {
        var version = System.getProperty("freeze");
        if (version == null) return;
        var folder = Files.createDirectories(RELEASED.resolve(version));
        for (var event : Events.bySubject().entrySet()) {
            Files.writeString(
                    folder.resolve(event.getKey() + ".avsc"), SchemaFormatter.format("json/pretty", event.getValue()));
        }
    }
}
