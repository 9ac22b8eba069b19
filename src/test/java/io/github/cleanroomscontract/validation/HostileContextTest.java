package io.github.cleanroomscontract.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.context.CallContext;
import io.github.cleanroomscontract.finding.Outcome;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.fixture.FixtureCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a payload is, and whatever is known besides, the checks of documented rules end in a
 * report. Everything that fixtures answer is known here at once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileContextTest {

  private ContractValidator validator;

  @BeforeAll
  void learn() throws IOException {
    CallContext context = CallContext.create().callerAccount("111122223333");
    for (Path fixture : FixtureCheck.find(Path.of("fixtures"))) {
      Path kind = fixture.getParent();
      boolean answer =
          kind.endsWith("valid") && fixture.getFileName().toString().startsWith("response.");
      if (answer) {
        context.response(kind.getParent().getFileName().toString(), Files.readString(fixture));
      }
    }
    validator = ContractValidator.builder().context(context).build();
  }

  static Stream<Operation> operations() {
    return Catalogue.current().operations().stream();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyCheckEndsInAReport(Operation operation) {
    List<String> wrong = new ArrayList<>();
    // Each response is judged beside the strangest request that there was before it.
    Conversation conversation = validator.conversation();
    for (Direction direction : List.of(Direction.REQUEST, Direction.RESPONSE)) {
      Shape shape = direction == Direction.REQUEST ? operation.request() : operation.response();
      for (PayloadPlace place : PayloadPlace.all(shape)) {
        for (Variation variation : Variation.all(place.shape())) {
          Payload payload = Payload.of(place.json(variation.value()));
          if (direction == Direction.RESPONSE) {
            conversation.validate(
                Message.of(operation.name(), Direction.REQUEST, Payload.of("{\"maxResults\":[]}")));
          }
          Report report = conversation.validate(Message.of(operation.name(), direction, payload));
          if (report.outcome() == Outcome.FAILED) {
            wrong.add(direction + " " + place.name() + ", " + variation.label() + ": " + report);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void whatIsNotKnownIsAskedFor() {
    assertThat(
            validator
                .validateRequest(
                    "DeleteCollaboration",
                    "{\"collaborationIdentifier\":\"00000000-0000-0000-0000-000000000000\"}")
                .unchecked())
        .hasSize(1);
  }
}
