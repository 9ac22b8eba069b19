package io.github.cleanroomscontract.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.ErrorShape;
import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.fixture.FixtureCheck;
import io.github.cleanroomscontract.generation.PayloadCases;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.pojo.Payloads;
import io.github.cleanroomscontract.internal.pojo.SdkObjects;
import io.github.cleanroomscontract.validation.ContractValidator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cleanrooms.model.CleanRoomsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is valid goes through the SDK's own classes, client, marshallers and unmarshallers, and
 * comes out with the same content and valid: the generated cases, and the fixtures, which have what
 * is rare, such as fractions of seconds.
 */
class SdkRoundTripTest {

  /** The day of the SDK's model; what came later it does not know. */
  private static final LocalDate DAY =
      SdkDrift.compare(SdkRoundTripTest.class.getClassLoader()).modelDate();

  private static final ContractValidator VALIDATOR = ContractValidator.builder().asOf(DAY).build();
  private static final OfflineClient CLIENT = new OfflineClient();
  private static final Map<String, List<Sample>> ERRORS = errors();

  /** 1 and 1.0 are the same number. */
  private static final Comparator<JsonNode> CONTENT =
      (one, other) ->
          one.isNumber() && other.isNumber()
              ? one.decimalValue().compareTo(other.decimalValue())
              : one.equals(other) ? 0 : 1;

  /** A payload that is valid, and where it comes from. */
  private record Sample(String name, ObjectNode payload) {}

  @AfterAll
  static void close() {
    CLIENT.close();
  }

  static Stream<Operation> operations() {
    return Catalogue.asOf(DAY).operations().stream();
  }

