package io.github.cleanroomscontract.generation;

/** Ways to break what is documented of change requests. */
final class ChangeRequestMutants {

  private static final String CREATE = "CreateCollaborationChangeRequest";
  private static final String UPDATE = "UpdateCollaborationChangeRequest";
  private static final String GET = "GetCollaborationChangeRequest";
  private static final String FIRST = "/collaborationChangeRequestSummaries/0";

  private ChangeRequestMutants() {}

  static void register(Mutants mutants) {

    mutants
        .request("change-input-list.unique", CREATE)
        .having("/changes/0/specification/collaboration")
        .set(
            "/changes/-",
            "{'specificationType':'COLLABORATION','specification':{'collaboration':{'autoApprovedChangeTypes':[]}}}")
        .set("/changes/0/specification/collaboration/autoApprovedChangeTypes", "[]")
        .at("/changes");
    mutants
        .request("change-collaboration.auto-approval-only", CREATE)
        .having("/changes/0/specification/collaboration")
        .set("/changes/0/specification/collaboration", "{}")
        .at("/changes/0/specification/collaboration");
    mutants
        .request("change-member.abilities-restricted", CREATE)
        .set("/changes/0/specification/member/memberAbilities", "['CAN_QUERY']")
        .at("/changes/0/specification/member/memberAbilities/0");
    mutants
        .request("change-member.one-change-per-account", CREATE)
        .set(
            "/changes/-",
            "{'specificationType':'MEMBER','specification':{'member':{'accountId':'444455556666','memberAbilities':[],'displayName':'Example Publishing'}}}")
        .at("/changes/1/specification/member/accountId");
    mutants
        .request("change-spec.type-matches-specification", CREATE)
        .set("/changes/0/specificationType", "'COLLABORATION'")
        .at("/changes/0/specification");
    mutants
        .request("change-member.display-name-for-new", CREATE)
        .known("ListMembers", "/memberSummaries", Mutant.STRANGERS)
        .at("/changes/0/specification/member");
    mutants
        .request("change-request.creator-only", CREATE)
        .caller("444455556666")
        .known("GetCollaboration");
    mutants
        .request("change-request.cancel-commit-by-owner", UPDATE)
        .set("/action", "'COMMIT'")
        .caller("444455556666")
        .known("GetCollaboration")
        .at("/action");
    mutants
        .request("change-request.approve-deny-by-members", UPDATE)
        .set("/action", "'APPROVE'")
        .caller("210987654321")
        .known("ListMembers", "/memberSummaries", Mutant.STRANGERS)
        .at("/action");
    mutants
        .response("change-type-list.unique", GET)
        .set("/collaborationChangeRequest/changes/0/types", "['ADD_MEMBER','ADD_MEMBER']")
        .having("/collaborationChangeRequest/changes/0/types/0")
        .at("/collaborationChangeRequest/changes/0/types");
    mutants
        .response("change-types.fit-specification", GET)
        .having("/collaborationChangeRequest/changes/0/types/0")
        .set("/collaborationChangeRequest/changes/0/types", "['EDIT_AUTO_APPROVED_CHANGE_TYPES']")
        .at("/collaborationChangeRequest/changes/0/types/0");
    mutants
        .response("change-request.approvals-fit-status", GET)
        .set("/collaborationChangeRequest/status", "'APPROVED'")
        .set("/collaborationChangeRequest/approvals", "{'444455556666':{'status':'DENIED'}}")
        .at("/collaborationChangeRequest/approvals/444455556666/status");

    mutants
        .request("change-member.abilities-none-supported", CREATE)
        .set("/changes/0/specification/member/memberAbilities", "['CAN_RECEIVE_RESULTS']")
        .at("/changes/0/specification/member/memberAbilities");
    mutants
        .response("change-requests.sorted-by-creation", "ListCollaborationChangeRequests")
        .having(FIRST)
        .set("/collaborationChangeRequestSummaries/-", "@" + FIRST)
        .set("/collaborationChangeRequestSummaries/-", "@" + FIRST)
        .set("/collaborationChangeRequestSummaries/1/createTime", "1772438400")
        .set("/collaborationChangeRequestSummaries/2/createTime", "1772440000")
        .at("/collaborationChangeRequestSummaries/2/createTime");
  }
}
