package io.kempelen.schemas;

import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/** FULL_TRANSITIVE: a schema and every released one read each other's records. */
final class Compatibility {

    private Compatibility() {}

    /** What breaks, in words; nothing where all read all. */
    static Optional<String> problem(Schema now, List<Schema> released) {
        return released.stream()
                .flatMap(then -> java.util.stream.Stream.of(oneWay(now, then), oneWay(then, now)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> oneWay(Schema reader, Schema writer) {
        var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        return result.getType() == SchemaCompatibilityType.COMPATIBLE
                ? Optional.empty()
                : Optional.of(reader.getFullName() + ": " + result.getResult().getIncompatibilities());
    }
}
