package io.github.cleanroomscontract.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanroomscontract.exchange.Call;
import io.github.cleanroomscontract.exchange.ExchangeJudge;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.exchange.WireRequest;
import io.github.cleanroomscontract.validation.ContractValidator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageSessionTest {

  private static final TestProcess WHOLE = new TestProcess("run", Optional.empty());

  @TempDir Path folder;

  private final Map<String, String> told = new HashMap<>();

  private CoverageSettings settings() {
    told.putIfAbsent(".folder", folder.toString());
    return CoverageSettings.of(
        name -> Optional.ofNullable(told.get(name.substring(CoverageSettings.PREFIX.length()))));
  }

  private CoverageSession start() {
    return CoverageSession.start(settings(), WHOLE);
  }

  private static Call call(String operationPath, int status) {
    return new ExchangeJudge(ContractValidator.create())
        .judge(
            WireRequest.of("GET", operationPath, ""),
            Optional.of(
                status < 400
                    ? WireAnswer.json(status, "{}")
                    : WireAnswer.error(status, "ThrottlingException", "{}")));
  }

  private static final Call GET_MEMBERSHIP =
      call("/memberships/b46127d3-c32d-33d4-85a4-78e88b8f6593", 200);
  private static final Call THROTTLED =
      call("/memberships/b46127d3-c32d-33d4-85a4-78e88b8f6593", 429);
  private static final Call GET_COLLABORATION =
      call("/collaborations/b46127d3-c32d-33d4-85a4-78e88b8f6593", 200);

  private String text() throws IOException {
    return Files.readString(folder.resolve("coverage.txt"));
  }

  private List<String> parts() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("parts"))) {
      return files
          .map(each -> each.getFileName().toString())
          .filter(name -> !name.equals("lock"))
          .toList();
    }
  }

  @Test
  void writesWhatWasRecordedWhenItIsClosed() throws IOException {
    CoverageSession session = start();
    assertThat(folder.resolve("coverage.txt")).doesNotExist();
    session.record(GET_MEMBERSHIP);
    session.close();
    assertThat(text()).startsWith("contract coverage: 1 operation, 1 of ").doesNotContain("floor");
    assertThat(Files.readString(folder.resolve("coverage.json")))
        .startsWith("{\"format\":1,\"contract\":\"2026-07-27\",\"totals\":{\"operations\":")
        .doesNotContain("floor");
  }

  @Test
  void laterSessionsOfTheRunGoOnFromEarlierOnesInOneFile() throws IOException {
    for (Call call : List.of(GET_MEMBERSHIP, GET_COLLABORATION, THROTTLED)) {
      try (CoverageSession session = start()) {
        session.record(call);
      }
      assertThat(parts()).hasSize(1);
    }
    assertThat(text())
        .startsWith("contract coverage: 2 operations, 2 of ")
        .contains("1 of 9 errors");
  }

  @Test
  void sessionsAtTheSameTimeAreAllCounted() throws IOException {
    CoverageSession one = start();
    CoverageSession other = start();
    one.record(GET_MEMBERSHIP);
    other.record(GET_COLLABORATION);
    one.close();
    assertThat(text()).startsWith("contract coverage: 1 operation,");
    other.close();
    assertThat(text()).startsWith("contract coverage: 2 operations,");
  }

  @Test
  void isBelowItsFloorWithAllThatIsToBeAdded() throws IOException {
    told.put(".floor", "operations=GetMembership; errors=1");
    CoverageSession session = start();
    session.record(GET_MEMBERSHIP);
    assertThatThrownBy(session::close)
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            """
            contract coverage is below its floor
            floor: operations=GetMembership; errors=1
              errors=1: 0 of 5
                add a test in which GetMembership answers AccessDeniedException
                add a test in which GetMembership answers InternalServerException
                add a test in which GetMembership answers ResourceNotFoundException
                add a test in which GetMembership answers ThrottlingException
                add a test in which GetMembership answers ValidationException
            see %s"""
                .formatted(folder.resolve("coverage.txt")));
    assertThat(text()).contains("errors=1: 0 of 5");
    assertThat(Files.readString(folder.resolve("coverage.json")))
        .contains(
            "\"floor\":{\"text\":\"operations=GetMembership; errors=1\",\"met\":false,"
                + "\"shortfalls\":[{\"demand\":\"errors=1\",\"found\":\"0 of 5\",\"add\":[\"a test");
  }

  @Test
  void aFloorThatIsMetIsSaid() throws IOException {
    told.put(".floor", "errors=1");
    try (CoverageSession session = start()) {
      session.record(THROTTLED);
    }
    assertThat(text()).endsWith("\nfloor: errors=1\n  met\n");
  }

  @Test
  void isClosedOnce() {
    told.put(".floor", "operations=1");
    CoverageSession session = start();
    assertThatThrownBy(session::close).isInstanceOf(AssertionError.class);
    session.record(GET_MEMBERSHIP);
    assertThatCode(session::close).doesNotThrowAnyException();
  }

  @Test
  void oneOfSeveralForksPutsTheFloorOff() throws IOException {
    told.put(".floor", "operations=GetMembership");
    TestProcess fork = new TestProcess("run", Optional.of("the tests run in several JVMs"));
    CoverageSession.start(settings(), fork).close();
    assertThat(text())
        .endsWith(
            "  not checked in the run: the tests run in several JVMs;"
                + " \"cleanrooms-contract coverage "
                + folder
                + "\" checks it after the tests\n");
    assertThat(text()).contains("add a test that calls GetMembership");
  }

  @Test
  void oneOfSeveralForksNamesTheRemedyWhateverElseIsAtWork() throws IOException {
    told.put(".floor", "operations=GetMembership");
    TestProcess fork = new TestProcess("run", Optional.of("the tests run in several JVMs"));
    try (CoverageSession other = CoverageSession.start(settings(), fork)) {
      CoverageSession.start(settings(), fork).close();
      assertThat(text()).contains("several JVMs; \"cleanrooms-contract coverage ");
      other.record(GET_MEMBERSHIP);
    }
    assertThat(text()).endsWith("  met\n");
  }

  @Test
  void theUserSaysWhenTheFloorIsChecked() throws IOException {
    told.put(".floor", "operations=GetMembership");
    told.put(".floor.check", "later");
    start().close();
    assertThat(text()).contains("not checked in the run: it is to be checked later");
    told.put(".floor.check", "here");
    TestProcess fork = new TestProcess("run", Optional.of("the tests run in several JVMs"));
    CoverageSession session = CoverageSession.start(settings(), fork);
    assertThatThrownBy(session::close).isInstanceOf(AssertionError.class);
  }

  @Test
  void anotherRunStartsAnew() throws IOException {
    try (CoverageSession session = start()) {
      session.record(GET_MEMBERSHIP);
    }
    told.put(".run", "another");
    try (CoverageSession session = start()) {
      session.record(GET_COLLABORATION);
    }
    assertThat(text()).startsWith("contract coverage: 1 operation,").contains("GetCollaboration");
    assertThat(RecordedCoverage.read(List.of(folder), Optional.empty()).report().operations())
        .extracting(OperationCoverage::operation)
        .containsExactly("GetCollaboration");
  }

  @Test
  void onlyNamedOperationsCount() throws IOException {
    told.put(".operations", "GetMembership, GetSchema");
    try (CoverageSession session = start()) {
      session.record(GET_MEMBERSHIP);
      session.record(GET_COLLABORATION);
    }
    assertThat(text())
        .startsWith("contract coverage: 1 of 2 operations, 1 of ")
        .contains("GetSchema  0 %\n  request   never, of 2 members")
        .doesNotContain("GetCollaboration");
  }

  @Test
  void whereItIsOffNothingIsWritten() throws IOException {
    told.put("", "off");
    told.put(".floor", "operations=1");
    CoverageSession session = start();
    session.record(GET_MEMBERSHIP);
    session.close();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void halfWrittenFilesOfKilledProcessesAreCleared() throws IOException {
    Files.createDirectories(folder.resolve("parts"));
    Files.writeString(folder.resolve("parts/part1.tmp"), "{\"form");
    start().close();
    assertThat(parts()).singleElement().asString().endsWith(".json");
  }

  @Test
  void aForeignFileIsNamed() throws IOException {
    told.put(".floor", "operations=1");
    Files.createDirectories(folder.resolve("parts"));
    for (String content : List.of("{\"form", "{}", "{\"format\":1,\"contract\":\"today\"}")) {
      Files.writeString(folder.resolve("parts/a.json"), content);
      assertThatThrownBy(this::start)
          .isInstanceOf(UncheckedIOException.class)
          .hasStackTraceContaining("a.json is no part of a contract coverage; remove it");
    }
  }

  @Test
  void aFolderThatCannotBeWrittenFailsOnlyWhereThereIsAFloor() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    told.put(".folder", file.toString());
    CoverageSession session = start();
    session.record(GET_MEMBERSHIP);
    assertThatCode(session::close).doesNotThrowAnyException();
    told.put(".floor", "operations=1");
    assertThatThrownBy(this::start)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("cannot be written to " + file)
        .hasMessageContaining("its floor cannot be checked");
  }
}
