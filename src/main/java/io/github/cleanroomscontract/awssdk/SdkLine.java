package io.github.cleanroomscontract.awssdk;

import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.exchange.WireRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.retry.ClockSkew;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cleanrooms.CleanRoomsClient;
import software.amazon.awssdk.services.cleanrooms.CleanRoomsClientBuilder;

/**
 * Carries calls by the SDK: through its client where that knows the operation and can say the
 * input, else as they are, signed by its signer. Both go over the same connections. Thread-safe.
 */
final class SdkLine implements Line {

  private static final DateTimeFormatter AMZ_DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Tap tap;
  private final CleanRoomsClient client;
  private final SdkCalls calls;
  private final RawCalls raw;
  private final Place place;
  private final CredentialSource credentials;

  /** How far the other side's clock is ahead. The SDK's client keeps its own account of that. */
  private final AtomicReference<Duration> skew = new AtomicReference<>(Duration.ZERO);

  private SdkLine(Tap tap, CleanRoomsClient client, Place place, CredentialSource credentials) {
    this.tap = tap;
    this.client = client;
    this.calls = new SdkCalls(client);
    this.raw = new RawCalls(tap, place);
    this.place = place;
    this.credentials = credentials;
  }

  /**
   * Opens a line.
   *
   * @throws IllegalArgumentException if no region is told, or there is no such profile, or the
   *     machine's own configuration names an endpoint that is not to be used
   */
  static SdkLine open(Settings settings) {
    Machine machine = new Machine(settings.profile());
    Region region = machine.region(settings.region());
    CredentialSource credentials = machine.credentials();
    Tap tap = new Tap(http(settings), settings.attemptTimeout());
    CleanRoomsClientBuilder builder =
        CleanRoomsClient.builder()
            .region(region)
            .credentialsProvider(credentials.provider())
            .httpClient(tap)
            .overrideConfiguration(
                each ->
                    each.defaultProfileName(machine.profile())
                        // Attempts are counted, paced and decided on elsewhere, for both ways
                        // alike.
                        .retryStrategy(AwsRetryStrategy.doNotRetry()));
    settings.endpoint().ifPresent(builder::endpointOverride);
    CleanRoomsClient client = builder.build();
    // The machine's configuration may name another endpoint than the region's, too.
    URI endpoint =
        client
            .serviceClientConfiguration()
            .endpointOverride()
            .orElseGet(() -> machine.endpoint(region));
    Endpoints.check(endpoint);
    return new SdkLine(tap, client, new Place(region, endpoint), credentials);
  }

  private static SdkHttpClient http(Settings settings) {
    return ApacheHttpClient.builder()
        .connectionTimeout(settings.connectTimeout())
        .socketTimeout(settings.attemptTimeout())
        .connectionAcquisitionTimeout(settings.attemptTimeout())
        // Before others close what nobody uses, and a call is lost in it.
        .connectionMaxIdleTime(Duration.ofSeconds(20))
        .expectContinueEnabled(false)
        .build();
  }

  @Override
  public Attempt send(Operation operation, String input, WireRequest written, boolean valid) {
    AwsCredentials now;
    try {
      now = credentials.resolve();
    } catch (CredentialSource.NoCredentials e) {
      return Attempt.failed(Attempt.Kind.NO_CREDENTIALS, e.getMessage());
    }
    Trip trip = new Trip(place.path());
    tap.follow(
        trip,
        () -> {
          if (!valid || !calls.make(operation.name(), input, trip)) {
            raw.make(written, now, clock());
          }
        });
    return trip.attempt(new Secrets(now), this::corrected);
  }

  private Clock clock() {
    return Clock.offset(Clock.systemUTC(), skew.get());
  }

  /** Learns the other side's time from an answer that refuses the one it was told. */
  private boolean corrected(WireRequest request, WireAnswer answer) {
    Optional<Instant> told = request.headers().first("X-Amz-Date").map(SdkLine::time);
    Optional<Instant> theirs = ClockSkew.getServerTime(Wire.response(answer));
    if (!Refusals.isOfTheTime(answer)
        || told.isEmpty()
        || theirs.isEmpty()
        || !ClockSkew.isClockSkewed(told.get(), theirs.get())) {
      return false;
    }
    skew.set(Duration.between(Instant.now(), theirs.get()));
    return true;
  }

  private static Instant time(String date) {
    return AMZ_DATE.parse(date, Instant::from);
  }

  @Override
  public String endpoint() {
    return place.endpoint().toString();
  }

  @Override
  public void close() {
    client.close();
    tap.close();
    credentials.close();
  }
}
