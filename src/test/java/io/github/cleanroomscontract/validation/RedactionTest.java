package io.github.cleanroomscontract.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

  @ParameterizedTest
  @CsvSource({
    "111122223333, ********3333",
    "\"111122223333\", \"********3333\"",
    "'111122223333,444455556666', '********3333,********6666'",
    "arn:aws:iam::111122223333:role/x, arn:aws:iam::********3333:role/x",
    "a111122223333b, a********3333b",
  })
  void blotsOutAccounts(String text, String clean) {
    assertThat(Redaction.clean(text)).isEqualTo(clean);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "11112222333",
        "1111222233334",
        "1732060800000",
        "1111-2222-3333",
        "12345678-90ab-cdef-1234-567890abcdef",
      })
  void leavesOtherNumbers(String text) {
    assertThat(Redaction.clean(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "AKIAIOSFODNN7EXAMPLE, ********************",
    "ASIAIOSFODNN7EXAMPLE, ********************",
    "AKIA123456789012WXYZ, ********************",
    "key=AKIAIOSFODNN7EXAMPLE;, key=********************;",
  })
  void blotsOutAccessKeys(String text, String clean) {
    assertThat(Redaction.clean(text)).isEqualTo(clean);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AKIAIOSFODNN7EXAMPL",
        "AKIAIOSFODNN7EXAMPLES",
        "xAKIAIOSFODNN7EXAMPLE",
        "AKIAIOSFODNN7example",
        "AROAIOSFODNN7EXAMPLE",
      })
  void leavesOtherNames(String text) {
    assertThat(Redaction.clean(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"111122223333", "AKIAIOSFODNN7EXAMPLE", "x 111122223333 y"})
  void keepsTheLength(String text) {
    assertThat(Redaction.clean(text)).hasSameSizeAs(text);
  }

  @Test
  void blotsOutAStretch() {
    assertThat(blot("{\"a\": \"secret\", 1}", 6, 14)).isEqualTo("{\"a\": ********, 1}");
    assertThat(blot("secret", 0, 6)).isEqualTo("******");
    assertThat(blot("secret", 3, 3)).isEqualTo("secret");
  }

  @Test
  void blotsOutBlanksBetweenWordsToo() {
    assertThat(blot("SELECT\t1 FROM t", 0, 15)).isEqualTo("***************");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void keepsLineBreaksAndIndentation(String lineBreak) {
    String text = "{%n  \"a b\": 1,%n%n\t }".replace("%n", lineBreak);

    assertThat(blot(text, 0, text.length()))
        .isEqualTo("*%n  *********%n%n\t *".replace("%n", lineBreak));
  }

  @Test
  void blotsOutWhatIsNoIndentation() {
    assertThat(blot("  x", 0, 3)).isEqualTo("***");
    // No line begins here: what stands before belongs to another value.
    assertThat(blot("\n  x", 1, 4)).isEqualTo("\n***");
  }

  private static String blot(String text, int start, int end) {
    StringBuilder builder = new StringBuilder(text);
    Redaction.blot(builder, start, end);
    return builder.toString();
  }
}
