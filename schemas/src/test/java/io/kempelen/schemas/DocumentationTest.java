package io.kempelen.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** Events are the product's contract, so each says what it means. */
class DocumentationTest {

    @Test
    void documentsEveryTypeAndEveryField() {
        for (var topic : Events.TOPICS.values()) {
            for (var type : topic.getTypes()) {
                assertThat(type.getDoc()).as(type.getFullName()).isNotBlank();
                if (type.getType() == Schema.Type.RECORD) documentsEveryField(type);
            }
        }
    }

    private static void documentsEveryField(Schema type) {
        for (var field : type.getFields()) {
            assertThat(field.doc()).as(type.getFullName() + "." + field.name()).isNotBlank();
        }
    }

    @Test
    void givesEveryEnumADefaultForReadersThatAreOlder() {
        for (var topic : Events.TOPICS.values()) {
            for (var type : topic.getTypes()) {
                if (type.getType() == Schema.Type.ENUM) {
                    assertThat(type.getEnumDefault()).as(type.getFullName()).isNotNull();
                }
            }
        }
    }

    @Test
    void keepsEveryTypeInOneNamespace() {
        for (var topic : Events.TOPICS.values()) {
            assertThat(topic.getTypes())
                    .allSatisfy(type -> assertThat(type.getNamespace()).isEqualTo("io.kempelen.events"));
        }
    }

    @Test
    void namesEveryTopicAndEveryEventInTheAsyncApiDocument() throws IOException {
        var document = Files.readString(Path.of("asyncapi.yaml"));
        assertThat(document).contains(Events.TOPICS.keySet());
        for (var subject : Events.bySubject().keySet()) {
            assertThat(document).contains(subject.substring(subject.lastIndexOf('.') + 1));
        }
    }
}
