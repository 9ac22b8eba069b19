package io.github.cleanroomscontract.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RandomPayloadsTest {
  @Test
  void probe() {
    int n = Integer.getInteger("n", 50);
    Map<String, Integer> counts = new TreeMap<>();
    Map<String, String> example = new TreeMap<>();
    int total = 0;
    for (Operation operation : Catalogue.current().operations()) {
      for (Direction direction : new Direction[] {Direction.REQUEST, Direction.RESPONSE}) {
        RandomPayloads valid = RandomPayloads.of(operation.name(), direction);
        RandomPayloads payloads = Boolean.getBoolean("broken") ? valid.broken() : valid;
        for (GeneratedCase each : payloads.stream(1).limit(n).toList()) {
          total++;
          List<String> expected =
              each.rule().stream().map(r -> r + " " + each.pointer().orElseThrow()).toList();
          List<String> found = PayloadCasesTest.found(Catalogue.MODEL_DATE, each);
          if (!found.equals(expected)) {
            String key =
                (each.rule().isPresent() ? "for " + each.rule().get() + ": " : "")
                    + found.stream()
                        .filter(f -> !expected.contains(f))
                        .map(f -> f.split(" ")[0])
                        .sorted()
                        .toList()
                    + (found.containsAll(expected) ? "" : " MISSED");
            counts.merge(key, 1, Integer::sum);
            example.merge(
                key,
                each + " " + expected + " " + found + " " + each.change() + " " + each.payload(),
                (a, b) -> a.length() < b.length() ? a : b);
          }
        }
      }
    }
    System.out.println(total + " payloads");
    example.forEach(
        (k, v) ->
            System.out.println(
                counts.get(k)
                    + " "
                    + k
                    + "\n    "
                    + (v.length() > 1500 ? v.substring(0, 1500) : v)));
    assertThat(counts).isEmpty();
  }
}
