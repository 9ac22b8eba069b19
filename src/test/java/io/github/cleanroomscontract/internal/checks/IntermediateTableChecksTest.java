package io.github.cleanroomscontract.internal.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntermediateTableChecksTest {

  @ParameterizedTest
  @CsvSource({
    "abc, abc",
    "*, abc",
    "a*, a",
    "a*c, abbc",
    "*b*, abc",
    "a*b*c, a1b2b3c",
    "a*:*, a*:*",
    "**, a",
  })
  void anAsteriskCoversAnyText(String pattern, String text) {
    assertThat(IntermediateTableChecks.covers(pattern, text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "abc, abcd",
    "a*, ba",
    "*a, ab",
    "aba*aba, aba",
    "a*b*c, acb",
    "ab, a*",
    "a*b*b, ab",
  })
  void whatIsNotAnAsteriskStandsForItself(String pattern, String text) {
    assertThat(IntermediateTableChecks.covers(pattern, text)).isFalse();
  }
}
