package io.github.cleanroomscontract.exchange;

import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.validation.Payload;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/**
 * An HTTP answer as it travels. Immutable and thread-safe, as long as nobody writes into the bytes
 * that it was given.
 */
public final class WireAnswer {

  /** The header in which the service names an error. */
  public static final String ERROR_TYPE = "x-amzn-ErrorType";

  private final int status;
  private final Headers headers;
  private final byte[] body;

  private WireAnswer(int status, Headers headers, byte[] body) {
    this.status = status;
    this.headers = Objects.requireNonNull(headers);
    this.body = Objects.requireNonNull(body);
  }

  /**
   * Returns an answer.
   *
   * @param status the HTTP status
   * @param headers its headers
   * @param body its body; empty where there is none
   */
  public static WireAnswer of(int status, Headers headers, byte[] body) {
    return new WireAnswer(status, headers, body);
  }

  /** Returns an answer with a JSON text for a body. */
  public static WireAnswer json(int status, String body) {
    Headers headers = Headers.NONE.with("Content-Type", "application/json");
    return of(status, headers, body.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns an error as the service sends it: its name is in a header. */
  public static WireAnswer error(int status, String name, String body) {
    WireAnswer answer = json(status, body);
    return of(status, answer.headers.with(ERROR_TYPE, name), answer.body);
  }

  /** Returns the HTTP status. */
  public int status() {
    return status;
  }

  /** Returns the headers. */
  public Headers headers() {
    return headers;
  }

  /** Returns the body; empty where there is none. */
  public byte[] body() {
    return body;
  }

  /** Returns the output of an operation, which need not be written if it has no members. */
  public Payload output(Operation operation) {
    boolean nothing = body.length == 0 && status < 300 && operation.response().members().isEmpty();
    return nothing ? Payload.of("{}") : Payload.of(body);
  }

  /**
   * Returns the name of the error as its header has it, without what services put around it: {@code
   * aws.protocoltests#ThrottlingException:http://…} is {@code ThrottlingException}.
   */
  public Optional<String> errorName() {
    return headers
        .first(ERROR_TYPE)
        .map(name -> name.replaceFirst(":.*", ""))
        .map(name -> name.substring(name.lastIndexOf('#') + 1).trim())
        .filter(name -> !name.isEmpty());
  }

  /** Returns the status alone: the body may be sensitive. */
  @Override
  public String toString() {
    return "HTTP " + status;
  }
}
