package io.github.cleanroomscontract.catalogue;

import io.github.cleanroomscontract.internal.schema.SchemaFiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The days on which the API changed, as the schema files tell them. */
final class History {

  private static volatile List<LocalDate> releases;

  private History() {}

  /** Returns the days, the launch first. */
  static List<LocalDate> releases() {
    List<LocalDate> result = releases;
    if (result == null) {
      TreeSet<LocalDate> days = new TreeSet<>(List.of(Catalogue.LAUNCH, Catalogue.MODEL_DATE));
      for (String path : paths()) {
        collect(SchemaFiles.read(path), days);
      }
      result = List.copyOf(days);
      releases = result;
    }
    return result;
  }

  private static List<String> paths() {
    List<String> paths = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : SchemaFiles.read("catalogue.json").properties()) {
      paths.add(entry.getKey() + "/shapes.schema.json");
      entry
          .getValue()
          .forEach(name -> paths.add(entry.getKey() + "/" + name.asString() + ".schema.json"));
    }
    for (String file : List.of("shapes", "analysis-rules", "errors")) {
      paths.add("common/" + file + ".schema.json");
    }
    return paths;
  }

  private static void collect(JsonNode node, TreeSet<LocalDate> days) {
    Shape.date(node.path("x-since")).ifPresent(days::add);
    node.path("x-enum-since").forEach(date -> Shape.date(date).ifPresent(days::add));
    if (node.path("x-before").isObject()) {
      node.path("x-before").propertyNames().forEach(date -> days.add(LocalDate.parse(date)));
    }
    node.forEach(below -> collect(below, days));
  }
}
