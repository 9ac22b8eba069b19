package io.github.cleanroomscontract.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.generation.PayloadCases;
import io.github.cleanroomscontract.validation.ContractValidator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests are found, put back together, and judged together with their answers. */
class ExchangeJudgeTest {

  private static final String ID = "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c";

  private final ExchangeJudge judge = new ExchangeJudge(ContractValidator.create());

  private Call judge(String method, String target, String body) {
    return judge.judge(WireRequest.of(method, target, body), Optional.empty());
  }

  private static List<String> found(Report report) {
    return report.findings().stream().map(ExchangeJudgeTest::text).toList();
  }

  private static String text(Finding finding) {
    return finding.rule().id()
        + " "
        + finding.pointer()
        + finding.member().map(member -> " " + member).orElse("");
  }

  @Test
  void everyOperationIsFoundByItsOwnLine() {
    for (Operation operation : Catalogue.current().operations()) {
      String path = operation.http().path().replaceAll("[{][^}]*[}]", "x");
      assertThat(Routes.current().find(operation.http().method(), path))
          .map(Operation::name)
          .contains(operation.name());
      assertThat(Routes.current().find("PUT", path)).isEmpty();
      assertThat(Routes.current().find(operation.http().method(), path + "/more/and/more"))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  /memberships/ID,                 '',          {\"membershipIdentifier\":\"ID\"}",
    "GET,  /memberships?maxResults=5,       '',          {\"maxResults\":5}",
    "GET,  /memberships?maxResults=many,    '',          {\"maxResults\":\"many\"}",
    "GET,  /memberships?maxResults=1&maxResults=2, '',   '{\"maxResults\":[\"1\",\"2\"]}'",
    "GET,  /memberships?status=A%20B+C,     '',          {\"status\":\"A B C\"}",
    "GET,  /memberships?flag,               '',          {\"flag\":\"\"}",
    "POST, /memberships,                    '{ \"a\": 1 }', '{ \"a\": 1 }'",
    "PATCH, /memberships/a+b,               '{\"a\":1}', '{\"membershipIdentifier\":\"a+b\",\"a\":1}'",
    "PATCH, /memberships/ID,                ' { } ',     ' {\"membershipIdentifier\":\"ID\" } '",
    "PATCH, /memberships/ID,                '[1]',       '[1]'",
    "DELETE, /tags/arn%3Aaws%2Fx?tagKeys=a&tagKeys=b, '', "
        + "'{\"resourceArn\":\"arn:aws/x\",\"tagKeys\":[\"a\",\"b\"]}'",
    "DELETE, /tags/x?tagKeys=a,             '',          '{\"resourceArn\":\"x\",\"tagKeys\":[\"a\"]}'"
  })
  void inputsArePutBackTogether(String method, String target, String body, String input) {
    String path = target.replace("ID", ID);
    assertThat(judge(method, path, body).input()).isEqualTo(input.replace("ID", ID));
  }

  @Test
  void whatIsBesidesTheContractIsFound() {
    assertThat(found(judge("GET", "/memberships?maxResults=many", "").requestReport()))
        .containsExactly("type /maxResults");
    assertThat(found(judge("GET", "/memberships?maxresults=5", "").requestReport()))
        .containsExactly("unknown-member  maxresults");
    assertThat(found(judge("GET", "/memberships?status=%zz", "").requestReport()))
        .containsExactly("http.escape ", "enum /status");
    assertThat(found(judge("GET", "/nowhere", "").requestReport()))
        .containsExactly("http.unknown-operation ");
    assertThat(found(judge("GET", "/memberships//protectedQueries", "").requestReport()))
        .containsExactly("length /membershipIdentifier");
  }

  @Test
  void membersInTheBodyThatTravelElsewhereAreFound() {
    Call call =
        judge(
            "PATCH",
            "/memberships/" + ID,
            "{\"queryLogStatus\":\"ENABLED\",\"membershipIdentifier\":\"" + ID + "\"}");
    assertThat(found(call.requestReport()))
        .containsExactly("http.misplaced-member  membershipIdentifier");
    assertThat(call.requestReport().findings().get(0).message())
        .isEqualTo(
            "\"membershipIdentifier\" of UpdateMembership travels in the path; found in the body");
    assertThat(found(judge("GET", "/memberships", "{\"maxResults\":5}").requestReport()))
        .containsExactly("http.misplaced-member  maxResults");
  }

  @Test
  void theTextOfTheBodyIsJudgedAsItTravelled() {
    String path = "/memberships/" + ID;
    assertThat(found(judge("PATCH", path, "{\"a\":").requestReport()))
        .containsExactly("json.truncated ");
    assertThat(
            found(
                judge(
                        "PATCH",
                        path,
                        "{\"queryLogStatus\":\"ENABLED\",\"queryLogStatus\":\"DISABLED\"}")
                    .requestReport()))
        .containsExactly("json.duplicate-key  queryLogStatus");
    assertThat(
            found(judge("PATCH", path, "\uFEFF{\"queryLogStatus\":\"ENABLED\"}").requestReport()))
        .containsExactly("json.byte-order-mark ");
    WireRequest latin =
        WireRequest.of(
            "PATCH", path, Headers.NONE, "{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(found(judge.judge(latin, Optional.empty()).requestReport()))
        .containsExactly("json.encoding ");
  }

  @Test
  void allGeneratedRequestsComeBackAsTheyWere() {
    // Each operation's simplest and fullest, sent as its own line says.
    for (Operation operation : Catalogue.current().operations()) {
      PayloadCases.of(operation.name(), Direction.REQUEST)
          .valid()
          // An empty list leaves no trace in a query.
          .filter(each -> !each.payload().contains("\"tagKeys\":[]"))
          .limit(20)
          .forEach(
              each -> {
                Call call =
                    judge.judge(SentRequests.of(operation, each.payload()), Optional.empty());
                assertThat(call.operationName()).contains(operation.name());
                assertThat(SentRequests.tree(call.input()))
                    .isEqualTo(SentRequests.tree(each.payload()));
              });
    }
  }

  @Test
  void answersAreJudgedByStatusAndErrorName() {
    WireRequest request = WireRequest.of("GET", "/memberships/" + ID, "");
    Map<WireAnswer, List<String>> answers =
        Map.of(
            WireAnswer.json(200, "{}"),
            List.of("required  membership"),
            WireAnswer.json(202, "{}"),
            List.of("http.status ", "required  membership"),
            WireAnswer.error(429, "ThrottlingException", "{}"),
            List.of(),
            WireAnswer.error(429, "aws#ThrottlingException:http://x/", "{\"message\":\"no\"}"),
            List.of(),
            WireAnswer.error(400, "ThrottlingException", "{}"),
            List.of("error.status "),
            WireAnswer.error(409, "ConflictException", "{}"),
            List.of("error.undeclared "),
            WireAnswer.json(502, "<html>"),
            List.of("json.syntax "),
            WireAnswer.of(200, Headers.NONE, new byte[0]),
            List.of("json.empty "));
    answers.forEach(
        (answer, findings) ->
            assertThat(
                    found(judge.judge(request, Optional.of(answer)).answerReport().orElseThrow()))
                .isEqualTo(findings));
  }

  @Test
  void anAnswerWithoutMembersNeedNoBody() {
    WireRequest request = WireRequest.of("DELETE", "/memberships/" + ID, "");
    WireAnswer empty = WireAnswer.of(204, Headers.NONE, new byte[0]);
    assertThat(judge.judge(request, Optional.of(empty)).valid()).isTrue();
    WireAnswer ok = WireAnswer.of(200, Headers.NONE, new byte[0]);
    assertThat(found(judge.judge(request, Optional.of(ok)).answerReport().orElseThrow()))
        .containsExactly("http.status ");
  }

  @Test
  void neitherCredentialsNorIdsArePrinted() {
    WireRequest request =
        WireRequest.of(
            "GET",
            "/memberships/111122223333?token=secret",
            Headers.NONE.with("Authorization", "AWS4-HMAC-SHA256 secret"),
            new byte[0]);
    assertThat(request.headers().toString()).isEqualTo("[Authorization]");
    assertThat(request.toString()).doesNotContain("secret");
    Call unknown = judge("GET", "/accounts/111122223333", "");
    assertThat(unknown.requestReport().toString()).contains("********3333").doesNotContain("1111");
  }
}
