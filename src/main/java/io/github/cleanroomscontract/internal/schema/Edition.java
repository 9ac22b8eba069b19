package io.github.cleanroomscontract.internal.schema;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The contract as it stood on a day. A schema file says when things came ({@code x-since}) and what
 * was otherwise before ({@code x-before}); an edition is the plain schema of its day. What came
 * later is noted beside it, so that it can be told from what never was. Immutable and thread-safe.
 */
public final class Edition {

  /** The members of a structure that came later, with their dates. */
  public static final String LATER_MEMBERS = "x-later-members";

  /** The values of an enum that came later, with their dates. */
  public static final String LATER_VALUES = "x-later-values";

  /** What keywords became later: a list of objects with {@code date} and the keywords. */
  public static final String LATER_KEYWORDS = "x-later-keywords";

  private static final String SINCE = "x-since";
  private static final String BEFORE = "x-before";

  private final LocalDate day;

  /** Creates the edition of a day. */
  public Edition(LocalDate day) {
    this.day = day;
  }

  /** Changes a schema file, as it was read, into its edition. */
  public void apply(JsonNode file) {
    if (file instanceof ObjectNode root) {
      formerKeywords(root);
      root.path("$defs").forEach(this::shape);
    }
  }

  private void shape(JsonNode node) {
    if (!(node instanceof ObjectNode shape)) {
      return;
    }
    formerKeywords(shape);
    members(shape);
    values(shape);
    advice(shape);
    shape.path("properties").forEach(this::shape);
    for (String below : List.of("items", "additionalProperties", "propertyNames")) {
      shape(shape.path(below));
    }
  }

  /** Puts back what keywords were on the day. */
  private void formerKeywords(ObjectNode node) {
    if (!(node.remove(BEFORE) instanceof ObjectNode before)) {
      return;
    }
    TreeMap<LocalDate, ObjectNode> ends = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : before.properties()) {
      ends.put(LocalDate.parse(entry.getKey()), (ObjectNode) entry.getValue());
    }
    ArrayNode later = JsonNodeFactory.instance.arrayNode();
    // From the newest to the oldest that was not over yet, so that the oldest wins.
    for (LocalDate end : ends.descendingKeySet()) {
      if (end.isAfter(day)) {
        ObjectNode then = later.insertObject(0);
        then.put("date", end.toString());
        for (Map.Entry<String, JsonNode> keyword : ends.get(end).properties()) {
          JsonNode now = node.path(keyword.getKey());
          then.set(keyword.getKey(), now.isMissingNode() ? null : now);
          if (keyword.getValue().isNull()) {
            node.remove(keyword.getKey());
          } else {
            node.set(keyword.getKey(), keyword.getValue());
          }
        }
      }
    }
    if (!later.isEmpty()) {
      node.set(LATER_KEYWORDS, later);
    }
  }

  private void members(ObjectNode shape) {
    if (!(shape.path("properties") instanceof ObjectNode properties)) {
      return;
    }
    for (String name : List.copyOf(properties.propertyNames())) {
      JsonNode since = properties.path(name).path(SINCE);
      if (isLater(since)) {
        properties.remove(name);
        note(shape, LATER_MEMBERS, name, since);
      }
    }
    if (shape.path("required") instanceof ArrayNode required) {
      List<String> kept = new ArrayList<>();
      required.forEach(name -> kept.add(name.asString()));
      kept.retainAll(properties.propertyNames());
      required.removeAll();
      kept.forEach(required::add);
    }
  }

  private void values(ObjectNode shape) {
    JsonNode since = shape.path("x-enum-since");
    if (since.isMissingNode() || !(shape.path("enum") instanceof ArrayNode values)) {
      return;
    }
    for (int i = values.size() - 1; i >= 0; i--) {
      String value = values.get(i).asString();
      if (isLater(since.path(value))) {
        values.remove(i);
        note(shape, LATER_VALUES, value, since.path(value));
      }
    }
  }

  /** Advice is judged like the other rules; what it weighs, its rule says. */
  private static void advice(ObjectNode shape) {
    if (shape.remove("x-advice") instanceof ArrayNode advice) {
      ArrayNode rules =
          shape.path("allOf") instanceof ArrayNode present ? present : shape.putArray("allOf");
      rules.addAll(advice);
    }
  }

  private static void note(ObjectNode shape, String annotation, String name, JsonNode date) {
    ObjectNode noted =
        shape.path(annotation) instanceof ObjectNode present
            ? present
            : shape.putObject(annotation);
    noted.set(name, date);
  }

  private boolean isLater(JsonNode date) {
    return date.isString() && LocalDate.parse(date.asString()).isAfter(day);
  }
}
