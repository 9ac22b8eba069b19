package io.github.cleanroomscontract.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.catalogue.Direction;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwsCliImporterTest {

  private static final CaptureOptions NAMED =
      options("ListTagsForResource", Direction.RESPONSE).from(CaptureFormat.AWS_CLI);

  private static final String QUERIES =
      """
      {
          "protectedQueries": [
              {
                  "id": "12345678-90ab-cdef-1234-567890abcdef",
                  "membershipId": "12345678-90ab-cdef-1234-567890abcdef",
                  "membershipArn": "arn:aws:cleanrooms:us-east-1:111122223333:membership/12345678-90ab-cdef-1234-567890abcdef",
                  "createTime": "2026-01-02T03:04:05.678000+00:00",
                  "status": "SUCCESS",
                  "receiverConfigurations": []
              }
          ]
      }
      """;

  private static CaptureOptions options(String operation, Direction direction) {
    return new CaptureOptions(Optional.of(operation), Optional.of(direction), Optional.empty());
  }

  private static List<String> queries(String text, boolean named) {
    CaptureOptions options = options("ListProtectedQueries", Direction.RESPONSE);
    return Judging.told(Judging.text(text, named ? options.from(CaptureFormat.AWS_CLI) : options));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void timesAreReadAsTheCliPrintsThem(boolean named) {
    assertThat(queries(QUERIES, named)).containsExactly("valid ListProtectedQueries response[]");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void findingsStandAtTheirPlaceInTheFile(boolean named) {
    assertThat(queries(QUERIES.replace("SUCCESS", "SUCCEEDED"), named))
        .containsExactly(
            "invalid ListProtectedQueries response[enum /protectedQueries/0/status 8:23]");
  }

  /** A mock with such a time is broken, and does not look like this. */
  @ParameterizedTest
  @CsvSource({"05.678000+00:00, 05.678Z", "'    ', '  '", "'    ', '\t'"})
  void whatDoesNotLookLikeTheCliIsAPayload(String cli, String other) {
    String text = QUERIES.replace(cli, other);

    assertThat(queries(text, false).get(0))
        .startsWith("invalid ListProtectedQueries response[type /protectedQueries/0/createTime");
    assertThat(queries(text, true)).containsExactly("valid ListProtectedQueries response[]");
  }

  @Test
  void aTimeThatIsNoneIsFound() {
    assertThat(queries(QUERIES.replace("2026-01-02", "2026-13-02"), true))
        .containsExactly(
            "invalid ListProtectedQueries response[type /protectedQueries/0/createTime 7:27]");
  }

  @Test
  void whereTheCliStoppedIsNoMemberOfTheOutput() {
    String stopped = QUERIES.replaceFirst("]\n}\\s*$", "],\n    \"NextToken\": \"eyJ\"\n}");

    assertThat(stopped).contains("NextToken");
    assertThat(queries(stopped, true)).containsExactly("valid ListProtectedQueries response[]");
  }

  @Test
  void aMemberThatStandsTwiceIsFound() {
    assertThat(Judging.told(Judging.text("{\"tags\":{},\"tags\":{}}", NAMED)))
        .containsExactly("invalid ListTagsForResource response[json.duplicate-key 1:12]");
  }

  @Test
  void anInputIsTheWholeInput() {
    CaptureOptions options = options("GetMembership", Direction.REQUEST);

    assertThat(
            Judging.told(
                Judging.text(
                    "{\"membershipIdentifier\":\"1\"}", options.from(CaptureFormat.AWS_CLI))))
        .containsExactly("invalid GetMembership request[pattern /membershipIdentifier 1:25]");
  }

  private static final String SKELETON =
      """
      {
          "type": "SQL",
          "membershipIdentifier": "",
          "sqlParameters": {
              "queryString": "",
              "analysisTemplateArn": "",
              "parameters": {"KeyName": ""}
          },
          "resultConfiguration": {
              "outputConfiguration": {
                  "s3": {"resultFormat": "CSV", "bucket": "", "keyPrefix": "", "singleFileOutput": true},
                  "member": {"accountId": ""}
              }
          },
          "computeConfiguration": {"worker": {"type": "CR.1X", "number": 0}}
      }
      """;

  @Test
  void aSkeletonIsLeftOut() {
    CaptureOptions options = options("StartProtectedQuery", Direction.REQUEST);
    List<JudgedMessage> messages = Judging.text(SKELETON, options);

    assertThat(Judging.told(messages))
        .containsExactly("skipped StartProtectedQuery request[input.skipped 1:1]");
    assertThat(messages.get(0).report().findings().get(0).message())
        .isEqualTo("left out: a skeleton of --generate-cli-skeleton that is not filled in");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"bucket\": \"\"', '\"bucket\": \"mine\"'",
    "'\"number\": 0', '\"number\": 1'",
    "CR.1X, CR.2X",
    "KeyName, key",
    "'\"membershipIdentifier\"', '\"id\"'",
  })
  void aSkeletonThatIsBeingFilledInIsJudged(String placeholder, String filled) {
    CaptureOptions options = options("StartProtectedQuery", Direction.REQUEST);

    assertThat(Judging.told(Judging.text(SKELETON.replace(placeholder, filled), options)).get(0))
        .startsWith("invalid StartProtectedQuery request[");
  }

  @Test
  void anEmptyValueAloneMakesNoSkeleton() {
    CaptureOptions options = options("GetMembership", Direction.REQUEST);

    assertThat(Judging.told(Judging.text("{\"membershipIdentifier\":\"\"}", options)))
        .containsExactly("invalid GetMembership request[length /membershipIdentifier 1:25]");
  }
}
