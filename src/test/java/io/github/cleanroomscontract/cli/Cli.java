package io.github.cleanroomscontract.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the built command line as a process of its own, as users do. */
final class Cli {

  private static final Path JAR = Path.of(System.getProperty("cli.jar"));

  /** How long any command may take before it counts as hung. */
  private static final int MINUTES = 2;

  private Cli() {}

  /** What a process left behind. */
  record Result(int code, String out, String err) {}

  static Result run(String... arguments) throws IOException, InterruptedException {
    return run("", List.of(), List.of(arguments));
  }

  static Result withInput(String input, String... arguments)
      throws IOException, InterruptedException {
    return run(input, List.of(), List.of(arguments));
  }

  /** Runs with options for the JVM before the jar. */
  static Result run(String input, List<String> jvm, List<String> arguments)
      throws IOException, InterruptedException {
    return process(command(jvm, arguments), input);
  }

  private static List<String> command(List<String> jvm, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Such short runs are over before the better compiler would be of use.
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(jvm);
    command.add("-jar");
    command.add(JAR.toString());
    command.addAll(arguments);
    return command;
  }

  /** Starts a process whose output the test reads, or puts somewhere. */
  static Process start(ProcessBuilder.Redirect out, Path err, String... arguments)
      throws IOException {
    return new ProcessBuilder(command(List.of(), List.of(arguments)))
        .redirectOutput(out)
        .redirectError(err.toFile())
        .start();
  }

  /** Returns the exit code that a process ends with. */
  static int ended(Process process) throws InterruptedException {
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("hung: " + process.info());
    }
    return process.exitValue();
  }

  static Result process(List<String> command, String input)
      throws IOException, InterruptedException {
    Path in = Files.createTempFile("in", ".txt");
    Path out = Files.createTempFile("out", ".txt");
    Path err = Files.createTempFile("err", ".txt");
    try {
      Files.writeString(in, input);
      Process process =
          new ProcessBuilder(command)
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      return new Result(
          ended(process),
          Files.readString(out, StandardCharsets.UTF_8),
          Files.readString(err, StandardCharsets.UTF_8));
    } finally {
      Files.delete(in);
      Files.delete(out);
      Files.delete(err);
    }
  }
}
