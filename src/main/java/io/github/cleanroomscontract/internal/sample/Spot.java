package io.github.cleanroomscontract.internal.sample;

import io.github.cleanroomscontract.catalogue.Shape;
import java.util.Optional;

/**
 * Where a value stands: what made-up values depend on.
 *
 * @param holder the name of the shape that holds it
 * @param member the member that it is, or that the list or map is which it is in
 * @param serial which entry of a list it is in, from 0
 */
record Spot(String holder, String member, int serial) {

  /** Returns the place of a whole payload. */
  static Spot root(Shape shape) {
    return new Spot(shape.name(), "", 0);
  }

  Spot member(Shape structure, String name) {
    return new Spot(structure.name(), name, serial);
  }

  Spot item(int index) {
    return new Spot(holder, member, serial + index);
  }

  /** Returns the kind of resource that an id is of; empty if its name does not say. */
  Optional<String> kind() {
    for (String suffix : new String[] {"Identifier", "Id"}) {
      if (member.endsWith(suffix) && member.length() > suffix.length()) {
        return Optional.of(MadeUp.kind(member.substring(0, member.length() - suffix.length())));
      }
    }
    return member.equals("id") ? Optional.of(MadeUp.kind(holder)) : Optional.empty();
  }
}
