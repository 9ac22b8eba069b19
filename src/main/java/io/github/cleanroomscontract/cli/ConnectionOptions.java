package io.github.cleanroomscontract.cli;

import io.github.cleanroomscontract.awssdk.LiveService;
import io.github.cleanroomscontract.replay.Service;
import java.net.URI;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where a replay's calls go, as whom, and how fast. */
final class ConnectionOptions {

  private static final int MOST_RETRIES = LiveService.MOST_ATTEMPTS - 1;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "The region. Default: as AWS_REGION, the profile or the machine says.")
  String region;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description =
          "The profile that credentials and region come from. Default: as the AWS SDK finds them.")
  String profile;

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description =
          "Where calls go: https, or http to this machine, such as what \"serve\" says. Default: the"
              + " service in the region.")
  URI endpoint;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "How many calls are sent a second at most. Default: 5.")
  Double rate;

  @Option(
      names = "--retries",
      paramLabel = "N",
      description =
          "How often a call is made again that was throttled, or not answered. Default: 3.")
  Integer retries;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "How long an answer may take. Default: 30.")
  Integer timeout;

  /** Returns the service; nothing is sent yet. */
  Service open(CommandLine commandLine) {
    if (retries != null && (retries < 0 || retries > MOST_RETRIES)) {
      throw new ParameterException(
          commandLine,
          "A call is made again 0 to " + MOST_RETRIES + " times; found " + retries + ".");
    }
    LiveService.Builder builder = LiveService.builder();
    try {
      if (region != null) {
        builder.region(region);
      }
      if (profile != null) {
        builder.profile(profile);
      }
      if (endpoint != null) {
        builder.endpoint(endpoint);
      }
      if (rate != null) {
        builder.callsPerSecond(rate);
      }
      if (retries != null) {
        builder.maxAttempts(retries + 1);
      }
      if (timeout != null) {
        builder.attemptTimeout(Duration.ofSeconds(timeout));
      }
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(commandLine, sentence(e.getMessage()));
    }
  }

  private static String sentence(String message) {
    return Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
  }
}
