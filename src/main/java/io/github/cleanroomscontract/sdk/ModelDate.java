package io.github.cleanroomscontract.sdk;

import io.github.cleanroomscontract.sdk.ApiModel.MemberFacts;
import io.github.cleanroomscontract.sdk.ApiModel.OperationFacts;
import io.github.cleanroomscontract.sdk.ApiModel.StructureFacts;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Infers which published model an SDK was made from: the newest release of which it has the better
 * part. Only what has a date of its own counts. One thing that is there before its day, as where a
 * date is wrong, makes no newer model of the SDK: it is told as a difference.
 */
final class ModelDate {

  private static final class Release {
    private int present;
    private int all;
  }

  private final TreeMap<LocalDate, Release> releases = new TreeMap<>();

  private ModelDate() {}

  static LocalDate of(ApiModel schemas, ApiModel sdk, LocalDate launch) {
    ModelDate dates = new ModelDate();
    for (Map.Entry<String, OperationFacts> operation : schemas.operations().entrySet()) {
      dates.count(operation.getValue().since(), sdk.operations().containsKey(operation.getKey()));
    }
    for (Map.Entry<String, StructureFacts> structure : schemas.structures().entrySet()) {
      StructureFacts theirs = sdk.structures().get(structure.getKey());
      for (Map.Entry<String, MemberFacts> member : structure.getValue().members().entrySet()) {
        boolean present = theirs != null && theirs.members().containsKey(member.getKey());
        dates.count(member.getValue().since(), present);
      }
    }
    for (Map.Entry<String, Map<String, Optional<LocalDate>>> values : schemas.enums().entrySet()) {
      Map<String, Optional<LocalDate>> theirs = sdk.enums().getOrDefault(values.getKey(), Map.of());
      for (Map.Entry<String, Optional<LocalDate>> value : values.getValue().entrySet()) {
        dates.count(value.getValue(), theirs.containsKey(value.getKey()));
      }
    }
    return dates.newest().orElse(launch);
  }

  private void count(Optional<LocalDate> since, boolean present) {
    if (since.isPresent()) {
      Release release = releases.computeIfAbsent(since.get(), date -> new Release());
      release.all++;
      release.present += present ? 1 : 0;
    }
  }

  private Optional<LocalDate> newest() {
    return releases.descendingMap().entrySet().stream()
        .filter(release -> release.getValue().present * 2 > release.getValue().all)
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
