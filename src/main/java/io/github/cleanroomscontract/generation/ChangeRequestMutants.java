package io.github.cleanroomscontract.generation;

/** Ways to break what is documented of change requests. */
final class ChangeRequestMutants {

  private static final String UPDATE = "UpdateCollaborationChangeRequest request";
  private static final String SUMMARIES = "CollaborationChangeRequestSummaryList";
  private static final String MEMBER = "MemberChangeSpecification";
  private static final String COLLABORATION = "CollaborationChangeSpecification";
  private static final String ABILITIES = "/memberAbilities";

  private ChangeRequestMutants() {}

  static void register(Mutants mutants) {
    changes(mutants);
    members(mutants);
    callers(mutants);
    answers(mutants);
  }

  private static void changes(Mutants mutants) {
    mutants
        .in("change-input-list.unique", "ChangeInputList")
        .from("2025-12-18")
        .having("/0/specification/collaboration")
        .set("/-", "@/0");
    mutants
        .in("change-input-list.unique", "ChangeInputList")
        .until("2025-12-18")
        .set("/-", "@/0")
        .besides("change-member.one-change-per-account", "/1/specification/member/accountId");
    mutants.in("change-input-list.unique", "ChangeList").full().set("/-", "@/0");
    mutants.in("change-collaboration.auto-approval-only", COLLABORATION).set("", "{}");
    mutants
        .in("change-spec.type-matches-specification", "ChangeInput")
        .having("/specification/member")
        .set("/specificationType", "'COLLABORATION'")
        .at("/specification");
    mutants
        .in("change-spec.type-matches-specification", "Change")
        .having("/specification/member")
        .set("/specificationType", "'COLLABORATION'")
        .set("/types", "['EDIT_AUTO_APPROVED_CHANGE_TYPES']")
        .at("/specification");
    mutants
        .in("change-spec.type-matches-specification", "Change")
        .having("/specification/collaboration")
        .set("/specificationType", "'MEMBER'")
        .set("/types", "['ADD_MEMBER']")
        .at("/specification");
    mutants
        .in("change-spec.type-matches-specification", "ChangeInput")
        .having("/specification/collaboration")
        .set("/specificationType", "'MEMBER'")
        .at("/specification");
  }

  private static void members(Mutants mutants) {
    mutants
        .in("change-member.abilities-restricted", MEMBER)
        .set(ABILITIES, "['CAN_QUERY']")
        .at(ABILITIES + "/0");
    mutants
        .in("change-member.abilities-none-supported", MEMBER)
        .set(ABILITIES, "['CAN_RECEIVE_RESULTS']")
        .at(ABILITIES);
    mutants
        .in("change-member.one-change-per-account", "ChangeInputList")
        .having("/0/specification/member/displayName")
        .set("/-", "@/0")
        .set("/1/specification/member/displayName", "'Example Books'")
        .at("/1/specification/member/accountId");
    mutants
        .in("change-member.display-name-for-new", MEMBER)
        .known("GetCollaboration")
        .knownMember(Mutant.STRANGER);
    mutants
        .in("member-abilities.unique", "MemberAbilities")
        .where(place -> place.startsWith("/changes/"))
        .from("2026-02-18")
        .set("", "['CAN_RECEIVE_RESULTS','CAN_RECEIVE_RESULTS']");
    mutants
        .in("member-abilities.unique", "MemberAbilities")
        .where(place -> place.startsWith("/changes/"))
        .until("2026-02-18")
        .set("", "['CAN_RECEIVE_RESULTS','CAN_RECEIVE_RESULTS']")
        .besides("change-member.abilities-none-supported", "");
  }

  private static void callers(Mutants mutants) {
    mutants
        .in("change-request.creator-only", "CreateCollaborationChangeRequest request")
        .caller(Mutant.PARTNER)
        .known("GetCollaboration");
    mutants
        .in("change-request.cancel-commit-by-owner", UPDATE)
        .set("/action", "'COMMIT'")
        .caller(Mutant.PARTNER)
        .known("GetCollaboration")
        .at("/action");
    mutants
        .in("change-request.approve-deny-by-members", UPDATE)
        .set("/action", "'APPROVE'")
        .caller(Mutant.PARTNER)
        .knownMember(Mutant.STRANGER)
        .at("/action");
  }

  private static void answers(Mutants mutants) {
    mutants
        .in("change-type-list.unique", "ChangeTypeList")
        .where(place -> place.contains("/types"))
        .set("", "['ADD_MEMBER','ADD_MEMBER']");
    mutants
        .in("change-types.fit-specification", "Change")
        .having("/specification/member")
        .set("/types", "['EDIT_AUTO_APPROVED_CHANGE_TYPES']")
        .at("/types/0");
    mutants
        .in("change-types.fit-specification", "Change")
        .having("/specification/collaboration")
        .set("/types", "['ADD_MEMBER']")
        .at("/types/0");
    mutants
        .in(
            "change-request.approvals-fit-status",
            "CollaborationChangeRequest",
            "CollaborationChangeRequestSummary")
        .set("/status", "'APPROVED'")
        .set("/approvals", "{'444455556666':{'status':'DENIED'}}")
        .at("/approvals/444455556666/status");
    mutants
        .in("change-requests.sorted-by-creation", SUMMARIES)
        .having("/0")
        .set("/-", "@/0")
        .set("/-", "@/0")
        .set("/1/createTime", "1772438400")
        .set("/2/createTime", "1772440000")
        .at("/2/createTime");
  }
}
