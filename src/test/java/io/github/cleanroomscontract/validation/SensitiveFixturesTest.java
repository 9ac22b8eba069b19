package io.github.cleanroomscontract.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.capture.ContextReader;
import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.context.CallContext;
import io.github.cleanroomscontract.finding.Excerpt;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Place;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.fixture.FixtureCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** No finding on any fixture prints what its payload has at a sensitive place. */
class SensitiveFixturesTest {

  /** Shorter texts occur by chance. */
  private static final int TELLING = 8;

  @Test
  void nothingSensitiveIsPrinted() throws IOException {
    List<String> leaks = new ArrayList<>();
    int secrets = 0;
    for (Path fixture : FixtureCheck.find(Path.of("fixtures"))) {
      Optional<Direction> direction =
          Direction.of(fixture.getFileName().toString().split("[.]")[0])
              .filter(each -> each != Direction.ERROR);
      Payload payload = Payload.read(fixture);
      if (direction.isEmpty() || payload.tree().isEmpty()) {
        continue;
      }
      Operation operation =
          Catalogue.current()
              .operation(fixture.getParent().getParent().getFileName().toString())
              .orElseThrow();
      Set<String> sensitive = sensitive(operation, direction.get(), payload.tree().get());
      secrets += sensitive.size();
      String printed = printed(report(fixture, operation, direction.get(), payload));
      sensitive.stream()
          .filter(printed::contains)
          .forEach(secret -> leaks.add(fixture + ": " + secret));
    }
    assertThat(leaks).isEmpty();
    assertThat(secrets).isGreaterThan(1000);
  }

  private static Report report(
      Path fixture, Operation operation, Direction direction, Payload payload) {
    Path folder = Path.of(fixture.toString().replaceFirst("[.]json$", ".context"));
    CallContext context =
        Files.isDirectory(folder) ? ContextReader.read(List.of(folder)) : CallContext.create();
    return ContractValidator.builder()
        .context(context)
        .build()
        .validate(Message.of(operation.name(), direction, payload));
  }

  /** The texts at sensitive places. */
  private static Set<String> sensitive(Operation operation, Direction direction, JsonNode tree) {
    Shape root = direction == Direction.REQUEST ? operation.request() : operation.response();
    Set<String> found = new TreeSet<>();
    ShapeWalk.walk(
        root,
        tree,
        (way, shape, value) -> {
          boolean secret = shape.filter(Shape::sensitive).isPresent();
          if (secret) {
            collect(value, found);
          }
          return !secret;
        });
    return found;
  }

  private static void collect(JsonNode value, Set<String> found) {
    if (value.isString() && value.asString().length() >= TELLING) {
      found.add(value.asString());
    }
    value.forEach(below -> collect(below, found));
  }

  private static String printed(Report report) {
    StringBuilder text = new StringBuilder(report.toString()).append(report.unchecked());
    for (Finding finding : report.findings()) {
      finding
          .place()
          .flatMap(Place::excerpt)
          .map(Excerpt::lines)
          .ifPresent(lines -> lines.forEach(text::append));
    }
    return text.toString();
  }
}
