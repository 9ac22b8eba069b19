package io.github.cleanroomscontract.assertion;

import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.internal.text.Words;
import io.github.cleanroomscontract.rules.RuleBook;
import java.util.List;

/** Rules as tests name them. */
final class RuleIds {

  private RuleIds() {}

  /** Refuses what no message can be found to violate. */
  static void requireChecked(String id, boolean modelOnly) {
    Rule rule =
        RuleBook.find(id)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no rule \"" + id + "\"" + Wording.meant(id, all())));
    if (!rule.checked()) {
      throw new IllegalArgumentException(
          "no payload is found to violate \"" + id + "\": " + rule.reason());
    }
    if (modelOnly && rule.documented()) {
      throw new IllegalArgumentException(
          "modelOnly() leaves out \"" + id + "\", which is documented beyond the model");
    }
  }

  private static List<String> all() {
    return RuleBook.all().stream().map(Rule::id).toList();
  }

  static String quoted(List<String> ids) {
    return Words.and(ids.stream().map(id -> "\"" + id + "\"").toList());
  }
}
