package io.kempelen.assignment.block;

import io.kempelen.assignment.block.Blocks.Block;
import java.time.InstantSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Blocks and unblocks workers for one requester; binds later accepts only. */
@Service
class BlockService {

    private final Blocks blocks;
    private final BlockPublisher publisher;
    private final InstantSource clock;

    BlockService(Blocks blocks, BlockPublisher publisher, InstantSource clock) {
        this.blocks = blocks;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Only a new block is news; a repeated one may give another reason, which is nobody else's business. */
    @Transactional
    public Block block(String requesterId, String workerId, String reason) {
        var now = clock.instant();
        var block = blocks.put(requesterId, workerId, reason, now);
        if (block.blockedAt().equals(now)) publisher.blocked(requesterId, workerId, now);
        return block;
    }

    @Transactional
    public void unblock(String requesterId, String workerId) {
        if (blocks.delete(requesterId, workerId)) publisher.unblocked(requesterId, workerId, clock.instant());
    }
}
