package io.github.cleanroomscontract.report;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.EnumValue;
import io.github.cleanroomscontract.catalogue.HttpBinding;
import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.internal.text.Words;
import io.github.cleanroomscontract.validation.ContractValidator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A readable page on an operation. */
public final class OperationPage {

  private static final String NEEDS_FACTS = "°";
  private static final int COLUMN = 40;
  private static final int WIDTH = 120;
  private static final int MANY_VALUES = 12;

  private final Operation operation;
  private final LocalDate day;
  private final Paint paint;
  private final List<String> lines = new ArrayList<>();
  private final Map<String, String> patterns = new TreeMap<>();
  private Direction direction = Direction.REQUEST;

  /** Creates the page of an operation as it stood on a day. */
  public OperationPage(Operation operation, LocalDate day, Paint paint) {
    this.operation = operation;
    this.day = day;
    this.paint = paint;
  }

  /** Returns the lines of the page. */
  public List<String> lines() {
    lines.clear();
    patterns.clear();
    HttpBinding http = operation.http();
    lines.add(
        paint.bold(operation.name())
            + " · "
            + operation.resource()
            + " · since "
            + operation.since()
            + (day.equals(Catalogue.MODEL_DATE) ? "" : " · as of " + day));
    lines.add(http + " → " + operation.status());
    lines.add(operation.description());
    lines.add("");
    section(Direction.REQUEST, operation.request(), http);
    section(Direction.RESPONSE, operation.response(), http);
    lines.add(
        paint.bold("errors")
            + "  "
            + operation.errors().stream()
                .map(error -> error.name().replaceFirst("Exception$", "") + " " + error.status())
                .collect(Collectors.joining(" · ")));
    lines.add("");
    lines.add(paint.bold("patterns"));
    patterns.forEach((name, pattern) -> line("  " + name, pattern));
    lines.add("");
    lines.add(
        paint.dim("* required   " + NEEDS_FACTS + " needs facts from elsewhere: explain RULE"));
    return List.copyOf(lines);
  }

  private void section(Direction section, Shape shape, HttpBinding http) {
    direction = section;
    lines.add(paint.bold(section.label()));
    rules(shape, 0);
    for (Member member : shape.members()) {
      String travels = "";
      if (section == Direction.REQUEST) {
        travels =
            http.pathMembers().contains(member.name())
                ? "in the path"
                : http.queryMembers().contains(member.name()) ? "in the query" : "";
      }
      member(member, 1, travels);
    }
    if (shape.members().isEmpty()) {
      lines.add("  nothing");
    }
    lines.add("");
  }

  private void member(Member member, int depth, String travels) {
    String label = "  ".repeat(depth) + member.name() + (member.required() ? " *" : "");
    List<String> notes = new ArrayList<>();
    notes.add(type(member.shape()));
    if (!travels.isEmpty()) {
      notes.add(travels);
    }
    member.byDefault().ifPresent(value -> notes.add("default " + value));
    since(member.since()).ifPresent(notes::add);
    line(label, String.join(", ", notes));
    below(member.shape(), depth);
  }

  /** Shows what lies below a value, in the place where the value stands. */
  private void below(Shape shape, int depth) {
    rules(shape, depth);
    switch (shape.kind()) {
      case STRUCTURE, UNION -> shape.members().forEach(member -> member(member, depth + 1, ""));
      case LIST -> below(shape.item(), depth);
      case MAP -> below(shape.value(), depth);
      default -> {
        // Told in its own line.
      }
    }
  }

  private void rules(Shape shape, int depth) {
    List<String> ids =
        ContractValidator.rulesAt(shape, direction, day).stream()
            .map(rule -> rule.needs().isEmpty() ? rule.id() : rule.id() + NEEDS_FACTS)
            .distinct()
            .toList();
    if (!ids.isEmpty()) {
      String indent = "  ".repeat(depth + 1);
      String text = (ids.size() == 1 ? "rule " : "rules ") + String.join(", ", ids);
      Words.wrap(text, WIDTH - indent.length() - 2)
          .forEach(
              line -> lines.add(indent + paint.dim((line.startsWith("rule") ? "" : "  ") + line)));
    }
  }

