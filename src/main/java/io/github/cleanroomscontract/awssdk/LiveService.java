package io.github.cleanroomscontract.awssdk;

import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.exchange.RequestWriter;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.exchange.WireRequest;
import io.github.cleanroomscontract.replay.Effect;
import io.github.cleanroomscontract.replay.Exchange;
import io.github.cleanroomscontract.replay.Service;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The real service, through the AWS SDK: its credentials, its regions, its client for what it
 * knows, and its signer for what it does not. Calls are paced, are made again where that may help
 * and cannot do twice what should be done once, and end in bounded time. Thread-safe.
 *
 * <pre>{@code
 * try (LiveService service = LiveService.builder().region("eu-west-1").build()) {
 *   Exchange exchange = service.call(operation, "{\"maxResults\":5}", true);
 * }
 * }</pre>
 */
public final class LiveService implements Service {

  /** How often a call may be sent at most. */
  public static final int MOST_ATTEMPTS = 20;

  private final Line line;
  private final Pace pace;
  private final Ticker ticker;
  private final int maxAttempts;
  private final Duration callTimeout;

  /** Whether the caller was let in before. */
  private volatile boolean known;

  private volatile boolean closed;

  LiveService(Line line, Settings settings, Ticker ticker) {
    this.line = line;
    this.pace = new Pace(settings.callsPerSecond(), ticker);
    this.ticker = ticker;
    this.maxAttempts = settings.maxAttempts();
    this.callTimeout = settings.callTimeout();
  }

  /** Returns a builder. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public Exchange call(Operation operation, String input, boolean valid) {
    Progress progress = new Progress(ticker.nanos());
    WireRequest written;
    try {
      written = RequestWriter.write(operation, input);
    } catch (IllegalArgumentException e) {
      return progress.failed(e.getMessage(), false);
    }
    try {
      Optional<Duration> wait = Optional.of(Duration.ZERO);
      while (wait.isPresent()) {
        ticker.sleep(wait.get());
        pace.await();
        if (closed) {
          return progress.failed("the service is closed", true);
        }
        progress.add(line.send(operation, input, written, valid));
        if (progress.isInterrupted()) {
          throw new InterruptedException();
        }
        wait = progress.wait(Effect.of(operation));
      }
      return progress.ended();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return progress.failed("the call was interrupted", true);
    }
  }

  /** How far a call has come. */
  private final class Progress {
    private final long began;
    private int attempts;
    private boolean corrected;
    private Optional<Attempt> latest = Optional.empty();

    Progress(long began) {
      this.began = began;
    }

    void add(Attempt attempt) {
      attempts += attempt.request().isPresent() ? 1 : 0;
      latest = Optional.of(attempt);
    }

    /** Returns how long to wait before the next attempt; empty if there is none. */
    Optional<Duration> wait(Effect effect) {
      Attempt attempt = latest.orElseThrow();
      if (attempt.clockCorrected() && !corrected) {
        corrected = true;
        return Optional.of(Duration.ZERO);
      }
      return attempts >= maxAttempts
          ? Optional.empty()
          : Retries.after(attempt, effect, Math.max(1, attempts))
              .filter(wait -> took().plus(wait).compareTo(callTimeout) < 0);
    }

    /** What came whole counts all the same. */
    boolean isInterrupted() {
      return latest.orElseThrow().answer().isEmpty() && Thread.currentThread().isInterrupted();
    }

    Exchange ended() {
      Attempt attempt = latest.orElseThrow();
      if (attempt.failure().isPresent()) {
        Attempt.Failure failure = attempt.failure().get();
        return failed(failure.sentence(), failure.kind().last());
      }
      WireAnswer answer = attempt.answer().orElseThrow();
      Optional<String> refused = Refusals.remedy(answer, known);
      known |= refused.isEmpty();
      return new Exchange(
          attempt.request(), attempt.answer(), refused, refused.isPresent(), attempts, took());
    }

    Exchange failed(String sentence, boolean last) {
      Optional<WireRequest> request = latest.flatMap(Attempt::request);
      return new Exchange(request, Optional.empty(), Optional.of(sentence), last, attempts, took());
    }

    private Duration took() {
      return Duration.ofNanos(ticker.nanos() - began);
    }
  }

  @Override
  public String endpoint() {
    return line.endpoint();
  }

  /** Ends calls that are under way as well. */
  @Override
  public void close() {
    closed = true;
    line.close();
  }

  /**
   * Builds services; what is not said is as the SDK has it, or as told below. Not thread-safe. What
   * is no value of a setting is an IllegalArgumentException, which says what is.
   */
  public static final class Builder {

    private Settings settings = Settings.DEFAULT;

    private Builder() {}

    /**
     * Says the region, such as {@code eu-west-1}. Else it is told by AWS_REGION, the profile, or
     * the machine.
     *
     * @return this builder
     */
    public Builder region(String name) {
      settings = settings.region(name);
      return this;
    }

    /**
     * Says the profile of the AWS configuration that credentials and region come from. Else they
     * come from the SDK's default chains.
     *
     * @return this builder
     */
    public Builder profile(String name) {
      settings = settings.profile(name);
      return this;
    }

    /**
     * Says where calls go: https, or http to this machine alone, by a literal loopback address or
     * localhost. Else to the region's endpoint.
     *
     * @return this builder
     */
    public Builder endpoint(URI url) {
      settings = settings.endpoint(url);
      return this;
    }

    /**
     * Says how often a call is sent at most; 4 times if it is not said.
     *
     * @return this builder
     */
    public Builder maxAttempts(int attempts) {
      settings = settings.maxAttempts(attempts);
      return this;
    }

    /**
     * Says how many calls are sent a second at most, those made again included; 5 if it is not
     * said. Less than one is fine.
     *
     * @return this builder
     */
    public Builder callsPerSecond(double calls) {
      settings = settings.callsPerSecond(calls);
      return this;
    }

    /**
     * Says how long it may take until a connection stands; 5 seconds if it is not said.
     *
     * @return this builder
     */
    public Builder connectTimeout(Duration duration) {
      settings = settings.connectTimeout(duration);
      return this;
    }

    /**
     * Says how long it may take from sending a call once to the end of its answer; 30 seconds if it
     * is not said.
     *
     * @return this builder
     */
    public Builder attemptTimeout(Duration duration) {
      settings = settings.attemptTimeout(duration);
      return this;
    }

    /**
     * Says for how long a call is made again; 2 minutes if it is not said. The last attempt may
     * take its own time beyond.
     *
     * @return this builder
     */
    public Builder callTimeout(Duration duration) {
      settings = settings.callTimeout(duration);
      return this;
    }

    /**
     * Returns the service. Nothing is sent yet, and credentials are not looked for; they are when a
     * call is made.
     *
     * @throws IllegalArgumentException if no region is told anywhere, or there is no such profile
     * @throws IllegalStateException if the AWS SDK, or a part of it, is not on the class path
     */
    public LiveService build() {
      Libraries.check();
      return new LiveService(SdkLine.open(settings), settings, Ticker.SYSTEM);
    }
  }
}
