package io.kempelen.payout.withdrawal.rail.file;

import io.kempelen.payout.withdrawal.rail.News;
import java.util.List;
import java.util.Optional;

/** Files that come back from a bank. */
public interface ReportFormat {

    /** Of the rail whose payouts it speaks of. */
    String rail();

    /** As people call it: {@code pain.002}, {@code camt.054}, {@code NACHA return}. */
    String name();

    /**
     * What the file says, in its order; entries that are not about payouts are left out. Empty if it is a file of another kind.
     *
     * @throws io.kempelen.messaging.web.ProblemException 422 that names the line or element if it is such a file but damaged
     */
    Optional<List<News>> read(byte[] file);
}
