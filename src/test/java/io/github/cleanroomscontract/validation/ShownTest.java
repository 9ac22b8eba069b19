package io.github.cleanroomscontract.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.internal.json.Locator.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShownTest {

  /** Of these, texts are made that hold account numbers and access keys, and nearly such. */
  private static final List<String> WORDS =
      List.of(
          "111122223333",
          "1",
          "AKIAIOSFODNN7EXAMPLE",
          "ASIA",
          "123456789012WXYZ",
          "x",
          "_",
          "é",
          " ",
          "  ",
          "\t",
          "\n",
          "\r\n",
          "\n" + " ".repeat(30),
          "\"",
          ":",
          "/");

  @Test
  void whatIsCutIsAsInTheWholeSource() {
    Random random = new Random(20_261_129);
    for (int round = 0; round < 20_000; round++) {
      String source = source(random);
      List<Span> sensitive = spans(random, source.length());
      StringBuilder blotted = new StringBuilder(source);
      sensitive.forEach(span -> Redaction.blot(blotted, span.start(), span.end()));
      String whole = Redaction.clean(blotted.toString());
      Shown shown = Shown.redacted(source, List.of(new Span(0, source.length())), sensitive);
      int from = random.nextInt(source.length() + 1);
      int to = from + random.nextInt(source.length() + 1 - from);

      assertThat(shown.cut(from, to))
          .as("%d to %d of %s without %s", from, to, source, sensitive)
          .isEqualTo(whole.substring(from, to));
    }
  }

  private static String source(Random random) {
    StringBuilder source = new StringBuilder();
    int words = random.nextInt(20);
    for (int i = 0; i < words; i++) {
      source.append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return source.toString();
  }

  /** Some stretches in order, none of which overlap. */
  private static List<Span> spans(Random random, int length) {
    List<Span> spans = new ArrayList<>();
    int at = 0;
    while (random.nextInt(3) > 0 && at < length) {
      int start = at + random.nextInt(length - at);
      int end = start + random.nextInt(Math.min(40, length - start) + 1);
      spans.add(new Span(start, end));
      at = end;
    }
    return spans;
  }

  @Test
  void whatLiesBetweenPartsIsNotShown() {
    String source = "{\"a\": \"one\", \"b\": \"two\", \"c\": \"three\"}";
    List<Span> parts = List.of(new Span(0, 11), new Span(24, 38));
    String expected = "{\"a\": \"one\"" + "*".repeat(13) + " \"c\": \"three\"";

    assertThat(Shown.all(source, parts).cut(0, 37)).isEqualTo(expected);
    assertThat(Shown.redacted(source, parts, List.of()).cut(0, 37)).isEqualTo(expected);
  }

  @Test
  void onlyWhatIsRedactedIsCleaned() {
    List<Span> whole = List.of(new Span(0, 12));

    assertThat(Shown.all("111122223333", whole).cut(8, 12)).isEqualTo("3333");
    assertThat(Shown.all("111122223333", whole).cut(0, 12)).isEqualTo("111122223333");
    assertThat(Shown.redacted("111122223333", whole, List.of()).cut(6, 12)).isEqualTo("**3333");
    assertThat(Shown.redacted("111122223333", whole, List.of()).cut(6, 6)).isEmpty();
  }
}
