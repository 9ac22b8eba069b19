package io.github.cleanroomscontract.assertion;

import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.internal.text.Words;
import java.util.ArrayList;
import java.util.List;

/** What can be asserted of violations that were found. Immutable and thread-safe. */
public final class ViolationAssert {

  private final MessageAssert message;
  private final Judged judged;
  private final List<String> rules;
  private final boolean only;

  ViolationAssert(MessageAssert message, Judged judged, List<String> rules, boolean only) {
    this.message = message;
    this.judged = judged;
    this.rules = rules;
    this.only = only;
  }

  /**
   * Asserts that there is a violation at each of these places; after {@code onlyViolates}, that
   * there is none elsewhere, too.
   *
   * @param pointer an RFC 6901 place in the payload, empty for all of it: the object itself for a
   *     missing or unknown member, the map for a key, the value for everything else
   * @param more further places
   * @return this
   * @throws AssertionError if it is otherwise
   * @throws IllegalArgumentException if that is no JSON Pointer
   */
  public ViolationAssert at(String pointer, String... more) {
    List<String> pointers = Wording.all(pointer, more);
    pointers.forEach(Places::requirePointer);
    List<Finding> found = new ArrayList<>();
    rules.forEach(rule -> found.addAll(judged.of(rule)));
    for (String each : pointers) {
      if (found.stream().noneMatch(finding -> judged.isAt(finding, each))) {
        throw judged.failure(expected(pointers), judged.elsewhere(found, each));
      }
    }
    List<Finding> others =
        found.stream()
            .filter(finding -> pointers.stream().noneMatch(each -> judged.isAt(finding, each)))
            .toList();
    if (only && !others.isEmpty()) {
      throw judged.failure(
          expected(pointers), "it does so elsewhere, too:" + judged.blocks(others));
    }
    return this;
  }

  private String expected(List<String> pointers) {
    String places = Words.and(pointers.stream().map(Places::shown).toList());
    return only
        ? "violate nothing but " + RuleIds.quoted(rules) + ", and only at " + places
        : "violate " + RuleIds.quoted(rules) + " at " + places;
  }

  /** Returns the assertion on the message, to go on from. */
  public MessageAssert and() {
    return message;
  }
}
