package io.github.cleanroomscontract.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.cleanroomscontract.capture.CaptureOptions;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.validation.ContractValidator;
import io.github.cleanroomscontract.validation.UnknownPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Event;
import org.opentest4j.TestAbortedException;

class ContractTestsTest {

  private static final Path CAPTURES = Path.of("fixtures/captures");
  private static final String REQUEST =
      """
      {"operation": "GetMembership", "direction": "request", "payload": {"membershipIdentifier": "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c"}}
      """;
  private static final String BROKEN = REQUEST.replace("membershipIdentifier", "id");

  @TempDir Path folder;

  static class Captures {

    @TestFactory
    Stream<DynamicNode> captures() {
      return ContractTests.of(CAPTURES);
    }
  }

  private static List<String> names(Stream<DynamicNode> nodes) {
    return nodes
        .flatMap(
            file ->
                ((DynamicContainer) file)
                    .getChildren()
                    .map(test -> file.getDisplayName() + ": " + test.getDisplayName()))
        .toList();
  }

  /** The failure of a test; null if it passes. */
  private static Throwable run(DynamicNode test) {
    return catchThrowable(((DynamicTest) test).getExecutable()::execute);
  }

  private static List<Throwable> failures(Stream<DynamicNode> nodes) {
    return nodes
        .flatMap(file -> ((DynamicContainer) file).getChildren())
        .map(ContractTestsTest::run)
        .toList();
  }

  @Test
  void whatIsLeftOutIsAnAbortedTest() throws IOException {
    Files.writeString(
        folder.resolve("a.json"),
        "{\"request\":{\"method\":\"GET\",\"uri\":\"https://example.org/\"}}");

    assertThat(failures(ContractTests.of(folder)))
        .singleElement()
        .isInstanceOf(TestAbortedException.class)
        .asString()
        .contains("message was left out", "traffic of example.org");
  }

  @Test
  void eachFileIsAContainerAndEachMessageATest() throws IOException {
    Files.createDirectory(folder.resolve("b"));
    Files.writeString(folder.resolve("b/GetMembership.request.json"), "{}");
    Files.writeString(folder.resolve("a.jsonl"), REQUEST + "\n" + BROKEN + "x\n");

    assertThat(names(ContractTests.of(folder)))
        .containsExactly(
            "a.jsonl: GetMembership request, line 1",
            "a.jsonl: GetMembership request, line 3",
            "a.jsonl: message, line 4",
            "b/GetMembership.request.json: GetMembership request, line 1");
  }

  @Test
  void testsFailWithTheirFindings() throws IOException {
    Path file = Files.writeString(folder.resolve("a.jsonl"), REQUEST + BROKEN);

    List<Throwable> failures = failures(ContractTests.of(folder));

    assertThat(failures).hasSize(2).element(0).isNull();
    assertThat(failures.get(1))
        .isExactlyInstanceOf(AssertionError.class)
        .hasMessage(
            """
            GetMembership request is not in the contract:

            FILE:2:67: error required
              GetMembership request needs member "membershipIdentifier", which is missing
              2 │ …{"id": **************************************}…
                │  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

            FILE:2:68: error unknown-member
              GetMembership request has no member "id"
              2 │ …{"id": **************************************}…
                │   ^^^^"""
                .replace("FILE", file.toString()));
  }

  @Test
  void whatCannotBeCheckedFails() throws IOException {
    Files.writeString(folder.resolve("a.json"), "{}");

    assertThat(failures(ContractTests.of(folder)))
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure)
                    .hasMessageStartingWith(
                        "message could not be checked:\n\n" + folder.resolve("a.json") + ":1"));
  }

  @Test
  void nothingIsAFailureToo() {
    assertThat(failures(ContractTests.of(folder)))
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith(
                        "message could not be checked:\n\n"
                            + folder
                            + ": failed input.no-match\n"));
    assertThat(failures(ContractTests.of(folder.resolve("none"))))
        .singleElement()
        .satisfies(
            failure -> assertThat(failure).hasMessageContaining(": failed input.unreadable\n"));
  }

  @Test
  void aFileMayStandByItself() throws IOException {
    Path file = Files.writeString(folder.resolve("a.jsonl"), REQUEST);

    assertThat(names(ContractTests.of(file)))
        .containsExactly(file + ": GetMembership request, line 1");
  }

  @Test
  void theValidatorJudges() throws IOException {
    Files.writeString(
        folder.resolve("a.jsonl"),
        """
        {"operation": "DeleteMembership", "direction": "response", "payload": {"queueTime": 1}}
        """);
    ContractValidator tolerant = ContractValidator.builder().unknown(UnknownPolicy.IGNORE).build();

    assertThat(failures(ContractTests.of(folder))).doesNotContainNull();
    assertThat(failures(ContractTests.of(folder, tolerant))).containsOnlyNulls();
  }

  @Test
  void theOptionsTellWhatPayloadsAre() throws IOException {
    Files.writeString(folder.resolve("a.json"), "{}");
    CaptureOptions options =
        new CaptureOptions(
            Optional.of("DeleteMembership"), Optional.of(Direction.RESPONSE), Optional.empty());
    ContractValidator validator = ContractValidator.create();

    assertThat(failures(ContractTests.of(folder, validator, options))).containsOnlyNulls();
    assertThat(names(ContractTests.of(folder, validator, options)))
        .containsExactly("a.json: DeleteMembership response, line 1");
  }

  /** So IDEs go to the message. */
  @Test
  void testsTellTheirFileAndLine() {
    EngineExecutionResults results = Runs.of(Captures.class);

    assertThat(results.testEvents().succeeded().stream()).hasSize(4);
    assertThat(results.testEvents().failed().stream())
        .hasSize(4)
        .last()
        .extracting(Event::getTestDescriptor)
        .satisfies(
            test -> {
              assertThat(test.getDisplayName()).isEqualTo("UpdateProtectedQuery request, line 6");
              assertThat(test.getSource())
                  .isEqualTo(
                      Optional.of(
                          FileSource.from(
                              CAPTURES.resolve("nightly.jsonl").toAbsolutePath().toFile(),
                              FilePosition.from(6))));
            });
    assertThat(results.containerEvents().finished().stream())
        .extracting(event -> event.getTestDescriptor().getDisplayName())
        .contains("nightly.jsonl", "CreateMembership.request.json");
  }
}
