package io.github.cleanroomscontract.stub;

import io.github.cleanroomscontract.catalogue.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collaborations and their members. */
final class Collaborations implements Family {

  private static final List<String> ABILITIES =
      List.of("CAN_QUERY", "CAN_RECEIVE_RESULTS", "CAN_RUN_JOB");

  private final World world;

  Collaborations(World world) {
    this.world = world;
  }

  @Override
  public void create(Resource collaboration, Ask ask) {
    Map<String, Object> members = collaboration.members();
    members.put("memberStatus", "INVITED");
    Roster roster = new Roster(collaboration);
    Map<String, Object> creator = new LinkedHashMap<>();
    creator.put("accountId", world.settings().account());
    creator.put("displayName", ask.text("creatorDisplayName"));
    creator.put("memberAbilities", ask.input().get("creatorMemberAbilities"));
    creator.put("mlMemberAbilities", ask.input().get("creatorMLMemberAbilities"));
    creator.put("paymentConfiguration", ask.input().get("creatorPaymentConfiguration"));
    roster.add(creator, world);
    ask.list("members").forEach(member -> roster.add((Map<?, ?>) member, world));
  }

  @Override
  public void adopt(Resource collaboration, Ask ask) {
    Map<String, Object> members = collaboration.members();
    // Whoever joins one is not a member yet.
    boolean joins = ask.operation().name().equals("CreateMembership");
    members.put("memberStatus", joins ? "INVITED" : "ACTIVE");
    members.put("creatorDisplayName", "Example Retail");
    Roster roster = new Roster(collaboration);
    roster.add(
        Map.of(
            "accountId",
            world.settings().account(),
            "displayName",
            "Example Retail",
            "memberAbilities",
            ABILITIES),
        world);
    roster.add(
        Map.of(
            "accountId",
            world.settings().account().equals("444455556666") ? "111122223333" : "444455556666",
            "displayName",
            "Example Publishing",
            "memberAbilities",
            List.of("CAN_RECEIVE_RESULTS")),
        world);
  }

  @Override
  public void gone(Resource collaboration) {
    for (Resource membership : collaboration.children(Kind.MEMBERSHIP)) {
      membership.members().put("status", "COLLABORATION_DELETED");
      world.touch(membership);
      membership.children().forEach(Resource::delete);
    }
  }

  /** Answers who the members are. */
  Map<String, Object> listMembers(Ask ask) {
    Resource collaboration = world.named(Kind.COLLABORATION, ask);
    Shape entry = Answers.entries(ask.operation().response()).shape().item();
    List<Map<String, Object>> all = new Roster(collaboration).all();
    return Pages.page(ask, all, all::indexOf, each -> world.answers().view(each, entry));
  }

  /** Answers that somebody is a member no longer. */
  Map<String, Object> deleteMember(Ask ask) {
    Resource collaboration = world.named(Kind.COLLABORATION, ask);
    String account = ask.text("accountId");
    Optional<Map<String, Object>> member = new Roster(collaboration).find(account);
    boolean unknown = member.isEmpty() && world.settings().unknown() == UnknownResources.NOT_FOUND;
    if (unknown || member.filter(each -> "REMOVED".equals(each.get("status"))).isPresent()) {
      throw Refusal.notFound(ask, Kind.COLLABORATION, collaboration.key());
    }
    if (account.equals(collaboration.text("creatorAccountId"))) {
      throw Refusal.conflict(
          Kind.COLLABORATION, collaboration.key(), "INVALID_STATE", "cannot lose its creator");
    }
    Map<String, Object> removed =
        member.orElseGet(
            () ->
                new Roster(collaboration)
                    .add(
                        Map.of(
                            "accountId",
                            account,
                            "displayName",
                            "Example Analytics",
                            "memberAbilities",
                            new ArrayList<>()),
                        world));
    removed.put("status", "REMOVED");
    removed.put("updateTime", world.settings().now());
    return Map.of();
  }
}
