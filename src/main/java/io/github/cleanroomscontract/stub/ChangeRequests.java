package io.github.cleanroomscontract.stub;

import io.github.cleanroomscontract.internal.sample.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Change requests, which change a collaboration once they are committed. */
final class ChangeRequests implements Family {

  private static final String STATUS = "status";
  private static final String COMMITTED = "COMMITTED";
  private static final String CHANGES = "changes";
  private static final String AUTOMATIC = "autoApprovedChangeTypes";

  private final World world;

  ChangeRequests(World world) {
    this.world = world;
  }

  @Override
  public void create(Resource request, Ask ask) {
    List<Object> changes = new ArrayList<>();
    List<Object> types = new ArrayList<>();
    for (Object change : ask.list(CHANGES)) {
      Map<String, Object> typed = Trees.copy(change);
      List<String> ofOne = ChangeTypes.of(change, new Roster(request.parent()));
      typed.put("types", ofOne);
      types.addAll(ofOne);
      changes.add(typed);
    }
    Map<String, Object> members = request.members();
    members.put(CHANGES, changes);
    boolean automatic =
        request.parent().members().get(AUTOMATIC) instanceof List<?> approved
            && approved.containsAll(types);
    members.put("isAutoApproved", automatic);
    if (automatic) {
      commit(request);
    } else {
      members.put(STATUS, "PENDING");
      votes(request, "PENDING");
    }
  }

  @Override
  public void adopt(Resource request, Ask ask) {
    request.members().put("isAutoApproved", false);
    boolean approved = ask.text("action").equals("COMMIT");
    request.members().put(STATUS, approved ? "APPROVED" : "PENDING");
    votes(request, request.text(STATUS));
  }

  private static void votes(Resource request, String vote) {
    Map<String, Object> votes = new LinkedHashMap<>();
    new Roster(request.parent())
        .all()
        .forEach(member -> votes.put((String) member.get("accountId"), Map.of(STATUS, vote)));
    request.members().put("approvals", votes);
  }

  /** The other members vote as the caller does. */
  @Override
  public void update(Resource request, Map<String, Object> told, Ask ask) {
    String action = ask.text("action");
    boolean commits = action.equals("COMMIT");
    if (!request.is(STATUS, "PENDING", "APPROVED") || commits && request.is(STATUS, "PENDING")) {
      throw Refusal.conflict(
          request.kind(), request.key(), "INVALID_STATE", "is " + request.text(STATUS));
    }
    switch (action) {
      case "COMMIT" -> commit(request);
      case "CANCEL" -> request.members().put(STATUS, "CANCELLED");
      default -> {
        String vote = action.equals("DENY") ? "DENIED" : "APPROVED";
        request.members().put(STATUS, vote);
        votes(request, vote);
      }
    }
  }

  private void commit(Resource request) {
    request.members().put(STATUS, COMMITTED);
    if (request.members().get(CHANGES) instanceof List<?> changes) {
      changes.forEach(change -> commit(request.parent(), change));
    }
    world.touch(request.parent());
  }

  private void commit(Resource collaboration, Object change) {
    Object types = Trees.find(change, List.of("specification", "collaboration", AUTOMATIC));
    if (types != null) {
      collaboration.members().put(AUTOMATIC, types);
    }
    if (Trees.find(change, List.of("specification", "member")) instanceof Map<?, ?> specified) {
      Roster roster = new Roster(collaboration);
      String account = (String) specified.get("accountId");
      Optional<Map<String, Object>> member = roster.find(account);
      if (member.isEmpty()) {
        roster.add(specified, world);
        return;
      }
      roster.change(member.get(), specified, world);
      if (account.equals(world.settings().account())) {
        world
            .ownMembership(collaboration)
            .ifPresent(membership -> Memberships.change(membership, member.get()));
      }
    }
  }
}
