package io.github.cleanroomscontract.awssdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.exchange.WireRequest;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.generation.PayloadCases;
import io.github.cleanroomscontract.stub.StubReply;
import io.github.cleanroomscontract.watch.ContractWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.cleanrooms.CleanRoomsClient;
import software.amazon.awssdk.services.cleanrooms.model.CleanRoomsException;
import software.amazon.awssdk.services.cleanrooms.model.GetMembershipResponse;
import software.amazon.awssdk.services.cleanrooms.model.GetProtectedQueryResponse;
import software.amazon.awssdk.services.cleanrooms.model.MembershipStatus;
import software.amazon.awssdk.services.cleanrooms.model.ValidationException;

/**
 * Ten breaks of the contract that the plain SDK lets through, and that a watch catches. The README
 * lists them in the words of this test.
 */
class SwallowedBreaksTest {

  private static final String ID = "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c";

  /** A break: what it is, what the SDK does about it, what it is found as. */
  enum Break {
    TWO_VARIANTS(
        "a request sets two variants of a tagged union",
        "sends both",
        "union.multiple",
        WireAnswer.json(200, valid("StartProtectedQuery"))) {
      @Override
      void happen(CleanRoomsClient client) {
        client.startProtectedQuery(
            query ->
                query
                    .membershipIdentifier(ID)
                    .type("SQL")
                    .sqlParameters(sql -> sql.queryString("SELECT 1"))
                    .resultConfiguration(
                        result ->
                            result.outputConfiguration(
                                output ->
                                    output
                                        .s3(s3 -> s3.bucket("results").resultFormat("CSV"))
                                        .member(member -> member.accountId("111122223333")))));
      }
    },
    NO_SUCH_VALUE(
        "a request has an enum value that does not exist",
        "sends it",
        "enum",
        WireAnswer.json(200, valid("ListMemberships"))) {
      @Override
      void happen(CleanRoomsClient client) {
        client.listMemberships(request -> request.status("CLOSED"));
      }
    },
    TOO_LONG(
        "a name has 300 characters, where 100 are allowed",
        "sends it",
        "length",
        WireAnswer.json(200, valid("UpdateCollaboration"))) {
      @Override
      void happen(CleanRoomsClient client) {
        client.updateCollaboration(
            request -> request.collaborationIdentifier(ID).name("x".repeat(300)));
      }
    },
    OUT_OF_RANGE(
        "`maxResults` is 0 in the query",
        "sends it",
        "range",
        WireAnswer.json(200, valid("ListCollaborations"))) {
      @Override
      void happen(CleanRoomsClient client) {
        client.listCollaborations(request -> request.maxResults(0));
      }
    },
    NOTHING_SET(
        "a request sets none of its required members",
        "sends `{}`",
        "required",
        WireAnswer.json(200, valid("CreateCollaboration"))) {
      @Override
      void happen(CleanRoomsClient client) {
        client.createCollaboration(request -> {});
      }
    },
    MEMBER_MISSING(
        "an answer lacks a required member",
        "gives null",
        "required",
        membership("\"status\":\"ACTIVE\",", "")) {
      @Override
      void happen(CleanRoomsClient client) {
        GetMembershipResponse answer =
            client.getMembership(request -> request.membershipIdentifier(ID));
        assertThat(answer.membership().status()).isNull();
      }
    },
    NEW_VALUE(
        "an answer has an enum value that does not exist",
        "gives UNKNOWN_TO_SDK_VERSION",
        "enum",
        membership("\"status\":\"ACTIVE\"", "\"status\":\"ACTIV\"")) {
      @Override
      void happen(CleanRoomsClient client) {
        GetMembershipResponse answer =
            client.getMembership(request -> request.membershipIdentifier(ID));
        assertThat(answer.membership().status()).isEqualTo(MembershipStatus.UNKNOWN_TO_SDK_VERSION);
      }
    },
    MILLISECONDS(
        "an answer has a time in milliseconds",
        "gives the year 55840",
        "timestamp.seconds",
        query("\"createTime\":[0-9.]+", "\"createTime\":1700000000000")) {
      @Override
      void happen(CleanRoomsClient client) {
        GetProtectedQueryResponse answer =
            client.getProtectedQuery(
                request -> request.membershipIdentifier(ID).protectedQueryIdentifier(ID));
        assertThat(answer.protectedQuery().createTime().toString()).startsWith("+55840");
      }
    },
    DELETED_WITH_A_BODY(
        "a deletion is answered with 200 and a body, where 204 is due",
        "is content",
        "http.status",
        WireAnswer.json(200, "{}")) {
      @Override
      void happen(CleanRoomsClient client) {
        client.deleteMembership(request -> request.membershipIdentifier(ID));
      }
    },
    BARE_ERROR(
        "an error lacks its required members",
        "throws the exception, with null in it",
        "required",
        WireAnswer.error(402, "ServiceQuotaExceededException", "{}")) {
      @Override
      void happen(CleanRoomsClient client) {
        CleanRoomsException thrown =
            catchThrowableOfType(
                CleanRoomsException.class,
                () -> client.createMembership(BARE_ERROR::membershipRequest));
        assertThat(thrown)
            .hasFieldOrPropertyWithValue("quotaName", null)
            .isNotInstanceOf(ValidationException.class);
      }
    };

    private final String what;
    private final String sdk;
    private final String rule;
    private final WireAnswer answer;

    Break(String what, String sdk, String rule, WireAnswer answer) {
      this.what = what;
      this.sdk = sdk;
      this.rule = rule;
      this.answer = answer;
    }

    /** Makes the break happen, and shows what the SDK makes of it: nothing is thrown. */
    abstract void happen(CleanRoomsClient client);

    void membershipRequest(
        software.amazon.awssdk.services.cleanrooms.model.CreateMembershipRequest.Builder request) {
      request.collaborationIdentifier(ID).queryLogStatus("ENABLED");
    }

    String row() {
      return "| " + what + " | " + sdk + " | `" + rule + "` |";
    }
  }

  private static String valid(String operation) {
    return PayloadCases.of(operation, Direction.RESPONSE)
        .valid()
        .findFirst()
        .orElseThrow()
        .payload();
  }

  private static WireAnswer membership(String from, String to) {
    return changed("GetMembership", from, to);
  }

  private static WireAnswer query(String from, String to) {
    return changed("GetProtectedQuery", from, to);
  }

  private static WireAnswer changed(String operation, String from, String to) {
    String body = valid(operation);
    String other = body.replaceFirst(from, to);
    assertThat(other).isNotEqualTo(body);
    return WireAnswer.json(200, other);
  }

  @ParameterizedTest
  @EnumSource
  void theSdkLetsItThroughAndAWatchCatchesIt(Break each) {
    try (ContractWatch watch = ContractWatch.builder("a test").open();
        CleanRoomsClient client =
            StubClients.sync(
                new StubHttpClient((WireRequest request) -> StubReply.of(each.answer)),
                Optional.empty())) {
      each.happen(client);
      assertThat(watch.breaches())
          .flatMap(breach -> breach.findings())
          .extracting(Finding::rule)
          .extracting(Object::toString)
          .contains(each.rule);
      assertThat(watch.failure()).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theReadmeListsIt(Break each) throws IOException {
    assertThat(Files.readString(Path.of("README.md"))).contains(each.row());
  }
}
