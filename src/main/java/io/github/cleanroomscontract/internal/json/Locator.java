package io.github.cleanroomscontract.internal.json;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

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
    final Map<String, Node> children = new HashMap<>();
    Span key;
    Span value;
  }

  private final JsonDocument document;
  private final Node root = new Node();
  private boolean located;

  /** Creates a locator for a document that has a tree. */
  public Locator(JsonDocument document) {
    this.document = document;
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
        node.children.put(segment, child);
      }
      node = child;
    }
    return node;
  }

  private void locate() {
    int start = document.text().startsWith("\uFEFF") ? 1 : 0;
    try (JsonParser parser = Json.parser(document.text().substring(start))) {
      parser.nextToken();
      locate(parser, root, start);
    }
  }

  /** The parser is at the first token of a value, and at its last when this returns. */
  private void locate(JsonParser parser, Node node, int base) {
    int from = tokenStart(parser, base);
    JsonToken token = parser.currentToken();
    if (node.children.isEmpty() || !token.isStructStart()) {
      parser.skipChildren();
    } else if (token == JsonToken.START_ARRAY) {
      for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
        visit(parser, node.children.get(Integer.toString(i)), base);
      }
    } else {
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        Node child = node.children.get(parser.currentName());
        if (child != null) {
          int start = tokenStart(parser, base);
          child.key = new Span(start, stringEnd(start));
        }
        parser.nextToken();
        visit(parser, child, base);
      }
    }
    node.value = new Span(from, tokenEnd(parser, base));
  }

  private void visit(JsonParser parser, Node node, int base) {
    if (node == null) {
      parser.skipChildren();
    } else {
      locate(parser, node, base);
    }
  }

  private static int tokenStart(JsonParser parser, int base) {
    return base + (int) parser.currentTokenLocation().getCharOffset();
  }

  private int tokenEnd(JsonParser parser, int base) {
    int start = tokenStart(parser, base);
    return switch (parser.currentToken()) {
      case VALUE_STRING -> stringEnd(start);
      case END_OBJECT, END_ARRAY -> start + 1;
      default -> start + parser.getStringLength();
    };
  }

  /** The parser reads strings lazily and looks ahead after keys, so its own position is no help. */
  private int stringEnd(int start) {
    String text = document.text();
    int i = start + 1;
    while (text.charAt(i) != '"') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return i + 1;
  }
}
