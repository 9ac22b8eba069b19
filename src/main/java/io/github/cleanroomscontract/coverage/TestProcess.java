package io.github.cleanroomscontract.coverage;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The JVM that tests run in, as the build sees it. What Surefire and Failsafe tell their forks is
 * read from the file that they start them with; whatever is unknown counts as a run of its own.
 *
 * @param run what tells the run from earlier ones
 * @param partOfRun why this JVM does not see the whole run; empty if it does, or if that is unknown
 */
record TestProcess(String run, Optional<String> partOfRun) {

  private static final Pattern JAR =
      Pattern.compile("(?<folder>.*?)[/\\\\]surefirebooter[-0-9_]*\\.jar .*?(?<file>\\S+) \\S+");
  private static final Pattern CLASS =
      Pattern.compile("\\S*ForkedBooter (?<folder>.*) \\S+ (?<file>\\S+) \\S+");

  /** Returns the process that runs this code. */
  static TestProcess current() {
    return of(System.getProperty("sun.java.command", ""), ProcessHandle.current());
  }

  /**
   * Returns a process.
   *
   * @param command what it was started with
   * @param process the process
   */
  static TestProcess of(String command, ProcessHandle process) {
    for (Pattern pattern : new Pattern[] {JAR, CLASS}) {
      Matcher booter = pattern.matcher(command);
      if (booter.matches()) {
        Path file = Path.of(booter.group("folder"), booter.group("file"));
        return new TestProcess(name(build(process)), part(file));
      }
    }
    return new TestProcess(name(process), Optional.empty());
  }

  /** The nearest JVM above; forks are started through a shell. */
  private static ProcessHandle build(ProcessHandle process) {
    Optional<ProcessHandle> above = process.parent();
    while (above.isPresent()) {
      String command = above.get().info().command().orElse("");
      if (command.matches("(?i)(.*[/\\\\])?javaw?(\\.exe)?")) {
        return above.get();
      }
      above = above.get().parent();
    }
    return process;
  }

  private static Optional<String> part(Path file) {
    Properties told = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      told.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
    if (!told.getProperty("requestedTest", "").isEmpty()) {
      return Optional.of("only the tests that -Dtest names ran");
    }
    boolean oneOfSeveral =
        told.containsKey("forkTestSet")
            || told.getProperty("preferTestsFromInStream", "").equals("true");
    return oneOfSeveral
        ? Optional.of("the tests run in several JVMs, none of which knows to be the last")
        : Optional.empty();
  }

  /** Process ids come again, but not with the same start. */
  static String name(ProcessHandle process) {
    long start = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    return process.pid() + "-" + start;
  }

  /** Returns whether that is the name of a process which still runs. */
  static boolean runs(String name) {
    if (!name.matches("[0-9]{1,18}-[0-9]{1,18}")) {
      return false;
    }
    return ProcessHandle.of(Long.parseLong(name.substring(0, name.indexOf('-'))))
        .filter(ProcessHandle::isAlive)
        .filter(process -> name(process).equals(name))
        .isPresent();
  }
}
