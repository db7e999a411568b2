package io.kempelen.messaging.testing;

import io.kempelen.messaging.registry.SchemaRegistry;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** A registry of one JVM, for integration tests of a single service; acceptance tests use a real one. */
public final class InMemorySchemaRegistry implements SchemaRegistry {

    public static final InMemorySchemaRegistry SHARED = new InMemorySchemaRegistry();

    private final List<Schema> schemas = new ArrayList<>();

    private InMemorySchemaRegistry() {}

    @Override
    public synchronized int idOf(String subject, Schema schema) {
        if (!schemas.contains(schema)) schemas.add(schema);
        return schemas.indexOf(schema) + 1;
    }

    @Override
    public synchronized Schema byId(int id) {
        return schemas.get(id - 1);
    }
}
