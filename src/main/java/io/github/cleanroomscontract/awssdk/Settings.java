package io.github.cleanroomscontract.awssdk;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How calls are made. Immutable.
 *
 * @param region the region; empty for that of the profile or the machine
 * @param profile the profile of the AWS configuration; empty for the SDK's default chains
 * @param endpoint where calls go; empty for the region's endpoint
 * @param maxAttempts how often a call is sent at most
 * @param callsPerSecond how many are sent a second at most
 * @param connectTimeout how long until a connection stands
 * @param attemptTimeout how long from sending once to the end of the answer
 * @param callTimeout for how long a call is made again
 */
record Settings(
    Optional<String> region,
    Optional<String> profile,
    Optional<URI> endpoint,
    int maxAttempts,
    double callsPerSecond,
    Duration connectTimeout,
    Duration attemptTimeout,
    Duration callTimeout) {

  static final Settings DEFAULT =
      new Settings(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          4,
          5,
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2));

  private static final Duration LONGEST = Duration.ofHours(1);

  Settings region(String name) {
    if (!name.matches("[a-z]{2,}(-[a-z0-9]+)+-[0-9]{1,2}")) {
      throw new IllegalArgumentException(
          "a region is called such as eu-west-1; found \"" + name + "\"");
    }
    return new Settings(
        Optional.of(name),
        profile,
        endpoint,
        maxAttempts,
        callsPerSecond,
        connectTimeout,
        attemptTimeout,
        callTimeout);
  }

  Settings profile(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("the name of the profile is empty");
    }
    return new Settings(
        region,
        Optional.of(name),
        endpoint,
        maxAttempts,
        callsPerSecond,
        connectTimeout,
        attemptTimeout,
        callTimeout);
  }

  Settings endpoint(URI url) {
    Endpoints.check(url);
    return new Settings(
        region,
        profile,
        Optional.of(url),
        maxAttempts,
        callsPerSecond,
        connectTimeout,
        attemptTimeout,
        callTimeout);
  }

  Settings maxAttempts(int attempts) {
    if (attempts < 1 || attempts > LiveService.MOST_ATTEMPTS) {
      throw new IllegalArgumentException(
          "a call is sent 1 to " + LiveService.MOST_ATTEMPTS + " times; found " + attempts);
    }
    return new Settings(
        region,
        profile,
        endpoint,
        attempts,
        callsPerSecond,
        connectTimeout,
        attemptTimeout,
        callTimeout);
  }

  Settings callsPerSecond(double calls) {
    if (!(calls >= 0.01 && calls <= 1000)) {
      throw new IllegalArgumentException(
          "the calls a second are a number from 0.01 to 1000; found " + calls);
    }
    return new Settings(
        region, profile, endpoint, maxAttempts, calls, connectTimeout, attemptTimeout, callTimeout);
  }

  Settings connectTimeout(Duration duration) {
    check("to connect", duration);
    return new Settings(
        region,
        profile,
        endpoint,
        maxAttempts,
        callsPerSecond,
        duration,
        attemptTimeout,
        callTimeout);
  }

  Settings attemptTimeout(Duration duration) {
    check("of an attempt", duration);
    return new Settings(
        region,
        profile,
        endpoint,
        maxAttempts,
        callsPerSecond,
        connectTimeout,
        duration,
        callTimeout);
  }

  Settings callTimeout(Duration duration) {
    check("of a call", duration);
    return new Settings(
        region,
        profile,
        endpoint,
        maxAttempts,
        callsPerSecond,
        connectTimeout,
        attemptTimeout,
        duration);
  }

  private static void check(String what, Duration duration) {
    if (duration.toMillis() < 1 || duration.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "the time "
              + what
              + " is from 1 millisecond to 1 hour; found "
              + duration.toMillis() / 1000.0
              + " s");
    }
  }
}
