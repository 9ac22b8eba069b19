package io.github.cleanroomscontract.replay;

import java.util.Optional;

/**
 * A call as a plan has it. Immutable.
 *
 * @param step the call
 * @param effect what its operation does
 * @param skipped why it would not be made; empty if it would
 * @param open whether its input, or how often it is made, depends on what earlier calls answer
 */
public record PlannedCall(Step step, Effect effect, Optional<String> skipped, boolean open) {}
