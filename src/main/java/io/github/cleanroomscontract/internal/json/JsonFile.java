package io.github.cleanroomscontract.internal.json;

import io.github.cleanroomscontract.internal.text.Nearest;
import io.github.cleanroomscontract.internal.text.Words;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * A JSON file that people write, whose faults are told with their places. Not thread-safe. Each
 * method that refuses something throws an IOException, whose message says where and why.
 */
public final class JsonFile {

  private final Path file;
  private final JsonDocument document;

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read, or is no JSON object
   */
  public JsonFile(Path file) throws IOException {
    this.file = file;
    this.document = JsonDocument.parse(bytes());
    if (!document.problems().isEmpty()) {
      TextProblem problem = document.problems().get(0);
      String detail = problem.detail().isEmpty() ? "" : " (" + problem.detail() + ")";
      String kind = problem.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      throw new IOException(
          place(document.position(problem.offset())) + "the file is not JSON: " + kind + detail);
    }
    object(root(), Pointers.ROOT, "the file");
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

  /** Returns the object that the file holds. */
  public JsonNode root() {
    return document.root().orElseThrow();
  }

  /** Refuses what is no object. */
  public void object(JsonNode node, String at, String what) throws IOException {
    if (!node.isObject()) {
      throw fault(at, what + " has to be an object");
    }
  }

  /** Refuses members that are none of these. */
  public void members(JsonNode node, String at, String what, Collection<String> names)
      throws IOException {
    object(node, at, what);
    for (String name : node.propertyNames()) {
      known(Pointers.append(at, name), name, "member here", names);
    }
  }

  /** Refuses what is none of the names. */
  public void known(String at, String name, String what, Collection<String> names)
      throws IOException {
    if (!names.contains(name)) {
      String hint =
          Nearest.to(name, names).map(near -> "; did you mean \"" + near + "\"?").orElse("");
      throw fault(at, "there is no " + what + " \"" + Words.escaped(name) + "\"" + hint);
    }
  }

  /** Returns a member that has to be a text, which may be empty. */
  public String string(JsonNode node, String at, String name) throws IOException {
    if (!node.has(name)) {
      throw fault(at, "\"" + name + "\" is missing here");
    }
    if (!node.get(name).isString()) {
      throw fault(Pointers.append(at, name), "\"" + name + "\" has to be a text");
    }
    return node.get(name).asString();
  }

  /** Returns a member that has to be a text with something in it. */
  public String text(JsonNode node, String at, String name) throws IOException {
    string(node, at, name);
    return textOf(node.get(name), Pointers.append(at, name), "\"" + name + "\"");
  }

  /** Returns a value that has to be a text with something in it. */
  public String textOf(JsonNode value, String at, String what) throws IOException {
    if (!value.isString() || value.asString().isBlank()) {
      throw fault(at, what + " has to be a text");
    }
    return value.asString();
  }

  /** Returns what tells that something is wrong at a place. */
  public IOException fault(String pointer, String sentence) {
    return new IOException(place(position(pointer)) + sentence);
  }

  /** Returns where a place stands in the file; the beginning of one that is not there. */
  public TextPosition position(String pointer) {
    Locator locator = new Locator(document);
    locator.want(pointer);
    return document.position(locator.value(pointer).map(Locator.Span::start).orElse(0));
  }

  private String place(TextPosition position) {
    return file + ":" + position.line() + ":" + position.column() + ": ";
  }
}
