package io.github.cleanroomscontract.internal.sample;

import io.github.cleanroomscontract.internal.json.Json;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.json.Pointers;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Values of JSON as maps, lists, strings, numbers, booleans and null. */
public final class Trees {

  private Trees() {}

  /** Returns the value at a path, which has to be there. */
  public static Object get(Object tree, List<String> path) {
    Object at = tree;
    for (String segment : path) {
      at = at instanceof List<?> list ? list.get(Integer.parseInt(segment)) : map(at).get(segment);
    }
    return at;
  }

  /**
   * Puts a value at a path; objects on the way are made where they are missing.
   *
   * @return the tree, or the value itself if the path is empty
   */
  public static Object set(Object tree, List<String> path, Object value) {
    if (path.isEmpty()) {
      return value;
    }
    Object at = tree;
    for (String segment : path.subList(0, path.size() - 1)) {
      at =
          at instanceof List<?> list
              ? list.get(Integer.parseInt(segment))
              : map(at).computeIfAbsent(segment, name -> new LinkedHashMap<>());
    }
    String last = path.get(path.size() - 1);
    if (at instanceof List<?>) {
      put(list(at), Integer.parseInt(last), value);
    } else {
      map(at).put(last, value);
    }
    return tree;
  }

  private static void put(List<Object> list, int index, Object value) {
    if (index == list.size()) {
      list.add(value);
    } else {
      list.set(index, value);
    }
  }

  /** Returns a tree with another value at a path; the rest of it is shared. */
  public static Object with(Object tree, List<String> path, Object value) {
    if (path.isEmpty()) {
      return value;
    }
    String first = path.get(0);
    List<String> rest = path.subList(1, path.size());
    if (tree instanceof List<?>) {
      List<Object> items = copyOfList(tree);
      int index = Integer.parseInt(first);
      items.set(index, with(items.get(index), rest, value));
      return items;
    }
    Map<String, Object> members = copy(tree);
    members.put(first, with(members.get(first), rest, value));
    return members;
  }

  /** Returns a copy of a map that can be changed. */
  public static Map<String, Object> copy(Object map) {
    return new LinkedHashMap<>(map(map));
  }

  /** Returns a copy of a list that can be changed. */
  public static List<Object> copyOfList(Object list) {
    return new ArrayList<>(list(list));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Object value) {
    return (List<Object>) value;
  }

  /** Returns the value at a path, or null if there is none. */
  public static Object find(Object tree, List<String> path) {
    Object at = tree;
    for (String segment : path) {
      if (at instanceof Map<?, ?> members) {
        at = members.get(segment);
      } else if (at instanceof List<?> list && Integer.parseInt(segment) < list.size()) {
        at = list.get(Integer.parseInt(segment));
      } else {
        return null;
      }
    }
    return at;
  }

  /** Takes a member or an item away. */
  public static void remove(Object tree, List<String> path) {
    Object holder = get(tree, path.subList(0, path.size() - 1));
    String last = path.get(path.size() - 1);
    if (holder instanceof List<?>) {
      list(holder).remove(Integer.parseInt(last));
    } else {
      map(holder).remove(last);
    }
  }

  /** Returns the value of a JSON text in which apostrophes may stand for quotation marks. */
  public static Object parse(String json) {
    return read(json.replace('\'', '"'));
  }

  /** Returns whether a text is a JSON object, whatever else may be wrong with it. */
  public static boolean isObject(String json) {
    return JsonDocument.parse(json).root().filter(JsonNode::isObject).isPresent();
  }

  /** Returns the value of a JSON text. */
  public static Object read(String json) {
    return tree(JsonDocument.parse(json).root().orElseThrow());
  }

  private static Object tree(JsonNode node) {
    if (node.isObject()) {
      Map<String, Object> members = new LinkedHashMap<>();
      node.properties().forEach(entry -> members.put(entry.getKey(), tree(entry.getValue())));
      return members;
    }
    if (node.isArray()) {
      List<Object> items = new ArrayList<>();
      node.forEach(item -> items.add(tree(item)));
      return items;
    }
    if (node.isNumber()) {
      return node.numberValue();
    }
    return node.isBoolean() ? (Object) node.asBoolean() : node.asString();
  }

  /** Returns the pointers of all values in a tree. */
  static List<String> pointers(Object tree) {
    List<String> pointers = new ArrayList<>();
    collect(tree, Pointers.ROOT, pointers);
    return pointers;
  }

  private static void collect(Object tree, String at, List<String> pointers) {
    pointers.add(at);
    if (tree instanceof Map<?, ?> members) {
      members.forEach((name, member) -> collect(member, Pointers.append(at, name), pointers));
    } else if (tree instanceof List<?> items) {
      for (int i = 0; i < items.size(); i++) {
        collect(items.get(i), Pointers.append(at, i), pointers);
      }
    }
  }

  /** Returns what stands for a value that is JSON text already. */
  public static Object raw(String json) {
    return new Raw(json);
  }

  private record Raw(String json) {

    @Override
    public String toString() {
      return json;
    }
  }

  /** Returns a value as JSON text. */
  public static String json(Object tree) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = Json.generator(text)) {
      write(generator, tree);
    }
    return text.toString();
  }

  private static void write(JsonGenerator generator, Object value) {
    if (value instanceof Map<?, ?> members) {
      generator.writeStartObject();
      members.forEach(
          (name, member) -> {
            generator.writeName((String) name);
            write(generator, member);
          });
      generator.writeEndObject();
    } else if (value instanceof List<?> items) {
      generator.writeStartArray();
      items.forEach(item -> write(generator, item));
      generator.writeEndArray();
    } else if (value instanceof String string) {
      generator.writeString(string);
    } else {
      // Numbers, booleans and null look alike in Java and in JSON.
      generator.writeRawValue(String.valueOf(value));
    }
  }
}
