package io.github.cleanroomscontract.stub;

import static io.github.cleanroomscontract.stub.Reply.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.cleanroomscontract.exchange.Call;
import io.github.cleanroomscontract.exchange.Headers;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.exchange.WireRequest;
import io.github.cleanroomscontract.internal.sample.Trees;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptTest {

  private static final String ID = "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c";
  private static final String QUERY =
      "{'membershipIdentifier':'" + ID + "','protectedQueryIdentifier':'" + ID + "'}";

  private final ContractStub stub = ContractStub.create();

  private Call getQuery() {
    return call("GetProtectedQuery", QUERY);
  }

  private Call call(String operation, String input) {
    stub.handle(Requests.of(operation, input));
    List<Call> calls = stub.calls();
    return calls.get(calls.size() - 1);
  }

  private static Object at(Call call, String... path) {
    return Trees.find(Trees.read(call.output()), List.of(path));
  }

  @Test
  void aSequenceEndsWithItsLastReply() {
    stub.on("GetProtectedQuery").replySequence(status("SUBMITTED"), status("FAILED"));

    assertThat(at(getQuery(), "protectedQuery", "status")).isEqualTo("SUBMITTED");
    Call failed = getQuery();
    assertThat(at(failed, "protectedQuery", "status")).isEqualTo("FAILED");
    assertThat(at(failed, "protectedQuery", "error", "message")).isNotNull();
    assertThat(at(getQuery(), "protectedQuery", "status")).isEqualTo("FAILED");
    assertThat(stub.calls("GetProtectedQuery")).hasSize(3).allMatch(Call::valid);
  }

  @Test
  void aStatusComesWithWhatGoesWithIt() {
    stub.on("GetProtectedQuery").reply(status("SUCCESS"));

    Call call = getQuery();

    assertThat(at(call, "protectedQuery", "result", "output")).isNotNull();
    assertThat(at(call, "protectedQuery", "statistics", "totalDurationInMillis")).isNotNull();
    assertThat(at(call, "protectedQuery", "error")).isNull();
    assertThat(call.answerReport().orElseThrow().findings()).isEmpty();
  }

  @Test
  void whatIsRepliedOnceComesBeforeWhatIsRepliedAlways() {
    stub.on("GetProtectedQuery").reply(Reply.generated().with("/protectedQuery/status", "STARTED"));
    stub.on("GetProtectedQuery").replyOnce(Reply.error("ThrottlingException"));
    stub.on("GetProtectedQuery").replyOnce(Reply.error("InternalServerException"));

    assertThat(getQuery().answer().orElseThrow().status()).isEqualTo(429);
    assertThat(getQuery().answer().orElseThrow().status()).isEqualTo(500);
    assertThat(at(getQuery(), "protectedQuery", "status")).isEqualTo("STARTED");
  }

  @Test
  void afterTheLastReplyForOneCallItAnswersByItself() {
    stub.on("GetProtectedQuery").replyOnce(Reply.error("ThrottlingException"));

    assertThat(getQuery().answer().orElseThrow().status()).isEqualTo(429);
    assertThat(getQuery().answer().orElseThrow().status()).isEqualTo(200);
  }

  @Test
  void aConditionNarrowsAScript() {
    String other = ID.replace('6', '7');
    stub.on("GetProtectedQuery").reply(status("STARTED"));
    stub.on("GetProtectedQuery").when("/protectedQueryIdentifier", other).reply(status("FAILED"));
    stub.on("GetProtectedQuery").reply(status("SUBMITTED"));

    assertThat(at(getQuery(), "protectedQuery", "status")).isEqualTo("SUBMITTED");
    String asked =
        "{'membershipIdentifier':'" + ID + "','protectedQueryIdentifier':'" + other + "'}";
    assertThat(at(call("GetProtectedQuery", asked), "protectedQuery", "status"))
        .isEqualTo("FAILED");
  }

  @Test
  void anErrorHasItsStatusAndHeaderAndWhatItMustHave() {
    stub.on("GetMembership")
        .reply(Reply.error("ResourceNotFoundException").message("gone").with("/resourceId", "m"));

    Call call = call("GetMembership", "{'membershipIdentifier':'" + ID + "'}");

    WireAnswer answer = call.answer().orElseThrow();
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.errorName()).contains("ResourceNotFoundException");
    assertThat(at(call, "message")).isEqualTo("gone");
    assertThat(at(call, "resourceId")).isEqualTo("m");
    assertThat(at(call, "resourceType")).isNotNull();
    assertThat(call.valid()).isTrue();
  }

  @Test
  void bodiesAreTextBytesMapsAndFiles(@TempDir Path folder) throws Exception {
    String body = "{\"tags\":{\"team\":\"a\"}}";
    Path file = Files.writeString(folder.resolve("body.json"), body);

    for (Reply reply :
        List.of(
            Reply.json(body),
            Reply.body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
            Reply.body(Map.of("tags", Map.of("team", "a"))),
            Reply.body(file))) {
      stub.on("ListTagsForResource").reply(reply);
      Call call =
          call(
              "ListTagsForResource",
              "{'resourceArn':'arn:aws:cleanrooms:us-east-1:111122223333:membership/" + ID + "'}");
      assertThat(call.output()).isEqualTo(body);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Reply.body(7))
        .withMessage("a body is text, bytes, a path, a map or a list; found java.lang.Integer");
  }

  @Test
  void aReplyThatBreaksTheContractIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                stub.on("GetProtectedQuery")
                    .reply(Reply.generated().with("/protectedQuery/status", "DONE")))
        .withMessageStartingWith(
            "this reply to GetProtectedQuery breaks the contract:\n  error enum")
        .withMessageContaining("/protectedQuery/status")
        .withMessageEndingWith("\nif it is meant to, say so with .evenIfBroken()");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                stub.on("GetProtectedQuery")
                    .replyOnce(Reply.generated().with("/protectedQuery/queueTime", 1)))
        .withMessageContaining("unknown-member");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stub.on("GetProtectedQuery").replySequence(Reply.json("{}")))
        .withMessageContaining("required");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stub.on("GetProtectedQuery").reply(Reply.error("ConflictException")))
        .withMessageContaining("error.undeclared");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stub.on("GetProtectedQuery").reply(status("DONE")))
        .withMessageContaining("enum");
    assertThat(getQuery().valid()).isTrue();
  }

  @Test
  void aReplyMayBeBrokenIfThatIsSaid() {
    stub.on("GetProtectedQuery")
        .replySequence(
            Reply.json("no JSON").evenIfBroken(), Reply.error("TeapotException").evenIfBroken());

    Call call = getQuery();
    assertThat(call.output()).isEqualTo("no JSON");
    assertThat(call.valid()).isFalse();
    Call teapot = getQuery();
    assertThat(teapot.answer().orElseThrow().errorName()).contains("TeapotException");
    assertThat(teapot.answer().orElseThrow().status()).isEqualTo(400);
  }

  @Test
  void aMisspelledNameIsRefusedWithTheNearest() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stub.on("GetProtectedQuerry"))
        .withMessage(
            "there is no operation \"GetProtectedQuerry\"; did you mean \"GetProtectedQuery\"?");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stub.calls("GetProtectedQuerry"))
        .withMessageContaining("GetProtectedQuery");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stub.on("GetProtectedQuery").reply(Reply.error("ThrottledException")))
        .withMessageContaining("there is no error \"ThrottledException\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stub.on("GetProtectedQuery").when("/queryId", "x"))
        .withMessageContaining("there is no /queryId");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stub.on("GetSchema").reply(status("READY")))
        .withMessageContaining("has no status");
  }

  @Test
  void aConnectionIsDroppedAfterADelay() {
    stub.on("GetProtectedQuery").reply(Reply.droppedConnection().delayed(Duration.ofSeconds(2)));

    StubReply reply = stub.handle(Requests.of("GetProtectedQuery", QUERY));

    assertThat(reply.answer()).isEmpty();
    assertThat(reply.delay()).isEqualTo(Duration.ofSeconds(2));
    Call call = stub.calls("GetProtectedQuery").get(0);
    assertThat(call.answer()).isEmpty();
    assertThat(call.answerReport()).isEmpty();
  }

  @Test
  void aRawAnswerIsGivenAsItIs() {
    WireAnswer raw = WireAnswer.of(502, Headers.NONE.with("Via", "proxy"), new byte[] {'<'});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stub.on("GetProtectedQuery").reply(Reply.raw(raw)));
    stub.on("GetProtectedQuery").reply(Reply.raw(raw).evenIfBroken());

    WireAnswer answer = getQuery().answer().orElseThrow();

    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.headers().first("Via")).contains("proxy");
    assertThat(answer.body()).containsExactly('<');
  }

  @Test
  void anInvalidRequestIsRefusedWhateverAScriptSaysUnlessItSaysMore() {
    WireRequest wrong = WireRequest.of("GET", "/memberships/M/protectedQueries/" + ID, "");
    stub.on("GetProtectedQuery").reply(status("STARTED"));
    assertThat(stub.handle(wrong).answer().orElseThrow().status()).isEqualTo(400);

    stub.on("GetProtectedQuery").evenForInvalidRequests().reply(status("STARTED"));
    assertThat(stub.handle(wrong).answer().orElseThrow().status()).isEqualTo(200);

    stub.on("CreateConfiguredTable")
        .evenForInvalidRequests()
        .reply(Reply.error("ThrottlingException"));
    WireRequest broken = WireRequest.of("POST", "/configuredTables", "[");
    assertThat(stub.handle(broken).answer().orElseThrow().status()).isEqualTo(429);
  }

  @Test
  void resetForgetsScriptsAndCalls() {
    stub.on("GetProtectedQuery").reply(Reply.error("ThrottlingException"));
    getQuery();

    stub.reset();

    assertThat(stub.calls()).isEmpty();
    assertThat(getQuery().answer().orElseThrow().status()).isEqualTo(200);
  }
}
