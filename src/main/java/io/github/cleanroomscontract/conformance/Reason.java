package io.github.cleanroomscontract.conformance;

import io.github.cleanroomscontract.replay.Verdict;

/**
 * Why calls were not made, or could not be. Immutable.
 *
 * @param verdict {@link Verdict#SKIPPED} or {@link Verdict#FAILED}
 * @param text the reason, in a sentence
 * @param count how many calls it is the reason of
 */
public record Reason(Verdict verdict, String text, int count) {}
