package io.github.cleanroomscontract.discovery;

import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.replay.Session;
import io.github.cleanroomscontract.replay.Step;
import io.github.cleanroomscontract.replay.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes calls, follows pages, and keeps which operations answered. Not thread-safe. */
final class Caller {

  private static final String TOKEN = "nextToken";

  private final Session session;
  private final int pages;

  /** How many entries the operations that were called have told; nothing if none succeeded. */
  private final Map<Operation, Optional<Integer>> told = new HashMap<>();

  Caller(Session session, int pages) {
    this.session = session;
    this.pages = pages;
  }

  /** Returns whether an operation was called. */
  boolean called(Operation operation) {
    return told.containsKey(operation);
  }

  /** Returns how many entries a list has told in all; empty if none of its calls succeeded. */
  Optional<Integer> told(Operation list) {
    return told.getOrDefault(list, Optional.empty());
  }

  /** Makes a call, unless the run is at its end. */
  Optional<JsonNode> call(Operation operation, ObjectNode input) {
    return session.goesOn() ? answer(step(operation, input), operation) : Optional.empty();
  }

  private Optional<JsonNode> answer(Step step, Operation operation) {
    told.putIfAbsent(operation, Optional.empty());
    Optional<JsonNode> answer =
        session.call(step).flatMap(output -> JsonDocument.parse(output).root());
    answer.ifPresent(
        output ->
            told.merge(
                operation,
                Optional.of(entries(operation, output).size()),
                (before, now) -> Optional.of(before.orElse(0) + now.orElse(0))));
    return answer;
  }

  private static Step step(Operation operation, ObjectNode input) {
    return new Step(Discovery.SOURCE, operation.name(), input.toString(), true);
  }

  /** Returns the entries of a list, as far as its pages are looked at. */
  List<JsonNode> list(Operation operation, ObjectNode input) {
    List<JsonNode> all = new ArrayList<>();
    Set<String> tokens = new HashSet<>();
    List<JsonNode> before = List.of();
    for (int page = 1; session.goesOn(); page++) {
      Step step = step(operation, input);
      JsonNode output = answer(step, operation).orElse(null);
      if (output == null) {
        return all;
      }
      List<JsonNode> entries = entries(operation, output);
      if (page > 1 && !entries.isEmpty() && entries.equals(before)) {
        session.note(step, Verdict.VIOLATES, "page " + page + " is page " + (page - 1) + " again");
        return all;
      }
      all.addAll(entries);
      before = entries;
      String token = output.path(TOKEN).asString("");
      if (token.isEmpty()) {
        return all;
      }
      if (!tokens.add(token)) {
        session.note(
            step,
            Verdict.VIOLATES,
            "page " + page + " tells a nextToken that was told before: the list would never end");
        return all;
      }
      if (page == pages) {
        session.skip(
            Discovery.SOURCE,
            operation.name(),
            "there are more pages than the " + pages + " that are looked at");
        return all;
      }
      input.put(TOKEN, token);
    }
    return all;
  }

  private static List<JsonNode> entries(Operation operation, JsonNode output) {
    List<JsonNode> entries = new ArrayList<>();
    operation.response().members().stream()
        .filter(member -> member.shape().kind() == Shape.Kind.LIST)
        .map(Member::name)
        .findFirst()
        .ifPresent(name -> output.path(name).forEach(entries::add));
    return entries;
  }
}
