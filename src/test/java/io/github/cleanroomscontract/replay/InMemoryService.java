package io.github.cleanroomscontract.replay;

import io.github.cleanroomscontract.catalogue.HttpBinding;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.exchange.WireRequest;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.stub.ContractStub;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The stand-in without HTTP; its answers may be altered on their way. */
public final class InMemoryService implements Service {

  private final ContractStub stub;
  private final List<Step> sent = new ArrayList<>();
  private BiFunction<Operation, Exchange, Exchange> alteration = (operation, exchange) -> exchange;

  public InMemoryService(ContractStub stub) {
    this.stub = stub;
  }

  /** Alters what comes back. */
  public InMemoryService altering(BiFunction<Operation, Exchange, Exchange> other) {
    alteration = other;
    return this;
  }

  /** Alters the answers of one operation. */
  public InMemoryService answering(
      String operation, java.util.function.UnaryOperator<WireAnswer> alter) {
    return altering(
        (asked, exchange) ->
            asked.name().equals(operation)
                ? answered(exchange.request(), alter.apply(exchange.answer().orElseThrow()))
                : exchange);
  }

  /** Returns an exchange with an answer. */
  public static Exchange answered(Optional<WireRequest> request, WireAnswer answer) {
    return new Exchange(
        request, Optional.of(answer), Optional.empty(), false, 1, Duration.ofMillis(1));
  }

  /** Returns an exchange without an answer. */
  public static Exchange unanswered(String failure, boolean last) {
    return new Exchange(
        Optional.empty(), Optional.empty(), Optional.of(failure), last, 1, Duration.ofMillis(1));
  }

  /** Returns what was sent, in order, with no source. */
  public List<Step> sent() {
    return sent;
  }

  @Override
  public Exchange call(Operation operation, String input, boolean valid) {
    sent.add(new Step("", operation.name(), input, valid));
    WireRequest request = request(operation, input);
    WireAnswer answer = stub.handle(request).answer().orElseThrow();
    return alteration.apply(operation, answered(Optional.of(request), answer));
  }

  private static WireRequest request(Operation operation, String input) {
    HttpBinding http = operation.http();
    ObjectNode body = (ObjectNode) JsonDocument.parse(input).root().orElseThrow();
    String path = http.path();
    for (String member : http.pathMembers()) {
      JsonNode value = body.remove(member);
      path = path.replace("{" + member + "}", value == null ? "" : escaped(value));
    }
    List<String> query = new ArrayList<>();
    for (String member : http.queryMembers()) {
      JsonNode value = body.remove(member);
      if (value != null && value.isArray()) {
        value.forEach(each -> query.add(member + "=" + escaped(each)));
      } else if (value != null) {
        query.add(member + "=" + escaped(value));
      }
    }
    String target = path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    boolean bare = http.method().equals("GET") || http.method().equals("DELETE");
    return WireRequest.of(http.method(), target, bare ? "" : body.toString());
  }

  private static String escaped(JsonNode value) {
    String text = value.isString() ? value.asString() : value.toString();
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public String endpoint() {
    return "memory";
  }

  @Override
  public void close() {}
}
