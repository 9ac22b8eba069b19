package io.github.cleanroomscontract.internal.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.internal.facts.Facts;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What is known of members, page by page. */
class WorldTest {

  private static final String COLLABORATION = "6f0c2f6e-9c1b-4f0a-8d3e-2b7a51c94e10";

  private final Facts facts = new Facts();
  private final World world = new World(facts, request(""), Optional.empty());

  @Test
  void aPageThatIsTheOnlyOneTellsAllMembers() {
    learn(request(""), page("111122223333", ""));
    assertThat(world.allMembers()).hasValueSatisfying(all -> assertThat(all).hasSize(1));
  }

  @Test
  void theLastOfSeveralPagesTellsAllMembers() {
    learn(request(""), page("111122223333", ", 'nextToken': 'two'"));
    assertThat(world.allMembers()).isEmpty();
    assertThat(world.members()).hasSize(1);
    learn(request(", 'nextToken': 'two'"), page("444455556666", ""));
    assertThat(world.allMembers()).hasValueSatisfying(all -> assertThat(all).hasSize(2));
  }

  @Test
  void aLastPageWithoutTheFirstDoesNot() {
    learn(request(", 'nextToken': 'two'"), page("444455556666", ""));
    assertThat(world.allMembers()).isEmpty();
    assertThat(world.member("444455556666")).isPresent();
  }

  @Test
  void aListOfUnknownCollaborationStandsInWhereThereIsNoOther() {
    facts.learn("ListMembers", Optional.empty(), page("123456789012", ""));
    assertThat(world.allMembers()).isPresent();
    learn(request(""), page("111122223333", ", 'nextToken': 'two'"));
    assertThat(world.allMembers()).isEmpty();
    assertThat(world.member("123456789012")).isEmpty();
  }

  @Test
  void aListReadAnewIsNotWholeBeforeItsEnd() {
    learn(request(""), page("111122223333", ""));
    learn(request(""), page("111122223333", ", 'nextToken': 'two'"));
    assertThat(world.allMembers()).isEmpty();
    learn(request(", 'nextToken': 'two'"), page("444455556666", ", 'nextToken': null"));
    assertThat(world.allMembers()).isPresent();
  }

  @Test
  void aListOfUnknownCollaborationMustHaveTheMembershipOfTheCall() {
    JsonNode members = json("{'memberSummaries': [{'accountId': '1', 'membershipId': 'ours'}]}");
    facts.learn("ListMembers", Optional.empty(), members);
    assertThat(in("{'membershipIdentifier': 'ours'}").allMembers()).isPresent();
    assertThat(in("{'membershipIdentifier': 'other'}").allMembers()).isEmpty();
    assertThat(in("{'membershipIdentifier': 'other'}").member("1")).isEmpty();
  }

  @Test
  void theOnlyCollaborationIsNotThatOfAnotherMembership() {
    learnCollaboration("one", "ours");
    assertThat(in("{'membershipIdentifier': 'ours'}").engine()).hasValue("one");
    assertThat(in("{'membershipIdentifier': 'other'}").engine()).isEmpty();
    assertThat(in("{}").engine()).hasValue("one");
    learnCollaboration("two", "other");
    assertThat(in("{'membershipIdentifier': 'other'}").engine()).hasValue("two");
    assertThat(in("{}").engine()).isEmpty();
  }

  @Test
  void anAnswerIsAboutWhatItsRequestNames() {
    learnCollaboration("one", "ours");
    learnCollaboration("two", "other");
    JsonNode request = json("{'membershipIdentifier': 'ours'}");
    assertThat(new World(facts, json("{}"), Optional.of(request)).engine()).hasValue("one");
    assertThat(in("{'protectedQuery': {'membershipId': 'other'}}").engine()).hasValue("two");
  }

  @Test
  void aChangeThatIsCommittedMakesWhatIsKnownOfMembersOld() {
    String change = "'id': 'c', 'collaborationId': '" + COLLABORATION + "', 'status': ";
    String membership = "'id': 'm', 'memberAbilities': [], 'collaborationId': '" + COLLABORATION;
    learn(request(""), page("111122223333", ""));
    learn("GetMembership", "membership", membership + "'");
    learn("GetCollaborationChangeRequest", "collaborationChangeRequest", change + "'COMMITTED'");
    assertThat(world.allMembers()).isPresent();
    learn("CreateCollaborationChangeRequest", "collaborationChangeRequest", change + "'PENDING'");
    assertThat(world.allMembers()).isPresent();
    assertThat(in("{'membershipIdentifier': 'm'}").abilities()).isPresent();
    learn("GetCollaborationChangeRequest", "collaborationChangeRequest", change + "'COMMITTED'");
    assertThat(world.members()).isEmpty();
    assertThat(world.allMembers()).isEmpty();
    assertThat(in("{'membershipIdentifier': 'm'}").membership()).isPresent();
    assertThat(in("{'membershipIdentifier': 'm'}").abilities()).isEmpty();
  }

  private World in(String payload) {
    return new World(facts, json(payload), Optional.empty());
  }

  private void learnCollaboration(String name, String membership) {
    String members = "'id': '%1$s', 'analyticsEngine': '%1$s', 'membershipId': '%2$s'";
    learn("GetCollaboration", "collaboration", members.formatted(name, membership));
  }

  private void learn(String operation, String resource, String members) {
    facts.learn(operation, Optional.empty(), json("{'" + resource + "': {" + members + "}}"));
  }

  private void learn(JsonNode request, JsonNode response) {
    facts.learn("ListMembers", Optional.of(request), response);
  }

  private static JsonNode request(String more) {
    return json("{'collaborationIdentifier': '" + COLLABORATION + "'" + more + "}");
  }

  private static JsonNode page(String account, String more) {
    return json("{'memberSummaries': [{'accountId': '" + account + "'}]" + more + "}");
  }

  private static JsonNode json(String text) {
    return new ObjectMapper().readTree(text.replace('\'', '"'));
  }
}
