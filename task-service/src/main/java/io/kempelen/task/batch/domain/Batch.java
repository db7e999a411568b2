package io.kempelen.task.batch.domain;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A file of rows on its way to be tasks. */
@MappedEntity
public record Batch(
        @Id String batchId,
        String projectId,
        String requesterId,
        Status status,
        @Nullable String columnsId,
        int rowCount,
        int taskCount,
        int placeCount,
        long rewardTotal,
        long feeTotal,
        String currency,
        String warnings,
        String lines,
        Instant createdAt,
        @Nullable Instant publishedAt,
        @Nullable Instant completedAt) {

    /** Where a batch is; until its money is held nobody sees it. */
    public enum Status {
        IMPORTING,
        FUNDING,
        PUBLISHING,
        PUBLISHED,
        COMPLETED
    }

    public boolean visible() {
        return status != Status.IMPORTING && status != Status.FUNDING;
    }

    public static Batch importing(String batchId, String projectId, String requesterId, String currency, Instant now) {
        return new Batch(
                batchId,
                projectId,
                requesterId,
                Status.IMPORTING,
                null,
                0,
                0,
                0,
                0,
                0,
                currency,
                "[]",
                "[]",
                now,
                null,
                null);
    }

    public Batch funding(String columns, int rows, int tasks, int places, long rewards, String words) {
        return new Batch(
                batchId,
                projectId,
                requesterId,
                Status.FUNDING,
                columns,
                rows,
                tasks,
                places,
                rewards,
                0,
                currency,
                words,
                lines,
                createdAt,
                null,
                null);
    }

    public Batch publishing(long fees, String held, Instant now) {
        return new Batch(
                batchId,
                projectId,
                requesterId,
                Status.PUBLISHING,
                columnsId,
                rowCount,
                taskCount,
                placeCount,
                rewardTotal,
                fees,
                currency,
                warnings,
                held,
                createdAt,
                now,
                null);
    }
}
