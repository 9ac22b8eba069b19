package io.github.cleanroomscontract.discovery;

import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the resources of a level become known: by a list, or by what a list tells of the resource
 * around them.
 *
 * @param outer the path members of what they are in
 * @param member the path member that says which one is meant
 * @param shape what its value has to be
 * @param list the operation that lists them; empty if the entry of what they are in names them
 * @param source the member of an entry that holds the value, or a list of values
 */
record Opener(
    List<String> outer, String member, Shape shape, Optional<Operation> list, String source) {

  /** Returns the path members of the resources. */
  List<String> level() {
    List<String> level = new ArrayList<>(outer);
    level.add(member);
    return List.copyOf(level);
  }

  /** Returns what the resources are called, in the plural. */
  String noun() {
    String name = list.map(Operation::name).orElse(source.replaceFirst("Types$", "s"));
    String bare = name.replaceFirst("^List", "");
    // What a collaboration shows is called after it, as is the list of collaborations.
    String own = outer.isEmpty() ? bare : bare.replaceFirst("^Collaboration", "");
    return own.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
