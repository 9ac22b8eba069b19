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
  private final World world = new World(facts, request(""));

  @Test
  void aPageThatIsTheOnlyOneTellsAllMembers() {
    learn(request(""), page("111122223333", ""));
    assertThat(world.allMembers()).hasValueSatisfying(all -> assertThat(all).hasSize(1));
  }

  @Test
  void theLastOfSeveralPagesTellsAllMembers() {
    learn(request(""), page("111122223333", ", 'nextToken': 'two'"));
    assertThat(world.allMembers()).isEmpty();
    assertThat(world.knownMembers()).isPresent();
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
