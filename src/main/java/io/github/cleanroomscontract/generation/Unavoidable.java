package io.github.cleanroomscontract.generation;

import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.generation.GeneratedCase.Expected;
import io.github.cleanroomscontract.internal.json.Pointers;
import io.github.cleanroomscontract.internal.sample.Place;
import io.github.cleanroomscontract.rules.RuleBook;
import io.github.cleanroomscontract.validation.ContractValidator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is found in payloads beside what they are made for, since nothing could avoid it. */
final class Unavoidable {

  /** The service's own ARNs of some resources are longer than is published. */
  private static final String PUBLISHED_MAXIMUM = "arn.published-maximum";

  private static final int MAXIMUM = 100;

  /**
   * Numbers that others are compared with, which would have to be out of their range, too; by the
   * end of the name of a fault: the rule, and the place of it from the fault's own.
   */
  private static final Map<String, Expected> OF_FAULTS =
      Map.of(
          "details.0.remainingBudget too small",
              new Expected(
                  "access-budget.aggregate-is-minimum", "/../../../aggregateRemainingBudget"),
          "details.0.budget too small",
              new Expected("access-budget.remaining-le-budget", "/../remainingBudget"),
          "budget.differentialPrivacy.aggregations.0.maxCount too small",
              new Expected("dp.remaining-le-max", "/../remainingCount"),
          // Of three limits, two are for a period, or two for the whole life.
          "accessBudget.budgetParameters with too many entries, 3",
              new Expected("access-budget.one-period-one-lifetime", Pointers.ROOT));

  /**
   * Kinds that say which variant stands elsewhere, and cannot if they came later; by member: how
   * the rule is called that says so, and where it is broken.
   */
  private static final Map<String, Expected> OF_KINDS =
      Map.of(
          "analysisRuleType", new Expected("matches-policy", "/../analysisRulePolicy/v1"),
          "type", new Expected("matches-policy", "/../policy/v1"),
          "specificationType", new Expected("matches-specification", "/../specification"),
          "specification", new Expected("matches-specification", Pointers.ROOT));

  private Unavoidable() {}

  /** Returns what a fault causes beside the finding that it is made for. */
  static List<Expected> besides(Place place, Fault fault) {
    String whole = place.name() + " " + fault.label();
    return OF_FAULTS.entrySet().stream()
        .filter(entry -> whole.endsWith("." + entry.getKey()))
        .map(Map.Entry::getValue)
        .map(found -> new Expected(found.rule(), Relative.to(place, found.pointer())))
        .toList();
  }

  /** Returns what something later causes at a place beside the finding that says so. */
  static List<Expected> besides(Message message, Place place, LocalDate day) {
    String member = place.path().isEmpty() ? "" : place.path().get(place.path().size() - 1);
    Expected kind = OF_KINDS.get(member);
    if (kind == null) {
      return List.of();
    }
    Shape holder = Existence.find(message.shape(), Relative.path(place, "/..")).orElseThrow();
    return ContractValidator.rulesAt(holder, message.direction(), day).stream()
        .map(Rule::id)
        .filter(rule -> rule.contains(kind.rule()))
        .map(rule -> new Expected(rule, Relative.to(place, kind.pointer())))
        .toList();
  }

  /** Returns what is found in a payload that breaks no rule. */
  static List<Expected> in(Message message, Object payload) {
    List<Expected> found = new ArrayList<>();
    collect(message.shape(), payload, Pointers.ROOT, found);
    return found;
  }

  /**
   * Returns what is found beside something: what is merely advised of waits until what is in it is
   * mended.
   */
  static List<Expected> beside(
      Expected main, Message message, Object payload, List<Expected> more) {
    Rule rule = RuleBook.find(main.rule()).orElseThrow();
    List<Expected> found = new ArrayList<>(in(message, payload));
    found.removeIf(
        each ->
            each.equals(main)
                || rule.kind() == Rule.Kind.MODEL
                    && Pointers.within(main.pointer(), each.pointer()));
    found.addAll(more);
    return found;
  }

  private static void collect(Shape shape, Object value, String pointer, List<Expected> found) {
    if (value instanceof Map<?, ?> members) {
      members.forEach(
          (name, member) ->
              below(shape, (String) name)
                  .ifPresent(
                      inner -> collect(inner, member, Pointers.append(pointer, name), found)));
    } else if (value instanceof List<?> items && shape.kind() == Shape.Kind.LIST) {
      for (int i = 0; i < items.size(); i++) {
        collect(shape.item(), items.get(i), Pointers.append(pointer, i), found);
      }
    } else if (value instanceof String text
        && text.length() > MAXIMUM
        && shape.rules().contains(PUBLISHED_MAXIMUM)) {
      found.add(new Expected(PUBLISHED_MAXIMUM, pointer));
    }
  }

  private static Optional<Shape> below(Shape shape, String name) {
    return switch (shape.kind()) {
      case STRUCTURE, UNION -> shape.member(name).map(Member::shape);
      case MAP -> Optional.of(shape.value());
      default -> Optional.empty();
    };
  }
}
