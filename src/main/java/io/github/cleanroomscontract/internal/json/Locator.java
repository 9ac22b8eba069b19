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

  /** A place that is asked for, or on the way to one. */
  private static final class Node {
    private final String name;

    /** What is below, by name; most have one, which needs no table. */
    private Node only;

    private Map<String, Node> children;
    private boolean wanted;
    private Span key;
    private Span value;

    Node(String name) {
      this.name = name;
    }

    boolean isLeaf() {
      return only == null;
    }

    /** Returns what is below by the name that stands in a stretch of a text; null if nothing. */
    Node child(String text, int start, int end) {
      if (children != null) {
        return children.get(text.substring(start, end));
      }
      boolean same =
          only != null && only.name.length() == end - start && text.startsWith(only.name, start);
      return same ? only : null;
    }

    Node child(String wanted) {
      return child(wanted, 0, wanted.length());
    }

    Node add(String wanted) {
      Node child = new Node(wanted);
      if (only == null) {
        only = child;
      } else {
        if (children == null) {
          children = new HashMap<>();
          children.put(only.name, only);
        }
        children.put(wanted, child);
      }
      return child;
    }
  }

  private final String text;

  /** Whether all strings of the text are written as they read, as in most texts. */
  private final boolean plain;

  /** Whether to go on when all is found: a key may come again, and then that one counts. */
  private boolean toTheEnd;

  private final Node root = new Node(Pointers.ROOT);
  private boolean located;

  /** How many wanted places are yet to be found. */
  private int missing;

  /** Creates a locator for a document that has a tree. */
  public Locator(JsonDocument document) {
    this.text = document.text();
    this.plain = text.indexOf('\\') < 0;
    this.toTheEnd = !document.problems().isEmpty();
  }

  /** Asks for a place; to be called before the first answer. */
  public void want(String pointer) {
    if (located) {
      throw new IllegalStateException("places were located already");
    }
    Node node = node(pointer, true);
    if (!node.wanted) {
      node.wanted = true;
      missing++;
    }
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
    Node node = node(pointer, false);
    if (node != null && !node.wanted && !toTheEnd) {
      // What lies on the way to what is wanted may end where nobody looked.
      toTheEnd = true;
      locate();
    }
    return node;
  }

  private Node node(String pointer, boolean create) {
    Node node = root;
    int from = 1;
    while (from <= pointer.length()) {
      int slash = pointer.indexOf('/', from);
      int to = slash < 0 ? pointer.length() : slash;
      boolean escaped = pointer.indexOf('~', from) >= 0;
      Node child =
          escaped
              ? node.child(Pointers.unescape(pointer.substring(from, to)))
              : node.child(pointer, from, to);
      if (child == null) {
        if (!create) {
          return null;
        }
        child = node.add(Pointers.unescape(pointer.substring(from, to)));
      }
      node = child;
      from = to + 1;
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
    if (node.isLeaf() || first != '{' && first != '[') {
      end = JsonText.valueEnd(text, start);
    } else if (first == '{') {
      end = locateMembers(start, node);
    } else {
      end = locateItems(start, node);
    }
    missing -= node.wanted && node.value == null ? 1 : 0;
    node.value = new Span(start, end);
    return end;
  }

  /** Returns whether nothing more is looked for; places that are open then have no end yet. */
  private boolean done() {
    return missing == 0 && !toTheEnd;
  }

  private int locateMembers(int start, Node node) {
    int at = JsonText.skipBlanks(text, start + 1);
    while (text.charAt(at) != '}') {
      int keyEnd = JsonText.stringEnd(text, at);
      Node child =
          plain || JsonText.isPlain(text, at, keyEnd)
              ? node.child(text, at + 1, keyEnd - 1)
              : node.child(JsonText.string(text, at, keyEnd));
      if (child != null) {
        child.key = new Span(at, keyEnd);
      }
      // Past the colon.
      int value = JsonText.skipBlanks(text, JsonText.skipBlanks(text, keyEnd) + 1);
      int end = visit(value, child);
      if (done()) {
        return end;
      }
      at = next(end);
    }
    return at + 1;
  }

  private int locateItems(int start, Node node) {
    int at = JsonText.skipBlanks(text, start + 1);
    for (int i = 0; text.charAt(at) != ']'; i++) {
      int end = visit(at, node.child(Integer.toString(i)));
      if (done()) {
        return end;
      }
      at = next(end);
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
