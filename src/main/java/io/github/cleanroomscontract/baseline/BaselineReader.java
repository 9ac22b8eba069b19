package io.github.cleanroomscontract.baseline;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.json.Locator;
import io.github.cleanroomscontract.internal.json.Pointers;
import io.github.cleanroomscontract.internal.json.TextPosition;
import io.github.cleanroomscontract.internal.json.TextProblem;
import io.github.cleanroomscontract.internal.text.Nearest;
import io.github.cleanroomscontract.internal.text.Words;
import io.github.cleanroomscontract.rules.RuleBook;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
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

  private final Path file;
  private JsonDocument document;

  BaselineReader(Path file) {
    this.file = file;
  }

  List<Placed> read() throws IOException {
    document = JsonDocument.parse(bytes());
    if (!document.problems().isEmpty()) {
      TextProblem problem = document.problems().get(0);
      String detail = problem.detail().isEmpty() ? "" : " (" + problem.detail() + ")";
      String kind = problem.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      throw new IOException(
          place(document.position(problem.offset())) + "the file is not JSON: " + kind + detail);
    }
    JsonNode root = document.root().orElseThrow();
    checkMembers(root, Pointers.ROOT, "the file", List.of("version", "known"));
    if (!root.path("version").isIntegralNumber() || root.path("version").asInt() != VERSION) {
      throw fault(root.has("version") ? "/version" : "", "\"version\" has to be " + VERSION);
    }
    if (!root.path("known").isArray()) {
      throw fault(root.has("known") ? "/known" : "", "\"known\" has to be a list");
    }
    List<Placed> all = new ArrayList<>();
    for (JsonNode node : root.path("known")) {
      all.add(entry(node, "/known/" + all.size()));
    }
    return all;
  }

  private byte[] bytes() throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new IOException(file + " cannot be read: there is no such file", e);
    } catch (AccessDeniedException e) {
      throw new IOException(file + " cannot be read: permission denied", e);
    } catch (IOException e) {
      throw new IOException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private Placed entry(JsonNode node, String at) throws IOException {
    checkMembers(node, at, "an entry", MEMBERS);
    String operation = text(node, at, "operation");
    List<String> operations =
        Catalogue.current().operations().stream().map(Operation::name).toList();
    check(at + "/operation", operation, "operation", withAny(operations));
    String direction = text(node, at, "direction");
    List<String> directions = Stream.of(Direction.values()).map(Direction::label).toList();
    check(at + "/direction", direction, "direction", withAny(directions));
    String rule = text(node, at, "rule");
    check(at + "/rule", rule, "rule", RuleBook.all().stream().map(Rule::id).toList());
    String pointer = text(node, at, "pointer");
    if (!pointer.isEmpty() && !pointer.startsWith("/")) {
      throw fault(at + "/pointer", "a pointer begins with a slash, or is empty for the payload");
    }
    Optional<String> member =
        node.has("member") ? Optional.of(text(node, at, "member")) : Optional.empty();
    String reason = text(node, at, "reason");
    LocalDate expires = day(node, at);
    return new Placed(
        new KnownFinding(operation, direction, rule, pointer, member, reason, expires),
        position(at).line());
  }

  private static List<String> withAny(List<String> names) {
    List<String> all = new ArrayList<>(names);
    all.add(KnownFinding.ANY);
    return all;
  }

  private void checkMembers(JsonNode node, String at, String what, List<String> names)
      throws IOException {
    if (!node.isObject()) {
      throw fault(at, what + " has to be an object");
    }
    for (String name : node.propertyNames()) {
      check(Pointers.append(at, name), name, "member here", names);
    }
  }

  /** Refuses what is not one of the names. */
  private void check(String at, String text, String what, Collection<String> names)
      throws IOException {
    if (!names.contains(text)) {
      String hint =
          Nearest.to(text, names).map(near -> "; did you mean \"" + near + "\"?").orElse("");
      throw fault(at, "there is no " + what + " \"" + Words.escaped(text) + "\"" + hint);
    }
  }

  private String text(JsonNode node, String at, String name) throws IOException {
    if (!node.has(name)) {
      throw fault(at, "the entry lacks \"" + name + "\"");
    }
    if (!node.path(name).isString()) {
      throw fault(Pointers.append(at, name), "\"" + name + "\" has to be a text");
    }
    return node.path(name).asString();
  }

  private LocalDate day(JsonNode node, String at) throws IOException {
    try {
      return LocalDate.parse(text(node, at, "expires"));
    } catch (DateTimeParseException e) {
      throw fault(at + "/expires", "\"expires\" has to be a day such as 2027-01-31");
    }
  }

  private IOException fault(String pointer, String sentence) {
    return new IOException(place(position(pointer)) + sentence);
  }

  private TextPosition position(String pointer) {
    Locator locator = new Locator(document);
    locator.want(pointer);
    return document.position(locator.value(pointer).orElseThrow().start());
  }

  private String place(TextPosition position) {
    return file + ":" + position.line() + ":" + position.column() + ": ";
  }
}
