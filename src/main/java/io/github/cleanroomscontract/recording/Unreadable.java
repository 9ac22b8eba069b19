package io.github.cleanroomscontract.recording;

import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.json.TextProblem;
import java.util.List;

/** What stands for a text that is no proper JSON: another that is none in the same way. */
final class Unreadable {

  /** A text that is no JSON. */
  static final String TEXT = "<no JSON>";

  private static final List<String> OTHERS =
      List.of("", "{", "{} {}", "\uFEFF{}", "{\"name\": 1, \"name\": 1}", "{\"name\": 1e999}");

  private Unreadable() {}

  static String like(JsonDocument document) {
    return OTHERS.stream()
        .filter(text -> kinds(JsonDocument.parse(text)).equals(kinds(document)))
        .findFirst()
        .orElse(TEXT);
  }

  private static List<TextProblem.Kind> kinds(JsonDocument document) {
    return document.problems().stream().map(TextProblem::kind).toList();
  }
}
