package io.kempelen.payout;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** The answer of a caller among many. */
final class Statuses {

    private Statuses() {}

    static int of(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
