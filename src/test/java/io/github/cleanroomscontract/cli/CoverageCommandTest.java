package io.github.cleanroomscontract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.coverage.CoverageSession;
import io.github.cleanroomscontract.coverage.CoverageSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageCommandTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return RootCommand.execute(new PrintWriter(out), new PrintWriter(err), arguments);
  }

  private String recorded(String module, String operation, String floor) {
    Path to = folder.resolve(module);
    Map<String, String> told =
        Map.of(
            CoverageSettings.PREFIX + ".folder",
            to.toString(),
            CoverageSettings.PREFIX + ".floor",
            floor,
            CoverageSettings.PREFIX + ".floor.check",
            "later");
    try (CoverageSession session =
        CoverageSession.start(CoverageSettings.of(name -> Optional.ofNullable(told.get(name))))) {
      session.recorder().recordRequest(operation, "{}");
    }
    return to.toString();
  }

  @Test
  void holdsWhatTestsLeftAgainstTheFloorTheyRanWith() {
    String met = recorded("a", "ListMemberships", "operations=ListMemberships");
    assertThat(run("coverage", met)).isZero();
    assertThat(out.toString())
        .startsWith("contract coverage: 1 operation, 0 of ")
        .endsWith("floor: operations=ListMemberships\n  met\n");
    String unmet = recorded("b", "ListMemberships", "operations=ListMembers");
    assertThat(run("coverage", unmet)).isEqualTo(1);
    assertThat(out.toString()).endsWith("0 of 1 called\n    add a test that calls ListMembers\n");
  }

  @Test
  void takesAnotherFloorAndWritesJson() {
    String module = recorded("a", "ListMemberships", "operations=ListMembers");
    assertThat(run("coverage", module, "--floor", "ListMemberships: errors=1", "--format", "json"))
        .isEqualTo(1);
    assertThat(out.toString())
        .startsWith("{\"format\":1,")
        .contains("\"met\":false", "\"demand\":\"ListMemberships: errors=1\"")
        .endsWith("}\n");
  }

  @Test
  void putsModulesTogether() {
    String floor = "operations=ListMemberships+ListCollaborations";
    String a = recorded("a", "ListMemberships", floor);
    String b = recorded("b", "ListCollaborations", floor);
    assertThat(run("coverage", a)).isEqualTo(1);
    assertThat(run("coverage", a, b)).isZero();
    String other = recorded("c", "ListMembers", "errors=1");
    assertThat(run("coverage", a, other)).isEqualTo(2);
    assertThat(err.toString())
        .startsWith(
            "Which floor? the tests ran with different floors ("
                + floor
                + " and errors=1):"
                + " give --floor.");
    assertThat(run("coverage", a, other, "--floor", "operations=2")).isZero();
  }

  @Test
  void whatIsNotThereIsSaid() throws Exception {
    String none = folder.resolve("none").toString();
    assertThat(run("coverage", none)).isEqualTo(3);
    assertThat(err.toString()).startsWith("There is no contract coverage in " + none + ".");
    Path parts = Files.createDirectories(folder.resolve("x/parts"));
    assertThat(run("coverage", folder.resolve("x").toString())).isEqualTo(3);
    Files.writeString(parts.resolve("a.json"), "[]");
    assertThat(run("coverage", folder.resolve("x").toString())).isEqualTo(3);
    assertThat(err.toString()).contains("a.json is no part of a contract coverage");
  }

  @Test
  void aFloorThatIsNotUnderstoodIsRefused() {
    assertThat(run("coverage", "--floor", "membrs=80%")).isEqualTo(2);
    assertThat(err.toString()).contains("did you mean members?");
  }
}
