package io.github.cleanroomscontract.assertion;

import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.json.Pointers;
import io.github.cleanroomscontract.internal.text.Nearest;
import io.github.cleanroomscontract.validation.Payload;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Places in payloads as tests name them. */
final class Places {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.$-]{1,100}");

  private Places() {}

  static void requirePointer(String pointer) {
    if (!pointer.isEmpty() && !pointer.startsWith("/")) {
      throw new IllegalArgumentException(
          "\""
              + pointer
              + "\" is no JSON Pointer: one begins with a slash, or is empty for the whole payload");
    }
  }

  static String shown(String pointer) {
    return pointer.isEmpty() ? "the top" : pointer;
  }

  /** Returns why nothing was found at a place, where that can be told; empty otherwise. */
  static String advice(Payload payload, String pointer, List<Finding> findings) {
    Optional<Finding> around =
        findings.stream().filter(finding -> isOfMember(finding, pointer)).findFirst();
    if (around.isPresent()) {
      return ", since a name that is missing or wrong is found at the object around it";
    }
    JsonNode root = JsonDocument.parse(payload.text()).root().orElse(MissingNode.getInstance());
    if (exists(root, pointer)) {
      return "";
    }
    return ", which the payload does not have"
        + nearest(root, pointer).map(near -> " (did you mean " + near + "?)").orElse("");
  }

  private static boolean isOfMember(Finding finding, String pointer) {
    return finding.member().isPresent()
        && Pointers.append(finding.pointer(), finding.member().get()).equals(pointer);
  }

  private static boolean exists(JsonNode root, String pointer) {
    JsonNode node = root;
    for (String segment : Pointers.segments(pointer)) {
      node = below(node, segment);
    }
    return !node.isMissingNode();
  }

  private static JsonNode below(JsonNode node, String segment) {
    return node.isArray() && segment.matches("0|[1-9][0-9]{0,8}")
        ? node.path(Integer.parseInt(segment))
        : node.path(segment);
  }

  private static Optional<String> nearest(JsonNode root, String pointer) {
    JsonNode node = root;
    String near = Pointers.ROOT;
    for (String segment : Pointers.segments(pointer)) {
      Optional<String> known =
          below(node, segment).isMissingNode()
              ? Nearest.to(segment, names(node))
              : Optional.of(segment);
      if (known.isEmpty()) {
        return Optional.empty();
      }
      near = Pointers.append(near, known.get());
      node = below(node, known.get());
    }
    return Optional.of(near);
  }

  /** Keys may be sensitive; those that look like names are not. */
  private static List<String> names(JsonNode node) {
    return node.propertyNames().stream().filter(each -> NAME.matcher(each).matches()).toList();
  }
}
