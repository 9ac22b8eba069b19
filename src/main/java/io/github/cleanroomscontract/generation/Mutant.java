package io.github.cleanroomscontract.generation;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.context.AnalyticsEngine;
import io.github.cleanroomscontract.generation.GeneratedCase.Expected;
import io.github.cleanroomscontract.internal.json.Pointers;
import io.github.cleanroomscontract.internal.sample.ConflictException;
import io.github.cleanroomscontract.internal.sample.Place;
import io.github.cleanroomscontract.internal.sample.Sampler;
import io.github.cleanroomscontract.internal.sample.Trees;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A way to break a documented rule at a place of its shape: a valid payload with a few changes.
 * Written once, by resource, and not changed afterwards.
 *
 * <p>Values are JSON, with apostrophes for quotation marks, or {@code @} and a pointer for a copy.
 * Pointers begin at the place; one ends with {@code -} to add to a list, and {@code ..} leads to
 * what holds something.
 */
final class Mutant {

  /** Who makes the calls in the made-up world, and made the collaboration. */
  static final String OWNER = "111122223333";

  /** Another member of the collaboration. */
  static final String PARTNER = "444455556666";

  /** An account that is a member only where that is told. */
  static final String STRANGER = "123456789012";

  private final String rule;
  private final int number;
  private String pointer = Pointers.ROOT;
  private Optional<String> having = Optional.empty();
  private final List<Edit> edits = new ArrayList<>();
  private final List<Known> known = new ArrayList<>();
  private Optional<List<Edit>> request = Optional.empty();
  private final List<Expected> besides = new ArrayList<>();
  private Predicate<String> where = place -> true;
  private LocalDate since = Catalogue.LAUNCH;
  private LocalDate until = LocalDate.MAX;
  private Optional<String> caller = Optional.empty();
  private Optional<AnalyticsEngine> engine = Optional.empty();

  /**
   * Creates a way to break a rule.
   *
   * @param number how manieth way it is for the same shape
   */
  Mutant(String rule, int number) {
    this.rule = rule;
    this.number = number;
  }

  String rule() {
    return rule;
  }

  /** Says where the finding is; without, it is the whole value of the shape. */
  Mutant at(String place) {
    pointer = place;
    return this;
  }

  /** Says that its values are of a later day than its rule. */
  Mutant from(String release) {
    since = LocalDate.parse(release);
    return this;
  }

  /** Says that its values are not right any more from a day on. */
  Mutant until(String release) {
    until = LocalDate.parse(release);
    return this;
  }

  /** Says at which places of the shape the rule is broken so, by their pointers. */
  Mutant where(Predicate<String> places) {
    where = places;
    return this;
  }

  /** Begins with a payload that has something below the place, in full. */
  Mutant having(String below) {
    having = Optional.of(below);
    return this;
  }

  /** Begins with a payload that has all below the place that it can have. */
  Mutant full() {
    return having(Pointers.ROOT);
  }

  Mutant set(String place, String value) {
    edits.add(Edit.set(place, value));
    return this;
  }

  Mutant remove(String place) {
    edits.add(Edit.remove(place));
    return this;
  }

  /** Replaces a part of a text. */
  Mutant replace(String place, String part, String by) {
    edits.add(Edit.replace(place, part, by));
    return this;
  }

  Mutant caller(String account) {
    caller = Optional.of(account);
    return this;
  }

  Mutant engine(AnalyticsEngine name) {
    engine = Optional.of(name);
    return this;
  }

  /** Tells what an operation answered: its least answer, with places and values set. */
  Mutant known(String other, String... changes) {
    return knownHaving(other, Pointers.ROOT, changes);
  }

  /** Tells what an operation answered: the least answer that has a place, with values set. */
  Mutant knownHaving(String other, String place, String... changes) {
    known.add(new Known(other, place, edits(changes)));
    return this;
  }

  /**
   * Tells that the collaboration has one member, and which.
   *
   * @param changes members of its summary, with their values
   */
  Mutant knownMember(String account, String... changes) {
    String summary = "/memberSummaries/0";
    List<String> all = new ArrayList<>(List.of(summary + "/accountId", "'" + account + "'"));
    for (int i = 0; i < changes.length; i += 2) {
      all.add(summary + changes[i]);
      all.add(changes[i + 1]);
    }
    return knownHaving("ListMembers", summary, all.toArray(String[]::new));
  }

