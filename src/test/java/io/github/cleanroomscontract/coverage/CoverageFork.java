package io.github.cleanroomscontract.coverage;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.generation.PayloadCases;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A JVM in which tests run: it records the cases of an operation, says so, and waits for a line.
 */
final class CoverageFork {

  private final Process process;

  private CoverageFork(Process process) {
    this.process = process;
  }

  /** Starts one, with the settings of the system properties given. */
  static CoverageFork start(String operation, String end, String... properties) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String property : properties) {
      command.add("-D" + CoverageSettings.PREFIX + property);
    }
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            CoverageFork.class.getName(),
            operation,
            end));
    return new CoverageFork(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** Waits until it has recorded everything. */
  void recorded() throws IOException {
    if (process.getInputStream().read() != '.') {
      throw new AssertionError("the fork ended early");
    }
  }

  /** Lets it end. */
  void letEnd() throws IOException {
    process.getOutputStream().close();
  }

  /** Ends it as the kernel would. */
  void kill() {
    process.destroyForcibly();
  }

  boolean endsWithin(Duration time) throws InterruptedException {
    return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  int exit() throws InterruptedException {
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("hung");
    }
    return process.exitValue();
  }

  /** Records the valid cases of an operation with a recorder. */
  static void record(CoverageRecorder recorder, String operation) {
    PayloadCases.of(operation, Direction.REQUEST)
        .valid()
        .forEach(each -> recorder.recordRequest(operation, each.payload()));
    PayloadCases.of(operation, Direction.RESPONSE)
        .valid()
        .forEach(each -> recorder.recordResponse(operation, each.payload()));
  }

  /** The fork itself. */
  public static void main(String[] arguments) throws IOException {
    CoverageSession session =
        CoverageSession.start(
            CoverageSettings.of(name -> Optional.ofNullable(System.getProperty(name))));
    record(session.recorder(), arguments[0]);
    System.out.print('.');
    System.out.flush();
    while (System.in.read() >= 0) {
      // Until it is told to go on.
    }
    switch (arguments[1]) {
      case "close" -> {
        try {
          session.close();
        } catch (AssertionError e) {
          System.exit(7);
        }
      }
      default -> System.exit(0);
    }
  }
}
