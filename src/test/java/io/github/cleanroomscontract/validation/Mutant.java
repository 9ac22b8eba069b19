package io.github.cleanroomscontract.validation;

import io.github.cleanroomscontract.internal.json.Pointers;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The schemas with one thing changed in one file.
 *
 * @param path the file
 * @param pointer what is changed in it
 * @param change how, in words
 * @param day the day whose contract it changes: for history, the last one before it was over
 * @param edit makes the change in the file's tree
 */
record Mutant(String path, String pointer, String change, LocalDate day, Consumer<JsonNode> edit) {

  /** What the kit prints otherwise, though it finds the same. */
  private static final List<String> PRINTED = List.of("x-sensitive", "x-format");

  private static final Pattern INSIDE_RULE = Pattern.compile("^(.*?/(?:allOf|x-advice)/[0-9]+)/");

  /** The operation or shape that holds what is changed, as the catalogue calls it. */
  String holder() {
    String operation = path.substring(path.indexOf('/') + 1).replace(".schema.json", "");
    List<String> segments = Pointers.segments(pointer);
    if (!segments.get(0).equals("$defs")) {
      return operation;
    }
    String shape = segments.get(1);
    return shape.equals("request") || shape.equals("response") ? operation + " " + shape : shape;
  }

  /** The member, or what else below the shape, that holds what is changed; empty if none does. */
  String inside() {
    List<String> segments = Pointers.segments(pointer);
    boolean member = segments.size() > 4 && segments.get(2).equals("properties");
    return member ? segments.get(3) : "";
  }

  /** The documented rule that it changes a part of, if it does; a rule that is gone is none. */
  Optional<String> rule() {
    Matcher inside = INSIDE_RULE.matcher(pointer);
    return inside.find() ? Optional.of(inside.group(1)) : Optional.empty();
  }

  /** Whether only texts tell that it is changed. */
  boolean printed() {
    return PRINTED.stream().anyMatch(annotation -> pointer.endsWith("/" + annotation));
  }

  /** Returns a file of the mutant, given the unchanged one. */
  JsonNode file(String file, JsonNode unchanged) {
    JsonNode copy = unchanged.deepCopy();
    if (file.equals(path)) {
      edit.accept(copy);
    }
    return copy;
  }

  @Override
  public String toString() {
    String held =
        pointer.startsWith("/$defs/") ? pointer.replaceFirst("/[$]defs/[^/]+", "") : pointer;
    return holder() + held + " " + change;
  }
}
