package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.internal.json.DerivedText;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.json.Locator.Span;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The body of an HTTP message as a capture holds it.
 *
 * @param text its text, which knows where it stands
 * @param bytes its bytes
 */
record HttpBody(DerivedText text, byte[] bytes) {

  private static HttpBody of(DerivedText text) {
    return new HttpBody(text, text.text().getBytes(StandardCharsets.UTF_8));
  }

  /** Returns a body that is not there, about which findings point to an anchor. */
  static HttpBody none(JsonDocument document, Span anchor) {
    return of(DerivedText.of(document).made("", anchor).build());
  }

  /** Returns a body that is written as a JSON value. */
  static HttpBody value(JsonDocument document, Span span) {
    return of(DerivedText.of(document).copy(span.start(), span.end()).build());
  }

  /** Returns a body that is written as a string. */
  static HttpBody string(JsonDocument document, Span literal) {
    return of(DerivedText.of(document).unescaped(literal).build());
  }

  /**
   * Returns a body that is written as Base64.
   *
   * @throws IllegalArgumentException if it is not
   */
  static HttpBody base64(JsonDocument document, Span literal) {
    String encoded = string(document, literal).text().text();
    byte[] bytes = Base64.getMimeDecoder().decode(encoded);
    String text = new String(bytes, StandardCharsets.UTF_8);
    return new HttpBody(DerivedText.of(document).made(text, literal).build(), bytes);
  }

  /**
   * Returns where an input stands that was put together from this body and what the URL says.
   *
   * @param input the input, which is the body with something put in after its first brace
   * @param url where the URL stands
   */
  DerivedText origin(String input, Span url) {
    String body = text.text();
    int more = input.length() - body.length();
    if (body.isEmpty()) {
      return DerivedText.of(text.source()).made(input, url).build();
    }
    int after = input.indexOf('{') + 1;
    return more <= 0 ? text : text.inserting(after, input.substring(after, after + more), url);
  }
}
