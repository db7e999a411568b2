package io.kempelen.task.batch;

import io.kempelen.task.funds.FundsUse;
import io.kempelen.task.funds.Lines;
import io.kempelen.task.funds.domain.Ask;
import io.kempelen.task.funds.domain.Line;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What happens to a batch when its money is held, or is not: all of it goes on, or nothing of it stays. */
@Component
class BatchFunds implements FundsUse {

    private final Batches batches;
    private final InputRows rows;
    private final Lines lines;
    private final BatchPublisher publisher;
    private final InstantSource clock;

    BatchFunds(Batches batches, InputRows rows, Lines lines, BatchPublisher publisher, InstantSource clock) {
        this.batches = batches;
        this.rows = rows;
        this.lines = lines;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Override
    public Set<Ask.Purpose> purposes() {
        return Set.of(Ask.Purpose.BATCH);
    }

    @Override
    public UUID held(Ask ask, List<Line> held) {
        var now = clock.instant();
        long fees = held.stream()
                .mapToLong(line -> Math.multiplyExact(Objects.requireNonNull(line.fee()), (long) line.places()))
                .sum();
        var batch = batches.lock(ask.subjectId()).orElseThrow();
        return publisher.published(batches.update(batch.publishing(fees, lines.write(held), now)), now);
    }

    @Override
    public void refused(Ask ask) {
        rows.drop(ask.subjectId());
        batches.discard(ask.subjectId());
    }
}
