package io.github.cleanroomscontract.internal.pojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.cleanroomscontract.catalogue.Direction;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cleanrooms.model.CleanRoomsException;
import software.amazon.awssdk.services.cleanrooms.model.GetMembershipRequest;
import software.amazon.awssdk.services.cleanrooms.model.GetMembershipResponse;
import software.amazon.awssdk.services.cleanrooms.model.Membership;
import software.amazon.awssdk.services.cleanrooms.model.StartProtectedQueryRequest;
import software.amazon.awssdk.services.cleanrooms.model.StartProtectedQueryResponse;
import software.amazon.awssdk.services.cleanrooms.model.ValidationException;

/** What the SDK's own client sends and gets back goes through them in SdkRoundTripTest. */
class SdkObjectsTest {

  private static final GetMembershipRequest REQUEST =
      GetMembershipRequest.builder().membershipIdentifier("m").build();

  @Nested
  class AreToldByTheNamesOfTheirClasses {

    @Test
    void andSoAreTheirBuildersAndErrors() {
      assertThat(SdkObjects.isObject(REQUEST)).isTrue();
      assertThat(SdkObjects.isObject(REQUEST.toBuilder())).isTrue();
      assertThat(SdkObjects.isObject(ValidationException.builder().build())).isTrue();
      assertThat(SdkObjects.isType(StartProtectedQueryRequest.Builder.class)).isTrue();
      assertThat(SdkObjects.isError(ValidationException.builder().build())).isTrue();
    }

    @Test
    void andNothingElseIsOne() {
      assertThat(SdkObjects.isObject(null)).isFalse();
      assertThat(SdkObjects.isObject("text")).isFalse();
      assertThat(SdkObjects.isObject(SdkBytes.fromUtf8String("text"))).isFalse();
      assertThat(SdkObjects.isError(REQUEST)).isFalse();
      assertThat(SdkObjects.isError(null)).isFalse();
    }

    @Test
    void whichSayWhatTheyAreOf() {
      assertThat(SdkObjects.operation(REQUEST, Direction.REQUEST)).contains("GetMembership");
      assertThat(SdkObjects.operation(REQUEST.toBuilder(), Direction.REQUEST))
          .contains("GetMembership");
      assertThat(SdkObjects.operation(REQUEST, Direction.RESPONSE)).isEmpty();
      assertThat(SdkObjects.operation(GetMembershipResponse.builder().build(), Direction.RESPONSE))
          .contains("GetMembership");
      assertThat(SdkObjects.operation("GetMembershipRequest", Direction.REQUEST)).isEmpty();
      assertThat(SdkObjects.typeName(REQUEST.toBuilder())).isEqualTo("GetMembershipRequest");
    }
  }

  @Nested
  class Written {

    @Test
    void areBuildersAsWhatTheyBuild() {
      assertThat(Payloads.json(REQUEST.toBuilder())).isEqualTo(Payloads.json(REQUEST));
    }

    @Test
    void areTimesAsSeconds() {
      Membership membership =
          Membership.builder()
              .createTime(Instant.parse("2025-04-30T00:00:00.250Z"))
              .updateTime(Instant.ofEpochSecond(0))
              .build();

      assertThat(Payloads.json(membership))
          .isEqualTo("{\"createTime\":1745971200.25,\"updateTime\":0}");
    }

    @Test
    void areErrorsWithTheirMessageHoweverTheyWereMade() {
      AwsErrorDetails details = AwsErrorDetails.builder().errorMessage("told").build();

      assertThat(Payloads.json(ValidationException.builder().message("made").build()))
          .isEqualTo("{\"message\":\"made\"}");
      assertThat(
              Payloads.json(
                  ValidationException.builder()
                      .awsErrorDetails(details)
                      .reason("FIELD_VALIDATION_FAILED")
                      .build()))
          .isEqualTo("{\"message\":\"told\",\"reason\":\"FIELD_VALIDATION_FAILED\"}");
    }
  }

  @Nested
  class Errors {

    @Test
    void haveTheNamesOfTheirClassesOrElseTheirCodes() {
      AwsErrorDetails details = AwsErrorDetails.builder().errorCode("Odd").build();

      assertThat(SdkObjects.errorName(ValidationException.builder().build()))
          .contains("ValidationException");
      assertThat(
              SdkObjects.errorName(CleanRoomsException.builder().awsErrorDetails(details).build()))
          .contains("Odd");
      assertThat(SdkObjects.errorName(CleanRoomsException.builder().build())).isEmpty();
    }

