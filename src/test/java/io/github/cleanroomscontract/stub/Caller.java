package io.github.cleanroomscontract.stub;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.exchange.Call;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.internal.sample.Trees;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls a stand-in as a test would, and makes sure that all calls are in the contract. */
final class Caller {

  private final ContractStub stub;

  Caller(ContractStub stub) {
    this.stub = stub;
  }

  /** Returns the output of a call that succeeds; its input is JSON, in which apostrophes quote. */
  Answered call(String operation, String input, Object... values) {
    WireAnswer answer = send(operation, input.formatted(values));
    String body = new String(answer.body(), StandardCharsets.UTF_8);
    assertThat(answer.status()).as(body).isBetween(200, 204);
    return new Answered(body.isEmpty() ? Map.of() : Trees.copy(Trees.read(body)));
  }

  /** Returns the error that a call ends with, with its name as a member. */
  Answered fail(String operation, String input, Object... values) {
    WireAnswer answer = send(operation, input.formatted(values));
    Map<String, Object> body =
        new LinkedHashMap<>(
            Trees.copy(Trees.read(new String(answer.body(), StandardCharsets.UTF_8))));
    assertThat(answer.status()).as(body.toString()).isGreaterThanOrEqualTo(400);
    body.put("error", answer.errorName().orElseThrow());
    body.put("httpStatus", answer.status());
    return new Answered(body);
  }

  private WireAnswer send(String operation, String input) {
    int before = stub.calls().size();
    Optional<WireAnswer> answer = stub.handle(Requests.of(operation, input)).answer();
    Call call = stub.calls().get(before);
    assertThat(call.requestReport().findings()).as(call + " " + call.input()).isEmpty();
    assertThat(call.answerReport().orElseThrow().findings())
        .as(call + " " + call.output())
        .allMatch(finding -> finding.rule().id().equals("arn.published-maximum"));
    return answer.orElseThrow();
  }

  /** What a call answered. */
  record Answered(Map<String, Object> body) {

    /** Returns the value at a path of members, with dots between. */
    Object at(String path) {
      return Trees.find(body, List.of(path.split("[.]")));
    }

    /** Returns the text at a path of members, with dots between. */
    String text(String path) {
      return (String) at(path);
    }

    /** Returns what a member is in each entry of a list. */
    List<Object> each(String list, String member) {
      return ((List<?>) at(list))
          .stream()
              .map(entry -> Trees.find(entry, List.of(member)))
              .map(Object.class::cast)
              .toList();
    }

    boolean has(String path) {
      return at(path) != null;
    }
  }
}
