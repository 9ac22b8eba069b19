package io.github.cleanroomscontract.stub;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Memberships, which are made from collaborations. */
final class Memberships implements Family {

  /** What changes of a member touch, by what the list of members calls it. */
  private static final Map<String, String> OF_MEMBER =
      Map.of(
          "abilities", "memberAbilities",
          "mlAbilities", "mlMemberAbilities",
          "paymentConfiguration", "paymentConfiguration");

  private final World world;

  Memberships(World world) {
    this.world = world;
  }

  /** Returns a membership of the caller, which is made up if there is none yet. */
  static Resource ofCaller(World world, Resource collaboration, Ask ask) {
    return world
        .ownMembership(collaboration)
        .orElseGet(() -> world.adopt(Kind.MEMBERSHIP, collaboration, world.newId(), ask));
  }

  /** Answers what a membership is that is made of a collaboration. */
  @Override
  public void unique(Resource collaboration, Map<String, Object> told, Ask ask) {
    Optional<Resource> before = world.ownMembership(collaboration);
    if (before.isPresent()) {
      throw Refusal.conflict(
          Kind.MEMBERSHIP, before.get().key(), "ALREADY_EXISTS", "exists already");
    }
  }

  @Override
  public void create(Resource membership, Ask ask) {
    join(membership);
  }

  @Override
  public Resource parentOfAdopted(Ask ask) {
    return world.adopt(Kind.COLLABORATION, null, world.newId(), ask);
  }

  @Override
  public void adopt(Resource membership, Ask ask) {
    join(membership);
  }

  private void join(Resource membership) {
    Map<String, Object> members = membership.members();
    Map<String, Object> collaboration = membership.parent().members();
    members.put("status", "ACTIVE");
    members.put("collaborationCreatorAccountId", collaboration.get("creatorAccountId"));
    members.put("collaborationCreatorDisplayName", collaboration.get("creatorDisplayName"));
    members.put("collaborationName", collaboration.get("name"));
    new Roster(membership.parent())
        .find(world.settings().account())
        .ifPresent(member -> like(membership, member));
  }

  /** Has what the list of members says of its account, where it was not told otherwise. */
  private static void like(Resource membership, Map<String, Object> member) {
    OF_MEMBER.forEach(
        (name, own) -> {
          if (member.get(name) != null) {
            membership.members().putIfAbsent(own, member.get(name));
          }
        });
  }

  /** Has what a change made of its member. */
  static void change(Resource membership, Map<String, Object> member) {
    OF_MEMBER.values().forEach(membership.members()::remove);
    like(membership, member);
  }

  @Override
  public void made(Resource membership) {
    if (!world.own(membership)) {
      return;
    }
    Map<String, Object> collaboration = membership.parent().members();
    collaboration.put("memberStatus", "ACTIVE");
    status(membership, "ACTIVE");
    for (Map<String, Object> each : List.of(collaboration, own(membership))) {
      each.put("membershipId", membership.key());
      each.put("membershipArn", membership.text("arn"));
    }
  }

  @Override
  public void update(Resource membership, Map<String, Object> told, Ask ask) {
    Merge.into(membership.members(), told, "paymentConfiguration");
  }

  /** Analyses that ran do not keep a member from leaving. */
  @Override
  public boolean needed(Resource membership) {
    return membership.children().stream().anyMatch(each -> !each.kind().runs());
  }

  @Override
  public void gone(Resource membership) {
    if (!world.own(membership)) {
      return;
    }
    Map<String, Object> collaboration = membership.parent().members();
    collaboration.put("memberStatus", "LEFT");
    status(membership, "LEFT");
    for (Map<String, Object> each : List.of(collaboration, own(membership))) {
      each.remove("membershipId");
      each.remove("membershipArn");
    }
  }

  private void status(Resource membership, String status) {
    Map<String, Object> own = own(membership);
    own.put("status", status);
    own.put("updateTime", world.settings().now());
  }

  private Map<String, Object> own(Resource membership) {
    Roster roster = new Roster(membership.parent());
    return roster
        .find(world.settings().account())
        .orElseGet(
            () ->
                roster.add(
                    Map.of(
                        "accountId",
                        world.settings().account(),
                        "memberAbilities",
                        membership.members().get("memberAbilities")),
                    world));
  }
}
