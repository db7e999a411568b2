package io.kempelen.benchmarks.torture;

import java.util.List;
import java.util.Set;

/**
 * What the torture itself did and was told.
 *
 * @param answered assignments whose submission the gateway answered with success
 * @param rewardCents what each of them is worth to its worker
 * @param feeCents and to the platform
 */
record Deed(Aim aim, List<Kill> kills, Set<String> answered, long rewardCents, long feeCents) {}
