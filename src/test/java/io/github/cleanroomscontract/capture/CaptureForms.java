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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts messages into the forms that captures have, as far as these can hold them. */
enum CaptureForms {
  EXCHANGE_VALUE(each -> each.exchange(CaptureForms::value), true, true, 70, 95, 95),
  EXCHANGE_TEXT(each -> each.exchange(CaptureForms::quoted), true, true, 70, 95, 95),
  HAR(each -> each.har(false), true, true, 70, 95, 95),
  HAR_BASE64(each -> each.har(true), true, true, 70, 95, 95),
  AWS_CLI(Spoken::cli, false, false, 95, 80, 0),
  BOTO3(Spoken::boto, true, false, 0, 80, 30),
  PLACEBO(Spoken::placebo, true, false, 0, 80, 30),
  CLOUDTRAIL(Spoken::cloudTrail, false, true, 85, 80, 30);

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

    /** Returns the message in an envelope with what a form tells besides. */
    private String envelope(boolean tellsStatus, boolean tellsRequest) {
      boolean answer = direction != Direction.REQUEST;
      return "{\"operation\":\"%s\",\"direction\":\"%s\"%s%s%s,\"payload\":%s}"
          .formatted(
              operation.name(),
              direction.label(),
              error.map(name -> ",\"error\":\"" + name + "\"").orElse(""),
              answer && tellsStatus ? ",\"httpStatus\":" + httpStatus() : "",
              answer && tellsRequest ? ",\"request\":" + request : "",
              payload);
    }

    /** Returns whether it is an error, which breaks the contract in travelling as a success. */
    boolean isErrorAsSuccess() {
      return direction == Direction.ERROR && httpStatus() < 400;
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

    private Optional<String> cli() {
      return direction == Direction.ERROR ? Optional.empty() : inPythonTimes(false);
    }

    private Optional<String> boto() {
      return botoTree(false).map(JsonNode::toString);
    }

    private Optional<String> placebo() {
      return botoTree(true)
          .map(data -> "{\"status_code\":" + httpStatus() + ",\"data\":" + data + "}");
    }

    private Optional<ObjectNode> botoTree(boolean parts) {
      boolean failed = direction == Direction.ERROR;
      if (direction == Direction.REQUEST || failed && !tree(payload).has("message")) {
        return Optional.empty();
      }
      return (failed ? Optional.of(payload) : inPythonTimes(parts))
          .map(SentRequests::tree)
          .filter(JsonNode::isObject)
          .map(
              body -> {
                ObjectNode response = (ObjectNode) body;
                ObjectNode metadata = response.putObject("ResponseMetadata");
                metadata.put("HTTPStatusCode", httpStatus()).putObject("HTTPHeaders");
                if (failed) {
                  ObjectNode told = response.putObject("Error").put("Message", "m");
                  error.ifPresent(name -> told.put("Code", name));
                }
                return response;
              });
    }

    private Optional<String> cloudTrail() {
      boolean nameless = direction == Direction.ERROR && error.isEmpty();
      boolean timely = direction == Direction.ERROR || inPythonTimes(false).isPresent();
      if (nameless || !timely || !tree(payload).isObject() || !tree(request).isObject()) {
        return Optional.empty();
      }
      String answer = ",\"responseElements\":" + payload;
      return Optional.of(
          "{\"eventSource\":\"cleanrooms.amazonaws.com\",\"eventName\":\"%s\",\"requestParameters\":%s%s%s}"
              .formatted(
                  operation.name(),
                  request,
                  direction == Direction.REQUEST ? "" : answer,
                  error.map(name -> ",\"errorCode\":\"" + name + "\"").orElse("")));
    }

    /** The payload with its times as Python has them; empty if one of them is no number. */
    private Optional<String> inPythonTimes(boolean parts) {
      Shape shape = direction == Direction.REQUEST ? operation.request() : operation.response();
      JsonNode root = tree(payload);
      Map<String, JsonNode> times = new LinkedHashMap<>();
      ToolValues.times(shape, root, times::put);
      if (times.values().stream().anyMatch(time -> !time.isNumber())) {
        return Optional.empty();
      }
      times.forEach(
          (pointer, time) ->
              PythonTimes.of(time.decimalValue(), parts)
                  .ifPresent(written -> set(root, pointer, written)));
      return Optional.of(root.toString());
    }

    private static void set(JsonNode root, String pointer, JsonNode value) {
      int slash = pointer.lastIndexOf('/');
      JsonNode holder = root.at(pointer.substring(0, slash));
      String last = pointer.substring(slash + 1);
      if (holder.isArray()) {
        ((ArrayNode) holder).set(Integer.parseInt(last), value);
      } else {
        ((ObjectNode) holder).set(last, value);
      }
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
  private final boolean tellsStatus;
  private final boolean tellsRequest;
  private final Map<Direction, Integer> least;

  CaptureForms(
      Function<Spoken, Optional<String>> form,
      boolean tellsStatus,
      boolean tellsRequest,
      int ofRequests,
      int ofResponses,
      int ofErrors) {
    this.form = form;
    this.tellsStatus = tellsStatus;
    this.tellsRequest = tellsRequest;
    this.least =
        Map.of(
            Direction.REQUEST, ofRequests,
            Direction.RESPONSE, ofResponses,
            Direction.ERROR, ofErrors);
  }

  /** Returns a message in an envelope that tells as much as this form. */
  String envelope(Spoken message) {
    return message.envelope(tellsStatus, tellsRequest);
  }

  /** Returns what the user has to say of captures in this form. */
  CaptureOptions options(Spoken message) {
    CaptureOptions untold = CaptureOptions.none();
    CaptureOptions told =
        new CaptureOptions(
            Optional.of(message.operation().name()),
            Optional.of(message.direction()),
            Optional.empty());
    return switch (this) {
      case AWS_CLI -> told.from(CaptureFormat.AWS_CLI);
      case BOTO3, PLACEBO -> told;
      default -> untold;
    };
  }

  /** Returns whether nothing but the status tells errors from responses. */
  boolean tellsKindByStatus() {
    return tellsStatus && tellsRequest;
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
