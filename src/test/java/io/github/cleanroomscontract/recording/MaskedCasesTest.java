package io.github.cleanroomscontract.recording;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class MaskedCasesTest {

  private static final ContractValidator VALIDATOR = ContractValidator.create();

  /** Each of so many cases is tried; all of them take minutes. */
  private static final int EACH = Integer.getInteger("cleanrooms.masked.each", 17);

  static Stream<Operation> operations() {
    return Catalogue.current().operations().stream();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void whatIsMaskedKeepsTheContractOrBreaksItInTheSameWayAsBefore(Operation operation) {
    Mask mask = new Mask();
    List<String> otherwise = new ArrayList<>();
    int tried = 0;
    for (Direction direction : Direction.values()) {
      List<GeneratedCase> cases = cases(operation, direction);
      for (int i = 0; i < cases.size(); i += EACH) {
        tried++;
        compare(mask, operation, cases.get(i)).ifPresent(otherwise::add);
      }
    }
    assertThat(otherwise).isEmpty();
    assertThat(tried).isPositive();
  }

  private static List<GeneratedCase> cases(Operation operation, Direction direction) {
    PayloadCases cases = PayloadCases.of(operation.name(), direction);
    return Stream.of(cases.valid(), cases.warned(), cases.invalid())
        .flatMap(Function.identity())
        .filter(each -> JsonDocument.parse(each.payload()).problems().isEmpty())
        .toList();
  }

  private static Optional<String> compare(Mask mask, Operation operation, GeneratedCase each) {
    JsonNode original = tree(each.payload());
    Optional<JsonNode> request = each.request().map(MaskedCasesTest::tree);
    JsonNode masked = masked(mask, operation, each, original);
    List<String> before = found(each, original, request);
    List<String> after =
        found(each, masked, request.map(asked -> mask.masked(asked, operation.request())));
    return before.equals(after)
        ? Optional.empty()
        : Optional.of(each + ": " + before + ", then " + after + " in " + masked);
  }

  private static JsonNode tree(String json) {
    return JsonDocument.parse(json).root().orElseThrow();
  }

  private static JsonNode masked(
      Mask mask, Operation operation, GeneratedCase each, JsonNode tree) {
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
