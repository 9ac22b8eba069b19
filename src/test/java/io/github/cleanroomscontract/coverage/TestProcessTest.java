package io.github.cleanroomscontract.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestProcessTest {

  private static final ProcessHandle CURRENT = ProcessHandle.current();

  @TempDir Path folder;

  private Optional<String> part(String told) throws IOException {
    Path spaced = Files.createDirectories(folder.resolve("my project/surefire"));
    Files.writeString(spaced.resolve("surefire-2026_1tmp"), told);
    TestProcess byJar =
        TestProcess.of(
            spaced
                + "/surefirebooter-20261128215357550_3.jar "
                + spaced
                + " 2026-11-28T21-53-57_219-jvmRun1 surefire-2026_1tmp surefire_0-2026_2tmp",
            CURRENT);
    TestProcess byClass =
        TestProcess.of(
            "org.apache.maven.surefire.booter.ForkedBooter "
                + spaced
                + " 2026-11-28T21-53-57_219-jvmRun1 surefire-2026_1tmp surefire_0-2026_2tmp",
            CURRENT);
    assertThat(byClass).isEqualTo(byJar);
    return byJar.partOfRun();
  }

  @Test
  void aForkThatRunsAllTestsSeesTheWholeRun() throws IOException {
    assertThat(part("tc.0=a.ATest\ntc.1=a.BTest\npreferTestsFromInStream=false\nrequestedTest=\n"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"preferTestsFromInStream=true", "forkTestSet=java.lang.Class|a.ATest"})
  void aForkThatRunsClassByClassDoesNot(String told) throws IOException {
    assertThat(part(told)).hasValueSatisfying(why -> assertThat(why).contains("several JVMs"));
  }

  @Test
  void selectedTestsAreNotTheWholeRun() throws IOException {
    assertThat(part("requestedTest=ATest"))
        .hasValueSatisfying(why -> assertThat(why).contains("-Dtest"));
  }

  @Test
  void whatCannotBeReadCountsAsTheWhole() {
    TestProcess process =
        TestProcess.of(
            "/none/surefirebooter-1_3.jar /none a surefire-1tmp surefire_0-2tmp", CURRENT);
    assertThat(process.partOfRun()).isEmpty();
  }

  @Test
  void otherJvmsAreARunOfTheirOwn() {
    TestProcess process =
        TestProcess.of("com.intellij.rt.junit.JUnitStarter -ideVersion5", CURRENT);
    assertThat(process.run()).isEqualTo(TestProcess.name(CURRENT));
    assertThat(process.partOfRun()).isEmpty();
  }

  @Test
  void aForkIsOfTheRunOfTheProcessThatStartedIt() throws Exception {
    Process shell =
        new ProcessBuilder("sh", "-c", "sleep 60 & echo $!; wait")
            .redirectErrorStream(true)
            .start();
    try {
      long child = Long.parseLong(shell.inputReader().readLine());
      ProcessHandle fork = ProcessHandle.of(child).orElseThrow();
      String command = "/x/surefirebooter-1_3.jar /x a b c";
      assertThat(TestProcess.of(command, fork).run()).isEqualTo(TestProcess.name(CURRENT));
      fork.destroy();
    } finally {
      shell.destroy();
    }
  }

  @Test
  void aProcessIsKnownByItsStartToo() {
    String name = TestProcess.name(CURRENT);
    assertThat(TestProcess.runs(name)).isTrue();
    assertThat(TestProcess.runs(name + "1")).isFalse();
    assertThat(TestProcess.runs(CURRENT.pid() + "-1")).isFalse();
    assertThat(TestProcess.runs("nightly")).isFalse();
  }
}
