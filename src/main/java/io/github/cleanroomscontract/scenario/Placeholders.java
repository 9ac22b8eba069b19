package io.github.cleanroomscontract.scenario;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What members of inputs stand for that only an account can fill in, as the contract has them. */
final class Placeholders {

  private static final String IDENTIFIER = "Identifier";
  private static final String ARN = "Arn";

  /**
   * What a name stands for.
   *
   * @param operation the name of an operation whose input has it
   * @param member the member of that input
   * @param shape the name of its shape, by which it is told from namesakes
   * @param needed whether a path has it, so that nothing can be asked without it
   */
  record Placeholder(String operation, String member, String shape, boolean needed) {}

  private static final Map<String, Placeholder> ALL = collect();

  private Placeholders() {}

  private static Map<String, Placeholder> collect() {
    Map<String, Placeholder> all = new TreeMap<>();
    for (Operation operation : Catalogue.current().operations()) {
      for (Member member : operation.request().members()) {
        boolean inPath = operation.http().pathMembers().contains(member.name());
        name(operation, member.name(), member.shape())
            .ifPresent(
                name ->
                    all.merge(
                        name,
                        placeholder(operation, member, inPath),
                        (old, other) -> old.needed() ? old : other));
      }
    }
    return Collections.unmodifiableMap(all);
  }

  private static Placeholder placeholder(Operation operation, Member member, boolean inPath) {
    return new Placeholder(operation.name(), member.name(), member.shape().name(), inPath);
  }

  /** Returns what there is, by name. */
  static Map<String, Placeholder> all() {
    return ALL;
  }

  /**
   * Returns the name of what a member of an input stands for, empty if it is no identifier: {@code
   * membershipIdentifier} is {@code membership}, {@code name} of a schema is {@code schemaName}.
   */
  static Optional<String> name(Operation operation, String member, Shape shape) {
    if (shape.kind() != Shape.Kind.STRING) {
      return Optional.empty();
    }
    if (member.endsWith(IDENTIFIER)) {
      return Optional.of(member.substring(0, member.length() - IDENTIFIER.length()));
    }
    if (member.endsWith(ARN)) {
      return Optional.of(member);
    }
    // What else is in a path is no enum, or else it were the same for all accounts.
    if (operation.http().pathMembers().contains(member)) {
      return Optional.of(member.equals("name") ? operation.resource() + "Name" : member);
    }
    return Optional.empty();
  }
}
