package io.github.cleanroomscontract.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.ErrorShape;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.fixture.FixtureCheck;
import io.github.cleanroomscontract.generation.RandomPayloads;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.replay.Exchange;
import io.github.cleanroomscontract.replay.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** A recording holds nothing of the account. */
class NothingLeftTest {

  private static final int EDGES = 6;
  private static final int AT_RANDOM = 2;

  @TempDir private Path folder;

  private final Markers markers = new Markers();

  static Stream<Operation> operations() {
    return Catalogue.current().operations().stream();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void ofAnyPayloadOfAnyOperation(Operation operation) throws IOException {
    Recording recording = Recording.into(folder);
    List<String> requests = payloads(operation, Direction.REQUEST, operation.request()).toList();
    List<String> responses = payloads(operation, Direction.RESPONSE, operation.response()).toList();
    for (int i = 0; i < Math.max(requests.size(), responses.size()); i++) {
      keep(
          recording,
          operation,
          requests.get(i % requests.size()),
          WireAnswer.json(operation.status(), responses.get(i % responses.size())));
    }
    assertThat(markers.placed()).isPositive();
    nothingIsLeft();
  }

  @Test
  void ofAnyError() throws IOException {
    Operation operation = Catalogue.current().operation("CreateMembership").orElseThrow();
    Recording recording = Recording.into(folder);
    for (ErrorShape error : Catalogue.current().errors()) {
      String body =
          "{\"message\":\"zq7vx in 987654321098\",\"zq7vx 1\":\"zq7vx\",\"code\":\"zq7vx\","
              + "\"__type\":\"zq7vx#"
              + error.name()
              + "\",\"resourceId\":\"zq7vx\",\"quotaName\":\"zq7vx\",\"fieldList\":[{\"name\":"
              + "\"zq7vx\",\"message\":\"zq7vx\"}]}";
      keep(recording, operation, "{}", WireAnswer.error(error.status(), "zq7vx", body));
      keep(recording, operation, "{}", WireAnswer.error(error.status(), error.name(), body));
    }

    nothingIsLeft();
  }

  private Stream<String> payloads(Operation operation, Direction direction, Shape shape) {
    RandomPayloads payloads = RandomPayloads.of(operation.name(), direction);
    Random random = new Random(7);
    return Stream.concat(
            payloads.edges().limit(EDGES),
            Stream.generate(() -> payloads.next(random)).limit(AT_RANDOM))
        .map(each -> JsonDocument.parse(each.get().payload()).root().orElseThrow())
        .map(tree -> markers.in(tree, shape).toString());
  }

  private static void keep(
      Recording recording, Operation operation, String input, WireAnswer answer) {
    recording.keep(
        new Step("zq7vx", operation.name(), input, true),
        new Exchange(
            Optional.empty(), Optional.of(answer), Optional.empty(), false, 1, Duration.ZERO));
  }

  private void nothingIsLeft() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String all = folder.relativize(file) + "\n" + Files.readString(file);
        assertThat(all).doesNotContainIgnoringCase(Markers.WORD, Markers.ACCOUNT, Markers.ID);
      }
    }
    assertThat(FixtureCheck.find(folder))
        .map(FixtureCheck::check)
        .filteredOn(result -> !result.met())
        .isEmpty();
  }

  @Test
  void markersAreWhereTheyWouldBeMissed() {
    Operation operation = Catalogue.current().operation("StartProtectedQuery").orElseThrow();
    JsonNode tree =
        JsonDocument.parse(
                RandomPayloads.of(operation.name(), Direction.REQUEST)
                    .with("/sqlParameters/parameters/*")
                    .simplest()
                    .get()
                    .payload())
            .root()
            .orElseThrow();

    assertThat(markers.in(tree, operation.request()).toString())
        .contains(Markers.WORD, Markers.ID)
        .matches(".*\"parameters\":\\{\"[a-z_]+zq7vx\":\".*zq7vx\".*");
  }
}
