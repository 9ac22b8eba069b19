package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.finding.Severity;
import io.github.cleanroomscontract.internal.json.Pointers;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes back what was said about values that a capture does not tell. */
final class Untold {

  private Untold() {}

  /**
   * Replaces the findings about values that were redacted or cut off by one that says so.
   * Documented rules that may have looked at them are not said to be broken.
   */
  static void apply(List<Draft> drafts, Payload payload) {
    List<String> untold = payload.unverifiable();
    if (untold.isEmpty()) {
      return;
    }
    drafts.removeIf(draft -> !draft.atKey() && isBelow(draft.spot(), untold));
    drafts.replaceAll(
        draft -> dependsOn(draft, untold) ? weighing(Severity.UNVERIFIED, draft) : draft);
    for (String pointer : untold) {
      String message =
          Rules.INPUT_REDACTED.message(Map.of("found", "the value was redacted or cut off"));
      Finding finding = Finding.of(Rules.INPUT_REDACTED, message);
      drafts.add(Draft.at(at(pointer, finding, Severity.UNVERIFIED), pointer));
    }
  }

  private static boolean isBelow(String spot, List<String> untold) {
    return untold.stream().anyMatch(pointer -> Pointers.within(spot, pointer));
  }

  private static boolean dependsOn(Draft draft, List<String> untold) {
    Rule rule = draft.finding().rule();
    return switch (rule.kind()) {
      case CROSS_FIELD, CONTEXT -> true;
      case SCHEMA -> untold.stream().anyMatch(pointer -> Pointers.within(pointer, draft.spot()));
      default -> false;
    };
  }

  private static Draft weighing(Severity severity, Draft draft) {
    Finding finding = at(draft.finding().pointer(), draft.finding(), severity);
    return new Draft(finding, draft.spot(), draft.atKey(), draft.offset());
  }

  private static Finding at(String pointer, Finding finding, Severity severity) {
    return new Finding(
        finding.rule(),
        severity,
        pointer,
        finding.member(),
        finding.message(),
        finding.expected(),
        finding.found(),
        finding.hint(),
        Optional.empty());
  }
}
