package io.github.cleanroomscontract.exchange;

import io.github.cleanroomscontract.catalogue.HttpBinding;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.internal.json.Json;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.validation.Payload;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Puts the input of an operation back together. The text of the body stays as it is, with the
 * members of path and query before its own, so that what is wrong with the text is found as well.
 * Not thread-safe.
 */
final class InputReader {

  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]{0,30})(?:\\.[0-9]{1,30})?");

  private final Operation operation;
  private final HttpBinding http;
  private final WireRequest request;
  private final List<Finding> findings = new ArrayList<>();
  private final StringWriter members = new StringWriter();

  /** What stands in the body although it travels elsewhere. */
  private final Set<String> misplaced;

  private InputReader(Operation operation, WireRequest request) {
    this.operation = operation;
    this.http = operation.http();
    this.request = request;
    this.misplaced = misplaced();
  }

  static ReadRequest read(Operation operation, WireRequest request) {
    InputReader reader = new InputReader(operation, request);
    byte[] input = reader.input();
    return new ReadRequest(operation, Payload.of(input), reader.findings);
  }

  private byte[] input() {
    try (JsonGenerator json = Json.generator(members)) {
      json.writeStartObject();
      path(json);
      query(json);
      json.writeEndObject();
    }
    String told = members.toString();
    byte[] body = request.body();
    if (body.length == 0) {
      return told.getBytes(StandardCharsets.UTF_8);
    }
    int brace = brace(body);
    if (brace < 0 || told.length() == 2) {
      return body;
    }
    boolean more = !closes(body, brace + 1);
    String inserted = told.substring(1, told.length() - 1) + (more ? "," : "");
    ByteArrayOutputStream spliced = new ByteArrayOutputStream(body.length + told.length());
    spliced.write(body, 0, brace + 1);
    spliced.writeBytes(inserted.getBytes(StandardCharsets.UTF_8));
    spliced.write(body, brace + 1, body.length - brace - 1);
    return spliced.toByteArray();
  }

  /** No member spans segments: clients escape the slashes of ARNs. */
  private void path(JsonGenerator json) {
    String[] template = http.path().split("/", -1);
    String[] segments = request.path().split("/", -1);
    for (int i = 0; i < template.length && i < segments.length; i++) {
      if (template[i].startsWith("{")) {
        String name = template[i].substring(1, template[i].length() - 1);
        if (!misplaced.contains(name)) {
          json.writeName(name);
          scalar(json, shape(name), decoded(segments[i], false));
        }
      }
    }
  }

  private void query(JsonGenerator json) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String part : request.query().split("&")) {
      if (!part.isEmpty()) {
        int equals = part.indexOf('=');
        String name = decoded(equals < 0 ? part : part.substring(0, equals), true);
        String value = equals < 0 ? "" : decoded(part.substring(equals + 1), true);
        values.computeIfAbsent(name, each -> new ArrayList<>()).add(value);
      }
    }
    values.keySet().removeAll(misplaced);
    values.forEach(
        (name, all) -> {
          Optional<Shape> shape =
              http.queryMembers().contains(name) ? Optional.of(shape(name)) : Optional.empty();
          boolean list = shape.filter(each -> each.kind() == Shape.Kind.LIST).isPresent();
          json.writeName(name);
          // What is told twice is a list, which the contract then has something to say about.
          if (list || all.size() > 1) {
            json.writeStartArray();
            all.forEach(json::writeString);
            json.writeEndArray();
          } else if (shape.isPresent()) {
            scalar(json, shape.get(), all.get(0));
          } else {
            json.writeString(all.get(0));
          }
        });
  }

  private Shape shape(String member) {
    return operation.request().member(member).orElseThrow().shape();
  }

  /** What is no number where one is due stays a text, which the contract refuses. */
  private static void scalar(JsonGenerator json, Shape shape, String text) {
    boolean number = shape.kind() == Shape.Kind.INTEGER || shape.kind() == Shape.Kind.NUMBER;
    boolean truth = text.equals("true") || text.equals("false");
    if (number && NUMBER.matcher(text).matches() || shape.kind() == Shape.Kind.BOOLEAN && truth) {
      json.writeRawValue(text);
    } else {
      json.writeString(text);
    }
  }

  /** In a path a plus is a plus; in a query it is a space. */
  private String decoded(String text, boolean query) {
    if (text.indexOf('%') < 0 && (!query || text.indexOf('+') < 0)) {
      return text;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] == '%' && i + 2 < raw.length && digit(raw[i + 1]) >= 0 && digit(raw[i + 2]) >= 0) {
        bytes.write(digit(raw[i + 1]) * 16 + digit(raw[i + 2]));
        i += 2;
      } else {
        if (raw[i] == '%') {
          find(Rules.HTTP_ESCAPE, Optional.empty());
        }
        bytes.write(query && raw[i] == '+' ? ' ' : raw[i]);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static int digit(byte character) {
    return Character.digit((char) character, 16);
  }

  /** Whether a body is an object is told by its first character that is no white space. */
  private static int brace(byte[] body) {
    int i = body.length >= 3 && body[0] == (byte) 0xEF && body[1] == (byte) 0xBB ? 3 : 0;
    while (i < body.length && isSpace(body[i])) {
      i++;
    }
    return i < body.length && body[i] == '{' ? i : -1;
  }

  private static boolean closes(byte[] body, int from) {
    int i = from;
    while (i < body.length && isSpace(body[i])) {
      i++;
    }
    return i < body.length && body[i] == '}';
  }

  private static boolean isSpace(byte character) {
    return character == ' ' || character == '\n' || character == '\r' || character == '\t';
  }

  /** Reads the body only if it holds such a name at all. */
  private Set<String> misplaced() {
    String body = new String(request.body(), StandardCharsets.UTF_8);
    Set<String> found = new LinkedHashSet<>();
    for (List<String> elsewhere : List.of(http.pathMembers(), http.queryMembers())) {
      elsewhere.stream().filter(name -> body.contains('"' + name + '"')).forEach(found::add);
    }
    if (!found.isEmpty()) {
      Optional<JsonNode> root = JsonDocument.parse(body).root();
      found.removeIf(name -> root.filter(each -> each.has(name)).isEmpty());
      found.forEach(name -> find(Rules.HTTP_MISPLACED_MEMBER, Optional.of(name)));
    }
    return found;
  }

  private void find(Rule rule, Optional<String> member) {
    String where = member.filter(http.pathMembers()::contains).isPresent() ? "path" : "query";
    String message =
        rule.message(
            Map.of(
                "operation",
                operation.name(),
                "member",
                member.map(name -> '"' + name + '"').orElse(""),
                "expected",
                where));
    findings.add(
        new Finding(
            rule,
            rule.severity(),
            "",
            member,
            message,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }
}
