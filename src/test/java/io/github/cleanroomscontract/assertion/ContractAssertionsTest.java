package io.github.cleanroomscontract.assertion;

import static io.github.cleanroomscontract.assertion.ContractAssertions.assertThatError;
import static io.github.cleanroomscontract.assertion.ContractAssertions.assertThatRequest;
import static io.github.cleanroomscontract.assertion.ContractAssertions.assertThatResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.cleanroomscontract.context.CallContext;
import io.github.cleanroomscontract.validation.UnknownPolicy;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cleanrooms.model.GetMembershipRequest;
import software.amazon.awssdk.services.cleanrooms.model.GetMembershipResponse;
import software.amazon.awssdk.services.cleanrooms.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cleanrooms.model.StartProtectedQueryRequest;
import software.amazon.awssdk.services.cleanrooms.model.TagResourceRequest;
import software.amazon.awssdk.services.cleanrooms.model.UpdateProtectedQueryRequest;

class ContractAssertionsTest {

  private static final String MEMBERSHIP = "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c";
  private static final String QUERY = "f3b0c9de-1d5a-4d0e-8f0c-5a8b7c6d5e4f";
  private static final Path FIXTURES = Path.of("fixtures");

  /** Two things are wrong with it, and one of them twice. */
  private static final String BROKEN =
      """
      {
        "membershipIdentifier": "x",
        "protectedQueryIdentifier": "y",
        "targetStatus": "CANCELED"
      }
      """;

  private static final String VALID =
      BROKEN
          .replace("\"x\"", "\"" + MEMBERSHIP + "\"")
          .replace("\"y\"", "\"" + QUERY + "\"")
          .replace("CANCELED", "CANCELLED");

  private static final String MISSPELT = VALID.replace("CANCELLED", "CANCELED");

  private static String failure(ThrowingCallable assertion) {
    AssertionError error = catchThrowableOfType(AssertionError.class, assertion);
    assertThat(error).as("failure of the assertion").isExactlyInstanceOf(AssertionError.class);
    return error.getMessage();
  }

  private static MessageAssert broken() {
    return assertThatRequest("UpdateProtectedQuery", BROKEN);
  }

  private static MessageAssert misspelt() {
    return assertThatRequest("UpdateProtectedQuery", MISSPELT);
  }

  private static MessageAssert valid() {
    return assertThatRequest("UpdateProtectedQuery", VALID);
  }

  @Nested
  class Conforming {

    @Test
    void whatIsInTheContractPassesOfWhateverKindItIs() {
      Map<String, Object> map =
          Map.of(
              "membershipIdentifier", MEMBERSHIP,
              "protectedQueryIdentifier", QUERY,
              "targetStatus", "CANCELLED");
      UpdateProtectedQueryRequest object =
          UpdateProtectedQueryRequest.builder()
              .membershipIdentifier(MEMBERSHIP)
              .protectedQueryIdentifier(QUERY)
              .targetStatus("CANCELLED")
              .build();

      valid().conforms();
      assertThatRequest("UpdateProtectedQuery", VALID.getBytes(StandardCharsets.UTF_8)).conforms();
      assertThatRequest("UpdateProtectedQuery", map).conforms();
      assertThatRequest("UpdateProtectedQuery", object).conforms();
      assertThatRequest(object).conforms();
      assertThatRequest(object.toBuilder()).conforms();
    }

    @Test
    void whatIsNotFailsWithAllThatIsWrong() {
      assertThat(failure(() -> broken().conforms()))
          .isEqualTo(
              """
              expected the UpdateProtectedQuery request to conform to the contract of 2026-07-27, but it has 3 findings:

              payload:2:27: error pattern at /membershipIdentifier
                UpdateProtectedQuery request: MembershipIdentifier matches ^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$; found "x"
                1 │ {
                2 │   "membershipIdentifier": "x",
                  │                           ^^^

              payload:3:31: error pattern at /protectedQueryIdentifier
                UpdateProtectedQuery request: ProtectedQueryIdentifier matches ^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$; found "y"
                1 │ {
                2 │   "membershipIdentifier": "x",
                3 │   "protectedQueryIdentifier": "y",
                  │                               ^^^

              payload:4:19: error enum at /targetStatus
                UpdateProtectedQuery request: TargetProtectedQueryStatus is one of CANCELLED; found "CANCELED"
                2 │   "membershipIdentifier": "x",
                3 │   "protectedQueryIdentifier": "y",
                4 │   "targetStatus": "CANCELED"
                  │                   ^^^^^^^^^^
                hint: did you mean "CANCELLED"?""");
    }

