package io.github.cleanroomscontract.capture;

import static io.github.cleanroomscontract.exchange.SentRequests.tree;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.exchange.SentRequests;
import io.github.cleanroomscontract.exchange.WireRequest;
import io.github.cleanroomscontract.generation.PayloadCases;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Puts messages into the forms that captures have, as far as these can hold them. */
enum CaptureForms {
  EXCHANGE_VALUE(each -> each.exchange(CaptureForms::value), 70, 95, 95),
  EXCHANGE_TEXT(each -> each.exchange(CaptureForms::quoted), 70, 95, 95),
  HAR(each -> each.har(false), 70, 95, 95),
  HAR_BASE64(each -> each.har(true), 70, 95, 95);

  /**
   * A message.
   *
   * @param request the request, of an answer too
   * @param payload the payload
   */
  record Spoken(
      Operation operation,
      Direction direction,
      Optional<String> error,
      OptionalInt status,
      String request,
      String payload) {

    /** Returns the message with its request in an envelope, which all forms are held against. */
    String envelope() {
      String answered =
          direction == Direction.REQUEST
              ? ""
              : ",\"httpStatus\":%d,\"request\":%s".formatted(httpStatus(), request);
      return "{\"operation\":\"%s\",\"direction\":\"%s\"%s%s,\"payload\":%s}"
          .formatted(
              operation.name(),
              direction.label(),
              error.map(name -> ",\"error\":\"" + name + "\"").orElse(""),
              answered,
              payload);
    }

    int httpStatus() {
      return status.orElse(
          direction == Direction.RESPONSE
              ? operation.status()
              : error.flatMap(Catalogue.current()::error).map(each -> each.status()).orElse(400));
    }

    private Optional<String> exchange(Function<String, String> body) {
      return sent()
          .map(
              wire -> {
                String asked =
                    "{\"request\":{\"method\":\"%s\",\"uri\":%s%s}"
                        .formatted(wire.method(), quoted(wire.target()), body(body));
                String answered =
                    ",\"response\":{\"status\":%d%s,\"body\":%s}"
                        .formatted(
                            httpStatus(),
                            error
                                .map(name -> ",\"headers\":{\"x-amzn-ErrorType\":\"" + name + "\"}")
                                .orElse(""),
                            body.apply(payload));
                return asked + (direction == Direction.REQUEST ? "" : answered) + "}";
              });
    }

    private String body(Function<String, String> body) {
      return bodyText().map(text -> ",\"body\":" + body.apply(text)).orElse("");
    }

    /** What of the request travels in its body, to the letter of its values. */
    private Optional<String> bodyText() {
      String text = new String(sent().orElseThrow().body(), StandardCharsets.UTF_8);
      return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private Optional<String> har(boolean base64) {
      Function<String, String> text =
          body ->
              base64
                  ? "\"encoding\":\"base64\",\"text\":\""
                      + Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8))
                      + '"'
                  : "\"text\":" + quoted(body);
      return sent()
          .map(
              wire -> {
                String url = "https://cleanrooms.us-east-1.amazonaws.com" + wire.target();
                String data =
                    bodyText().map(body -> ",\"postData\":{" + text.apply(body) + "}").orElse("");
                String named =
                    error
                        .map(
                            name ->
                                ",\"headers\":[{\"name\":\"X-Amzn-Errortype\",\"value\":\""
                                    + name
                                    + "\"}]")
                        .orElse("");
                String response =
                    direction == Direction.REQUEST
                        ? "{\"status\":0}"
                        : "{\"status\":%d%s,\"content\":{%s}}"
                            .formatted(httpStatus(), named, text.apply(payload));
                return "{\"log\":{\"entries\":[{\"request\":{\"method\":\"%s\",\"url\":%s%s},\"response\":%s}]}}"
                    .formatted(wire.method(), quoted(url), data, response);
              });
    }

    /** The request as it travels, if its members can travel where they should. */
    private Optional<WireRequest> sent() {
      JsonNode input = tree(request);
      if (!input.isObject()) {
        return Optional.empty();
      }
      Set<String> others = new HashSet<>(input.propertyNames());
      for (String name : operation.http().pathMembers()) {
        others.remove(name);
        JsonNode value = input.path(name);
        if (!value.isString() || value.asString().isEmpty() || !encodable(value.asString())) {
          return Optional.empty();
        }
      }
      for (String name : operation.http().queryMembers()) {
        others.remove(name);
        Shape shape = operation.request().member(name).orElseThrow().shape();
        if (input.has(name) && !travels(shape, input.get(name))) {
          return Optional.empty();
        }
      }
      boolean body = !operation.http().method().matches("GET|DELETE");
      return body || others.isEmpty()
          ? Optional.of(SentRequests.of(operation, request))
          : Optional.empty();
    }

    private static boolean travels(Shape shape, JsonNode value) {
      return switch (shape.kind()) {
        case LIST ->
            value.isArray()
                && !value.isEmpty()
                && value.valueStream().allMatch(item -> travels(shape.item(), item));
        case INTEGER -> value.isInt() || value.isLong();
        case STRING, ENUM -> value.isString() && encodable(value.asString());
        default -> false;
      };
    }

    private static boolean encodable(String text) {
      return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
  }

  private final Function<Spoken, Optional<String>> form;
  private final Map<Direction, Integer> least;

  CaptureForms(
      Function<Spoken, Optional<String>> form, int ofRequests, int ofResponses, int ofErrors) {
    this.form = form;
    this.least =
        Map.of(
            Direction.REQUEST, ofRequests,
            Direction.RESPONSE, ofResponses,
            Direction.ERROR, ofErrors);
  }

  /** Returns how many of a hundred messages of a direction it can hold at least. */
  int least(Direction direction) {
    return least.get(direction);
  }

  /** Returns a message in this form; empty if the form cannot hold it. */
  Optional<String> write(Spoken message) {
    return form.apply(message);
  }

  /** Returns an input of an operation that something may answer. */
  static String anyRequest(Operation operation) {
    return PayloadCases.of(operation.name(), Direction.REQUEST)
        .valid()
        .findFirst()
        .orElseThrow()
        .payload();
  }

  /** A string there is the text of a body. */
  private static String value(String payload) {
    return payload.startsWith("\"") ? quoted(payload) : payload;
  }

  static String quoted(String text) {
    return JsonNodeFactory.instance.stringNode(text).toString();
  }
}
