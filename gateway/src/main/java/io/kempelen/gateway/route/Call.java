package io.kempelen.gateway.route;

import java.util.List;

/**
 * One request to a service.
 *
 * @param target path and query at the service
 * @param token the internal token that says for whom
 * @param seenBy the services that must have seen what it did before the caller hears of it
 */
public record Call(Group group, String target, String token, List<Service> seenBy) {}