  /** Tells the request that a response answers: its least, with places and values set. */
  Mutant answers(String... changes) {
    request = Optional.of(edits(changes));
    return this;
  }

  private static List<Edit> edits(String... changes) {
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < changes.length; i += 2) {
      edits.add(Edit.set(changes[i], changes[i + 1]));
    }
    return edits;
  }

  /** Tells that another rule is broken as well, and where, since no payload could keep it. */
  Mutant besides(String other, String place) {
    besides.add(new Expected(other, place));
    return this;
  }

  /**
   * Returns the case at a place by the contract of a day, unless it speaks of what came later, or
   * no payload is broken so there.
   */
  Optional<GeneratedCase> made(Message message, Place place, Catalogue catalogue) {
    LocalDate day = catalogue.day();
    boolean there =
        !day.isBefore(since)
            && day.isBefore(until)
            && where.test(place.pointer())
            && having.stream().allMatch(each -> has(message.shape(), place, each));
    return there
        ? circumstances(catalogue)
            .flatMap(
                told ->
                    base(message, place, day)
                        .flatMap(payload -> broken(message, place, payload, told, catalogue)))
        : Optional.empty();
  }

  private static boolean has(Shape shape, Place place, String below) {
    return Existence.find(shape, Relative.path(place, below)).isPresent();
  }

  /** Returns what has to be known, if it could be on a day. */
  private Optional<Circumstances> circumstances(Catalogue catalogue) {
    List<Circumstances.Answer> answers =
        known.stream().flatMap(each -> each.answer(catalogue).stream()).toList();
    return answers.size() == known.size()
        ? Optional.of(new Circumstances(caller, engine, answers))
        : Optional.empty();
  }

  /** Returns what it begins with; empty if no payload has that. */
  private Optional<Object> base(Message message, Place place, LocalDate day) {
    Sampler strict = new Sampler(message.direction(), day);
    // What stands there may break a rule already, this one or one that the changes mend.
    return base(message, place, strict).or(() -> base(message, place, strict.lenient()));
  }

  private Optional<Object> base(Message message, Place place, Sampler sampler) {
    try {
      return Optional.of(
          sampler.payload(
              message.shape(),
              Relative.path(place, having.orElse(Pointers.ROOT)),
              false,
              (with, shape, spot) -> with.value(shape, spot, having.isPresent())));
    } catch (ConflictException e) {
      return Optional.empty();
    }
  }

  private String changed(Place place, Object payload) {
    List<String> changes = new ArrayList<>();
    edits.forEach(edit -> changes.add(edit.on(payload, place)));
    caller.ifPresent(account -> changes.add("called by " + account));
    engine.ifPresent(name -> changes.add("on the engine " + name));
    known.forEach(each -> changes.add("with what " + each.operation() + " answers"));
    request.ifPresent(each -> changes.add("with what the request asks for"));
    return changes.isEmpty() ? "as the service makes it" : String.join("; ", changes);
  }

  private Optional<GeneratedCase> broken(
      Message message, Place place, Object payload, Circumstances told, Catalogue catalogue) {
    String change = changed(place, payload);
    Optional<String> asked =
        request.flatMap(
            edited ->
                new Known(message.operation().name(), Pointers.ROOT, edited)
                    .json(catalogue, Direction.REQUEST));
    if (!Existence.of(message.shape(), payload) || asked.isPresent() != request.isPresent()) {
      return Optional.empty();
    }
    Expected expected = new Expected(rule, Relative.to(place, pointer));
    List<Expected> more =
        besides.stream()
            .map(each -> new Expected(each.rule(), Relative.to(place, each.pointer())))
            .toList();
    return Optional.of(
        new GeneratedCase(
            message.operation().name(),
            message.direction(),
            message.error(),
            message.status(),
            name(place),
            Optional.of(rule),
            Optional.of(expected.pointer()),
            change,
            Trees.json(payload),
            Unavoidable.beside(expected, message, payload, more),
            told,
            asked));
  }

  private String name(Place place) {
    return "breaks "
        + rule
        + (place.path().isEmpty() ? "" : " at " + place.name())
        + (number == 1 ? "" : ", " + number);
  }
}
