package io.github.cleanroomscontract.stub;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.HttpBinding;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.exchange.WireRequest;
import io.github.cleanroomscontract.generation.PayloadCases;
import io.github.cleanroomscontract.internal.sample.Trees;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Requests as clients send them. */
final class Requests {

  private Requests() {}

  /** Returns the request of an operation with an input, in which apostrophes quote. */
  static WireRequest of(String operation, String input) {
    return of(operation, Trees.copy(Trees.parse(input)));
  }

  /** Returns the request of an operation with an input. */
  static WireRequest of(String operation, Map<String, Object> input) {
    Operation found = Catalogue.current().operation(operation).orElseThrow();
    HttpBinding http = found.http();
    Map<String, Object> body = Trees.copy(input);
    String path = http.path();
    for (String member : http.pathMembers()) {
      path = path.replace("{" + member + "}", escaped(body.remove(member)));
    }
    List<String> query = new ArrayList<>();
    for (String member : http.queryMembers()) {
      Object value = body.remove(member);
      if (value != null) {
        (value instanceof List<?> list ? list.stream() : Stream.of(value))
            .forEach(each -> query.add(member + "=" + escaped(each)));
      }
    }
    String target = path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    boolean bare = http.method().equals("GET") || http.method().equals("DELETE");
    return WireRequest.of(http.method(), target, bare ? "" : Trees.json(body));
  }

  /** Returns the simplest request of an operation as it was on a day. */
  static WireRequest simplest(Operation operation, LocalDate day) {
    String input =
        PayloadCases.of(operation.name(), Direction.REQUEST)
            .asOf(day)
            .valid()
            .findFirst()
            .orElseThrow()
            .payload();
    return of(operation.name(), Trees.copy(Trees.read(input)));
  }

  private static String escaped(Object value) {
    return URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8).replace("+", "%20");
  }
}
