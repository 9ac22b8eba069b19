package io.github.cleanroomscontract.discovery;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The ARNs of what was met, by kind. Not thread-safe. */
final class Arns {

  private static final int ACCOUNT = 4;
  private static final int RESOURCE = 5;

  private final int most;
  private final Map<String, Set<String>> byKind = new LinkedHashMap<>();
  private final Set<String> accounts = new LinkedHashSet<>();

  /**
   * Creates an empty collection.
   *
   * @param most how many of each kind are of interest
   */
  Arns(int most) {
    this.most = most;
  }

  void add(Place place) {
    String[] parts = place.arn().split(":", RESOURCE + 1);
    if (parts.length > RESOURCE) {
      String[] path = parts[RESOURCE].split("/");
      String kind = path.length > 1 ? path[path.length - 2] : "";
      byKind.computeIfAbsent(kind, each -> new LinkedHashSet<>()).add(place.arn());
      // Whatever a collaboration shows may be another member's, the collaboration included.
      if (!place.inputs().containsKey("collaborationIdentifier")) {
        accounts.add(parts[ACCOUNT]);
      }
    }
  }

  /** Returns those of the account that asks: nobody else may see tags. */
  List<String> own() {
    return byKind.values().stream().flatMap(this::own).toList();
  }

  private Stream<String> own(Set<String> kind) {
    return kind.stream().filter(arn -> accounts.contains(arn.split(":")[ACCOUNT])).limit(most);
  }
}
