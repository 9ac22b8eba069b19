package io.github.cleanroomscontract.replay;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a run created, and what it has to remove. What takes tags is given one that tells the run.
 * Not thread-safe.
 */
final class Ledger {

  /** The key of the tag that everything gets that a run creates and that takes tags. */
  static final String TAG = "cleanrooms-contract-kit";

  private static final String TAGS = "tags";

  private final Catalogue catalogue;
  private final Judge judge;
  private final String run;
  private final List<Creation.Thing> open = new ArrayList<>();
  private final List<String> created = new ArrayList<>();
  private final List<String> doubtful = new ArrayList<>();

  Ledger(Catalogue catalogue, Judge judge, String run) {
    this.catalogue = catalogue;
    this.judge = judge;
    this.run = run;
  }

  /** Returns the input with the tag of the run, if it can have it and stays what it is. */
  String tagged(Operation operation, String input) {
    Optional<JsonNode> root = JsonDocument.parse(input).root().filter(JsonNode::isObject);
    boolean taking =
        operation.name().startsWith("Create") && operation.request().member(TAGS).isPresent();
    if (!taking || root.isEmpty()) {
      return input;
    }
    ObjectNode members = (ObjectNode) root.get();
    if (members.has(TAGS) && !members.get(TAGS).isObject()) {
      return input;
    }
    ObjectNode tags = members.has(TAGS) ? (ObjectNode) members.get(TAGS) : members.putObject(TAGS);
    tags.put(TAG, run);
    String tagged = members.toString();
    return found(operation, tagged).equals(found(operation, input)) ? tagged : input;
  }

  private List<String> found(Operation operation, String input) {
    return judge.input(operation.name(), input).findings().stream()
        .map(each -> each.rule() + " " + each.pointer() + " " + each.member().orElse(""))
        .toList();
  }

  /**
   * Notes what a call created or removed.
   *
   * @return whether it created something that can be removed
   */
  boolean note(Step step, Operation operation, Exchange exchange) {
    if (exchange.attempts() == 0) {
      return false;
    }
    OptionalInt status = exchange.answer().stream().mapToInt(WireAnswer::status).findFirst();
    boolean done = status.isPresent() && status.getAsInt() < 300;
    boolean unknown = status.isEmpty() || status.getAsInt() >= 500;
    if (operation.name().startsWith("Create") && (done || unknown)) {
      return created(step, operation, done ? exchange.answer() : Optional.empty());
    }
    return false;
  }

  private boolean created(Step step, Operation operation, Optional<WireAnswer> answer) {
    String kind = operation.name().substring("Create".length());
    if (answer.isEmpty()) {
      doubtful.add("perhaps created: " + kind + " by " + step.source() + signs());
      return false;
    }
    String output = new String(answer.get().body(), StandardCharsets.UTF_8);
    Optional<Creation> creation = Creation.of(operation, catalogue);
    Optional<Creation.Thing> thing = creation.flatMap(each -> each.thing(step.input(), output));
    created.add(thing.map(Creation.Thing::label).orElse(kind + " by " + step.source() + signs()));
    if (thing.isEmpty()) {
      doubtful.add(created.get(created.size() - 1));
    }
    thing.ifPresent(open::add);
    return thing.isPresent();
  }

  private String signs() {
    return " (its tag, if it has tags, is " + TAG + "=" + run + ")";
  }

  /** Returns whether a call removes something that the run created. */
  boolean owns(Operation operation, String input) {
    return find(operation, input).isPresent();
  }

  /** Notes that something is there no more. */
  void removed(Operation operation, String input) {
    find(operation, input).ifPresent(open::remove);
  }

  private Optional<Creation.Thing> find(Operation operation, String input) {
    Optional<JsonNode> asked = JsonDocument.parse(input).root();
    return open.stream()
        .filter(each -> each.delete().name().equals(operation.name()))
        .filter(each -> JsonDocument.parse(each.input()).root().equals(asked))
        .findFirst();
  }

  /** Returns what is still there, the newest first. */
  List<Creation.Thing> open() {
    List<Creation.Thing> newestFirst = new ArrayList<>(open);
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  /** Returns everything that was created, in order. */
  List<String> created() {
    return created;
  }

  /**
   * Returns what was created, or may have been, and is there although it should not be, in order.
   *
   * @param keep whether what is known to be created may stay
   */
  List<String> left(boolean keep) {
    List<String> left = new ArrayList<>();
    if (!keep) {
      open.forEach(each -> left.add(each.label()));
    }
    left.addAll(doubtful);
    return left;
  }
}
