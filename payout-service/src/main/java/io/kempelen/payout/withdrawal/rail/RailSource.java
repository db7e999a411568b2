package io.kempelen.payout.withdrawal.rail;

import java.util.List;

/** Where a family of rails comes from that is as large as the configuration says. */
public interface RailSource {

    List<PayoutRail> rails();
}
