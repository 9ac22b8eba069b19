package io.github.cleanroomscontract.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several JVMs, which are real ones. */
class ForkedCoverageTest {

  private static final String ALL = "operations=GetMembership+GetCollaboration";

  @TempDir Path folder;

  private final List<CoverageFork> forks = new ArrayList<>();

  private CoverageFork start(String operation, String end, String floor) throws Exception {
    CoverageFork fork =
        CoverageFork.start(operation, end, ".folder=" + folder, ".run=one", ".floor=" + floor);
    forks.add(fork);
    return fork;
  }

  @AfterEach
  void endAll() {
    forks.forEach(CoverageFork::kill);
  }

  private String json() throws Exception {
    return Files.readString(folder.resolve("coverage.json"));
  }

  private static CoverageRecorder sawAll() {
    CoverageRecorder recorder = CoverageRecorder.create();
    CoverageFork.record(recorder, "GetMembership");
    CoverageFork.record(recorder, "GetCollaboration");
    return recorder;
  }

  private CoverageReport report() throws Exception {
    return RecordedCoverage.read(List.of(folder), Optional.empty()).report();
  }

  @Test
  void jvmsThatEndTogetherLoseNothing() throws Exception {
    CoverageFork one = start("GetMembership", "close", ALL);
    CoverageFork other = start("GetCollaboration", "close", ALL);
    one.recorded();
    other.recorded();
    one.letEnd();
    other.letEnd();
    assertThat(one.exit()).isZero();
    assertThat(other.exit()).isZero();
    assertThat(report().json()).isEqualTo(sawAll().report().json());
    assertThat(json()).contains("\"met\":true", "\"operation\":\"GetCollaboration\"");
  }

  @Test
  void theLastThatIsAtWorkChecksTheFloor() throws Exception {
    String missing = "operations=GetMembership+GetCollaboration+GetSchema";
    CoverageFork one = start("GetMembership", "close", missing);
    CoverageFork other = start("GetCollaboration", "close", missing);
    one.recorded();
    other.recorded();
    one.letEnd();
    assertThat(one.exit()).isZero();
    assertThat(Files.readString(folder.resolve("coverage.txt")))
        .contains("not checked in the run: other tests of the run are still at work");
    other.letEnd();
    assertThat(other.exit()).isEqualTo(7);
    assertThat(Files.readString(folder.resolve("coverage.txt")))
        .contains("2 of 3 called", "add a test that calls GetSchema")
        .doesNotContain("not checked");
  }

  @Test
  void aKilledJvmLeavesNothingBrokenAndIsSaid() throws Exception {
    CoverageFork one = start("GetMembership", "close", ALL);
    CoverageFork other = start("GetCollaboration", "close", ALL);
    one.recorded();
    other.recorded();
    one.kill();
    assertThat(one.exit()).isNotZero();
    other.letEnd();
    // It does not wait for the dead one, whose calls nobody knows.
    assertThat(other.exit()).isEqualTo(7);
    assertThat(json()).contains("\"lost\":1");
    assertThat(Files.readString(folder.resolve("coverage.txt")))
        .contains("1 JVM of the run ended without telling what was exercised there");
    assertThat(report().operations())
        .extracting(OperationCoverage::operation)
        .containsExactly("GetCollaboration");
  }

  @Test
  void aJvmThatIsEndedEarlyTellsWhatItSaw() throws Exception {
    CoverageFork fork = start("GetMembership", "exit", ALL);
    fork.recorded();
    fork.letEnd();
    assertThat(fork.exit()).isZero();
    assertThat(report().operation("GetMembership").request().members()).hasToString("1 of 1");
    assertThat(json()).contains("\"lost\":0");
  }

  @Test
  void whatAnEarlierRunLeftDoesNotCount() throws Exception {
    CoverageFork earlier = start("GetMembership", "close", "operations=GetMembership");
    earlier.letEnd();
    assertThat(earlier.exit()).isZero();
    CoverageFork later =
        CoverageFork.start("GetCollaboration", "close", ".folder=" + folder, ".run=two");
    forks.add(later);
    later.letEnd();
    assertThat(later.exit()).isZero();
    assertThat(json()).contains("GetCollaboration").doesNotContain("GetMembership");
    try (Stream<Path> parts = Files.list(folder.resolve("parts"))) {
      assertThat(parts.filter(each -> each.toString().endsWith(".json"))).hasSize(1);
    }
  }

  @Test
  void aJvmWaitsUntilAnotherIsDoneInTheFolder() throws Exception {
    CoverageFork fork = start("GetMembership", "close", "operations=GetMembership");
    fork.recorded();
    Path lock = folder.resolve("parts/lock");
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
      channel.lock();
      fork.letEnd();
      assertThat(fork.endsWithin(Duration.ofSeconds(2))).isFalse();
      assertThat(folder.resolve("coverage.json")).doesNotExist();
    }
    assertThat(fork.exit()).isZero();
    assertThat(json()).contains("\"met\":true");
  }
}
