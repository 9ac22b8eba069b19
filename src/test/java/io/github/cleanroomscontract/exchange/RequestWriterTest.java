package io.github.cleanroomscontract.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanroomscontract.catalogue.Catalogue;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Inputs as requests; that all fixtures are read back as they were is tested with the client. */
class RequestWriterTest {

  /** In inputs, apostrophes quote. */
  private static WireRequest write(String operation, String input) {
    return RequestWriter.write(
        Catalogue.current().operation(operation).orElseThrow(), input.replace('\'', '"'));
  }

  private static String body(WireRequest request) {
    return new String(request.body(), StandardCharsets.UTF_8);
  }

  private static void isUnsayable(String operation, String input, String why) {
    assertThatThrownBy(() -> write(operation, input))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("this input of " + operation + " cannot be sent: " + why);
  }

  @Test
  void membersTravelWhereTheContractSays() {
    WireRequest request =
        write(
            "ListProtectedQueries",
            "{'maxResults': 5, 'membershipIdentifier': 'm-1', 'status': 'SUCCESS'}");

    assertThat(request.method()).isEqualTo("GET");
    assertThat(request.target())
        .isEqualTo("/memberships/m-1/protectedQueries?maxResults=5&status=SUCCESS");
    assertThat(request.body()).isEmpty();
    assertThat(request.headers().values()).isEmpty();
  }

  @Test
  void theBodyIsTheTextThatWasGiven() {
    WireRequest request =
        write(
            "UpdateCollaboration",
            "{ 'name' : 'a\\u00e9' ,'collaborationIdentifier':'c-1', 'x': [ 1.50, {'y': null} ] }");

    assertThat(request.target()).isEqualTo("/collaborations/c-1");
    assertThat(body(request)).isEqualTo("{\"name\" : \"a\\u00e9\",\"x\": [ 1.50, {\"y\": null} ]}");
    assertThat(request.headers().first("content-type")).contains("application/json");
  }

  @Test
  void whatHasNoMembersInItsBodyIsEmptyOrAnEmptyObject() {
    assertThat(body(write("UpdateMembership", "{'membershipIdentifier':'m-1'}"))).isEqualTo("{}");
    assertThat(body(write("DeleteMembership", "{'membershipIdentifier':'m-1'}"))).isEmpty();
  }

  @Test
  void whateverIsInPathOrQueryIsEscaped() {
    WireRequest request =
        write(
            "UntagResource",
            "{'resourceArn':'arn:aws:x/y z+%2F~ü','tagKeys':['a b','c+d&e=f','%','ü/*']}");

    assertThat(request.target())
        .isEqualTo(
            "/tags/arn%3Aaws%3Ax%2Fy%20z%2B%252F~%C3%BC"
                + "?tagKeys=a%20b&tagKeys=c%2Bd%26e%3Df&tagKeys=%25&tagKeys=%C3%BC%2F%2A");
  }

  @Test
  void namesMayBeEscaped() {
    assertThat(write("GetMembership", "{'membership\\u0049dentifier':'m-1'}").target())
        .isEqualTo("/memberships/m-1");
  }

  @Test
  void unknownMembersOfWhatHasNoBodyTravelInTheQuery() {
    assertThat(write("GetMembership", "{'membershipIdentifier':'m','other':'x'}").target())
        .isEqualTo("/memberships/m?other=x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          GetMembership | {}                                         | it has no path without membershipIdentifier
          GetMembership | {'membershipIdentifier':''}                | it has no path without membershipIdentifier
          GetMembership | {'membershipIdentifier':null}              | it has no path without membershipIdentifier
          GetMembership | {'membershipIdentifier':['a']}             | it has no path without membershipIdentifier
          GetMembership | {'membershipIdentifier':'..'}              | ".." for membershipIdentifier would be another path
          GetMembership | []                                         | it is no JSON object
          GetMembership | {'membershipIdentifier':                   | it is no JSON object
          ListMemberships | []                                       | it is no JSON object
          """)
  void whatHasNoPathIsTold(String operation, String input, String why) {
    isUnsayable(operation, input, why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          GetMembership   | {'membershipIdentifier':12}
          GetMembership   | {'membershipIdentifier':'a','membershipIdentifier':'b','other':1}
          ListMemberships | {'maxResults':'5'}
          ListMemberships | {'maxResults':null}
          ListMemberships | {'status':{'a':1}}
          ListMemberships | {'status':['ACTIVE']}
          UntagResource   | {'resourceArn':'a','tagKeys':[]}
          UntagResource   | {'resourceArn':'a','tagKeys':'b'}
          UntagResource   | {'resourceArn':'a','tagKeys':['b',1]}
          """)
  void whatPathAndQueryCannotTellApartIsTold(String operation, String input) {
    isUnsayable(
        operation, input, "no path or query says the same as it: there, everything is text");
  }

  @Test
  void whatIsNoJsonTravelsAsItIsWhereNothingIsInThePath() {
    WireRequest request = write("CreateCollaboration", "{'name':'a',");

    assertThat(request.target()).isEqualTo("/collaborations");
    assertThat(body(request)).isEqualTo("{\"name\":\"a\",");
    assertThat(body(write("CreateCollaboration", "[1]"))).isEqualTo("[1]");
  }

  @Test
  void membersThatStandTwiceStandTwice() {
    assertThat(body(write("CreateCollaboration", "{'name':'a','name':'b'}")))
        .isEqualTo("{\"name\":\"a\",\"name\":\"b\"}");
  }
}
