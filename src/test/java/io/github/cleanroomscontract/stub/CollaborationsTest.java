package io.github.cleanroomscontract.stub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CollaborationsTest {

  private final ContractStub stub =
      ContractStub.builder()
          .callerAccount("222233334444")
          .region("eu-west-1")
          .unknownResources(UnknownResources.NOT_FOUND)
          .build();
  private final Caller caller = new Caller(stub);
  private String collaboration;
  private Caller.Answered created;

  @BeforeEach
  void createsACollaboration() {
    created =
        caller.call(
            "CreateCollaboration",
            "{'name':'Overlap','creatorDisplayName':'Retail','creatorMemberAbilities':['CAN_QUERY'],"
                + "'queryLogStatus':'ENABLED','autoApprovedChangeRequestTypes':['ADD_MEMBER'],"
                + "'tags':{'team':'a'},'members':[{'accountId':'444455556666','displayName':"
                + "'Publisher','memberAbilities':['CAN_RECEIVE_RESULTS']}]}");
    collaboration = "{'collaborationIdentifier':'" + created.at("collaboration.id") + "'%s}";
  }

  private Caller.Answered join() {
    return caller.call("CreateMembership", collaboration.formatted(",'queryLogStatus':'DISABLED'"));
  }

  @Test
  void itIsTheCallers() {
    assertThat(created.at("collaboration.creatorAccountId")).isEqualTo("222233334444");
    assertThat(created.at("collaboration.creatorDisplayName")).isEqualTo("Retail");
    assertThat(created.text("collaboration.arn"))
        .startsWith("arn:aws:cleanrooms:eu-west-1:222233334444:collaboration/");
    assertThat(created.at("collaboration.memberStatus")).isEqualTo("INVITED");
    assertThat(created.has("collaboration.membershipId")).isFalse();
    assertThat(created.at("collaboration.autoApprovedChangeTypes").toString())
        .isEqualTo("[ADD_MEMBER]");
  }

  @Test
  void whoJoinsIsActive() {
    Caller.Answered membership = join();

    assertThat(membership.at("membership.collaborationName")).isEqualTo("Overlap");
    assertThat(membership.at("membership.collaborationCreatorDisplayName")).isEqualTo("Retail");
    assertThat(membership.at("membership.memberAbilities").toString()).isEqualTo("[CAN_QUERY]");
    assertThat(membership.at("membership.paymentConfiguration.queryCompute.isResponsible"))
        .isEqualTo(true);
    Caller.Answered shown = caller.call("GetCollaboration", collaboration.formatted(""));
    assertThat(shown.at("collaboration.memberStatus")).isEqualTo("ACTIVE");
    assertThat(shown.at("collaboration.membershipId")).isEqualTo(membership.at("membership.id"));
    Caller.Answered members = caller.call("ListMembers", collaboration.formatted(""));
    assertThat(members.each("memberSummaries", "accountId"))
        .containsExactly("222233334444", "444455556666");
    assertThat(members.each("memberSummaries", "status")).containsExactly("ACTIVE", "INVITED");
    assertThat(members.each("memberSummaries", "displayName"))
        .containsExactly("Retail", "Publisher");
    assertThat(caller.call("ListCollaborations", "{'memberStatus':'INVITED'}").body().toString())
        .doesNotContain("Overlap");
    assertThat(
            caller
                .call("ListCollaborations", "{'memberStatus':'ACTIVE'}")
                .each("collaborationList", "name"))
        .containsExactly("Overlap");
  }

  @Test
  void nobodyJoinsTwice() {
    join();

    Caller.Answered again =
        caller.fail("CreateMembership", collaboration.formatted(",'queryLogStatus':'DISABLED'"));

    assertThat(again.at("reason")).isEqualTo("ALREADY_EXISTS");
    assertThat(again.at("resourceType")).isEqualTo("MEMBERSHIP");
  }

  @Test
  void whoLeavesMayJoinAgain() {
    String id = join().text("membership.id");
    caller.call("DeleteMembership", "{'membershipIdentifier':'%s'}", id);

    Caller.Answered shown = caller.call("GetCollaboration", collaboration.formatted(""));
    assertThat(shown.at("collaboration.memberStatus")).isEqualTo("LEFT");
    assertThat(shown.has("collaboration.membershipId")).isFalse();
    assertThat(join().at("membership.id")).isNotEqualTo(id);
  }

  @Test
  void aMemberThatIsDeletedIsRemoved() {
    String member = collaboration.formatted(",'accountId':'444455556666'");
    caller.call("DeleteMember", member);

    assertThat(
            caller
                .call("ListMembers", collaboration.formatted(""))
                .each("memberSummaries", "status"))
        .containsExactly("INVITED", "REMOVED");
    caller.fail("DeleteMember", member);
    caller.fail("DeleteMember", collaboration.formatted(",'accountId':'999988887777'"));
    assertThat(
            caller
                .fail("DeleteMember", collaboration.formatted(",'accountId':'222233334444'"))
                .at("error"))
        .isEqualTo("ConflictException");
  }

  @Test
  void aMembershipOutlivesItsCollaboration() {
    String membership = join().text("membership.id");
    caller.call("DeleteCollaboration", collaboration.formatted(""));

    assertThat(caller.fail("GetCollaboration", collaboration.formatted("")).at("error"))
        .isEqualTo("AccessDeniedException");
    caller.fail("ListMembers", collaboration.formatted(""));
    String named = "{'membershipIdentifier':'" + membership + "'}";
    assertThat(caller.call("GetMembership", named).at("membership.status"))
        .isEqualTo("COLLABORATION_DELETED");
    assertThat(
            caller
                .call("ListMemberships", "{'status':'COLLABORATION_DELETED'}")
                .each("membershipSummaries", "id"))
        .containsExactly(membership);
    assertThat(
            caller.call("ListMemberships", "{'status':'ACTIVE'}").each("membershipSummaries", "id"))
        .isEmpty();
    caller.call("DeleteMembership", named);
  }

  @Test
  void tagsAreGivenAtOnceAddedAndTakenAway() {
    String arn = "{'resourceArn':'" + created.at("collaboration.arn") + "'%s}";
    assertThat(caller.call("ListTagsForResource", arn.formatted("")).at("tags").toString())
        .isEqualTo("{team=a}");
    caller.call("TagResource", arn.formatted(",'tags':{'team':'b','cost':'c'}"));
    caller.call("UntagResource", arn.formatted(",'tagKeys':['cost','none']"));

    assertThat(caller.call("ListTagsForResource", arn.formatted("")).at("tags").toString())
        .isEqualTo("{team=b}");
    caller.call("DeleteCollaboration", collaboration.formatted(""));
    Caller.Answered gone = caller.fail("ListTagsForResource", arn.formatted(""));
    assertThat(gone.at("error")).isEqualTo("ResourceNotFoundException");
    assertThat(gone.at("resourceType")).isEqualTo("COLLABORATION");
  }

  @Test
  void aChangeIsCommittedOnceItIsApproved() {
    join();
    Caller.Answered change =
        caller.call(
            "CreateCollaborationChangeRequest",
            collaboration.formatted(
                ",'changes':[{'specificationType':'MEMBER','specification':{'member':{'accountId':"
                    + "'444455556666','memberAbilities':[]}}}]"));
    assertThat(change.at("collaborationChangeRequest.status")).isEqualTo("PENDING");
    assertThat(change.at("collaborationChangeRequest.changes.0.types").toString())
        .isEqualTo("[REVOKE_RECEIVE_RESULTS_ABILITY]");
    String request =
        collaboration.formatted(
            ",'changeRequestIdentifier':'" + change.at("collaborationChangeRequest.id") + "'%s");

    assertThat(
            caller
                .fail("UpdateCollaborationChangeRequest", request.formatted(",'action':'COMMIT'"))
                .at("reason"))
        .isEqualTo("INVALID_STATE");
    assertThat(
            caller
                .call("UpdateCollaborationChangeRequest", request.formatted(",'action':'APPROVE'"))
                .at("collaborationChangeRequest.approvals.444455556666.status"))
        .isEqualTo("APPROVED");
    caller.call("UpdateCollaborationChangeRequest", request.formatted(",'action':'COMMIT'"));

    assertThat(
            caller
                .call("GetCollaborationChangeRequest", request.formatted(""))
                .at("collaborationChangeRequest.status"))
        .isEqualTo("COMMITTED");
    assertThat(
            caller
                .call("ListMembers", collaboration.formatted(""))
                .at("memberSummaries.1.abilities")
                .toString())
        .isEqualTo("[]");
    assertThat(
            caller
                .call(
                    "ListCollaborationChangeRequests",
                    collaboration.formatted(",'status':'COMMITTED'"))
                .each("collaborationChangeRequestSummaries", "status"))
        .containsExactly("COMMITTED");
    caller.fail("UpdateCollaborationChangeRequest", request.formatted(",'action':'CANCEL'"));
  }

  @Test
  void aChangeThatNeedsNoApprovalIsCommittedAtOnce() {
    Caller.Answered change =
        caller.call(
            "CreateCollaborationChangeRequest",
            collaboration.formatted(
                ",'changes':[{'specificationType':'MEMBER','specification':{'member':{'accountId':"
                    + "'555566667777','memberAbilities':[],'displayName':'Analytics'}}}]"));

    assertThat(change.at("collaborationChangeRequest.status")).isEqualTo("COMMITTED");
    assertThat(change.at("collaborationChangeRequest.isAutoApproved")).isEqualTo(true);
    assertThat(
            caller
                .call("ListMembers", collaboration.formatted(""))
                .each("memberSummaries", "displayName"))
        .containsExactly("Retail", "Publisher", "Analytics");
  }
}
