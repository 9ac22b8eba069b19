package io.github.cleanroomscontract.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.finding.Unchecked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What earlier messages of a capture tell later ones, and when they are not believed. */
class ConversationTest {

  private static final String RULE = "compute-configuration.spark-only";

  private final Conversation conversation = ContractValidator.create().conversation();
  private final String collaboration;
  private final String query;

  ConversationTest() throws IOException {
    collaboration =
        Files.readString(
            Path.of("fixtures/collaboration/GetCollaboration/valid/response.minimal.json"));
    query =
        "{\"type\":\"SQL\",\"membershipIdentifier\":\"6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c\","
            + "\"sqlParameters\":{\"queryString\":\"SELECT 1\"},"
            + "\"computeConfiguration\":{\"worker\":{\"type\":\"CR.1X\",\"number\":4}}}";
  }

  @Test
  void whatIsNotToldIsNotChecked() {
    assertNotChecked();
  }

  @Test
  void anAnswerTellsTheMessagesAfterIt() {
    tell("GetCollaboration", "CLEAN_ROOMS_SQL");
    assertThat(query().findings()).map(finding -> finding.rule().id()).contains(RULE);
    assertThat(query().unchecked()).noneMatch(each -> each.rule().id().equals(RULE));
  }

  @Test
  void anInvalidAnswerTellsNothing() {
    tell("GetCollaboration", "FLINK");
    assertNotChecked();
  }

  @Test
  void anUpdateChangesWhatIsKnown() {
    tell("GetCollaboration", "CLEAN_ROOMS_SQL");
    tell("UpdateCollaboration", "SPARK");
    assertThat(query().findings()).extracting(ConversationTest::id).doesNotContain(RULE);
    assertThat(query().unchecked()).noneMatch(each -> each.rule().id().equals(RULE));
  }

  @Test
  void twoAnswersThatDifferWithoutAnUpdateAreNotBelieved() {
    tell("GetCollaboration", "CLEAN_ROOMS_SQL");
    tell("GetCollaboration", "SPARK");
    assertNotChecked();
    tell("GetCollaboration", "CLEAN_ROOMS_SQL");
    assertNotChecked();
  }

  @Test
  void whatWasDeletedIsNotKnownAnyMore() {
    tell("GetCollaboration", "CLEAN_ROOMS_SQL");
    answer("DeleteMembership", "{}");
    assertNotChecked();
  }

  @Test
  void anAnswerThatSaysLessDoesNotContradict() {
    tell("GetCollaboration", "CLEAN_ROOMS_SQL");
    answer("GetCollaboration", collaboration);
    // The newest answer counts, and it does not tell the engine.
    assertNotChecked();
    tell("GetCollaboration", "CLEAN_ROOMS_SQL");
    assertThat(query().findings()).extracting(ConversationTest::id).contains(RULE);
  }

  @Test
  void aCaptureOfSeveralWorldsTellsNothing() {
    tell("GetCollaboration", "CLEAN_ROOMS_SQL");
    answer(
        "GetCollaboration",
        collaboration.replaceFirst("\"createTime\": [0-9.]+", "\"createTime\": 1"));
    tell("UpdateCollaboration", "CLEAN_ROOMS_SQL");
    assertNotChecked();
  }

  @Test
  void aResponseIsJudgedWithTheOneRequestThatItCanAnswer() {
    String two =
        "{\"memberSummaries\":[" + member("111122223333") + "," + member("444455556666") + "]}";
    String rule = "page.size-at-most-max-results";
    assertThat(answer("ListMembers", two).unchecked())
        .map(Unchecked::rule)
        .map(r -> r.id())
        .contains(rule);
    ask("ListMembers", 1);
    assertThat(answer("ListMembers", two).findings())
        .extracting(ConversationTest::id)
        .contains(rule);
    // Answered; the next answer is that of another request.
    assertThat(answer("ListMembers", two).findings())
        .extracting(ConversationTest::id)
        .doesNotContain(rule);
    ask("ListMembers", 1);
    ask("ListMembers", 1);
    assertThat(answer("ListMembers", two).findings())
        .extracting(ConversationTest::id)
        .doesNotContain(rule);
    assertThat(answer("ListMembers", two).findings())
        .extracting(ConversationTest::id)
        .doesNotContain(rule);
  }

  private static String id(Finding finding) {
    return finding.rule().id();
  }

  private static String member(String account) {
    return "{\"accountId\":\""
        + account
        + "\",\"status\":\"ACTIVE\",\"displayName\":\"d\",\"abilities\":[],\"createTime\":1,"
        + "\"updateTime\":1,\"paymentConfiguration\":{\"queryCompute\":{\"isResponsible\":true}}}";
  }

  private void ask(String operation, int maxResults) {
    conversation.validate(
        Message.of(
            operation,
            Direction.REQUEST,
            Payload.of(
                "{\"collaborationIdentifier\":\"6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c\",\"maxResults\":"
                    + maxResults
                    + "}")));
  }

  private Report answer(String operation, String json) {
    return conversation.validate(Message.of(operation, Direction.RESPONSE, Payload.of(json)));
  }

  private void tell(String operation, String engine) {
    answer(
        operation,
        collaboration.replaceFirst(
            "\"collaboration\": [{]",
            "\"collaboration\": {\"analyticsEngine\":\"" + engine + "\","));
  }

  private Report query() {
    return conversation.validate(
        Message.of("StartProtectedQuery", Direction.REQUEST, Payload.of(query)));
  }

  private void assertNotChecked() {
    Report report = query();
    assertThat(report.findings()).extracting(ConversationTest::id).doesNotContain(RULE);
    assertThat(report.unchecked()).anyMatch(each -> each.rule().id().equals(RULE));
  }
}
