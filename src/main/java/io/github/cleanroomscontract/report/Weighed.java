package io.github.cleanroomscontract.report;

import io.github.cleanroomscontract.finding.Finding;
import java.util.Optional;

/**
 * A finding, and how it counts. Immutable.
 *
 * @param finding the finding
 * @param known why it is known and does not count, which may be an empty text; absent if it is not
 *     known
 * @param counts whether it is one that a run fails for
 */
public record Weighed(Finding finding, Optional<String> known, boolean counts) {}