  @Test
  void theSdkHasAllOperationsOfItsDay() {
    assertThat(operations()).hasSize(87);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void requestsArriveAsTheyWere(Operation operation) {
    List<String> differing = new ArrayList<>();
    for (Sample sample : samples(operation, Direction.REQUEST)) {
      ObjectNode arrived = send(operation, sample.payload());
      ObjectNode expected = sample.payload().deepCopy();
      boolean lost = expected.properties().removeIf(member -> hasNoTrace(operation, member));
      if (!arrived.equals(CONTENT, expected)) {
        differing.add(sample.name() + " arrived as " + brief(arrived));
      }
      if (judge(operation, Direction.REQUEST, arrived).valid() == lost) {
        differing.add(sample.name() + " is no longer judged alike: " + brief(arrived));
      }
    }
    assertThat(differing).isEmpty();
  }

  /**
   * There is one way to lose something: a list in the query is written as its items, so nothing is
   * left of an empty one. It is required, so that what arrives is no longer valid.
   */
  private static boolean hasNoTrace(Operation operation, Map.Entry<String, JsonNode> member) {
    return operation.name().equals("UntagResource")
        && member.getKey().equals("tagKeys")
        && member.getValue().isEmpty();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void responsesArriveAsTheyWere(Operation operation) {
    List<String> differing = new ArrayList<>();
    Object request = aRequest(operation);
    for (Sample sample : samples(operation, Direction.RESPONSE)) {
      String body = sample.payload().toString();
      OfflineClient.Answer answer = new OfflineClient.Answer(operation.status(), "", body);
      ObjectNode arrived = tree(Payloads.json(CLIENT.call(operation.name(), request, answer)));
      if (!arrived.equals(CONTENT, sample.payload())) {
        differing.add(sample.name() + " arrived as " + brief(arrived));
      }
      if (!judge(operation, Direction.RESPONSE, arrived).valid()) {
        differing.add(sample.name() + " is no longer valid: " + brief(arrived));
      }
    }
    assertThat(differing).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void errorsAreThrownAsWhatTheyAre(Operation operation) {
    List<String> differing = new ArrayList<>();
    Object request = aRequest(operation);
    for (ErrorShape error : operation.errors()) {
      assertThat(ERRORS).containsKey(error.name());
      for (Sample sample : ERRORS.get(error.name())) {
        String body = sample.payload().toString();
        OfflineClient.Answer answer = new OfflineClient.Answer(error.status(), error.name(), body);
        CleanRoomsException thrown =
            catchThrowableOfType(
                CleanRoomsException.class, () -> CLIENT.call(operation.name(), request, answer));
        ObjectNode arrived = tree(Payloads.json(thrown));
        if (!SdkObjects.errorName(thrown).equals(Optional.of(error.name()))
            || SdkObjects.status(thrown).orElseThrow() != error.status()
            || !arrived.equals(CONTENT, known(error, sample.payload()))
            || !VALIDATOR
                .validateError(operation.name(), error.name(), arrived.toString())
                .valid()) {
          differing.add(sample.name() + " arrived as " + thrown.getClass() + brief(arrived));
        }
      }
    }
    assertThat(differing).isEmpty();
  }

  /** Errors alone may have members that are not in the contract. The SDK does not keep them. */
  private static ObjectNode known(ErrorShape error, ObjectNode body) {
    return body.deepCopy().retain(error.shape().members().stream().map(Member::name).toList());
  }

  /**
   * The bodies of each error, one for each choice of members. Which operation answers with them,
   * they do not tell.
   */
  private static Map<String, List<Sample>> errors() {
    Map<String, List<Sample>> errors = new TreeMap<>();
    Set<String> seen = new HashSet<>();
    for (Path file : fixtures(Path.of("fixtures"), Direction.ERROR)) {
      String error = file.getFileName().toString().split("[^A-Za-z0-9]+")[1];
      Sample sample = sample(file);
      if (seen.add(error + sample.payload().propertyNames())) {
        errors.computeIfAbsent(error, name -> new ArrayList<>()).add(sample);
      }
    }
    return errors;
  }

  private static List<Sample> samples(Operation operation, Direction direction) {
    List<Sample> samples = new ArrayList<>();
    PayloadCases.of(operation.name(), direction)
        .asOf(DAY)
        .valid()
        .forEach(each -> samples.add(new Sample(each.toString(), tree(each.payload()))));
    Path folder = Path.of("fixtures", operation.resource(), operation.name());
    fixtures(folder, direction).stream()
        .map(SdkRoundTripTest::sample)
        // Some are of newer days.
        .filter(sample -> judge(operation, direction, sample.payload()).valid())
        .forEach(samples::add);
    return samples;
  }

  private static List<Path> fixtures(Path folder, Direction direction) {
    try {
      return FixtureCheck.find(folder).stream()
          .filter(file -> file.getParent().endsWith("valid"))
          .filter(file -> file.getFileName().toString().startsWith(direction.label() + "."))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Sample sample(Path file) {
    try {
      return new Sample(file.toString(), tree(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Report judge(Operation operation, Direction direction, ObjectNode payload) {
    return direction == Direction.REQUEST
        ? VALIDATOR.validateRequest(operation.name(), payload.toString())
        : VALIDATOR.validateResponse(operation.name(), payload.toString());
  }

  private static ObjectNode send(Operation operation, ObjectNode input) {
    Object request = SdkObjects.read(input.toString(), OfflineClient.request(operation.name()));
    CLIENT.call(operation.name(), request, new OfflineClient.Answer(operation.status(), "", "{}"));
    return HttpInput.of(
        operation,
        CLIENT.sent().method().name(),
        CLIENT.sent().encodedPath(),
        CLIENT.sent().rawQueryParameters(),
        CLIENT.sentBody());
  }

  private static Object aRequest(Operation operation) {
    String input =
        PayloadCases.of(operation.name(), Direction.REQUEST)
            .asOf(DAY)
            .valid()
            .findFirst()
            .orElseThrow()
            .payload();
    return SdkObjects.read(input, OfflineClient.request(operation.name()));
  }

  private static ObjectNode tree(String json) {
    return (ObjectNode) JsonDocument.parse(json).root().orElseThrow();
  }

  private static String brief(JsonNode tree) {
    String text = tree.toString();
    return text.length() <= 2_000 ? text : text.substring(0, 2_000) + "…";
  }
}
