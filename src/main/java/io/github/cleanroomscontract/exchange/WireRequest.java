package io.github.cleanroomscontract.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * An HTTP request as it travels. Immutable and thread-safe, as long as nobody writes into the bytes
 * that it was given.
 */
public final class WireRequest {

  private final String method;
  private final String target;
  private final Headers headers;
  private final byte[] body;

  private WireRequest(String method, String target, Headers headers, byte[] body) {
    this.method = Objects.requireNonNull(method);
    this.target = Objects.requireNonNull(target);
    this.headers = Objects.requireNonNull(headers);
    this.body = Objects.requireNonNull(body);
  }

  /**
   * Returns a request.
   *
   * @param method the HTTP method, such as {@code POST}
   * @param target path and query with their escapes, such as {@code /memberships?maxResults=5}
   * @param headers its headers
   * @param body its body; empty where there is none
   */
  public static WireRequest of(String method, String target, Headers headers, byte[] body) {
    return new WireRequest(method, target, headers, body);
  }

  /** Returns a request with a text for a body, and no headers. */
  public static WireRequest of(String method, String target, String body) {
    return of(method, target, Headers.NONE, body.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the HTTP method. */
  public String method() {
    return method;
  }

  /** Returns path and query with their escapes. */
  public String target() {
    return target;
  }

  /** Returns the path with its escapes. */
  public String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** Returns the query with its escapes; empty where there is none. */
  public String query() {
    int query = target.indexOf('?');
    return query < 0 ? "" : target.substring(query + 1);
  }

  /** Returns the headers. */
  public Headers headers() {
    return headers;
  }

  /** Returns the body; empty where there is none. */
  public byte[] body() {
    return body;
  }

  /** Returns method and path. The query is left out, and the body: they may be sensitive. */
  @Override
  public String toString() {
    return method + " " + path();
  }
}
