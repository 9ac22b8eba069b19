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
        (call, caller) -> {
          World world = call.world();
          Optional<JsonNode> member = world.member(caller);
          if (member.isPresent()) {
            action.accept(call, member.get());
          } else if (world.allMembers().isEmpty()) {
            call.needs(World.MEMBERS);
          }
        });
  }

  /** Does something with the caller's abilities, or says what is needed. */
  static void withAbilities(Subject at, BiConsumer<Subject, JsonNode> action) {
    Optional<JsonNode> own =
        at.world()
            .membership()
            .map(membership -> membership.path("memberAbilities"))
            .filter(JsonNode::isArray);
    if (own.isPresent()) {
      action.accept(at, own.get());
    } else {
      withMember(
          at,
          (known, member) -> {
            if (member.path("abilities").isArray()) {
              action.accept(known, member.path("abilities"));
            }
          });
    }
  }
}
