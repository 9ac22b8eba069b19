package io.github.cleanroomscontract.coverage;

import io.github.cleanroomscontract.internal.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A report for people: short lines, the least covered operation first. */
final class CoverageText {

  private static final int NAMES = 6;
  private static final int WIDTH = 80;

  private final StringBuilder text = new StringBuilder();

  CoverageText(CoverageReport report) {
    line(totals(report));
    for (OperationCoverage operation : report.operations()) {
      line("");
      line(
          String.format(
              Locale.ROOT, "%s  %d %%", operation.operation(), (int) operation.percent()));
      message(operation.request());
      message(operation.response());
      Tally errors = operation.errors();
      line("  errors    " + errors);
      never(errors.missing());
    }
  }

  static String totals(CoverageReport report) {
    String operations =
        report.operationsWereNamed()
            ? report.operationNames() + " operations"
            : Words.count(report.operations().size(), "operation");
    return String.format(
        Locale.ROOT,
        "contract coverage: %s, %s members, %s variants, %s enum values, %s errors",
        operations,
        report.members(),
        report.variants(),
        report.enumValues(),
        report.errors());
  }

  private void message(MessageCoverage message) {
    String label = String.format(Locale.ROOT, "  %-8s  ", message.direction().label());
    if (!message.exercised()) {
      line(label + "never, of " + Words.count(message.members().total(), "member"));
      return;
    }
    List<String> figures = new ArrayList<>();
    figures.add(message.members() + " members");
    if (message.variants().total() > 0) {
      figures.add(message.variants() + " variants");
    }
    if (message.enumValues().total() > 0) {
      figures.add(message.enumValues() + " enum values");
    }
    line(label + String.join(" · ", figures));
    never(topmost(message).stream().map(Part::shown).toList());
  }

  /** Returns what is missing, without what is missing only because it is in something missing. */
  static List<String> topmost(MessageCoverage message) {
    List<String> above =
        Stream.concat(message.variants().missing().stream(), message.members().missing().stream())
            .toList();
    return Stream.concat(above.stream(), message.enumValues().missing().stream())
        .filter(name -> above.stream().noneMatch(outer -> inside(name, outer)))
        .toList();
  }

  private static boolean inside(String name, String outer) {
    return name.length() > outer.length()
        && name.startsWith(outer)
        && (name.charAt(outer.length()) == '/' || name.charAt(outer.length()) == '=');
  }

  private void never(List<String> names) {
    if (names.isEmpty()) {
      return;
    }
    List<String> shown = names.stream().limit(NAMES).toList();
    String more = names.size() > NAMES ? ", … " + (names.size() - NAMES) + " more" : "";
    String label = "never ";
    for (String part : Words.wrap(String.join(", ", shown) + more, WIDTH)) {
      line("            " + label + part);
      label = "      ";
    }
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
