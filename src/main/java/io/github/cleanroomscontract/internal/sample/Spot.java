package io.github.cleanroomscontract.internal.sample;

import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.internal.json.Pointers;
import java.util.Optional;

/**
 * Where a value stands: what made-up values depend on.
 *
 * @param holder the name of the shape that holds it
 * @param member the member that it is, or that the list or map is which it is in
 * @param serial which of several of a kind it is, from 0
 * @param index its own position in a list
 * @param pointer the JSON Pointer of it
 * @param list the JSON Pointer of the list or map that it is in, otherwise its own
 */
public record Spot(
    String holder, String member, int serial, int index, String pointer, String list) {

  /** Returns the place of something that stands for itself. */
  public static Spot of(String member, int serial) {
    return new Spot("", member, serial, 0, Pointers.ROOT, Pointers.ROOT);
  }

  /** Returns the place of a member of what stands here. */
  public Spot member(Shape structure, String name) {
    String below = Pointers.append(pointer, name);
    return new Spot(structure.name(), name, serial, 0, below, below);
  }

  Spot item(int position) {
    return entry(position, String.valueOf(position));
  }

  /** Returns the place of an entry of a map. */
  Spot entry(int position, String key) {
    return new Spot(
        holder, member, serial + position, position, Pointers.append(pointer, key), pointer);
  }

  /** Returns whether it is in a list or map, from the others in which it may have to differ. */
  boolean amongOthers() {
    return !list.equals(pointer) || pointer.matches(".*/[0-9]+/.*");
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
