package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.exchange.Headers;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.internal.json.Locator;
import io.github.cleanroomscontract.internal.json.Locator.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** An HTTP Archive 1.2: {@code {"log": {"entries": [{"request": {…}, "response": {…}}]}}}. */
final class HarImporter implements Importer {

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
  public void read(Source source, Consumer<Captured> messages) {
    JsonNode entries = source.root().get("log").get("entries");
    if (entries.isEmpty()) {
      Finding finding =
          Notices.at(Rules.INPUT_FORMAT, "it holds no entries", source.firstLine(), 1);
      messages.accept(
          Captured.settled(source.firstLine(), source.identity(), Report.failed("", finding)));
    }
    Locator locator = new Locator(source.document());
    for (int i = 0; i < entries.size(); i++) {
      String entry = ENTRIES + "/" + i;
      locator.want(entry);
      List.of(URL, SENT, RESPONSE, RECEIVED).forEach(part -> locator.want(entry + part));
    }
    for (int i = 0; i < entries.size(); i++) {
      read(source, entries.get(i), ENTRIES + "/" + i, locator, messages);
    }
  }

  private static void read(
      Source source, JsonNode entry, String pointer, Locator locator, Consumer<Captured> messages) {
    JsonNode request = entry.path("request");
    if (!request.path("method").isString() || !request.path("url").isString()) {
      int line = source.line(locator.value(pointer).orElseThrow());
      String why = "an entry has a \"request\" with \"method\" and \"url\" (at " + pointer + ")";
      messages.accept(
          Captured.settled(
              line,
              source.identity(),
              Report.failed("", Notices.at(Rules.INPUT_FORMAT, why, line, 1))));
      return;
    }
    Span url = locator.value(pointer + URL).orElseThrow();
    try {
      new HttpEntry(
              source,
              request.get("method").asString(),
              Url.parse(request.get("url").asString()),
              url,
              HeaderReader.read(request.path("headers")),
              body(source, request.path("postData"), locator, pointer + SENT, url)
                  .or(() -> nothing(source, request.path("bodySize"), url)),
              answer(source, entry.path("response"), locator, pointer))
          .read(messages);
    } catch (IllegalArgumentException e) {
      int line = source.line(url);
      String why = "a body is said to be Base64, and is not (at " + pointer + ")";
      messages.accept(
          Captured.settled(
              line,
              source.identity(),
              Report.failed("", Notices.at(Rules.INPUT_FORMAT, why, line, 1))));
    }
  }

  /** Where none came, browsers write a status of 0. */
  private static Optional<HttpEntry.Answer> answer(
      Source source, JsonNode response, Locator locator, String entry) {
    int status = response.path("status").asInt(0);
    if (status < 100 || status > 599) {
      return Optional.empty();
    }
    Span span = locator.value(entry + RESPONSE).orElseThrow();
    Headers headers = HeaderReader.read(response.path("headers"));
    JsonNode content = response.path("content");
    Optional<HttpBody> body =
        body(source, content, locator, entry + RECEIVED, span)
            .or(() -> nothing(source, content.path("size"), span));
    return Optional.of(new HttpEntry.Answer(status, headers, span, body));
  }

  private static Optional<HttpBody> body(
      Source source, JsonNode holder, Locator locator, String pointer, Span anchor) {
    if (!holder.path("text").isString()) {
      return Optional.empty();
    }
    Span span = locator.value(pointer).orElse(anchor);
    return Optional.of(
        holder.path("encoding").asString("").equals("base64")
            ? HttpBody.base64(source.document(), span)
            : HttpBody.string(source.document(), span));
  }

  /** Where a size is told without a text, there was a body, and nobody knows which. */
  private static Optional<HttpBody> nothing(Source source, JsonNode size, Span anchor) {
    return size.asInt(0) > 0
        ? Optional.empty()
        : Optional.of(HttpBody.none(source.document(), anchor));
  }
}
