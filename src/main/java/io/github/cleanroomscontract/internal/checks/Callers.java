package io.github.cleanroomscontract.internal.checks;

import java.util.Optional;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/** Who makes a call: what checks of several resources ask about that account. */
final class Callers {

  private Callers() {}

  /** What only the account may do that created the collaboration. */
  static void ownerOnly(Subject at) {
    at.with(
        at.world().caller(),
        World.CALLER,
        (call, caller) ->
            call.with(
                call.world().creator(),
                World.COLLABORATION,
                (owned, creator) -> {
                  if (!caller.equals(creator)) {
                    owned.fails();
                  }
                }));
  }

  /** Does something with the caller's entry among the members, or says what is needed. */
  static void withMember(Subject at, BiConsumer<Subject, JsonNode> action) {
    at.with(
        at.world().caller(),
        World.CALLER,
        (call, caller) ->
            call.with(
                call.world().knownMembers(),
                World.MEMBERS,
                (known, members) ->
                    known
                        .world()
                        .member(caller)
                        .ifPresent(member -> action.accept(known, member))));
  }

  /** Does something with the caller's abilities, or says what is needed. */
  static void withAbilities(Subject at, BiConsumer<Subject, JsonNode> action) {
    Optional<JsonNode> own =
        at.world().membership().map(membership -> membership.path("memberAbilities"));
    if (own.isPresent()) {
      action.accept(at, own.get());
    } else {
      withMember(at, (known, member) -> action.accept(known, member.path("abilities")));
    }
  }
}
