package io.github.cleanroomscontract.stub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.cleanroomscontract.exchange.Headers;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.exchange.WireRequest;
import io.github.cleanroomscontract.internal.sample.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;

/** Takes HTTP requests, and carries back what is replied. Thread-safe. */
final class StubHandler implements HttpHandler {

  /** More than any request of the API has. */
  static final int LONGEST_BODY = 16 << 20;

  /** How much more is read of a body that is too long, so that the client can hear so. */
  private static final int PATIENCE = 4 * LONGEST_BODY;

  /** The server frames the body itself. */
  private static final Set<String> FRAMING = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  static {
    FRAMING.addAll(List.of("Content-Length", "Transfer-Encoding", "Connection"));
  }

  private final Function<WireRequest, StubReply> replies;
  private final List<String> faults = new CopyOnWriteArrayList<>();

  StubHandler(Function<WireRequest, StubReply> replies) {
    this.replies = replies;
  }

  List<String> faults() {
    return List.copyOf(faults);
  }

  /** Closing an exchange that has no answer yet breaks its connection. */
  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Optional<byte[]> body = body(exchange.getRequestBody());
      StubReply reply =
          body.isPresent() ? reply(exchange, body.get()) : StubReply.of(bodyTooLong());
      Thread.sleep(reply.delay().toMillis());
      if (reply.answer().isPresent()) {
        carry(exchange, reply.answer().get());
      }
    } catch (InterruptedException e) {
      // It is closed.
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Returns the body of a request; empty if it is too long.
   *
   * @throws IOException if it has no end in sight, or the client is gone
   */
  private static Optional<byte[]> body(InputStream in) throws IOException {
    byte[] body = in.readNBytes(LONGEST_BODY);
    byte[] rest = new byte[1 << 16];
    long more = 0;
    for (int read = in.read(rest); read >= 0; read = in.read(rest)) {
      more += read;
      if (more > PATIENCE) {
        throw new IOException("a body without end");
      }
    }
    return more == 0 ? Optional.of(body) : Optional.empty();
  }

  private static WireAnswer bodyTooLong() {
    return error(413, "RequestEntityTooLargeException", "a body has at most 16 MiB here");
  }

  private StubReply reply(HttpExchange exchange, byte[] body) {
    URI uri = exchange.getRequestURI();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    Headers headers = Headers.of(exchange.getRequestHeaders());
    try {
      return replies.apply(
          WireRequest.of(exchange.getRequestMethod(), uri.getRawPath() + query, headers, body));
    } catch (RuntimeException | Error e) {
      return StubReply.of(failed(e));
    }
  }

  private WireAnswer failed(Throwable e) {
    String fault = fault(e);
    faults.add(fault);
    String message = "the stand-in failed, which is a fault of its own: " + fault;
    return error(500, "InternalServerException", message);
  }

  /** What an exception says may be sensitive; where it arose is not. */
  private static String fault(Throwable e) {
    String own = StubHandler.class.getPackageName().replaceFirst("[.][^.]*$", ".");
    String place =
        Stream.of(e.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith(own))
            .findFirst()
            .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
            .orElse("");
    return e.getClass().getName() + place;
  }

  private static WireAnswer error(int status, String name, String message) {
    return WireAnswer.error(status, name, Trees.json(Map.of("message", message)));
  }

  /** A script may have an answer that HTTP has no form for, such as a header of two lines. */
  private void carry(HttpExchange exchange, WireAnswer answer) throws IOException {
    try {
      send(exchange, answer);
    } catch (IllegalArgumentException e) {
      exchange.getResponseHeaders().clear();
      send(exchange, failed(e));
    }
  }

  private static void send(HttpExchange exchange, WireAnswer answer) throws IOException {
    answer
        .headers()
        .values()
        .forEach(
            (name, values) -> {
              if (!FRAMING.contains(name)) {
                exchange.getResponseHeaders().put(name, values);
              }
            });
    boolean bare =
        answer.status() == 204
            || answer.status() == 304
            || answer.body().length == 0
            || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(answer.status(), bare ? -1 : answer.body().length);
    if (!bare) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(answer.body());
      }
    }
  }
}
