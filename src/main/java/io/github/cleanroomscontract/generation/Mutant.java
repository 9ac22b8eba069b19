package io.github.cleanroomscontract.generation;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.context.AnalyticsEngine;
import io.github.cleanroomscontract.internal.json.Pointers;
import io.github.cleanroomscontract.internal.sample.Sampler;
import io.github.cleanroomscontract.internal.sample.Trees;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A way to break a documented rule: a valid payload with a few changes. Written once, by resource,
 * and not changed afterwards.
 *
 * <p>Values are JSON, with apostrophes for quotation marks, or {@code @} and a pointer for a copy.
 * A pointer ends with {@code -} to add to a list.
 */
final class Mutant {

  private final String rule;
  private final String operation;
  private final Direction direction;
  private final String name;
  private String pointer = Pointers.ROOT;
  private Optional<String> having = Optional.empty();
  private final List<Edit> edits = new ArrayList<>();
  private final List<Known> known = new ArrayList<>();
  private Optional<List<Edit>> request = Optional.empty();
  private final List<String> besides = new ArrayList<>();
  private LocalDate since = Catalogue.LAUNCH;
  private Optional<String> caller = Optional.empty();
  private Optional<AnalyticsEngine> engine = Optional.empty();

  /** The members of a collaboration that nobody else is a member of. */
  static final String STRANGERS =
      "[{'accountId':'123456789012','status':'ACTIVE','displayName':'Example Publishing',"
          + "'abilities':[],'createTime':1772442000,'updateTime':1772443860,"
          + "'paymentConfiguration':{'queryCompute':{'isResponsible':false}}}]";

  /** A change: a value at a place, or nothing any more if it is null. */
  private record Edit(String pointer, String value) {

    void on(Object tree) {
      List<String> path = new ArrayList<>(Pointers.segments(pointer));
      if (value == null) {
        Trees.remove(tree, path);
        return;
      }
      int last = path.size() - 1;
      if (path.get(last).equals("-")) {
        path.set(last, String.valueOf(size(tree, path.subList(0, last))));
      }
      Trees.set(
          tree, path, value.startsWith("@") ? copy(tree, value.substring(1)) : Trees.parse(value));
    }

    private static Object copy(Object tree, String from) {
      return Trees.parse(Trees.json(Trees.get(tree, Pointers.segments(from))));
    }

    private static int size(Object tree, List<String> path) {
      return ((List<?>) Trees.get(tree, path)).size();
    }
  }

  /** What an operation answered, with changes. */
  private record Known(String operation, List<Edit> edits) {}

  Mutant(String rule, String operation, Direction direction, String name) {
    this.rule = rule;
    this.operation = operation;
    this.direction = direction;
    this.name = name;
  }

  String rule() {
    return rule;
  }

  boolean isOf(Operation other, Direction way) {
    return operation.equals(other.name()) && direction == way;
  }

  /** Says where the finding is; without, it is the whole payload. */
  Mutant at(String place) {
    pointer = place;
    return this;
  }

  /** Says that its values are of a later day than its rule. */
  Mutant from(String release) {
    since = LocalDate.parse(release);
    return this;
  }

  /** Begins with a payload that has a place. */
  Mutant having(String place) {
    having = Optional.of(place);
    return this;
  }

  Mutant set(String place, String value) {
    edits.add(new Edit(place, value));
    return this;
  }

  Mutant remove(String place) {
    edits.add(new Edit(place, null));
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
    known.add(new Known(other, edits(changes)));
    return this;
  }

  /** Tells the request that a response answers. */
  Mutant answers(String... changes) {
    request = Optional.of(edits(changes));
    return this;
  }

  private static List<Edit> edits(String... changes) {
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < changes.length; i += 2) {
      edits.add(new Edit(changes[i], changes[i + 1]));
    }
    return edits;
  }

  /** Tells that another rule is broken as well, since no payload could keep it. */
  Mutant besides(String other) {
    besides.add(other);
    return this;
  }

  /** Returns the case by the contract of a day, unless it speaks of what came later. */
  Optional<GeneratedCase> made(Operation of, LocalDate day) {
    Shape shape = direction == Direction.REQUEST ? of.request() : of.response();
    Catalogue catalogue = Catalogue.asOf(day);
    boolean there =
        !day.isBefore(since)
            && having.stream().allMatch(place -> Existence.of(shape, Pointers.segments(place)))
            && known.stream().allMatch(each -> catalogue.operation(each.operation()).isPresent());
    if (!there) {
      return Optional.empty();
    }
    Object payload = base(shape, day);
    String change = change(payload);
    return Existence.of(shape, payload)
        ? Optional.of(made(payload, change, day))
        : Optional.empty();
  }

  private String change(Object payload) {
    StringBuilder change = new StringBuilder();
    for (Edit edit : edits) {
      List<String> path = Pointers.segments(edit.pointer());
      Object before =
          Trees.find(payload, path.subList(0, path.size() - 1)) == null
              ? null
              : find(payload, path);
      edit.on(payload);
      change
          .append(change.isEmpty() ? "" : "; ")
          .append(edit.pointer())
          .append(before == null ? ": added" : ": from " + ModelFaults.brief(before))
          .append(edit.value() == null ? ", left out" : " to " + edit.value().replace('\'', '"'));
    }
    return change.toString();
  }

  private GeneratedCase made(Object payload, String change, LocalDate day) {
    return new GeneratedCase(
        operation,
        direction,
        name,
        Optional.of(rule),
        Optional.of(pointer),
        change,
        Trees.json(payload),
        besides,
        new Circumstances(caller, engine, answers(day)),
        request.map(edited -> json(operation, Direction.REQUEST, edited, day)));
  }

  private static Object find(Object payload, List<String> path) {
    return path.get(path.size() - 1).equals("-") ? null : Trees.find(payload, path);
  }

  private Object base(Shape shape, LocalDate day) {
    Sampler sampler = new Sampler(direction, day);
    return having.isEmpty()
        ? sampler.payload(shape, false)
        : sampler.payload(
            shape,
            Pointers.segments(having.get()),
            false,
            (with, inner, spot) -> with.value(inner, spot, true));
  }

  private List<Circumstances.Answer> answers(LocalDate day) {
    return known.stream()
        .map(
            each ->
                new Circumstances.Answer(
                    each.operation(),
                    json(each.operation(), Direction.REQUEST, List.of(), day),
                    json(each.operation(), Direction.RESPONSE, each.edits(), day)))
        .toList();
  }

  private static String json(String name, Direction way, List<Edit> edits, LocalDate day) {
    Operation operation = Catalogue.asOf(day).operation(name).orElseThrow();
    Object tree =
        new Sampler(way, day)
            .payload(way == Direction.REQUEST ? operation.request() : operation.response(), false);
    edits.forEach(edit -> edit.on(tree));
    return Trees.json(tree);
  }
}
