package io.kempelen.acceptance.ledger;

import io.kempelen.acceptance.audit.Amount;
import io.kempelen.acceptance.audit.Event;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Events as any stranger decodes them: generic records whose schemas come with them. */
final class Told {

    private static final Schema MONEY = SchemaBuilder.record("Money")
            .fields()
            .requiredLong("minorUnits")
            .requiredString("currency")
            .endRecord();

    private static long offset;

    private Told() {}

    static Amount usd(long minor) {
        return new Amount(minor, "USD");
    }

    static Event payout(String type, Object... fields) {
        return event("payouts", type, fields);
    }

    static Event review(String type, Object... fields) {
        return event("reviews", type, fields);
    }

    /** The same event as somebody publishes it under an id of its own. */
    static Event again(Event event) {
        return with(event, UUID.randomUUID().toString(), event.body());
    }

    /** Another event under the same id. */
    static Event posingAs(Event event, Event other) {
        return with(other, event.id(), other.body());
    }

    static Event nameless(Event event) {
        return new Event(event.topic(), 0, offset++, event.key(), Map.of(), event.body());
    }

    private static Event with(Event event, String id, GenericRecord body) {
        return new Event(event.topic(), 0, offset++, event.key(), Map.of("ce_id", id), body);
    }

    private static Event event(String topic, String type, Object... fields) {
        return new Event(
                topic, 0, offset++, "key", Map.of("ce_id", UUID.randomUUID().toString()), record(type, fields));
    }

    static GenericRecord record(String type, Object... fields) {
        var shape = SchemaBuilder.record(type).fields();
        for (int i = 0; i < fields.length; i += 2)
            shape.name((String) fields[i]).type(schema(fields[i + 1])).noDefault();
        var record = new GenericData.Record(shape.endRecord());
        for (int i = 0; i < fields.length; i += 2) record.put((String) fields[i], value(fields[i + 1]));
        return record;
    }

    private static Schema schema(Object value) {
        return switch (value) {
            case Amount amount -> MONEY;
            case GenericRecord record -> record.getSchema();
            case List<?> list -> Schema.createArray(schema(list.getFirst()));
            case Integer number -> Schema.create(Schema.Type.INT);
            case Boolean flag -> Schema.create(Schema.Type.BOOLEAN);
            default -> Schema.create(Schema.Type.STRING);
        };
    }

    private static Object value(Object value) {
        if (!(value instanceof Amount amount)) return value;
        var money = new GenericData.Record(MONEY);
        money.put("minorUnits", amount.minor());
        money.put("currency", amount.currency());
        return money;
    }
}