  private void line(String label, String text) {
    // A long label still leaves two blanks before its text.
    String start = String.format(Locale.ROOT, "%-" + COLUMN + "s  ", label);
    List<String> wrapped = Words.wrap(text, WIDTH - COLUMN);
    lines.add((start + wrapped.get(0)).stripTrailing());
    wrapped.stream().skip(1).forEach(more -> lines.add(" ".repeat(COLUMN + 4) + more));
  }

  private String type(Shape shape) {
    String type =
        switch (shape.kind()) {
          case STRUCTURE -> "object";
          case UNION -> "exactly one of";
          case LIST -> "list" + size(shape, "item") + " of " + items(shape.item());
          case MAP ->
              "map"
                  + size(shape, "entry")
                  + " of "
                  + string(shape.key())
                  + " to "
                  + type(shape.value());
          case STRING -> string(shape);
          case ENUM -> values(shape);
          case INTEGER -> "integer" + range(shape.minimum(), shape.maximum());
          case NUMBER -> "number" + range(shape.minimum(), shape.maximum());
          case TIMESTAMP -> "timestamp, seconds since 1970";
          case BOOLEAN -> "boolean";
          case DOCUMENT -> "any JSON";
        };
    return shape.sensitive() ? type + ", sensitive" : type;
  }

  private String items(Shape item) {
    return switch (item.kind()) {
      case STRUCTURE -> "objects";
      case UNION -> "objects, in each exactly one of";
      default -> type(item);
    };
  }

  private String string(Shape shape) {
    shape.pattern().ifPresent(pattern -> patterns.putIfAbsent(shape.name(), pattern));
    String name = shape.primitive() || shape.pattern().isEmpty() ? "string" : shape.name();
    return name + size(shape.minLength(), shape.maxLength(), "character");
  }

  /** The values, those that came later by their release. */
  private static String values(Shape shape) {
    Map<String, List<String>> byRelease = new TreeMap<>();
    for (EnumValue value : shape.enumValues()) {
      String since = value.since().map(LocalDate::toString).orElse("");
      byRelease.computeIfAbsent(since, release -> new ArrayList<>()).add(value.value());
    }
    return byRelease.entrySet().stream()
        .map(
            release ->
                (release.getKey().isEmpty() ? "" : "since " + release.getKey() + ": ")
                    + few(release.getValue()))
        .collect(Collectors.joining("; "));
  }

  private static String few(List<String> values) {
    return values.size() > MANY_VALUES
        ? String.join(" | ", values.subList(0, MANY_VALUES)) + " | … (" + values.size() + " values)"
        : String.join(" | ", values);
  }

  private static String size(Shape shape, String unit) {
    return size(shape.minSize(), shape.maxSize(), unit);
  }

  private static String size(OptionalLong min, OptionalLong max, String unit) {
    if (min.isEmpty() && max.isEmpty()) {
      return "";
    }
    if (min.isPresent() && max.isPresent()) {
      return min.getAsLong() == max.getAsLong()
          ? " (" + Words.count(max.getAsLong(), unit) + ")"
          : String.format(
              Locale.ROOT, " (%,d–%s)", min.getAsLong(), Words.count(max.getAsLong(), unit));
    }
    return max.isPresent()
        ? " (≤ " + Words.count(max.getAsLong(), unit) + ")"
        : " (≥ " + Words.count(min.getAsLong(), unit) + ")";
  }

  private static String range(OptionalDouble min, OptionalDouble max) {
    if (min.isEmpty() && max.isEmpty()) {
      return "";
    }
    String low = min.isPresent() ? Words.number(min.getAsDouble()) : "";
    String high = max.isPresent() ? Words.number(max.getAsDouble()) : "";
    return min.isPresent() && max.isPresent()
        ? " " + low + "–" + high
        : min.isPresent() ? " ≥ " + low : " ≤ " + high;
  }

  private static Optional<String> since(Optional<LocalDate> date) {
    return date.map(day -> "since " + day);
  }
}
