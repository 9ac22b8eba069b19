package io.github.cleanroomscontract.stub;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs clients of other make as processes, whose world is the stand-in alone. */
final class ForeignClient {

  private static final int MINUTES = 2;

  private ForeignClient() {}

  /** What a process left behind. */
  record Result(int code, String out, String err) {}

  /** Returns what clients read of their environment that call a stand-in. */
  static Map<String, String> environment(URI url) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("AWS_ENDPOINT_URL", url.toString());
    environment.put("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE");
    environment.put("AWS_SECRET_ACCESS_KEY", "example");
    environment.put("AWS_REGION", "us-east-1");
    environment.put("AWS_DEFAULT_REGION", "us-east-1");
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    environment.put("AWS_PAGER", "");
    // Whoever runs the tests may have profiles, which are none of ours.
    environment.put("AWS_CONFIG_FILE", "target/no-aws-config");
    environment.put("AWS_SHARED_CREDENTIALS_FILE", "target/no-aws-credentials");
    environment.put("LC_ALL", "C.UTF-8");
    return environment;
  }

  /** Returns what came of a command; empty if there is no such command, or it hangs. */
  static Optional<Result> run(Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("out", ".txt");
    Path err = Files.createTempFile("err", ".txt");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectInput(Path.of("/dev/null").toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
      builder.environment().putAll(environment);
      Process process;
      try {
        process = builder.start();
      } catch (IOException e) {
        return Optional.empty();
      }
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      return Optional.of(
          new Result(
              process.exitValue(),
              Files.readString(out, StandardCharsets.UTF_8),
              Files.readString(err, StandardCharsets.UTF_8)));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }
}
