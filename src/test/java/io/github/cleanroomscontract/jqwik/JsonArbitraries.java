package io.github.cleanroomscontract.jqwik;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.internal.sample.Trees;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** JSON that nobody checked. */
final class JsonArbitraries {

  private JsonArbitraries() {}

  /** Returns any JSON values, whose objects have the given names. */
  static Arbitrary<String> values(Arbitrary<String> names) {
    return value(names, 3).map(Trees::json);
  }

  private static Arbitrary<Object> value(Arbitrary<String> names, int depth) {
    Arbitrary<Object> flat =
        Arbitraries.oneOf(
            Arbitraries.strings().asGeneric(),
            Arbitraries.longs().asGeneric(),
            Arbitraries.doubles().asGeneric(),
            Arbitraries.bigIntegers().asGeneric(),
            Arbitraries.of(true, false).asGeneric(),
            Arbitraries.of("111122223333", "SQL", "", "2026-03-02", "NaN").asGeneric(),
            Arbitraries.just(null));
    if (depth == 0) {
      return flat;
    }
    Arbitrary<Object> below = value(names, depth - 1);
    return Arbitraries.frequencyOf(
        Tuple.of(1, flat),
        Tuple.of(1, below.list().ofMaxSize(3).asGeneric()),
        Tuple.of(2, Arbitraries.maps(names, below).ofMaxSize(5).asGeneric()));
  }

  /** Returns the names of all members of the contract. */
  static Set<String> memberNames() {
    Set<String> names = new TreeSet<>();
    for (Operation operation : Catalogue.current().operations()) {
      collect(operation.request(), names);
      collect(operation.response(), names);
    }
    return names;
  }

  private static void collect(Shape shape, Set<String> names) {
    switch (shape.kind()) {
      case STRUCTURE, UNION -> {
        for (Member member : shape.members()) {
          names.add(member.name());
          collect(member.shape(), names);
        }
      }
      case LIST -> collect(shape.item(), names);
      case MAP -> collect(shape.value(), names);
      default -> {
        // It has no members.
      }
    }
  }
}
