package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.exchange.Headers;
import io.github.cleanroomscontract.internal.json.Locator;
import io.github.cleanroomscontract.internal.json.Locator.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * An HTTP exchange: {@code {"request": {"method": "GET", "uri": "/memberships", "headers": {…},
 * "body": …}, "response": {"status": 200, "headers": {…}, "body": …}}}. A body is a JSON value, or
 * a string that holds the text. Headers, bodies and the response may be left out.
 */
final class ExchangeImporter implements Importer {

  private static final String REQUEST = "/request";
  private static final String URI = "/request/uri";
  private static final String REQUEST_BODY = "/request/body";
  private static final String RESPONSE = "/response";
  private static final String RESPONSE_BODY = "/response/body";

  @Override
  public CaptureFormat format() {
    return CaptureFormat.EXCHANGE;
  }

  @Override
  public boolean isMeant(Source source) {
    return isMeant(source.root());
  }

  private static boolean isMeant(JsonNode root) {
    JsonNode request = root.path("request");
    return request.path("method").isString() && request.path("uri").isString();
  }

  @Override
  public boolean isPayload(String pointer) {
    return pointer.startsWith(REQUEST_BODY) || pointer.startsWith(RESPONSE_BODY);
  }

  @Override
  public Optional<Misfit> misfit(JsonNode root) {
    JsonNode request = root.path("request");
    JsonNode response = root.path("response");
    JsonNode status = response.path("status");
    if (!request.isObject()) {
      return Optional.of(new Misfit("", "\"request\" is an object with \"method\" and \"uri\""));
    }
    if (!isMeant(root)) {
      return Optional.of(new Misfit(REQUEST, "\"method\" and \"uri\" are strings"));
    }
    if (!response.isMissingNode() && !response.isNull() && !isStatus(status)) {
      return Optional.of(new Misfit(RESPONSE, "\"status\" is a whole number between 100 and 599"));
    }
    return Optional.empty();
  }

  private static boolean isStatus(JsonNode status) {
    return status.isInt() && status.asInt() >= 100 && status.asInt() <= 599;
  }

  @Override
  public void read(Source source, Consumer<Captured> messages) {
    Locator locator = new Locator(source.document());
    List.of(REQUEST, URI, REQUEST_BODY, RESPONSE, RESPONSE_BODY).forEach(locator::want);
    JsonNode request = source.root().get("request");
    JsonNode response = source.root().path("response");
    Span uri = locator.value(URI).orElseThrow();
    Optional<HttpEntry.Answer> answer = Optional.empty();
    if (response.isObject()) {
      Span span = locator.value(RESPONSE).orElseThrow();
      HttpBody body = body(source, locator, response.path("body"), RESPONSE_BODY, span);
      Headers headers = HeaderReader.read(response.path("headers"));
      int status = response.path("status").asInt();
      answer = Optional.of(new HttpEntry.Answer(status, headers, span, Optional.of(body)));
    }
    new HttpEntry(
            source,
            request.get("method").asString(),
            Url.parse(request.get("uri").asString()),
            uri,
            HeaderReader.read(request.path("headers")),
            Optional.of(body(source, locator, request.path("body"), REQUEST_BODY, uri)),
            answer)
        .read(messages);
  }

  private static HttpBody body(
      Source source, Locator locator, JsonNode body, String pointer, Span anchor) {
    if (body.isMissingNode()) {
      return HttpBody.none(source.document(), anchor);
    }
    Span span = locator.value(pointer).orElseThrow();
    return body.isString()
        ? HttpBody.string(source.document(), span)
        : HttpBody.value(source.document(), span);
  }
}
