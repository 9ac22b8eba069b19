package io.github.cleanroomscontract.baseline;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.internal.json.JsonFile;
import io.github.cleanroomscontract.internal.json.Pointers;
import io.github.cleanroomscontract.rules.RuleBook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads a file of known findings, and says at which place it is not one. */
final class BaselineReader {

  private static final int VERSION = 1;
  private static final List<String> MEMBERS =
      List.of("operation", "direction", "rule", "pointer", "member", "reason", "expires");

  /** A finding and where the file has it. */
  record Placed(KnownFinding known, int line) {}

  private final JsonFile json;

  /**
   * Begins to read a file.
   *
   * @throws IOException if it cannot be read, or is no JSON object
   */
  BaselineReader(Path file) throws IOException {
    this.json = new JsonFile(file);
  }

  List<Placed> read() throws IOException {
    JsonNode root = json.root();
    json.members(root, Pointers.ROOT, "the file", List.of("version", "known"));
    if (!root.path("version").isIntegralNumber() || root.path("version").asInt() != VERSION) {
      throw json.fault(root.has("version") ? "/version" : "", "\"version\" has to be " + VERSION);
    }
    if (!root.path("known").isArray()) {
      throw json.fault(root.has("known") ? "/known" : "", "\"known\" has to be a list");
    }
    List<Placed> all = new ArrayList<>();
    for (JsonNode node : root.path("known")) {
      all.add(entry(node, "/known/" + all.size()));
    }
    return all;
  }

  private Placed entry(JsonNode node, String at) throws IOException {
    json.members(node, at, "an entry", MEMBERS);
    String operation = json.string(node, at, "operation");
    List<String> operations =
        Catalogue.current().operations().stream().map(Operation::name).toList();
    json.known(at + "/operation", operation, "operation", withAny(operations));
    String direction = json.string(node, at, "direction");
    List<String> directions = Stream.of(Direction.values()).map(Direction::label).toList();
    json.known(at + "/direction", direction, "direction", withAny(directions));
    String rule = json.string(node, at, "rule");
    json.known(at + "/rule", rule, "rule", RuleBook.all().stream().map(Rule::id).toList());
    String pointer = json.string(node, at, "pointer");
    if (!pointer.isEmpty() && !pointer.startsWith("/")) {
      throw json.fault(
          at + "/pointer", "a pointer begins with a slash, or is empty for the payload");
    }
    Optional<String> member =
        node.has("member") ? Optional.of(json.string(node, at, "member")) : Optional.empty();
    String reason = json.string(node, at, "reason");
    LocalDate expires = day(node, at);
    return new Placed(
        new KnownFinding(operation, direction, rule, pointer, member, reason, expires),
        json.position(at).line());
  }

  private static List<String> withAny(List<String> names) {
    List<String> all = new ArrayList<>(names);
    all.add(KnownFinding.ANY);
    return all;
  }

  private LocalDate day(JsonNode node, String at) throws IOException {
    try {
      return LocalDate.parse(json.string(node, at, "expires"));
    } catch (DateTimeParseException e) {
      throw json.fault(at + "/expires", "\"expires\" has to be a day such as 2027-01-31");
    }
  }
}
