package io.github.cleanroomscontract.scenario;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.internal.json.JsonFile;
import io.github.cleanroomscontract.internal.json.Pointers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Reads a scenario, and says at which place it is none. Not thread-safe. */
final class ScenarioReader {

  private static final String NAME = "[A-Za-z][A-Za-z0-9]*";

  private final Path file;
  private final Set<String> known = new TreeSet<>(Binding.names());
  private JsonFile json;

  ScenarioReader(Path file) {
    this.file = file;
  }

  Scenario read() throws IOException {
    json = new JsonFile(file);
    JsonNode root = json.root();
    json.members(root, Pointers.ROOT, "a scenario", List.of("title", "values", "steps"));
    String title = json.text(root, Pointers.ROOT, "title");
    known.add(Scenario.RUN);
    Map<String, String> values = values(root.path("values"));
    if (!root.path("steps").isArray() || root.path("steps").isEmpty()) {
      throw json.fault(root.has("steps") ? "/steps" : "", "\"steps\" has to be a list of calls");
    }
    List<Scenario.Step> steps = new ArrayList<>();
    for (JsonNode step : root.path("steps")) {
      steps.add(step(step, "/steps/" + steps.size()));
    }
    return new Scenario(file.toString(), title, values, steps);
  }

  private Map<String, String> values(JsonNode node) throws IOException {
    Map<String, String> values = new LinkedHashMap<>();
    if (!node.isMissingNode()) {
      json.object(node, "/values", "\"values\"");
      for (String name : node.propertyNames()) {
        name("/values", name);
        values.put(name, json.text(node, "/values", name));
      }
    }
    return values;
  }

  /** Refuses a name that cannot be put into braces, or has a meaning already. */
  private void name(String at, String name) throws IOException {
    if (!name.matches(NAME)) {
      throw json.fault(
          Pointers.append(at, name),
          "a name is made of letters and digits, and begins with a letter");
    }
    if (Binding.names().contains(name) || !known.add(name)) {
      throw json.fault(
          Pointers.append(at, name), "\"" + name + "\" has a meaning already; choose another name");
    }
  }

  private Scenario.Step step(JsonNode node, String at) throws IOException {
    json.members(node, at, "a step", List.of("call", "input", "keep", "expect"));
    String name = json.text(node, at, "call");
    List<String> names = Catalogue.current().operations().stream().map(Operation::name).toList();
    json.known(at + "/call", name, "operation", names);
    Operation operation = Catalogue.current().operation(name).orElseThrow();
    JsonNode input = node.path("input");
    if (!node.has("input")) {
      throw json.fault(at, "\"input\" is missing here");
    }
    json.members(
        input,
        at + "/input",
        "\"input\"",
        operation.request().members().stream().map(each -> each.name()).toList());
    placeholders(input, at + "/input");
    Map<String, String> expect = pointers(node.path("expect"), at + "/expect", operation, false);
    Map<String, String> keep = pointers(node.path("keep"), at + "/keep", operation, true);
    return new Scenario.Step(name, input.toString(), keep, expect);
  }

  private void placeholders(JsonNode node, String at) throws IOException {
    if (node.isString()) {
      for (String name : Templates.names(node.asString())) {
        json.known(at, name, "placeholder", known);
      }
    }
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        placeholders(node.get(i), Pointers.append(at, i));
      }
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      placeholders(entry.getValue(), Pointers.append(at, entry.getKey()));
    }
  }

  /**
   * Reads what to do with places of an answer: names with their pointers, or pointers with what is
   * to be there.
   */
  private Map<String, String> pointers(JsonNode node, String at, Operation operation, boolean kept)
      throws IOException {
    Map<String, String> read = new LinkedHashMap<>();
    if (node.isMissingNode()) {
      return read;
    }
    json.object(node, at, "it");
    for (String key : node.propertyNames()) {
      String place = Pointers.append(at, key);
      if (kept) {
        String pointer = json.text(node, at, key);
        reaches(operation, pointer, place);
        name(at, key);
        read.put(key, pointer);
      } else {
        reaches(operation, key, place);
        placeholders(node.get(key), place);
        read.put(key, node.get(key).toString());
      }
    }
    return read;
  }

  /** Refuses a pointer at which the contract has nothing. */
  private void reaches(Operation operation, String pointer, String place) throws IOException {
    if (!pointer.startsWith("/")) {
      throw json.fault(place, "a pointer into the answer begins with a slash");
    }
    Shape shape = operation.response();
    for (String segment : Pointers.segments(pointer)) {
      shape = below(operation, shape, segment, place);
    }
  }

  private Shape below(Operation operation, Shape shape, String segment, String place)
      throws IOException {
    return switch (shape.kind()) {
      case STRUCTURE, UNION -> {
        Optional<Shape> member = shape.member(segment).map(each -> each.shape());
        List<String> names = shape.members().stream().map(each -> each.name()).toList();
        json.known(place, segment, "member of " + shape + " called", names);
        yield member.orElseThrow();
      }
      case MAP -> shape.value();
      case LIST -> {
        if (!segment.matches("[0-9]{1,4}")) {
          throw json.fault(place, "an item of a list has a number, not \"" + segment + "\"");
        }
        yield shape.item();
      }
      default ->
          throw json.fault(
              place, "the answer of " + operation + " has nothing below " + shape + ": " + segment);
    };
  }
}
