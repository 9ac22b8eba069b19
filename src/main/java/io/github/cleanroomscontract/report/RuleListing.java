package io.github.cleanroomscontract.report;

import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.internal.json.Json;
import io.github.cleanroomscontract.internal.text.Words;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** Lists of rules. */
public final class RuleListing {

  private RuleListing() {}

  /** Returns a line a rule for people, and the sums. */
  public static List<String> text(Collection<Rule> rules, Paint paint) {
    int width = rules.stream().mapToInt(rule -> rule.id().length()).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (Rule rule : rules) {
      lines.add(
          paint.bold(String.format(Locale.ROOT, "%-" + width + "s", rule.id()))
              + "  "
              + String.format(Locale.ROOT, "%-11s", rule.checked() ? weight(rule) : "not checked")
              + "  "
              + rule.message()
              + paint.dim(when(rule)));
    }
    long unchecked = rules.stream().filter(rule -> !rule.checked()).count();
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "%s, of which %,d cannot be broken or not be checked. In {braces}: what differs from finding"
                + " to finding.",
            Words.count(rules.size(), "rule"),
            unchecked));
    return lines;
  }

  private static String weight(Rule rule) {
    return rule.severity().label();
  }

  private static String when(Rule rule) {
    String since = rule.since().map(day -> " since " + day).orElse("");
    String until = rule.until().map(day -> " until " + day).orElse("");
    return since.isEmpty() && until.isEmpty() ? "" : " (" + (since + until).strip() + ")";
  }

  /** Returns a table in Markdown. */
  public static List<String> markdown(Collection<Rule> rules) {
    List<String> lines = new ArrayList<>();
    lines.add("| rule | kind | severity | says | because | since | until | evidence | needs |");
    lines.add("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    for (Rule rule : rules) {
      lines.add(
          String.format(
              "| `%s` | %s | %s | %s | %s | %s | %s | %s | %s |",
              rule.id(),
              kind(rule),
              rule.checked() ? weight(rule) : "not checked",
              cell(rule.message()),
              cell(rule.reason()),
              rule.since().map(Object::toString).orElse(""),
              rule.until().map(Object::toString).orElse(""),
              rule.basis(),
              rule.needs()));
    }
    return lines;
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  /** Returns the kind of a rule in lower case. */
  public static String kind(Rule rule) {
    return rule.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Writes a list of objects for programs. */
  public static void json(Collection<Rule> rules, PrintWriter out) {
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartArray();
      for (Rule rule : rules) {
        json.writeStartObject();
        json.writeStringProperty("rule", rule.id());
        json.writeStringProperty("kind", kind(rule));
        json.writeBooleanProperty("checked", rule.checked());
        if (rule.checked()) {
          json.writeStringProperty("severity", weight(rule));
        }
        json.writeStringProperty("message", rule.message());
        json.writeStringProperty("reason", rule.reason());
        json.writeStringProperty("evidence", rule.basis());
        if (rule.since().isPresent()) {
          json.writeStringProperty("since", rule.since().get().toString());
        }
        if (rule.until().isPresent()) {
          json.writeStringProperty("until", rule.until().get().toString());
        }
        if (!rule.needs().isEmpty()) {
          json.writeStringProperty("needs", rule.needs());
        }
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    out.println();
  }
}
