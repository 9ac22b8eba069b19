package io.github.cleanroomscontract.internal.checks;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What is documented of change requests beyond their schemas. */
final class ChangeRequestChecks {

  private static final String UPDATE = "UpdateCollaborationChangeRequest request";
  private static final Set<String> VOTES = Set.of("APPROVE", "DENY");
  private static final Set<String> OWNER_ACTIONS = Set.of("CANCEL", "COMMIT");
  private static final Set<String> NO_LONGER = Set.of("LEFT", "REMOVED");

  private ChangeRequestChecks() {}

  static void register(Checks.Registry registry) {
    registry.request(
        "change-member.one-change-per-account",
        "ChangeInputList",
        changes ->
            Names.repeated(
                changes.each().map(change -> change.at("specification", "member", "accountId")),
                new HashSet<>()));
    registry.request(
        "change-member.display-name-for-new",
        "MemberChangeSpecification",
        ChangeRequestChecks::displayName);
    registry.request(
        "change-request.creator-only",
        "CreateCollaborationChangeRequest request",
        Callers::ownerOnly);
    registry.request("change-request.approve-deny-by-members", UPDATE, ChangeRequestChecks::vote);
    registry.request(
        "change-request.cancel-commit-by-owner",
        UPDATE,
        request -> {
          Subject action = request.at("action");
          if (OWNER_ACTIONS.contains(action.text())) {
            Callers.ownerOnly(action);
          }
        });
    registry.response(
        "change-requests.sorted-by-creation",
        "CollaborationChangeRequestSummaryList",
        ChangeRequestChecks::sorted);
  }

  private static void displayName(Subject change) {
    Subject account = change.at("accountId");
    if (account.node().isString()
        && !change.has("displayName")
        && change.world().member(account.text()).isEmpty()) {
      change.with(change.world().allMembers(), World.MEMBERS, (at, members) -> at.fails());
    }
  }

  private static void vote(Subject request) {
    Subject action = request.at("action");
    if (VOTES.contains(action.text())) {
      action.with(action.world().caller(), World.CALLER, ChangeRequestChecks::voter);
    }
  }

  private static void voter(Subject vote, String caller) {
    Optional<JsonNode> member = vote.world().member(caller);
    if (member.isEmpty()) {
      vote.with(
          vote.world().allMembers(),
          World.MEMBERS,
          (at, members) -> at.fails("is not one of them"));
      return;
    }
    String status = member.get().path("status").asString("");
    if (NO_LONGER.contains(status)) {
      vote.fails("has the status " + status);
    }
  }

  /** Which way they are sorted is not documented. */
  private static void sorted(Subject summaries) {
    boolean rises = false;
    boolean falls = false;
    double before = Double.NaN;
    List<Subject> times = summaries.each().map(summary -> summary.at("createTime")).toList();
    for (Subject time : times) {
      double now = time.time().orElse(Double.NaN);
      rises |= now > before;
      falls |= now < before;
      if (rises && falls) {
        time.fails();
        return;
      }
      before = now;
    }
  }
}