    @Test
    void objectsOfTheSdkAreShownAsTheyTravel() {
      GetMembershipRequest request =
          GetMembershipRequest.builder().membershipIdentifier("x").build();

      assertThat(failure(() -> assertThatRequest(request).conforms()))
          .isEqualTo(
              """
              expected the GetMembership request to conform to the contract of 2026-07-27, but it has 1 finding:

              GetMembershipRequest:2:27: error pattern at /membershipIdentifier
                GetMembership request: MembershipIdentifier matches ^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$; found "x"
                1 │ {
                2 │   "membershipIdentifier": "x"
                  │                           ^^^""");
    }

    /** What the SDK itself sends without complaint. */
    @Test
    void objectsOfTheSdkMayBeOutOfTheContract() {
      StartProtectedQueryRequest twoDestinations =
          StartProtectedQueryRequest.builder()
              .type("SQL")
              .membershipIdentifier(MEMBERSHIP)
              .sqlParameters(parameters -> parameters.queryString("SELECT 1"))
              .resultConfiguration(
                  result ->
                      result.outputConfiguration(
                          output ->
                              output
                                  .s3(s3 -> s3.resultFormat("CSV").bucket("results"))
                                  .member(member -> member.accountId("111122223333"))))
              .build();

      assertThatRequest(twoDestinations)
          .onlyViolates("union.multiple")
          .at("/resultConfiguration/outputConfiguration");
      assertThatRequest(twoDestinations.toBuilder().type("SEQUEL")).violates("enum").at("/type");
    }

    @Test
    void listsOfTheSdkAreThereIfTheyWereGivenEmpty() {
      assertThatRequest(TagResourceRequest.builder().resourceArn("x").build()).violates("required");
      assertThat(
              failure(
                  () ->
                      assertThatRequest(
                              TagResourceRequest.builder().resourceArn("x").tags(Map.of()).build())
                          .violates("required")))
          .contains("error pattern at /resourceArn");
    }

    @Test
    void filesAreNamed() throws IOException {
      Path file = Files.writeString(Files.createTempFile("broken", ".json"), MISSPELT);
      try {
        assertThat(failure(() -> assertThatRequest("UpdateProtectedQuery", file).conforms()))
            .contains("\n\n" + file + ":4:19: error enum at /targetStatus\n");
      } finally {
        Files.delete(file);
      }
    }

    /** As the CLI counts them. */
    @Test
    void warningsDoNotCount() {
      Path file =
          FIXTURES.resolve("protected-query/StartProtectedQuery/valid/request.blank-text.json");

      assertThatRequest("StartProtectedQuery", file).conforms();
    }

    @Test
    void whatTheTestMakesUpItselfHasNoExcuseForUnknownMembers() {
      MessageAssert response = assertThatResponse("DeleteMembership", "{\"queueTime\": 1}");

      assertThat(failure(response::conforms)).contains(": error unknown-member\n");
      response.tolerating(UnknownPolicy.IGNORE).conforms();
      assertThat(failure(() -> response.tolerating(UnknownPolicy.DRIFT).conforms()))
          .contains(": drift unknown-member\n");
    }

