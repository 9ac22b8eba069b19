package io.github.cleanroomscontract.internal.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the members of change requests agree on. */
final class ChangeRequestAgreements {

  private ChangeRequestAgreements() {}

  static void register(Agreements agreements) {
    for (String change : List.of("ChangeInput", "Change")) {
      agreements.add(change, ChangeRequestAgreements::specification);
    }
    agreements.add("Change", ChangeRequestAgreements::types);
    for (String request :
        List.of("CollaborationChangeRequest", "CollaborationChangeRequestSummary")) {
      agreements.add(request, ChangeRequestAgreements::votes);
      agreements.add(request, ChangeRequestAgreements::oneOfCollaboration);
    }
    agreements.add(
        "CreateCollaborationChangeRequest request", ChangeRequestAgreements::oneOfCollaboration);
    agreements.add("MemberChangeSpecification", ChangeRequestAgreements::abilities);
    agreements.add(
        "CollaborationChangeSpecification", changed -> changed.need("autoApprovedChangeTypes"));
  }

  private static void abilities(Draft member) {
    List<Object> abilities = member.list("memberAbilities");
    boolean many = abilities.contains("CAN_QUERY") || abilities.contains("CAN_RUN_JOB");
    if (!member.pinned("memberAbilities")) {
      member.set("memberAbilities", new ArrayList<>());
    } else if (many || member.isRequest() && !abilities.isEmpty() && !member.since("2026-02-18")) {
      member.refuse("abilities that nobody is given later");
    }
  }

  private static void specification(Draft change) {
    if (change.pinned("specificationType")) {
      change.choose(
          "specification", change.is("specificationType", "MEMBER") ? "member" : "collaboration");
    } else {
      boolean member = change.at("specification", "member").isPresent();
      change.set("specificationType", member ? "MEMBER" : "COLLABORATION");
    }
  }

  private static void types(Draft change) {
    String ofCollaboration = "EDIT_AUTO_APPROVED_CHANGE_TYPES";
    boolean member = change.is("specificationType", "MEMBER");
    change.isolate("types");
    if (change.broken("types")) {
      return;
    }
    if (change.pinned("types")) {
      if (member == change.list("types").contains(ofCollaboration)) {
        change.set("specificationType", member ? "COLLABORATION" : "MEMBER");
        change.choose("specification", member ? "collaboration" : "member");
      }
    } else if (!member) {
      change.set("types", List.of(ofCollaboration));
    } else if (change.list("types").contains(ofCollaboration)) {
      List<Object> others = new ArrayList<>(change.list("types"));
      others.remove(ofCollaboration);
      change.set("types", others.isEmpty() ? List.of("ADD_MEMBER") : others);
    }
  }

  /** There is one collaboration to change, but there are many members. */
  private static void oneOfCollaboration(Draft request) {
    boolean changed = false;
    for (Draft change : request.items("changes")) {
      boolean again = changed && !change.is("specificationType", "MEMBER");
      if (again) {
        change.set("specificationType", "MEMBER");
        change.choose("specification", "member");
        change.amend("types", List.of("ADD_MEMBER"));
      }
      changed |= change.is("specificationType", "COLLABORATION");
    }
  }

  private static void votes(Draft request) {
    if (!request.has("approvals") || !request.is("status", "APPROVED", "COMMITTED")) {
      return;
    }
    boolean open =
        request.get("approvals") instanceof Map<?, ?> votes
            && votes.values().stream()
                .anyMatch(vote -> vote.toString().matches(".*(DENIED|PENDING).*"));
    if (open && request.pinned("status")) {
      request.remove("approvals");
    } else if (open) {
      request.set("status", "PENDING");
    }
  }
}