    @Test
    void haveAStatusIfTheyCameWithOne() {
      assertThat(SdkObjects.status(ValidationException.builder().statusCode(400).build()))
          .hasValue(400);
      assertThat(SdkObjects.status(ValidationException.builder().build())).isEmpty();
    }
  }

  @Nested
  class Read {

    @Test
    void areObjectsAndBuilders() {
      String json = "{\"membershipIdentifier\":\"m\"}";

      assertThat(SdkObjects.read(json, GetMembershipRequest.class)).isEqualTo(REQUEST);
      assertThat(SdkObjects.read(json, GetMembershipRequest.Builder.class).build())
          .isEqualTo(REQUEST);
    }

    @Test
    void areErrorsAsTheClientThrowsThem() {
      ValidationException error =
          SdkObjects.read(
              "{\"message\":\"told\",\"fieldList\":[{\"name\":\"a\",\"message\":\"b\"}]}",
              ValidationException.class);

      assertThat(error.awsErrorDetails().errorMessage()).isEqualTo("told");
      assertThat(error.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
      assertThat(error.fieldList()).singleElement().extracting(f -> f.name()).isEqualTo("a");
    }

    @Test
    void isNullAsNotGiven() {
      assertThat(SdkObjects.read("{\"membershipIdentifier\":null}", GetMembershipRequest.class))
          .isEqualTo(GetMembershipRequest.builder().build());
    }

    @Test
    void areNumbersThatAreNone() {
      assertThat(
              SdkObjects.read(
                      "{\"protectedQuery\":{\"statistics\":{\"billedResourceUtilization\":{\"units\":\"NaN\"}}}}",
                      StartProtectedQueryResponse.class)
                  .protectedQuery()
                  .statistics()
                  .billedResourceUtilization()
                  .units())
          .isNaN();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "{\"membershipIdentifer\":\"m\"} | has no member \"membershipIdentifer\"; did you mean \"membershipIdentifier\"?",
          "{\"queueTime\":1} | has no member \"queueTime\"; it may be newer than the AWS SDK that is used here",
          "{\"sqlParameters\":{\"querystring\":\"s\"}} | has no member \"querystring\" at /sqlParameters; did you mean \"queryString\"?",
          "{\"type\":1} | takes a string at /type; found a number",
          "{\"sqlParameters\":[]} | takes an object at /sqlParameters; found a list",
          "{\"sqlParameters\":{\"parameters\":\"s\"}} | takes an object at /sqlParameters/parameters; found a string",
          "{\"computeConfiguration\":{\"worker\":{\"number\":4.5}}} | takes a whole number of 32 bits at /computeConfiguration/worker/number; found a number of another kind",
          "{\"resultConfiguration\":{\"outputConfiguration\":{\"distribute\":{\"locations\":{}}}}} | takes a list at /resultConfiguration/outputConfiguration/distribute/locations; found an object",
          "{\"resultConfiguration\":{\"outputConfiguration\":{\"s3\":{\"singleFileOutput\":\"true\"}}}} | takes true or false at /resultConfiguration/outputConfiguration/s3/singleFileOutput; found a string",
        })
    void fitTheClassOrSayWhere(String json, String said) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SdkObjects.read(json, StartProtectedQueryRequest.class))
          .withMessage("StartProtectedQueryRequest of the AWS SDK " + said);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {"\"2025-04-30T00:00:00Z\" | a string", "1e300 | a number of another kind"})
    void areTimesInSeconds(String time, String found) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  SdkObjects.read(
                      "{\"membership\":{\"createTime\":" + time + "}}",
                      GetMembershipResponse.class))
          .withMessage(
              "GetMembershipResponse of the AWS SDK takes a point in time as seconds since 1970 at"
                  + " /membership/createTime; found "
                  + found);
    }

    @Test
    void areObjectsThatHoldAPayload() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  SdkObjects.read(
                      "{}",
                      software.amazon.awssdk.services.cleanrooms.model.CleanRoomsRequest.class))
          .withMessage(
              "software.amazon.awssdk.services.cleanrooms.model.CleanRoomsRequest is no class of"
                  + " the AWS SDK that holds a payload");
    }
  }
}
