package io.github.cleanroomscontract.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0 | 0", "1 | 1", "999 | 999", "1000 | 1,000", "1234567 | 1,234,567", "-5 | -5"})
  void numbersHaveGroupsOfThreeDigits(long number, String text) {
    assertThat(Words.grouped(number)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0.0", "49, 0.0", "50, 0.1", "949, 0.9", "950, 1.0", "61234, 61.2"})
  void secondsAreRoundedToTheTenth(long millis, String text) {
    assertThat(Words.seconds(Duration.ofMillis(millis))).isEqualTo(text);
  }
}
