package io.kempelen.payout.withdrawal.rail.file;

import io.kempelen.payout.withdrawal.rail.Destination;
import io.kempelen.payout.withdrawal.rail.Run;

/** How a run is written as a file. Writing the same run again gives the same bytes. */
public interface PaymentFormat {

    /** Also the rail's name: {@code iso20022}, {@code nacha}. */
    String name();

    /** What the file is called; a name is never used twice. */
    String fileName(Run run);

    /** For HTTP. */
    String mediaType();

    /** How many payouts a file takes at most. */
    int capacity();

    byte[] write(Run run);

    /** @throws io.kempelen.messaging.web.ProblemException 422 that names the member if no money can be sent there in this currency */
    void check(Destination to, String currency);
}
