package io.github.cleanroomscontract.internal.json;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds where places of the tree stand in the text. Trees carry no positions, so that payloads
 * without findings cost nothing; one more pass over the text serves all places asked for. Not
 * thread-safe.
 */
public final class Locator {

  /**
   * A stretch of the text, in UTF-16 units: from {@code start} up to but not including {@code end}.
   */
  public record Span(int start, int end) {}

  private static final class Node {
    Map<String, Node> children = Map.of();
    Span key;
    Span value;
  }

  private final String text;
  private final Node root = new Node();
  private boolean located;

  /** Creates a locator for a document that has a tree. */
  public Locator(JsonDocument document) {
    this.text = document.text();
  }

  /** Asks for a place; to be called before the first answer. */
  public void want(String pointer) {
    if (located) {
      throw new IllegalStateException("places were located already");
    }
    node(pointer, true);
  }

  /** Returns where the value at a wanted pointer stands; empty where the tree has no such place. */
  public Optional<Span> value(String pointer) {
    Node node = answer(pointer);
    return node == null ? Optional.empty() : Optional.ofNullable(node.value);
  }

  /** Returns where the key of a wanted member stands, quotes included; empty if it is no member. */
  public Optional<Span> key(String pointer) {
    Node node = answer(pointer);
    return node == null ? Optional.empty() : Optional.ofNullable(node.key);
  }

  private Node answer(String pointer) {
    if (!located) {
      locate();
      located = true;
    }
    return node(pointer, false);
  }

  private Node node(String pointer, boolean create) {
    Node node = root;
    for (String segment : Pointers.segments(pointer)) {
      Node child = node.children.get(segment);
      if (child == null) {
        if (!create) {
          return null;
        }
        child = new Node();
        if (node.children.isEmpty()) {
          node.children = new HashMap<>();
        }
        node.children.put(segment, child);
      }
      node = child;
    }
    return node;
  }

  private void locate() {
    locate(JsonText.skipBlanks(text, text.startsWith("\uFEFF") ? 1 : 0), root);
  }

  /** Notes where a value stands, and what is wanted below it; returns its end. */
  private int locate(int start, Node node) {
    char first = text.charAt(start);
    int end;
    if (node.children.isEmpty() || first != '{' && first != '[') {
      end = JsonText.valueEnd(text, start);
    } else if (first == '{') {
      end = locateMembers(start, node);
    } else {
      end = locateItems(start, node);
    }
    node.value = new Span(start, end);
    return end;
  }

  private int locateMembers(int start, Node node) {
    int at = JsonText.skipBlanks(text, start + 1);
    while (text.charAt(at) != '}') {
      int keyEnd = JsonText.stringEnd(text, at);
      Node child = node.children.get(JsonText.string(text, at, keyEnd));
      if (child != null) {
        child.key = new Span(at, keyEnd);
      }
      // Past the colon.
      int value = JsonText.skipBlanks(text, JsonText.skipBlanks(text, keyEnd) + 1);
      at = next(visit(value, child));
    }
    return at + 1;
  }

  private int locateItems(int start, Node node) {
    int at = JsonText.skipBlanks(text, start + 1);
    for (int i = 0; text.charAt(at) != ']'; i++) {
      at = next(visit(at, node.children.get(Integer.toString(i))));
    }
    return at + 1;
  }

  private int visit(int start, Node node) {
    return node == null ? JsonText.valueEnd(text, start) : locate(start, node);
  }

  /** Returns where the next member or item begins, or the bracket stands that ends them. */
  private int next(int valueEnd) {
    int at = JsonText.skipBlanks(text, valueEnd);
    return text.charAt(at) == ',' ? JsonText.skipBlanks(text, at + 1) : at;
  }
}
