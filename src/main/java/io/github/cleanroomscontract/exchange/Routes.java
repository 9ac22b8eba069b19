package io.github.cleanroomscontract.exchange;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Operation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the operation that a request is for, by its method and path. Immutable and thread-safe;
 * making one reads the HTTP lines of all operations.
 */
public final class Routes {

  private static volatile Routes current;

  private final Node root = new Node();

  /** A place in a path: what may follow, by its text, and the operations that end here. */
  private static final class Node {
    private final Map<String, Node> fixed = new HashMap<>();
    private final Map<String, Operation> operations = new HashMap<>();
    private Node label;
  }

  private Routes(Catalogue catalogue) {
    for (Operation operation : catalogue.operations()) {
      Node node = root;
      for (String segment : segments(operation.http().path())) {
        if (segment.startsWith("{")) {
          node.label = node.label == null ? new Node() : node.label;
          node = node.label;
        } else {
          node = node.fixed.computeIfAbsent(segment, each -> new Node());
        }
      }
      node.operations.put(operation.http().method(), operation);
    }
  }

  /** Returns the routes of the newest contract. */
  public static Routes current() {
    Routes result = current;
    if (result == null) {
      result = new Routes(Catalogue.current());
      current = result;
    }
    return result;
  }

  /**
   * Returns the operation that a request is for.
   *
   * @param method the HTTP method
   * @param path the path with its escapes, without query
   */
  public Optional<Operation> find(String method, String path) {
    return find(root, method, segments(path), 0);
  }

  private static Optional<Operation> find(Node node, String method, String[] segments, int at) {
    if (at == segments.length) {
      return Optional.ofNullable(node.operations.get(method));
    }
    Node fixed = node.fixed.get(segments[at]);
    Optional<Operation> found =
        fixed == null ? Optional.empty() : find(fixed, method, segments, at + 1);
    return found.isPresent() || node.label == null
        ? found
        : find(node.label, method, segments, at + 1);
  }

  /** Without the empty one before the first slash. */
  private static String[] segments(String path) {
    return (path.startsWith("/") ? path.substring(1) : path).split("/", -1);
  }
}
