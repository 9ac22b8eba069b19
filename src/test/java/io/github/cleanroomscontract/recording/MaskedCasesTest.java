package io.github.cleanroomscontract.recording;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.ErrorShape;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.generation.GeneratedCase;
import io.github.cleanroomscontract.generation.PayloadCases;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.json.Pointers;
import io.github.cleanroomscontract.validation.ContractValidator;
import io.github.cleanroomscontract.validation.Conversation;
import io.github.cleanroomscontract.validation.Message;
import io.github.cleanroomscontract.validation.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MaskedCasesTest {

  private static final ContractValidator VALIDATOR = ContractValidator.create();

  @Test
  void masked() {
    Map<String, List<String>> lost = new TreeMap<>();
    int all = 0;
    for (Operation operation : Catalogue.current().operations()) {
      for (Direction direction : Direction.values()) {
        PayloadCases cases = PayloadCases.of(operation.name(), direction);
        Mask mask = new Mask();
        for (GeneratedCase each :
            Stream.of(cases.valid(), cases.warned(), cases.invalid()).flatMap(s -> s).toList()) {
          JsonDocument document = JsonDocument.parse(each.payload());
          if (!document.problems().isEmpty()) {
            continue;
          }
          all++;
          Optional<JsonNode> asked =
              each.request().map(text -> JsonDocument.parse(text).root().orElseThrow());
          List<String> before = found(each, document.root().orElseThrow(), asked);
          JsonNode tree = masked(mask, each, document.root().orElseThrow());
          List<String> after =
              found(each, tree, asked.map(request -> mask.masked(request, operation.request())));
          if (!before.equals(after)) {
            lost.computeIfAbsent(each.rule().orElse("valid"), r -> new ArrayList<>())
                .add(
                    each
                        + " "
                        + before
                        + " -> "
                        + after
                        + "\n     "
                        + cut(each.payload())
                        + "\n     "
                        + cut(tree.toString()));
          }
        }
      }
    }
    System.out.println(all);
    lost.forEach(
        (rule, list) -> System.out.println(rule + " " + list.size() + "\n   " + list.get(0)));
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(1500, text.length()));
  }

  private static JsonNode masked(Mask mask, GeneratedCase each, JsonNode tree) {
    Operation operation = Catalogue.current().operation(each.operation()).orElseThrow();
    return switch (each.direction()) {
      case REQUEST -> mask.masked(tree, operation.request());
      case RESPONSE -> mask.masked(tree, operation.response());
      case ERROR ->
          mask.error(tree, each.error().flatMap(Catalogue.current()::error).map(ErrorShape::shape));
    };
  }

  private static List<String> found(GeneratedCase each, JsonNode tree, Optional<JsonNode> request) {
    Conversation conversation = VALIDATOR.conversation();
    request.ifPresent(
        asked ->
            conversation.validate(
                Message.of(each.operation(), Direction.REQUEST, Payload.of(asked.toString()))));
    return conversation
        .validate(
            new Message(
                each.operation(),
                each.direction(),
                each.error(),
                each.status(),
                Payload.of(tree.toString())))
        .findings()
        .stream()
        .map(finding -> place(finding, tree))
        .sorted()
        .toList();
  }

  /** Returns rule and place, with the number of a member for its name: keys are replaced. */
  private static String place(Finding finding, JsonNode tree) {
    StringBuilder place = new StringBuilder(finding.rule().id());
    JsonNode at = tree;
    for (String segment : Pointers.segments(finding.pointer())) {
      int number =
          at.isObject()
              ? List.copyOf(at.propertyNames()).indexOf(segment)
              : Integer.parseInt(segment);
      place.append('/').append(number);
      at = at.isObject() ? at.path(segment) : at.path(number);
    }
    return place.toString();
  }
}
