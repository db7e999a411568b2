package io.kempelen.messaging.registry;

import org.apache.avro.Schema;

/** A registry of schemas by id, as Confluent's REST API offers it. */
public interface SchemaRegistry {

    /**
     * The id of a schema under a subject; registers it where that is allowed.
     *
     * @throws IncompatibleSchema if the registry refuses it
     */
    int idOf(String subject, Schema schema);

    /** The schema a record was written with. */
    Schema byId(int id);

    /** The registry refused a schema: readers of the topic could no longer read everything. */
    class IncompatibleSchema extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public IncompatibleSchema(String message) {
            super(message);
        }
    }
}
