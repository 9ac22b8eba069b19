package io.github.cleanroomscontract.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every format writes the same messages. What it writes stands beside this test, as a file. */
class FormatsTest {

  private static final Path EXPECTED =
      Path.of("src/test/resources/io/github/cleanroomscontract/report");

  @ParameterizedTest
  @EnumSource
  void isWrittenAsExpected(Format format) throws IOException {
    String written = withoutStyle(written(format, Samples.all()));

    Path actual = Path.of("target/formats/samples." + format.label());
    Files.createDirectories(actual.getParent());
    byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
    Files.write(actual, bytes);
    assertThat(new String(bytes, StandardCharsets.UTF_8))
        .describedAs("%s, as in %s", format, actual)
        .isEqualToNormalizingNewlines(
            Files.readString(EXPECTED.resolve("samples." + format.label())));
  }

  /** Nor does the memory that it takes: nothing of a valid message is kept. */
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"JSON", "JSONL", "JUNIT"})
  void doesNotGrowWithValidMessages(Format format) {
    Entry valid = Samples.entry(Samples.valid());
    int one = written(format, List.of(valid)).length();
    int many = written(format, Collections.nCopies(1000, valid)).length();

    assertThat(many - one).isLessThan(40);
  }

  /** What a page looks like and how it behaves is seen in a browser. */
  private static String withoutStyle(String written) {
    return written
        .replaceAll("(?s)<(style|script)>\\R.*?</", "<$1>…</")
        .replaceAll("sha256-[A-Za-z0-9+/=]+", "sha256-…");
  }

  static String written(Format format, List<Entry> entries) {
    StringWriter text = new StringWriter();
    Output output = format.output(new PrintWriter(text), new Paint(false), true);
    Summary summary = new Summary();
    for (Entry entry : entries) {
      output.message(entry);
      summary.add(entry);
    }
    summary.elapsed(Duration.ofMillis(1500));
    output.end(summary);
    return text.toString();
  }
}
