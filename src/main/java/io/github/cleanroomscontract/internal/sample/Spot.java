package io.github.cleanroomscontract.internal.sample;

import io.github.cleanroomscontract.catalogue.Shape;
import java.util.Optional;

/**
 * Where a value stands: what made-up values depend on.
 *
 * @param holder the name of the shape that holds it
 * @param member the member that it is, or that the list or map is which it is in
 * @param serial which of several of a kind it is, from 0
 * @param index its own position in a list
 */
public record Spot(String holder, String member, int serial, int index) {

  /** Returns the place of something that stands for itself. */
  public static Spot of(String member, int serial) {
    return new Spot("", member, serial, 0);
  }

  /** Returns the place of a member of what stands here. */
  public Spot member(Shape structure, String name) {
    return new Spot(structure.name(), name, serial, 0);
  }

  Spot item(int position) {
    return new Spot(holder, member, serial + position, position);
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
