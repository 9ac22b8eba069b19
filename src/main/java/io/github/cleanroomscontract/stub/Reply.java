package io.github.cleanroomscontract.stub;

import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.internal.json.Pointers;
import io.github.cleanroomscontract.internal.sample.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a {@link Script} replies. Immutable and thread-safe.
 *
 * <pre>{@code
 * stub.on("GetProtectedQuery").replySequence(Reply.status("STARTED"), Reply.status("SUCCESS"));
 * stub.on("StartProtectedQuery").replyOnce(Reply.error("ThrottlingException"));
 * }</pre>
 */
public final class Reply {

  /** What a reply begins with. */
  enum Source {
    GENERATED,
    BODY,
    ERROR,
    RAW,
    DROPPED
  }

  /** Something else at a place. */
  record Change(String pointer, Object value) {}

  private final Source source;
  private final String text;
  private final Optional<WireAnswer> raw;
  private final Optional<String> status;
  private final List<Change> changes;
  private final Duration delay;
  private final boolean broken;

  private Reply(
      Source source,
      String text,
      Optional<WireAnswer> raw,
      Optional<String> status,
      List<Change> changes,
      Duration delay,
      boolean broken) {
    this.source = source;
    this.text = text;
    this.raw = raw;
    this.status = status;
    this.changes = List.copyOf(changes);
    this.delay = delay;
    this.broken = broken;
  }

  private static Reply of(Source source, String text) {
    return new Reply(
        source, text, Optional.empty(), Optional.empty(), List.of(), Duration.ZERO, false);
  }

  /** Replies with a body, as JSON, and the status of an answer that is no error. */
  public static Reply json(String body) {
    return body(body);
  }

  /**
   * Replies with a body, and the status of an answer that is no error.
   *
   * @param body JSON as text, bytes, or the path of a file, which is read at once; or a map or list
   *     of maps, lists, strings, numbers, booleans and nulls
   * @throws IllegalArgumentException if it is something else
   * @throws UncheckedIOException if the file cannot be read
   */
  public static Reply body(Object body) {
    return of(Source.BODY, text(body));
  }

  /** Returns a body as JSON: the one place that knows what can be one. */
  private static String text(Object body) {
    if (body instanceof CharSequence text) {
      return text.toString();
    }
    if (body instanceof byte[] bytes) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    if (body instanceof Path file) {
      try {
        return Files.readString(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    if (body instanceof Map<?, ?> || body instanceof List<?>) {
      return Trees.json(body);
    }
    String type = body == null ? "null" : body.getClass().getName();
    throw new IllegalArgumentException(
        "a body is text, bytes, a path, a map or a list; found " + type);
  }

  /** Replies what would be replied without a script. */
  public static Reply generated() {
    return of(Source.GENERATED, "");
  }

  /**
   * Replies what would be replied without a script, but with another status, and with the result or
   * the error that goes with it: for queries, jobs, memberships, change requests, and whatever else
   * has a status. What the stand-in remembers stays as it is.
   *
   * @param status the status, such as {@code STARTED}
   */
  public static Reply status(String status) {
    return new Reply(
        Source.GENERATED,
        "",
        Optional.empty(),
        Optional.of(status),
        List.of(),
        Duration.ZERO,
        false);
  }

  /**
   * Replies with an error, by the status that it comes with, and with what its body must have.
   *
   * @param name its name, such as {@code ThrottlingException}
   */
  public static Reply error(String name) {
    return of(Source.ERROR, Objects.requireNonNull(name));
  }

  /** Replies with an answer as it is, status and headers included. */
  public static Reply raw(WireAnswer answer) {
    return new Reply(
        Source.RAW, "", Optional.of(answer), Optional.empty(), List.of(), Duration.ZERO, false);
  }

  /** Does not reply, but drops the connection. */
  public static Reply droppedConnection() {
    return of(Source.DROPPED, "");
  }

  /**
   * Returns the same reply with something else at a place of its body, in addition to what else was
   * said to be so.
   *
   * @param pointer the JSON Pointer of the place, such as {@code /protectedQuery/status}; objects
   *     on the way are made where they are missing
   * @param value a string, number, boolean, null, or a map or list of such
   * @throws IllegalArgumentException for replies without a generated body, which say it themselves
   */
  public Reply with(String pointer, Object value) {
    if (source != Source.GENERATED && source != Source.ERROR && source != Source.BODY) {
      throw new IllegalArgumentException("this reply has no body to change");
    }
    if (!pointer.startsWith("/")) {
      throw new IllegalArgumentException(
          "a place is a JSON Pointer such as /protectedQuery/status; found " + pointer);
    }
    List<Change> more = new ArrayList<>(changes);
    more.add(new Change(pointer, value));
    return new Reply(source, text, raw, status, more, delay, broken);
  }

  /** Returns the same reply with that message, for errors. */
  public Reply message(String message) {
    return with("/message", message);
  }

  /** Returns the same reply after a while. */
  public Reply delayed(Duration longer) {
    if (longer.isNegative()) {
      throw new IllegalArgumentException("a delay is not negative; found " + longer);
    }
    return new Reply(source, text, raw, status, changes, longer, broken);
  }

  /** Returns the same reply, which is not refused although it may break the contract. */
  public Reply evenIfBroken() {
    return new Reply(source, text, raw, status, changes, delay, true);
  }

  Source source() {
    return source;
  }

  /** Returns the body, or the name of the error. */
  String text() {
    return text;
  }

  Optional<WireAnswer> rawAnswer() {
    return raw;
  }

  Optional<String> wantedStatus() {
    return status;
  }

  Duration delay() {
    return delay;
  }

  boolean mayBeBroken() {
    return broken;
  }

  boolean changesNothing() {
    return changes.isEmpty();
  }

  /** Returns a body with the changes made. */
  Object changed(Object body) {
    Object result = body;
    for (Change change : changes) {
      try {
        result = Trees.set(result, Pointers.segments(change.pointer()), change.value());
      } catch (RuntimeException e) {
        throw new IllegalArgumentException("there is no place " + change.pointer(), e);
      }
    }
    return result;
  }
}
