package io.github.cleanroomscontract.scenario;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.HttpBinding;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.fixture.FixtureCheck;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.json.Pointers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A fixture that a service can be asked.
 *
 * @param file where it is
 * @param operation its operation
 * @param invalid whether it breaks the contract
 * @param input its text
 * @param broken the pointers of what is broken
 */
record RequestFixture(
    Path file, Operation operation, boolean invalid, String input, Set<String> broken) {

  private static final String REQUEST = "request.";

  /** Only the service that gave a token takes it. */
  private static final String TOKEN = "nextToken";

  private static final String TOKEN_AT = "/" + TOKEN;

  /** Reads a fixture; empty if it is none that a service can be asked. */
  static Optional<RequestFixture> read(Path file) throws IOException {
    Path kind = file.toAbsolutePath().getParent();
    String name = file.getFileName().toString();
    Optional<Operation> operation =
        Catalogue.current().operation(String.valueOf(kind.getParent().getFileName()));
    boolean alone =
        !Files.exists(FixtureCheck.sibling(file, ".context"))
            && !Files.exists(FixtureCheck.sibling(file, ".options"));
    if (!name.startsWith(REQUEST) || !name.endsWith(".json") || operation.isEmpty() || !alone) {
      return Optional.empty();
    }
    boolean invalid = kind.endsWith("invalid");
    String input = Files.readString(file);
    Path list = FixtureCheck.sibling(file, ".errors");
    List<String> errors = invalid && Files.exists(list) ? Files.readAllLines(list) : List.of();
    Set<String> broken = new HashSet<>();
    errors.forEach(line -> broken.add(pointer(line)));
    boolean fit =
        hasPath(operation.get(), input)
            && (broken.contains(TOKEN_AT) || !input.contains('"' + TOKEN + '"'))
            && (!invalid || errors.stream().anyMatch(line -> travels(operation.get(), line)));
    return fit
        ? Optional.of(new RequestFixture(file, operation.get(), invalid, input, broken))
        : Optional.empty();
  }

  private static String pointer(String line) {
    int space = line.strip().indexOf(' ');
    return space < 0 ? Pointers.ROOT : line.strip().substring(space + 1);
  }

  private static boolean hasPath(Operation operation, String input) {
    JsonDocument document = JsonDocument.parse(input);
    Optional<JsonNode> root = document.root().filter(JsonNode::isObject);
    return document.problems().isEmpty()
        && root.isPresent()
        && operation.http().pathMembers().stream()
            .map(member -> root.get().path(member))
            .allMatch(value -> value.isString() && !value.asString().isEmpty());
  }

  /** Returns whether the service can see what a finding is about. */
  private static boolean travels(Operation operation, String line) {
    String rule = line.strip().split(" ")[0];
    List<String> segments = Pointers.segments(pointer(line));
    HttpBinding http = operation.http();
    boolean body = !http.method().equals("GET") && !http.method().equals("DELETE");
    if (segments.isEmpty()) {
      // The path is complete, so that it is the query that lacks something.
      return body || rule.equals("required");
    }
    boolean elsewhere =
        http.pathMembers().contains(segments.get(0))
            || http.queryMembers().contains(segments.get(0));
    return elsewhere ? !rule.equals("type") : body;
  }

  /**
   * Returns how early it is asked among those of its kind: the smallest, and then the sure ones.
   */
  int rank() {
    if (file.getFileName().toString().contains("minimal")) {
      return 0;
    }
    return Files.exists(FixtureCheck.sibling(file, ".warnings")) ? 2 : 1;
  }
}
