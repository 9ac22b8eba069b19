package io.github.cleanroomscontract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own, which asks the command that stands in for the service. */
class ReplayIT {

  @TempDir Path folder;

  private Process replay(Serving serving, Path out, Path err, String... options) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("cli.jar"),
                "replay",
                "--region",
                "us-east-1",
                "--endpoint",
                serving.url().toString()));
    command.addAll(List.of(options));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().put("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE");
    builder.environment().put("AWS_SECRET_ACCESS_KEY", "example");
    return builder.start();
  }

  @Test
  void whatServesIsAskedAndConforms() throws Exception {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    try (Serving serving = Serving.start(folder)) {
      Process process =
          replay(
              serving,
              out,
              err,
              "--scenario",
              "fixtures/scenarios/membership.json",
              "--allow",
              "write,delete",
              "--rate",
              "100");

      assertThat(Cli.ended(process)).as(Files.readString(err)).isZero();
    }
    assertThat(err).content().isEmpty();
    assertThat(out).content().contains(" · 11 calls · ").contains("11 conform");
  }

  @Test
  void ctrlCEndsItAfterTheCallUnderWayWithWhatWasFound() throws Exception {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Path journal = folder.resolve("journal");
    try (Serving serving = Serving.start(folder)) {
      Process process =
          replay(serving, out, err, "--fixtures", "--rate", "2", "--journal", journal.toString());
      long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
      while (process.isAlive() && (!Files.exists(journal) || Files.size(journal) == 0)) {
        assertThat(System.nanoTime()).isLessThan(end);
        Thread.sleep(20);
      }
      process.toHandle().destroy();

      assertThat(Cli.ended(process)).as(Files.readString(err)).isEqualTo(3);
    }
    assertThat(out).content().contains("stopped: interrupted (after ");
    assertThat(err).content().contains("The same command goes on from here, as " + journal);
    assertThat(journal).isNotEmptyFile();
  }
}
