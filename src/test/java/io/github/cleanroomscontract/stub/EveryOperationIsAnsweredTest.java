package io.github.cleanroomscontract.stub;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.exchange.Call;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.generation.GeneratedCase;
import io.github.cleanroomscontract.generation.PayloadCases;
import io.github.cleanroomscontract.internal.sample.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryOperationIsAnsweredTest {

  /** What answers call otherwise, as the published model has it. */
  private static final Map<String, String> OTHER_NAMES =
      Map.of(
          "analysisRulePolicy", "policy",
          "analysisRuleType", "type",
          "autoApprovedChangeRequestTypes", "autoApprovedChangeTypes",
          "configuredAudienceModelAssociationName", "name",
          "configuredTableIdentifier", "configuredTableId",
          "membershipIdentifier", "membershipId",
          "membershipPaymentConfiguration", "paymentConfiguration");

  /** The service's own ARNs are longer than is published. */
  private static final String UNAVOIDABLE = "arn.published-maximum";

  private final ContractStub stub = ContractStub.create();

  static Stream<String> operations() {
    return Catalogue.current().operations().stream().map(Operation::name);
  }

  @Test
  void thereAreHundred() {
    assertThat(operations()).hasSize(100);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyValidRequestGetsAnAnswerInTheContract(String operation) {
    List<String> wrong = new ArrayList<>();
    PayloadCases.of(operation, Direction.REQUEST).valid().forEach(each -> call(each, wrong));
    assertThat(wrong).isEmpty();
  }

  private void call(GeneratedCase each, List<String> wrong) {
    Operation operation = Catalogue.current().operation(each.operation()).orElseThrow();
    Map<String, Object> input = Trees.copy(Trees.read(each.payload()));
    // An empty list leaves no trace in a query.
    operation.http().queryMembers().stream()
        .filter(member -> List.of().equals(input.get(member)))
        .forEach(input::remove);
    if (operation.name().equals("UntagResource") && !input.containsKey("tagKeys")) {
      return;
    }
    stub.reset();
    stub.handle(Requests.of(operation.name(), input));
    Call call = stub.calls().get(0);
    if (!call.requestReport().valid()) {
      wrong.add(each.name() + ": " + call.requestReport());
      return;
    }
    if (status(call) == 404) {
      // What is no id is the id of nothing.
      assertThat(input.get("analysisTemplateArn").toString()).matches(".*[0-9a-f]{12}r+");
      return;
    }
    boolean paged = input.containsKey("nextToken");
    int status = status(call);
    if (status != (paged ? 400 : operation.status())) {
      wrong.add(each.name() + ": " + status + " " + call.output());
    }
    call.answerReport().orElseThrow().findings().stream()
        .filter(finding -> !finding.rule().id().equals(UNAVOIDABLE))
        .map(Finding::toString)
        .forEach(finding -> wrong.add(each.name() + ": " + finding + " in " + call.output()));
    if (status == 200) {
      echo(operation, input, call).forEach(lost -> wrong.add(each.name() + ": lost " + lost));
    }
  }

  private static int status(Call call) {
    return call.answer().orElseThrow().status();
  }

  /** Returns what was asked, and is not in the answer although that has such a member. */
  private static List<String> echo(Operation operation, Map<String, Object> input, Call call) {
    Optional<Shape> subject =
        operation.response().members().stream()
            .map(member -> member.shape())
            .filter(shape -> shape.kind() == Shape.Kind.STRUCTURE)
            .findFirst();
    List<String> lost = new ArrayList<>();
    if (subject.isPresent()) {
      Object answered = Trees.copy(Trees.read(call.output())).values().iterator().next();
      input.forEach(
          (name, value) -> {
            String other =
                subject.get().member(name).isPresent() ? name : OTHER_NAMES.getOrDefault(name, "");
            if (subject.get().member(other).isPresent()
                && !contains(Trees.find(answered, List.of(other)), value)) {
              lost.add(name);
            }
          });
    }
    return lost;
  }

  private static boolean contains(Object answered, Object asked) {
    if (asked instanceof Map<?, ?> members && answered instanceof Map<?, ?> found) {
      return members.entrySet().stream()
          .allMatch(entry -> contains(found.get(entry.getKey()), entry.getValue()));
    }
    if (asked instanceof List<?> items && answered instanceof List<?> found) {
      return items.size() == found.size()
          && Stream.iterate(0, i -> i < items.size(), i -> i + 1)
              .allMatch(i -> contains(found.get(i), items.get(i)));
    }
    return String.valueOf(asked).equals(String.valueOf(answered));
  }
}
