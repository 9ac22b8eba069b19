package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.json.Pointers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every mutant of a schema file: each keyword, and each annotation that the kit reads, is removed,
 * loosened and tightened once. What only people read is left alone.
 */
final class Mutants {

  private final String path;
  private final List<Mutant> found = new ArrayList<>();

  private Mutants(String path) {
    this.path = path;
  }

  static List<Mutant> of(String path, JsonNode file) {
    Mutants mutants = new Mutants(path);
    mutants.file(file);
    return mutants.found;
  }

  private void file(JsonNode file) {
    for (Map.Entry<String, JsonNode> entry : file.properties()) {
      String keyword = entry.getKey();
      switch (keyword) {
        case "$schema", "$id", "title", "description" -> {
          // Names and texts.
        }
        case "$defs" -> entry.getValue().properties().forEach(this::definition);
        case "x-http", "x-status" -> removed("", keyword);
        case "x-errors" -> items("/x-errors", entry.getValue(), Catalogue.MODEL_DATE);
        case "x-since", "x-before" -> history("", keyword, entry.getValue());
        default -> throw new AssertionError("What is " + keyword + " in " + path + "?");
      }
    }
  }

  private void definition(Map.Entry<String, JsonNode> shape) {
    shape("/$defs/" + shape.getKey(), shape.getValue());
  }

  private void shape(String pointer, JsonNode shape) {
    for (Map.Entry<String, JsonNode> entry : shape.properties()) {
      keyword(pointer, entry.getKey(), entry.getValue());
    }
  }

  private void keyword(String shape, String keyword, JsonNode value) {
    String pointer = Pointers.append(shape, keyword);
    switch (keyword) {
      case "description" -> {
        // A text.
      }
      case "$ref",
          "pattern",
          "x-union",
          "x-sensitive",
          "x-error",
          "x-status",
          "x-format",
          "default" ->
          removed(shape, keyword);
      case "type" -> {
        removed(shape, keyword);
        items(pointer, value, Catalogue.MODEL_DATE);
      }
      case "minLength",
          "maxLength",
          "minItems",
          "maxItems",
          "minProperties",
          "maxProperties",
          "minimum",
          "maximum" -> {
        removed(shape, keyword);
        byOne(shape, keyword, value, Catalogue.MODEL_DATE);
      }
      case "enum" -> {
        removed(shape, keyword);
        items(pointer, value, Catalogue.MODEL_DATE);
        add(
            pointer,
            "with a foreign value",
            Catalogue.MODEL_DATE,
            at(pointer, ArrayNode.class, values -> values.add("UNHEARD_OF")));
      }
      case "required" -> items(pointer, value, Catalogue.MODEL_DATE);
      case "items", "propertyNames", "additionalProperties" -> {
        removed(shape, keyword);
        shape(pointer, value);
      }
      case "properties" ->
          value
              .properties()
              .forEach(
                  member -> {
                    removed(pointer, member.getKey());
                    shape(Pointers.append(pointer, member.getKey()), member.getValue());
                  });
      case "x-since", "x-enum-since", "x-before" -> history(shape, keyword, value);
      case "allOf", "x-advice" -> rules(pointer, value);
      default -> throw new AssertionError("What is " + pointer + " in " + path + "?");
    }
  }

  private void history(String parent, String annotation, JsonNode value) {
    String pointer = Pointers.append(parent, annotation);
    switch (annotation) {
      case "x-since" -> removed(parent, annotation, dayBefore(value.asString()));
      case "x-enum-since" ->
          value
              .properties()
              .forEach(
                  each -> removed(pointer, each.getKey(), dayBefore(each.getValue().asString())));
      default ->
          value.properties().forEach(each -> former(pointer, each.getKey(), each.getValue()));
    }
  }

  private void former(String before, String date, JsonNode keywords) {
    String pointer = Pointers.append(before, date);
    LocalDate day = dayBefore(date);
    for (Map.Entry<String, JsonNode> entry : keywords.properties()) {
      removed(pointer, entry.getKey(), day);
      items(Pointers.append(pointer, entry.getKey()), entry.getValue(), day);
      byOne(pointer, entry.getKey(), entry.getValue(), day);
    }
  }

  private static LocalDate dayBefore(String date) {
    return LocalDate.parse(date).minusDays(1);
  }

  private void rules(String pointer, JsonNode rules) {
    items(pointer, rules, Catalogue.MODEL_DATE);
    for (int i = 0; i < rules.size(); i++) {
      insideRule(Pointers.append(pointer, i), rules.get(i));
    }
  }

  /**
   * Rules are free to use any keyword, and are mutated by what their values look like. Their types
   * are guards: what is of another type, the model refuses.
   */
  private void insideRule(String pointer, JsonNode node) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      boolean type = entry.getKey().equals("type") && !entry.getValue().isObject();
      if (!type && !entry.getKey().equals("x-rule")) {
        removed(pointer, entry.getKey());
        byOne(pointer, entry.getKey(), entry.getValue(), Catalogue.MODEL_DATE);
        insideRule(Pointers.append(pointer, entry.getKey()), entry.getValue());
      }
    }
    if (node.size() > 1) {
      items(pointer, node, Catalogue.MODEL_DATE);
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      insideRule(Pointers.append(pointer, i), node.get(i));
    }
  }

  private void removed(String parent, String keyword) {
    removed(parent, keyword, Catalogue.MODEL_DATE);
  }

  private void removed(String parent, String keyword, LocalDate day) {
    add(
        Pointers.append(parent, keyword),
        "removed",
        day,
        at(parent, ObjectNode.class, object -> object.remove(keyword)));
  }

  /** Each item of a list removed; nothing if it is none. */
  private void items(String pointer, JsonNode list, LocalDate day) {
    for (int i = 0; list.isArray() && i < list.size(); i++) {
      int index = i;
      add(
          Pointers.append(pointer, i),
          "removed",
          day,
          at(pointer, ArrayNode.class, array -> array.remove(index)));
    }
  }

  /** A number one less and one more; nothing if it is none. */
  private void byOne(String parent, String keyword, JsonNode value, LocalDate day) {
    for (int step : value.isNumber() ? new int[] {-1, 1} : new int[0]) {
      String number = value.decimalValue().add(BigDecimal.valueOf(step)).toPlainString();
      // Read as the files are, so that whole numbers are whole to the engine.
      JsonNode changed = JsonDocument.parse(number).root().orElseThrow();
      add(
          Pointers.append(parent, keyword),
          "made " + number,
          day,
          at(parent, ObjectNode.class, object -> object.set(keyword, changed)));
    }
  }

  private void add(String pointer, String change, LocalDate day, Consumer<JsonNode> edit) {
    found.add(new Mutant(path, pointer, change, day, edit));
  }

  private static <T> Consumer<JsonNode> at(String pointer, Class<T> kind, Consumer<T> edit) {
    return root -> edit.accept(kind.cast(root.at(pointer)));
  }
}