    @Test
    void aDayCanBeGiven() {
      Path file =
          FIXTURES.resolve(
              "protected-query/StartProtectedQuery/valid/request.distribute-to-s3-only.json");
      MessageAssert request = assertThatRequest("StartProtectedQuery", file);

      request.conforms().conformsAsOf("2025-04-30").conformsAsOf(LocalDate.of(2025, 4, 30));
      assertThat(failure(() -> request.conformsAsOf("2025-04-29")))
          .startsWith(
              "expected the StartProtectedQuery request to conform to the contract of 2025-04-29,"
                  + " but it has 1 finding:\n\n")
          .contains("2025-04-30");
      assertThat(failure(() -> request.asOf(LocalDate.of(2025, 4, 29)).conforms()))
          .contains("the contract of 2025-04-29");
    }

    @Test
    void aDayIsOneOfTheApi() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> valid().conformsAsOf("2020-01-01"))
          .withMessage("the API exists since 2023-01-12, not yet on 2020-01-01");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> valid().asOf("30.4.2025"))
          .withMessage("a day is written 2025-04-30, not 30.4.2025");
    }

    @Test
    void stepsLeaveWhatTheyAreTakenFromAlone() {
      MessageAssert response = assertThatResponse("DeleteMembership", "{}");
      response.withStatus(500);
      MessageAssert strict = assertThatResponse("DeleteMembership", "{\"queueTime\": 1}");
      strict.tolerating(UnknownPolicy.IGNORE);

      response.conforms();
      strict.violates("unknown-member");
    }
  }

  @Nested
  class Violating {

    @Test
    void passesWhereTheRuleIsViolated() {
      broken()
          .violates("pattern")
          .at("/membershipIdentifier")
          .at("/membershipIdentifier", "/protectedQueryIdentifier")
          .and()
          .violates("enum")
          .at("/targetStatus");
    }

    @Test
    void failsWhereNothingIsViolated() {
      assertThat(failure(() -> valid().violates("enum")))
          .isEqualTo(
              "expected the UpdateProtectedQuery request to violate \"enum\", but it conforms to the"
                  + " contract of 2026-07-27");
    }

    @Test
    void failsWhereSomethingElseIsViolated() {
      assertThat(failure(() -> misspelt().violates("required")))
          .isEqualTo(
              """
              expected the UpdateProtectedQuery request to violate "required", but it violates something else:

              payload:4:19: error enum at /targetStatus
                UpdateProtectedQuery request: TargetProtectedQueryStatus is one of CANCELLED; found "CANCELED"
                2 │   "membershipIdentifier": "%s",
                3 │   "protectedQueryIdentifier": "%s",
                4 │   "targetStatus": "CANCELED"
                  │                   ^^^^^^^^^^
                hint: did you mean "CANCELLED"?"""
                  .formatted(MEMBERSHIP, QUERY));
    }

    @Test
    void failsWhereItIsElsewhere() {
      assertThat(failure(() -> misspelt().violates("enum").at("/membershipIdentifier")))
          .startsWith(
              "expected the UpdateProtectedQuery request to violate \"enum\" at"
                  + " /membershipIdentifier, but the violation is elsewhere than at"
                  + " /membershipIdentifier:\n\npayload:4:19: error enum at /targetStatus\n");
      assertThat(failure(() -> broken().violates("pattern").at("/targetStatus")))
          .contains(", but the violations are elsewhere than at /targetStatus:\n");
    }

    @Test
    void takesWarnings() {
      Path file =
          FIXTURES.resolve("protected-query/StartProtectedQuery/valid/request.blank-text.json");

      assertThat(failure(() -> assertThatRequest("StartProtectedQuery", file).violates("enum")))
          .contains(", but it violates something else:\n\n" + file + ":", ": warning ");
    }

    @Test
    void tellsTheNearestPlaceOfOneThatIsNotThere() {
      assertThat(failure(() -> misspelt().violates("enum").at("/targetStatsu")))
          .contains(
              ", but the violation is elsewhere than at /targetStatsu, which the payload does not"
                  + " have (did you mean /targetStatus?):\n");
      assertThat(failure(() -> misspelt().violates("enum").at("/queueTime")))
          .contains(" elsewhere than at /queueTime, which the payload does not have:\n");
    }

    @Test
    void tellsTheNearestPlaceInListsAndDeepDown() {
      String response =
          """
          {"memberSummaries": [{"accountId": "1", "status": "ACTIV"}]}
          """;
      MessageAssert members = assertThatResponse("ListMembers", response);

      members.violates("enum").at("/memberSummaries/0/status");
      assertThat(failure(() -> members.violates("enum").at("/memberSumaries/0/stat")))
          .contains("(did you mean /memberSummaries/0/status?):\n");
      assertThat(failure(() -> members.violates("enum").at("/memberSummaries/1/status")))
          .contains("/memberSummaries/1/status, which the payload does not have:\n");
    }

    @Test
    void tellsWhereMissingMembersAreFound() {
      MessageAssert empty = assertThatRequest("GetMembership", "{}");

      empty.violates("required").at("");
      assertThat(failure(() -> empty.violates("required").at("/membershipIdentifier")))
          .startsWith(
              "expected the GetMembership request to violate \"required\" at /membershipIdentifier,"
                  + " but the violation is elsewhere than at /membershipIdentifier, since a name"
                  + " that is missing or wrong is found at the object around it:\n\n"
                  + "payload:1:1: error required\n");
    }

    @Test
    void takesPlacesWithKeysThatAreNotShown() {
      String request =
          """
          {
            "type": "SQL",
            "membershipIdentifier": "%s",
            "sqlParameters": {
              "analysisTemplateArn": "arn:aws:cleanrooms:us-east-1:444455556666:membership/%s/analysistemplate/%s",
              "parameters": {"my secret": 7}
            }
          }
          """
              .formatted(MEMBERSHIP, MEMBERSHIP, QUERY);
      ViolationAssert type = assertThatRequest("StartProtectedQuery", request).violates("type");

      type.at("/sqlParameters/parameters/my secret").at("/sqlParameters/parameters/***");
      assertThat(failure(() -> type.at("/sqlParameters/parameters/my secre")))
          .contains("error type at /sqlParameters/parameters/***\n")
          .doesNotContain("secret");
      assertThat(failure(() -> type.at("/sqlParameters/parametrs/my secret")))
          .contains(
              "which the payload does not have (did you mean /sqlParameters/parameters/my secret?)");
    }

    @Test
    void refusesRulesThatDoNotExist() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> broken().violates("patern"))
          .withMessage("there is no rule \"patern\"; did you mean \"pattern\"?");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> broken().onlyViolates("enum", "frobnicate"))
          .withMessage("there is no rule \"frobnicate\"");
    }

    @Test
    void refusesRulesThatNobodyChecks() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> broken().violates("concurrent-analyses.quota"))
          .withMessage(
              "no payload is found to violate \"concurrent-analyses.quota\": What else is running is"
                  + " known to the service only.");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> broken().modelOnly().violates("create.echo"))
          .withMessage(
              "modelOnly() leaves out \"create.echo\", which is documented beyond the model");
    }

    @Test
    void refusesPlacesThatAreNone() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> broken().violates("enum").at("targetStatus"))
          .withMessage(
              "\"targetStatus\" is no JSON Pointer: one begins with a slash, or is empty for the"
                  + " whole payload");
    }

    @Test
    void findsWhatIsNoJson() {
      assertThatRequest("GetMembership", "{").onlyViolates("json.truncated").at("");
    }
  }

  @Nested
  class OnlyViolating {

    @Test
    void passesWhereThoseRulesAreViolatedAndNoOther() {
      misspelt().onlyViolates("enum").at("/targetStatus");
      broken().onlyViolates("enum", "pattern");
      broken()
          .onlyViolates("pattern", "enum")
          .at("/membershipIdentifier", "/protectedQueryIdentifier", "/targetStatus");
    }

    @Test
    void failsWhereNothingIsViolated() {
      assertThat(failure(() -> valid().onlyViolates("enum", "pattern")))
          .isEqualTo(
              "expected the UpdateProtectedQuery request to violate nothing but \"enum\" and"
                  + " \"pattern\", but it conforms to the contract of 2026-07-27");
    }

    @Test
    void failsWhereMoreIsViolated() {
      assertThat(failure(() -> broken().onlyViolates("pattern")))
          .startsWith(
              "expected the UpdateProtectedQuery request to violate nothing but \"pattern\", but it"
                  + " violates more:\n\npayload:4:19: error enum at /targetStatus\n")
          .doesNotContain("error pattern");
    }

    @Test
    void failsWhereOneIsNotViolated() {
      assertThat(failure(() -> misspelt().onlyViolates("enum", "pattern")))
          .isEqualTo(
              "expected the UpdateProtectedQuery request to violate nothing but \"enum\" and"
                  + " \"pattern\", but it does not violate \"pattern\"");
      assertThat(failure(() -> misspelt().onlyViolates("pattern", "required")))
          .startsWith(
              "expected the UpdateProtectedQuery request to violate nothing but \"pattern\" and"
                  + " \"required\", but it does not violate \"pattern\" and \"required\", and"
                  + " violates more:\n\npayload:4:19: error enum at /targetStatus\n");
    }

    @Test
    void failsWhereOneIsElsewhereToo() {
      assertThat(
              failure(() -> broken().onlyViolates("pattern", "enum").at("/membershipIdentifier")))
          .startsWith(
              "expected the UpdateProtectedQuery request to violate nothing but \"pattern\" and"
                  + " \"enum\", and only at /membershipIdentifier, but it does so elsewhere,"
                  + " too:\n\npayload:3:31: error pattern at /protectedQueryIdentifier\n")
          .contains("error enum at /targetStatus")
          .doesNotContain("error pattern at /membershipIdentifier");
    }
  }

  @Nested
  class Knowing {

    private static final String REQUEST =
        "{\"collaborationIdentifier\":\"6f0c2f6e-9c1b-4f0a-8d3e-2b7a51c94e10\"}";

    @Test
    void moreOfTheWorldChecksMoreRules() throws IOException {
      Path folder =
          FIXTURES.resolve(
              "collaboration/DeleteCollaboration/invalid/request.by-another-member.context");
      String answer = Files.readString(folder.resolve("GetCollaboration.response.json"));
      CallContext context =
          CallContext.create().callerAccount("444455556666").response("GetCollaboration", answer);
      MessageAssert request = assertThatRequest("DeleteCollaboration", REQUEST);

      request.with(context).onlyViolates("delete-collaboration.owner-only");
      request.with(context).modelOnly().conforms();
      assertThat(failure(() -> request.violates("delete-collaboration.owner-only")))
          .isEqualTo(
              "expected the DeleteCollaboration request to violate"
                  + " \"delete-collaboration.owner-only\", but it conforms to the contract of"
                  + " 2026-07-27\n\n\"delete-collaboration.owner-only\" could not be checked, since"
                  + " it needs the caller's account: tell it by with(CallContext)");
    }

    @Test
    void whatIsAnsweredChecksMoreRules() {
      MessageAssert response =
          assertThatResponse(
              "ListMembers",
              FIXTURES.resolve(
                  "collaboration/ListMembers/invalid/response.more-than-asked-for.json"));
      String rule = "page.size-at-most-max-results";

      response
          .answering(REQUEST.replace("}", ",\"maxResults\":1}"))
          .onlyViolates(rule)
          .at("/memberSummaries");
      response.answering(REQUEST.replace("}", ",\"maxResults\":2}")).conforms();
      assertThat(failure(() -> response.onlyViolates(rule)))
          .isEqualTo(
              "expected the ListMembers response to violate nothing but \""
                  + rule
                  + "\", but it"
                  + " conforms to the contract of 2026-07-27\n\n\""
                  + rule
                  + "\" could not be checked,"
                  + " since it needs the request of the same call: tell it by with(CallContext) or"
                  + " answering(request)");
    }

    @Test
    void whatIsAnsweredHasToBeInTheContract() {
      MessageAssert response = assertThatResponse("UpdateProtectedQuery", "{}");

      assertThatIllegalArgumentException()
          .isThrownBy(() -> response.answering(MISSPELT))
          .withMessageStartingWith(
              "what is answered has to be in the contract, but it has 1 finding:\n\n"
                  + "payload:4:19: error enum at /targetStatus\n");
      assertThatIllegalStateException()
          .isThrownBy(() -> valid().answering(VALID))
          .withMessage("a request answers nothing");
    }

    @Test
    void theStatusChecksIt() {
      MessageAssert response = assertThatResponse("DeleteMembership", "{}");

      response.withStatus(204).conforms();
      response.withStatus(200).onlyViolates("http.status").at("");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> response.withStatus(20))
          .withMessage("a status is from 100 to 599, not 20");
      assertThatIllegalStateException()
          .isThrownBy(() -> valid().withStatus(200))
          .withMessage("a request has no status");
    }
  }

  @Nested
  class Errors {

    @Test
    void areJudgedByTheirName() {
      String body = "{\"message\":\"x\",\"resourceId\":\"m\",\"resourceType\":\"MEMBERSHIP\"}";

      assertThatError("GetMembership", "ResourceNotFoundException", body).conforms();
      assertThatError("ListMemberships", "ResourceNotFoundException", body)
          .onlyViolates("error.undeclared");
      assertThatError("GetMembership", "ResourceNotFoundException", body)
          .withStatus(400)
          .onlyViolates("error.status");
    }

    @Test
    void ofTheSdkTellTheirNameAndStatus() {
      ResourceNotFoundException exception =
          ResourceNotFoundException.builder()
              .message("x")
              .resourceId("m")
              .resourceType("MEMBERSHIP")
              .build();

      assertThatError("GetMembership", exception).conforms();
      assertThatError("ListMemberships", exception).onlyViolates("error.undeclared");
      assertThatError("GetMembership", exception.toBuilder().statusCode(400).build())
          .onlyViolates("error.status");
      assertThat(
              failure(
                  () ->
                      assertThatError("GetMembership", ResourceNotFoundException.builder().build())
                          .conforms()))
          .contains("ResourceNotFoundException:1:1: error required\n");
    }

    @Test
    void haveANameToBeGivenIfTheyTellNone() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> assertThatError("GetMembership", "{}"))
          .withMessage(
              "only an exception of the AWS SDK tells the error's name; found java.lang.String. Give"
                  + " the name: assertThatError(operation, error, payload)");
    }
  }

  @Nested
  class Refused {

    @Test
    void areOperationsThatDoNotExist() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> assertThatRequest("StartProtectedQery", "{}"))
          .withMessage(
              "there is no operation \"StartProtectedQery\"; did you mean \"StartProtectedQuery\"?");
    }

    @Test
    void isWhatIsNoPayload() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> assertThatRequest("GetMembership", new File("a.json")))
          .withMessage(
              "a payload is text, bytes, a stream, a Path, a Map, or an object of the AWS SDK; found"
                  + " java.io.File");
    }

    @Test
    void isWhatTellsNoOperation() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> assertThatRequest("{}"))
          .withMessage(
              "only a request of the AWS SDK for Clean Rooms tells its operation; found"
                  + " java.lang.String. Give the operation's name, too");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> assertThatResponse(GetMembershipRequest.builder().build()))
          .withMessage(
              "only a response of the AWS SDK for Clean Rooms tells its operation; found"
                  + " GetMembershipRequest. Give the operation's name, too");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> assertThatRequest((Object) null))
          .withMessageContaining("; found null.");
    }

    @Test
    void areObjectsOfTheSdkForSomethingElse() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> assertThatRequest("UpdateMembership", GetMembershipRequest.builder().build()))
          .withMessage("GetMembershipRequest is no request of UpdateMembership");
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> assertThatRequest("GetMembership", GetMembershipResponse.builder().build()))
          .withMessage("GetMembershipResponse is no request of GetMembership");
      assertThatCode(
              () -> assertThatResponse("GetMembership", GetMembershipResponse.builder().build()))
          .doesNotThrowAnyException();
    }
  }
}
