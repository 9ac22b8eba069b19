package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.internal.json.Locator;
import io.github.cleanroomscontract.internal.json.Locator.Span;
import io.github.cleanroomscontract.internal.json.Pointers;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * What boto3 returned, dumped as JSON: {@code {"ResponseMetadata": {…}, …}}; and what placebo
 * recorded of it: {@code {"status_code": 200, "data": {…}}} in {@code
 * cleanrooms.GetMembership_1.json}.
 */
final class BotoImporter implements Importer {

  private static final String METADATA = "ResponseMetadata";
  private static final String ERROR = "Error";
  private static final String DATA = "/data";

  @Override
  public CaptureFormat format() {
    return CaptureFormat.BOTO3;
  }

  @Override
  public boolean isMeant(Source source) {
    return source.root().path(METADATA).isObject() || isPlacebo(source.root());
  }

  private static boolean isPlacebo(JsonNode root) {
    return root.path("status_code").isInt() && root.path("data").isObject();
  }

  /** Without metadata it is what was left of a response, or the arguments of a call. */
  @Override
  public Optional<Misfit> misfit(JsonNode root) {
    return root.isObject()
        ? Optional.empty()
        : Optional.of(new Misfit(Pointers.ROOT, "a response of boto3 is an object"));
  }

  @Override
  public boolean isPayload(String pointer) {
    return true;
  }

  @Override
  public void read(Source source, Consumer<Captured> messages) {
    boolean placebo = isPlacebo(source.root());
    String base = placebo ? DATA : Pointers.ROOT;
    JsonNode response = placebo ? source.root().get("data") : source.root();
    JsonNode error = response.path(ERROR);
    JsonNode code =
        response
            .optional(METADATA)
            .map(metadata -> metadata.path("HTTPStatusCode"))
            .filter(JsonNode::isInt)
            .orElse(source.root().path("status_code"));
    OptionalInt status = code.isInt() ? OptionalInt.of(code.asInt()) : OptionalInt.empty();
    boolean failed = status.orElse(200) >= 400 || error.path("Code").isString();
    Identity around = source.identity();
    Identity identity =
        new Identity(
            around.operation(),
            failed
                ? Optional.of(Direction.ERROR)
                : around.direction().or(() -> Optional.of(Direction.RESPONSE)),
            failed ? code(error).or(around::error) : Optional.empty());
    Locator locator = new Locator(source.document());
    locator.want(base);
    locator.want(base + "/Error/Message");
    Span span = locator.value(base).orElseThrow();
    PayloadText text = new PayloadText(source.document(), span);
    text.drop(METADATA);
    boolean untold = failed && !response.has("message");
    if (failed) {
      text.drop(ERROR);
      if (untold && error.path("Message").isString()) {
        Span message = locator.value(base + "/Error/Message").orElseThrow();
        String json = source.document().text().substring(message.start(), message.end());
        text.add("\"message\":" + json);
      }
    }
    ToolValues.rewrite(source, base, response, identity, text);
    int line = source.line(span);
    Captured message =
        Captured.of(line, identity, text.payload(source.firstLine())).withStatus(status);
    // Earlier versions of botocore tell nothing of an error but its message.
    messages.accept(untold ? message.asPartial() : message);
  }

  private static Optional<String> code(JsonNode error) {
    return error.path("Code").asStringOpt().filter(code -> !code.isBlank());
  }
}
