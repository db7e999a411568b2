package io.kempelen.assignment.block;

import io.kempelen.assignment.block.Blocks.Block;
import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Cursor;
import io.kempelen.messaging.web.Page;
import io.kempelen.messaging.web.Problem;
import io.kempelen.messaging.web.Role;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A requester's blocks. The reason is never shown to the worker. */
@RestController
@RequestMapping("/v1/blocks")
class BlockController {

    private static final Pattern WORKER_ID = Pattern.compile("A[A-Z0-9]{1,63}");
    private static final int LONGEST_REASON = 2000;

    private final BlockService service;
    private final Blocks blocks;

    BlockController(BlockService service, Blocks blocks) {
        this.service = service;
        this.blocks = blocks;
    }

    record Reason(@Nullable String reason) {}

    @GetMapping
    Page<Block> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        caller.require(Role.REQUESTER);
        var size = Page.limit(limit);
        var after = Cursor.decode(cursor);
        return Page.of(blocks.page(caller.accountId(), after == null ? "" : after, size + 1), size, Block::workerId);
    }

    @GetMapping("/{workerId}")
    Block one(Caller caller, @PathVariable String workerId) {
        caller.require(Role.REQUESTER);
        return blocks.find(caller.accountId(), workerId)
                .orElseThrow(() -> Problem.notFound("block of worker", workerId).exception());
    }

    @PutMapping("/{workerId}")
    Block block(Caller caller, @PathVariable String workerId, @RequestBody(required = false) @Nullable Reason body) {
        caller.require(Role.REQUESTER);
        if (!WORKER_ID.matcher(workerId).matches()) {
            throw Problem.invalid("workerId", "\"" + workerId + "\" is no worker's id: those begin with A.")
                    .exception();
        }
        var reason = body == null || body.reason() == null ? "" : body.reason();
        if (reason.length() > LONGEST_REASON) {
            throw Problem.invalid("reason", "reason may have at most " + LONGEST_REASON + " characters.")
                    .exception();
        }
        return service.block(caller.accountId(), workerId, reason);
    }

    @DeleteMapping("/{workerId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unblock(Caller caller, @PathVariable String workerId) {
        caller.require(Role.REQUESTER);
        service.unblock(caller.accountId(), workerId);
    }
}
