package io.github.cleanroomscontract.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

  @ParameterizedTest
  @CsvSource({
    "membershipIdentifier, membershpIdentifier, a letter too few",
    "membershipIdentifier, membershippIdentifier, a letter too many",
    "membershipIdentifier, memburshipIdentifier, a wrong letter",
    "membershipIdentifier, membreshipIdentifier, two letters swapped",
    "membershipIdentifier, membrshpIdentifer, three letters missing",
    "accountId, AccountId, another case",
    "accountId, account_id, another style",
    "accountId, account-id, another style",
    "TIMED_OUT, timed out, another style",
    "SUCCESS, SUCESS, a letter too few",
  })
  void typos(String known, String typo, String kind) {
    assertThat(Nearest.to(typo, List.of("somethingElse", known, "whatever")))
        .as(kind)
        .contains(known);
  }

  @ParameterizedTest
  @CsvSource({
    // At most 3 edits.
    "membershipIdentifier, mmbrshpIdentifer",
    // At most one edit for each four letters.
    "abcdefgh, abcdeXYZ",
    "abcdefg, abcdeXY",
    // No swap, though one letter is where the other should be.
    "abcd, abxc",
    "abcd, abdx",
    "s3, xx",
    "accountId, nothingLikeIt",
  })
  void tooFar(String known, String name) {
    assertThat(Nearest.to(name, List.of(known))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"abcdefgh, abcdefXY", "abcdefg, abcdefX", "s3, s4", "s3, s"})
  void justNearEnough(String known, String name) {
    assertThat(Nearest.to(name, List.of(known))).contains(known);
  }

  @Test
  void aSwapIsOneEdit() {
    assertThat(Nearest.to("abdc", List.of("abcd"))).contains("abcd");
    assertThat(Nearest.to("abyx", List.of("abcd"))).isEmpty();
  }

  @Test
  void theNearestOfSeveral() {
    assertThat(Nearest.to("CANCELED", List.of("CANCELLING", "CANCELLED", "FAILED")))
        .contains("CANCELLED");
    assertThat(Nearest.to("CANCELED", List.of("CANCELLED", "CANCELLING"))).contains("CANCELLED");
  }

  @Test
  void noneOfTwoThatAreAsNear() {
    assertThat(Nearest.to("CR.2X", List.of("CR.1X", "CR.4X"))).isEmpty();
    // Unless a third is nearer.
    assertThat(Nearest.to("CR.2X", List.of("CR.1X", "CR.4X", "cr.2x"))).contains("cr.2x");
  }

  @ParameterizedTest
  @CsvSource({
    "PYSPARK, PYSPARK_1_0",
    "query, queryString",
    "outputConfig, outputConfiguration",
    "string, queryString",
    "theQueryString, queryString",
    "queryStringText, queryString",
    "arn, analysisTemplateArn",
    "arnOfTheTemplate, arn",
  })
  void aLongerOrShorterName(String name, String known) {
    assertThat(Nearest.to(name, List.of(known, "parameters"))).contains(known);
  }

  @Test
  void aPartOfSeveralNames() {
    assertThat(Nearest.to("query", List.of("queryString", "queryConstraint"))).isEmpty();
  }

  @Test
  void aPartThatIsTooShortToTell() {
    assertThat(Nearest.to("qu", List.of("queryString"))).isEmpty();
    assertThat(Nearest.to("identifier", List.of("id"))).isEmpty();
  }

  @Test
  void nothingToChooseFrom() {
    assertThat(Nearest.to("accountId", List.of())).isEmpty();
    assertThat(Nearest.to("", List.of("accountId"))).isEmpty();
  }

  @Test
  void namesTooLongToBeTypos() {
    String known = "x".repeat(100);

    assertThat(Nearest.to(known, List.of(known))).contains(known);
    assertThat(Nearest.to(known + "x", List.of(known))).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "accountId, AccountId, true",
    "accountId, account_id, true",
    "TIMED_OUT, Timed-Out, true",
    "accountId, accountIds, false",
    "accountId, acountId, false",
  })
  void theSameLetters(String name, String other, boolean same) {
    assertThat(Nearest.sameLetters(name, other)).isEqualTo(same);
  }
}
