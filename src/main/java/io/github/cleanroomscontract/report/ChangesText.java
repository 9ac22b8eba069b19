package io.github.cleanroomscontract.report;

import io.github.cleanroomscontract.changes.Change;
import io.github.cleanroomscontract.changes.ChangePage;
import io.github.cleanroomscontract.changes.ConstraintChange;
import io.github.cleanroomscontract.changes.UpdatedOperation;
import io.github.cleanroomscontract.internal.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Change pages for people: lines of text, or Markdown. */
public final class ChangesText {

  private static final int WIDTH = 100;

  private final Paint paint;

  /** Creates a writer of change pages. */
  public ChangesText(Paint paint) {
    this.paint = paint;
  }

  /** Returns a line on a release: its date, and how much it changed. */
  public String summary(ChangePage page) {
    List<String> parts = new ArrayList<>();
    if (!page.added().isEmpty()) {
      parts.add(Words.count(page.added().size(), "operation") + " added");
    }
    if (!page.updated().isEmpty()) {
      parts.add(Words.count(page.updated().size(), "operation") + " updated");
    }
    if (!page.constraints().isEmpty()) {
      parts.add(Words.count(page.constraints().size(), "constraint") + " changed");
    }
    return page.date() + " · " + String.join(", ", parts);
  }

  /** Returns the lines of a page. */
  public List<String> lines(ChangePage page) {
    List<String> lines = new ArrayList<>();
    lines.add(paint.bold(summary(page)));
    if (!page.added().isEmpty()) {
      lines.add("  added");
      page.added().forEach(name -> lines.add("    " + paint.green("+ ") + name));
    }
    for (UpdatedOperation operation : page.updated()) {
      lines.add("  " + paint.bold(operation.name()));
      section(lines, "request ", operation.request());
      section(lines, "response", operation.response());
    }
    if (!page.constraints().isEmpty()) {
      lines.add("  constraints");
      for (ConstraintChange change : page.constraints()) {
        lines.add("    " + change.where() + ": " + change.what());
        lines.add("      " + paint.red("- ") + change.before());
        lines.add("      " + paint.green("+ ") + change.after());
      }
    }
    return lines;
  }

  private void section(List<String> lines, String direction, List<Change> changes) {
    String label = "    " + direction + "  ";
    for (Change change : changes) {
      boolean less = change.kind() == Change.Kind.VALUES_REMOVED;
      String text = brief(change);
      String mark = less ? paint.red("- ") : paint.green("+ ");
      String indent = " ".repeat(label.length() + 4);
      List<String> wrapped = Words.wrap(change.path() + " " + text, WIDTH - indent.length());
      lines.add(label + mark + wrapped.get(0));
      wrapped.stream().skip(1).forEach(line -> lines.add(indent + line));
      label = " ".repeat(label.length());
    }
  }

  /** What came, with all that is inside: {@code {type: A | B, number: integer}}. */
  private static String brief(Change change) {
    if (change.kind() == Change.Kind.VALUES_ADDED) {
      return "gains " + String.join(" | ", change.values());
    }
    if (change.kind() == Change.Kind.VALUES_REMOVED) {
      return "loses " + String.join(" | ", change.values());
    }
    String type = change.values().isEmpty() ? change.type() : String.join(" | ", change.values());
    if (change.below().isEmpty()) {
      return type;
    }
    return change.below().stream()
        .map(below -> below.name() + (below.below().isEmpty() ? ": " : " ") + brief(below))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /** Returns the lines of a page in Markdown. */
  public List<String> markdown(ChangePage page) {
    List<String> lines = new ArrayList<>();
    lines.add("## " + summary(page));
    lines.add("");
    if (!page.added().isEmpty()) {
      lines.add("### Added");
      lines.add("");
      page.added().forEach(name -> lines.add("- `" + name + "`"));
      lines.add("");
    }
    if (!page.updated().isEmpty()) {
      lines.add("### Updated");
      lines.add("");
      lines.add("| operation | in | change |");
      lines.add("| --- | --- | --- |");
      for (UpdatedOperation operation : page.updated()) {
        rows(lines, operation.name(), "request", operation.request());
        rows(lines, operation.name(), "response", operation.response());
      }
      lines.add("");
    }
    if (!page.constraints().isEmpty()) {
      lines.add("### Constraints");
      lines.add("");
      lines.add("| where | what | before | since |");
      lines.add("| --- | --- | --- | --- |");
      for (ConstraintChange change : page.constraints()) {
        lines.add(
            String.format(
                "| `%s` | %s | %s | %s |",
                change.where(), change.what(), code(change.before()), code(change.after())));
      }
      lines.add("");
    }
    return lines;
  }

  private static void rows(
      List<String> lines, String operation, String direction, List<Change> changes) {
    for (Change change : changes) {
      String sign = change.kind() == Change.Kind.VALUES_REMOVED ? "−" : "+";
      lines.add(
          String.format(
              "| `%s` | %s | %s `%s` %s |",
              operation, direction, sign, change.path(), code(brief(change))));
    }
  }

  /** Code in a cell of a table, where bars would end it. */
  private static String code(String text) {
    return "`" + text.replace("|", "\\|") + "`";
  }
}
