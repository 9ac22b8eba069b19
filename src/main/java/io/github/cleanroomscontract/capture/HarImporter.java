package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.exchange.Headers;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.json.Locator.Span;
import io.github.cleanroomscontract.internal.json.Pointers;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** An HTTP Archive 1.2: {@code {"log": {"entries": [{"request": {…}, "response": {…}}]}}}. */
final class HarImporter implements ListImporter {

  private static final String ENTRIES = "/log/entries";
  private static final String URL = "/request/url";
  private static final String SENT = "/request/postData/text";
  private static final String RESPONSE = "/response";
  private static final String RECEIVED = "/response/content/text";

  @Override
  public CaptureFormat format() {
    return CaptureFormat.HAR;
  }

  @Override
  public boolean isMeant(Source source) {
    return isMeant(source.root());
  }

  private static boolean isMeant(JsonNode root) {
    return root.path("log").path("entries").isArray();
  }

  @Override
  public Optional<Misfit> misfit(JsonNode root) {
    if (isMeant(root)) {
      return Optional.empty();
    }
    return Optional.of(
        root.path("log").isObject()
            ? new Misfit("/log", "\"entries\" is a list")
            : new Misfit("", "\"log\" is an object with \"entries\""));
  }

  @Override
  public String list() {
    return ENTRIES;
  }

  @Override
  public String elements() {
    return "entries";
  }

  @Override
  public List<String> parts() {
    return List.of(URL, SENT, RESPONSE, RECEIVED);
  }

  @Override
  public void read(Source source, Consumer<Captured> messages) {
    readList(source, messages);
  }

  @Override
  public void read(ListElement entry, Consumer<Captured> messages) {
    Source source = entry.source();
    JsonNode request = entry.node().path("request");
    if (!request.path("method").isString() || !request.path("url").isString()) {
      String why = "an entry has a \"request\" with \"method\" and \"url\"";
      messages.accept(entry.refused(entry.span(Pointers.ROOT), why));
      return;
    }
    Span url = entry.span(URL);
    try {
      new HttpEntry(
              source,
              request.get("method").asString(),
              Url.parse(request.get("url").asString()),
              url,
              HeaderReader.read(request.path("headers")),
              body(entry, request.path("postData"), SENT)
                  .or(() -> nothing(source, request.path("bodySize"), url)),
              answer(entry))
          .read(messages);
    } catch (IllegalArgumentException e) {
      messages.accept(entry.refused(url, "a body is said to be Base64, and is not"));
    }
  }

  /** Where none came, browsers write a status of 0. */
  private static Optional<HttpEntry.Answer> answer(ListElement entry) {
    JsonNode response = entry.node().path("response");
    int status = response.path("status").asInt(0);
    if (status < 100 || status > 599) {
      return Optional.empty();
    }
    Span span = entry.span(RESPONSE);
    Headers headers = HeaderReader.read(response.path("headers"));
    JsonNode content = response.path("content");
    Optional<HttpBody> body =
        body(entry, content, RECEIVED)
            .or(() -> nothing(entry.source(), content.path("size"), span));
    return Optional.of(new HttpEntry.Answer(status, headers, span, body));
  }

  private static Optional<HttpBody> body(ListElement entry, JsonNode holder, String part) {
    if (!holder.path("text").isString()) {
      return Optional.empty();
    }
    JsonDocument document = entry.source().document();
    return Optional.of(
        holder.path("encoding").asString("").equals("base64")
            ? HttpBody.base64(document, entry.span(part))
            : HttpBody.string(document, entry.span(part)));
  }

  /** Where a size is told without a text, there was a body, and nobody knows which. */
  private static Optional<HttpBody> nothing(Source source, JsonNode size, Span anchor) {
    return size.asInt(0) > 0
        ? Optional.empty()
        : Optional.of(HttpBody.none(source.document(), anchor));
  }
}
