package io.github.cleanroomscontract.stub;

import io.github.cleanroomscontract.internal.sample.Trees;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tags of resources, by their ARNs. */
final class Tags {

  private static final String ARN = "resourceArn";

  private final World world;

  /** The tags of what was never created. */
  private final Map<String, Map<String, Object>> others = new HashMap<>();

  Tags(World world) {
    this.world = world;
  }

  Map<String, Object> tag(Ask ask) {
    tags(ask).putAll(Trees.copy(ask.input().get("tags")));
    return Map.of();
  }

  Map<String, Object> untag(Ask ask) {
    tags(ask).keySet().removeAll(List.copyOf(ask.list("tagKeys")));
    return Map.of();
  }

  Map<String, Object> list(Ask ask) {
    return Map.of("tags", new LinkedHashMap<>(tags(ask)));
  }

  private Map<String, Object> tags(Ask ask) {
    String arn = ask.text(ARN);
    Optional<Resource> found = world.find(arn);
    boolean unknown = found.isEmpty() && world.settings().unknown() == UnknownResources.NOT_FOUND;
    if (unknown || found.filter(Resource::deleted).isPresent()) {
      throw Refusal.notFound(ask, kind(arn), arn);
    }
    return found
        .map(Resource::tags)
        .orElseGet(() -> others.computeIfAbsent(arn, each -> new LinkedHashMap<>()));
  }

  /** Returns the kind that an ARN names. */
  private static Kind kind(String arn) {
    for (Kind kind : Kind.values()) {
      if (Arns.path(arn).stream().anyMatch(kind.label()::equalsIgnoreCase)
          && kind != Kind.MEMBERSHIP) {
        return kind;
      }
    }
    return Kind.MEMBERSHIP;
  }
}
