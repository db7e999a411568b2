package io.kempelen.payout.withdrawal.rail.file;

import io.kempelen.messaging.web.Amounts;
import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Cursor;
import io.kempelen.messaging.web.Page;
import io.kempelen.messaging.web.Problem;
import io.kempelen.messaging.web.Role;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where an operator, or the bank's client, fetches the files that are to be sent to a bank. */
@RestController
class PayoutFileController {

    private static final String LAST = "~";

    private final PaymentFiles files;

    PayoutFileController(PaymentFiles files) {
        this.files = files;
    }

    record FileView(
            String fileId, String rail, String name, int payouts, String amount, String currency, Instant writtenAt) {

        static FileView of(PaymentFiles.Listed file) {
            return new FileView(
                    file.fileId(),
                    file.rail(),
                    file.name(),
                    file.payouts(),
                    Amounts.format(file.amount(), file.currency()),
                    file.currency(),
                    file.writtenAt());
        }
    }

    @GetMapping("/v1/operator/payout-files")
    Page<FileView> list(Caller caller, @RequestParam @Nullable String cursor, @RequestParam @Nullable Integer limit) {
        caller.require(Role.OPERATOR);
        var size = Page.limit(limit);
        var before = Objects.requireNonNullElse(Cursor.decode(cursor), LAST);
        return Page.of(files.before(before, size + 1), size, PaymentFiles.Listed::fileId)
                .map(FileView::of);
    }

    @GetMapping("/v1/operator/payout-files/{fileId}")
    ResponseEntity<?> fetch(Caller caller, @PathVariable String fileId) {
        caller.require(Role.OPERATOR);
        var file = files.find(fileId);
        if (file.isEmpty()) return Problem.notFound("payout file", fileId).response();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, file.get().mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.get().name())
                                .build()
                                .toString())
                .body(file.get().bytes());
    }
}
