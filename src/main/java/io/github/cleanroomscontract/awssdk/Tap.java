package io.github.cleanroomscontract.awssdk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * An HTTP client of the SDK that tells what travels, byte for byte, and gives up in time: an answer
 * that comes too slowly is cut off, and so is one that does not end. Thread-safe.
 */
final class Tap implements SdkHttpClient {

  /** The largest answer that is read. */
  private static final int LARGEST = 64 << 20;

  private final SdkHttpClient http;
  private final Duration limit;
  private final ThreadLocal<Trip> trips = new ThreadLocal<>();
  private final ScheduledThreadPoolExecutor alarms;

  /**
   * @param limit how long it may take from sending to the end of the answer
   */
  Tap(SdkHttpClient http, Duration limit) {
    this.http = http;
    this.limit = limit;
    this.alarms =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "live-service-alarm");
              thread.setDaemon(true);
              return thread;
            });
    alarms.setRemoveOnCancelPolicy(true);
  }

  /** Makes a call, on this thread, of which a trip is told. */
  void follow(Trip trip, Runnable call) {
    trips.set(trip);
    try {
      call.run();
    } catch (RuntimeException e) {
      trip.failed(
          Attempt.Kind.UNEXPECTED,
          "the AWS SDK failed before anything came: " + e.getClass().getSimpleName());
    } finally {
      trips.remove();
    }
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    ExecutableHttpRequest prepared = http.prepareRequest(request);
    Trip trip = trips.get();
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        trip.sent(request.httpRequest(), body(request));
        return carry(prepared, trip, request.httpRequest().host());
      }

      @Override
      public void abort() {
        prepared.abort();
      }
    };
  }

  private static byte[] body(HttpExecuteRequest request) throws IOException {
    if (request.contentStreamProvider().isEmpty()) {
      return new byte[0];
    }
    try (InputStream stream = request.contentStreamProvider().get().newStream()) {
      return stream.readAllBytes();
    }
  }

  private HttpExecuteResponse carry(ExecutableHttpRequest prepared, Trip trip, String host)
      throws IOException {
    AtomicBoolean late = new AtomicBoolean();
    Future<?> alarm =
        alarms.schedule(
            () -> {
              late.set(true);
              prepared.abort();
            },
            limit.toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      HttpExecuteResponse response = prepared.call();
      Optional<byte[]> body = read(response);
      trip.answered(response.httpResponse(), body.orElse(new byte[0]));
      return HttpExecuteResponse.builder()
          .response(response.httpResponse())
          .responseBody(
              body.map(bytes -> AbortableInputStream.create(new ByteArrayInputStream(bytes)))
                  .orElse(null))
          .build();
    } catch (IOException | RuntimeException e) {
      Attempt.Failure failure = late.get() ? Breakdowns.late(limit) : Breakdowns.of(e, host, limit);
      trip.failed(failure.kind(), failure.sentence());
      throw e;
    } finally {
      alarm.cancel(false);
    }
  }

  private static Optional<byte[]> read(HttpExecuteResponse response) throws IOException {
    if (response.responseBody().isEmpty()) {
      return Optional.empty();
    }
    AbortableInputStream stream = response.responseBody().get();
    try {
      byte[] body = stream.readNBytes(LARGEST + 1);
      if (body.length > LARGEST) {
        throw new Breakdowns.TooLargeException(LARGEST);
      }
      stream.close();
      return Optional.of(body);
    } catch (IOException | RuntimeException e) {
      // Closing would read the rest.
      stream.abort();
      throw e;
    }
  }

  @Override
  public void close() {
    // What is under way ends with its connection.
    http.close();
    alarms.shutdownNow();
  }

  @Override
  public String clientName() {
    return http.clientName();
  }
}
