package io.kempelen.messaging.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells a failure of the surroundings, which passes, from a failure of the record, which does not. */
final class Outage {

    /** SQLSTATE classes: connection, out of resources, operator intervention, system error, transaction rollback (deadlock, serialisation). */
    private static final Set<String> PASSING = Set.of("08", "53", "57", "58", "40");

    private Outage() {}

    static boolean isOne(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (passes(cause)) return true;
        }
        return false;
    }

    private static boolean passes(Throwable cause) {
        return switch (cause) {
            case SQLTransientException passing -> true;
            case SQLException sql ->
                sql.getSQLState() != null && PASSING.contains(sql.getSQLState().substring(0, 2));
            case TransientDataAccessException passing -> true;
            case CannotCreateTransactionException passing -> true;
            case TransactionSystemException passing -> true;
            case RetriableException passing -> true;
            case UncheckedIOException passing -> true;
            case IOException passing -> true;
            case OutOfMemoryError passing -> true;
            default -> false;
        };
    }
}
