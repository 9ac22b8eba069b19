package io.github.cleanroomscontract.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The command {@code serve} as a process of its own, and what it prints. */
final class Serving implements AutoCloseable {

  private static final String SERVING = "serving AWS Clean Rooms at ";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final Path out;
  private final Path err;
  private final URI url;

  private Serving(Process process, Path out, Path err) throws Exception {
    this.process = process;
    this.out = out;
    this.err = err;
    this.url = URI.create(announced().substring(SERVING.length()));
  }

  /** Starts it at a free port, and waits until it serves. */
  static Serving start(Path folder, String... options) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("serve", "--port", "0"));
    arguments.addAll(List.of(options));
    Path out = folder.resolve("serve.out");
    Path err = folder.resolve("serve.err");
    Process process =
        Cli.start(ProcessBuilder.Redirect.to(out.toFile()), err, arguments.toArray(String[]::new));
    return new Serving(process, out, err);
  }

  private String announced() throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      for (Path file : List.of(out, err)) {
        String text = Files.readString(file);
        if (text.startsWith(SERVING) && text.contains(System.lineSeparator())) {
          return text.lines().findFirst().orElseThrow();
        }
      }
      Thread.sleep(20);
    }
    process.destroyForcibly();
    throw new AssertionError("it does not serve: " + out() + err());
  }

  URI url() {
    return url;
  }

  String out() throws IOException {
    return Files.readString(out);
  }

  String err() throws IOException {
    return Files.readString(err);
  }

  /**
   * Ends it as Ctrl-C does, and returns the exit code. The signal is another one, to which the JVM
   * does the same: builds in the background ignore Ctrl-C, and so do the processes that they start.
   */
  int interrupted() throws Exception {
    process.toHandle().destroy();
    return Cli.ended(process);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
