package io.github.cleanroomscontract.awssdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.exchange.RequestWriter;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.replay.Exchange;
import io.github.cleanroomscontract.replay.LiveStandIn;
import io.github.cleanroomscontract.replay.LiveStandIn.Received;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cleanrooms.CleanRoomsClient;
import tools.jackson.databind.JsonNode;

/** What fixtures ask for arrives, signed, as the very same input. */
class EveryOperationIsCalledTest {

  /** How many invalid requests of an operation are sent. */
  private static final int MOST = Boolean.getBoolean("full") ? Integer.MAX_VALUE : 8;

  private static final Set<String> SDK =
      Stream.of(CleanRoomsClient.class.getMethods())
          .map(method -> method.getReturnType().getSimpleName())
          .filter(type -> type.endsWith("Response"))
          .map(type -> type.replaceFirst("Response$", ""))
          .collect(Collectors.toSet());

  private static LiveStandIn standIn;
  private static LiveService service;

  @BeforeAll
  static void start() {
    standIn = LiveStandIn.start().useSessionCredentials();
    service = client(standIn);
  }

  @AfterAll
  static void close() {
    service.close();
    standIn.close();
  }

  private static LiveService client(LiveStandIn standIn) {
    return LiveService.builder()
        .region(LiveStandIn.REGION)
        .endpoint(standIn.url())
        .callsPerSecond(1000)
        .build();
  }

  static Collection<Operation> operations() {
    return Catalogue.current().operations();
  }

  private static List<Path> requests(Operation operation, String kind) {
    Path folder = Path.of("fixtures", operation.resource(), operation.name(), kind);
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("request[.].*[.]json"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode tree(String json) {
    return JsonDocument.parse(json).root().orElseThrow();
  }

  private static Received arrived(Operation operation, String input, boolean valid) {
    int before = standIn.received().size();
    Exchange exchange = service.call(operation, input, valid);

    assertThat(exchange.failure()).isEmpty();
    assertThat(exchange.attempts()).isEqualTo(1);
    assertThat(standIn.received()).hasSize(before + 1);
    Received received = standIn.received().get(before);
    assertThat(received.operation()).contains(operation.name());
    assertThat(received.refusal()).isEmpty();
    assertThat(exchange.request().orElseThrow().target()).isEqualTo(received.request().target());
    assertThat(exchange.request().orElseThrow().body()).isEqualTo(received.request().body());
    return received;
  }

  private static boolean isFromTheClient(Received received) {
    return received.request().headers().first("amz-sdk-invocation-id").isPresent();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void theSimplestRequestArrives(Operation operation) throws IOException {
    Path file =
        Path.of(
            "fixtures", operation.resource(), operation.name(), "valid", "request.minimal.json");
    String input = Files.readString(file);
    Received received = arrived(operation, input, true);

    assertThat(tree(received.input())).isEqualTo(tree(input));
    assertThat(isFromTheClient(received)).isEqualTo(SDK.contains(operation.name()));
  }

  @Test
  void theSdkKnowsAllButThirteen() {
    assertThat(operations()).extracting(Operation::name).containsAll(SDK).hasSize(100);
    assertThat(SDK).hasSize(87);
  }

  @Test
  void membersThatAreNewerThanTheSdkArrive() throws IOException {
    Operation operation = Catalogue.current().operation("UpdateMembership").orElseThrow();
    String input =
        """
        {"membershipIdentifier":"6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c","later":{"than":"it"}}""";
    Received received = arrived(operation, input, true);

    assertThat(tree(received.input())).isEqualTo(tree(input));
    assertThat(isFromTheClient(received)).isFalse();
  }

  /** What HTTP has no form for is told, and that is not much. */
  @ParameterizedTest
  @MethodSource("operations")
  void invalidRequestsArriveAsTheyAre(Operation operation) throws IOException {
    int sent = 0;
    List<Path> files = requests(operation, "invalid");
    for (Path file : files.subList(0, Math.min(MOST, files.size()))) {
      String input = Files.readString(file);
      if (isSayable(operation, input)) {
        Received received = arrived(operation, input, false);
        assertThat(isFromTheClient(received)).isFalse();
        assertThat(tree(received.input())).as(file.toString()).isEqualTo(tree(input));
        sent++;
      } else {
        Exchange exchange = service.call(operation, input, false);
        assertThat(exchange.failure().orElseThrow())
            .startsWith("this input of " + operation.name() + " cannot be sent: ");
        assertThat(exchange.attempts()).isZero();
        assertThat(exchange.last()).isFalse();
      }
    }
    assertThat(sent).isPositive();
  }

  private static boolean isSayable(Operation operation, String input) {
    try {
      RequestWriter.write(operation, input);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
