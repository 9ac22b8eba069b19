package io.github.cleanroomscontract.replay;

import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.exchange.WireRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * What travelled for one call. Immutable.
 *
 * @param request the request as it was sent last, without its Authorization and token headers;
 *     empty if nothing could be sent
 * @param answer the last answer; empty if none came, or not all of it
 * @param failure why it could not be asked, in a sentence without credentials: there is no answer,
 *     or one that refuses the caller, whatever is asked
 * @param last whether no further call can succeed either, such as where there are no credentials
 * @param attempts how often it was sent
 * @param took how long all of it took, waiting included
 */
public record Exchange(
    Optional<WireRequest> request,
    Optional<WireAnswer> answer,
    Optional<String> failure,
    boolean last,
    int attempts,
    Duration took) {}
