package io.github.cleanroomscontract.changes;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.ErrorShape;
import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/** Compares the contract of a day with that of the day before. Not thread-safe. */
final class Comparison {

  private static final String NONE = "none";

  private final LocalDate date;
  private final Set<ConstraintChange> constraints = new LinkedHashSet<>();

  Comparison(LocalDate date) {
    this.date = date;
  }

  ChangePage page() {
    Catalogue after = Catalogue.asOf(date);
    List<String> added = new ArrayList<>();
    List<UpdatedOperation> updated = new ArrayList<>();
    boolean launch = date.equals(Catalogue.LAUNCH);
    Optional<Catalogue> before =
        launch ? Optional.empty() : Optional.of(Catalogue.asOf(date.minusDays(1)));
    for (Operation operation : after.operations()) {
      Optional<Operation> then = before.flatMap(known -> known.operation(operation.name()));
      if (then.isEmpty()) {
        added.add(operation.name());
        continue;
      }
      UpdatedOperation update = compare(then.get(), operation);
      if (!update.request().isEmpty() || !update.response().isEmpty()) {
        updated.add(update);
      }
    }
    return new ChangePage(date, added, updated, List.copyOf(constraints));
  }

  private UpdatedOperation compare(Operation before, Operation after) {
    constraint(after.name(), "errors", errors(before), errors(after));
    return new UpdatedOperation(
        after.name(),
        compare("", before.request(), after.request()),
        compare("", before.response(), after.response()));
  }

  private static String errors(Operation operation) {
    return String.join(", ", operation.errors().stream().map(ErrorShape::name).toList());
  }

  private List<Change> compare(String path, Shape before, Shape after) {
    compareBounds(before, after);
    List<Change> changes = new ArrayList<>();
    switch (after.kind()) {
      case STRUCTURE, UNION -> {
        for (Member member : after.members()) {
          String below = path.isEmpty() ? member.name() : path + "." + member.name();
          Optional<Member> then = before.member(member.name());
          if (then.isEmpty()) {
            changes.add(added(after, member, below));
          } else {
            constraint(
                after.name(),
                "member " + member.name(),
                then.get().required() ? "required" : "optional",
                member.required() ? "required" : "optional");
            changes.addAll(compare(below, then.get().shape(), member.shape()));
          }
        }
      }
      case LIST -> changes.addAll(compare(path + "[]", before.item(), after.item()));
      case MAP -> {
        compareBounds(before.key(), after.key());
        changes.addAll(compare(path + "[]", before.value(), after.value()));
      }
      case ENUM -> {
        values(Change.Kind.VALUES_ADDED, path, after, before).ifPresent(changes::add);
        values(Change.Kind.VALUES_REMOVED, path, before, after).ifPresent(changes::add);
      }
      default -> {
        // Nothing below.
      }
    }
    return changes;
  }

  /** The values that one shape has beyond another. */
  private static Optional<Change> values(Change.Kind kind, String path, Shape some, Shape others) {
    List<String> values = new ArrayList<>(names(some));
    values.removeAll(names(others));
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(new Change(kind, path, "", values, List.of()));
  }

  private static List<String> names(Shape shape) {
    return shape.enumTexts();
  }

  private static Change added(Shape holder, Member member, String path) {
    Change.Kind kind = holder.kind() == Shape.Kind.UNION ? Change.Kind.VARIANT : Change.Kind.MEMBER;
    return described(kind, path, member.shape());
  }

  private static Change described(Change.Kind kind, String path, Shape shape) {
    Shape inner = shape;
    String at = path;
    while (inner.kind() == Shape.Kind.LIST || inner.kind() == Shape.Kind.MAP) {
      inner = inner.kind() == Shape.Kind.LIST ? inner.item() : inner.value();
      at += "[]";
    }
    List<Change> below = new ArrayList<>();
    for (Member member : inner.members()) {
      below.add(added(inner, member, at + "." + member.name()));
    }
    return new Change(kind, path, type(shape), names(inner), below);
  }

  private static String type(Shape shape) {
    return switch (shape.kind()) {
      case STRUCTURE -> "object";
      case UNION -> "exactly one of";
      case LIST -> "list of " + type(shape.item());
      case MAP -> "map to " + type(shape.value());
      case DOCUMENT -> "any JSON";
      default -> shape.kind().name().toLowerCase(Locale.ROOT);
    };
  }

  private void compareBounds(Shape before, Shape after) {
    String where = after.name();
    if (!before.name().equals(after.name())) {
      constraint(where, "shape", before.name(), after.name());
    }
    constraint(where, "minimum length", text(before.minLength()), text(after.minLength()));
    constraint(where, "maximum length", text(before.maxLength()), text(after.maxLength()));
    constraint(where, "pattern", before.pattern().orElse(NONE), after.pattern().orElse(NONE));
    constraint(where, "minimum", text(before.minimum()), text(after.minimum()));
    constraint(where, "maximum", text(before.maximum()), text(after.maximum()));
    boolean sized = after.kind() == Shape.Kind.LIST || after.kind() == Shape.Kind.MAP;
    if (sized) {
      constraint(where, "minimum size", text(before.minSize()), text(after.minSize()));
      constraint(where, "maximum size", text(before.maxSize()), text(after.maxSize()));
    }
  }

  private static String text(OptionalLong bound) {
    return bound.isPresent() ? Long.toString(bound.getAsLong()) : NONE;
  }

  private static String text(OptionalDouble bound) {
    return bound.isPresent()
        ? BigDecimal.valueOf(bound.getAsDouble()).stripTrailingZeros().toPlainString()
        : NONE;
  }

  private void constraint(String where, String what, String before, String after) {
    if (!before.equals(after)) {
      constraints.add(new ConstraintChange(where, what, before, after));
    }
  }
}
