package io.github.cleanroomscontract.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.capture.JudgedMessage;
import io.github.cleanroomscontract.finding.Excerpt;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Outcome;
import io.github.cleanroomscontract.finding.Place;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.finding.Severity;
import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextOutputTest {

  @Nested
  class Findings {

    @Test
    void haveTheirPlaceTheirLinesAndTheirHint() {
      assertThat(plain(Samples.invalid()))
          .isEqualTo(
              """
              invalid.json:10:19: error enum at /targetStatus
                UpdateProtectedQuery request: TargetProtectedQueryStatus is one of CANCELLED; found "CANCELED"
                 8 │ {
                 9 │   "membershipIdentifier": "x",
                10 │   "targetStatus": "CANCELED"
                   │                   ^^^^^^^^^^
                hint: did you mean "CANCELLED"?

              """);
    }

    @Test
    void areColouredOnATerminal() {
      assertThat(painted(Samples.invalid()))
          .isEqualTo(
              """
              <bold>invalid.json:10:19</>: <red>error</> enum at /targetStatus
                UpdateProtectedQuery request: TargetProtectedQueryStatus is one of CANCELLED; found "CANCELED"
              <dim>   8 │ </>{
              <dim>   9 │ </>  "membershipIdentifier": "x",
              <dim>  10 │ </>  "targetStatus": "CANCELED"
              <dim>     │ </>                  <red>^^^^^^^^^^</>
                <cyan>hint: </>did you mean "CANCELLED"?

              """);
    }

    @Test
    void mayHaveNothingButAMessage() {
      assertThat(plain(Samples.failed()))
          .isEqualTo(
              """
              none.json: failed input.unreadable
                cannot be read: there is no such file

              """);
      assertThat(painted(Samples.failed()))
          .startsWith("<bold>none.json</>: <red>failed</> input.unreadable\n");
    }

    @ParameterizedTest
    @CsvSource({
      "ERROR, <red>error</>",
      "DRIFT, <yellow>drift</>",
      "WARNING, <yellow>warning</>",
      "UNVERIFIED, <dim>unverified</>",
    })
    void tellTheirSeverity(Severity severity, String shown) {
      JudgedMessage message =
          Samples.message("a.json", Report.of(Samples.SUBJECT, List.of(Samples.finding(severity))));

      assertThat(painted(message)).startsWith("<bold>a.json</>: " + shown + " enum at /a\n");
    }

    @Test
    void sayOnceOfASourceWhyItsMessagesAreLeftOut() {
      Finding finding = Finding.of(Rules.INPUT_SKIPPED, "left out: traffic of example.org");
      Report report = new Report("", Outcome.SKIPPED, List.of(finding), List.of());
      StringWriter text = new StringWriter();
      TextOutput output = new TextOutput(new PrintWriter(text), new Paint(false), false);
      for (String source : List.of("a.har", "a.har", "b.har")) {
        output.message(Samples.entry(Samples.message(source, report)));
      }

      assertThat(text.toString())
          .isEqualTo(
              """
              a.har: info input.skipped
                left out: traffic of example.org

              b.har: info input.skipped
                left out: traffic of example.org

              """);
    }

    @Test
    void doNotRepeatTheSubject() {
      Finding finding = Finding.of(Rules.REQUIRED, Samples.SUBJECT + " needs member \"a\"");

      assertThat(plain(Samples.message("a.json", Report.of(Samples.SUBJECT, List.of(finding)))))
          .isEqualTo(
              """
              a.json: error required
                UpdateProtectedQuery request needs member "a"

              """);
    }

    @Test
    void areAllShown() {
      Report report =
          Report.of(
              Samples.SUBJECT,
              List.of(Samples.finding(Severity.ERROR), Samples.finding(Severity.DRIFT)));

      assertThat(plain(Samples.message("a.json", report)))
          .isEqualTo(
              """
              a.json: error enum at /a
                UpdateProtectedQuery request: A is one of B; found "C"

              a.json: drift enum at /a
                UpdateProtectedQuery request: A is one of B; found "C"

              """);
    }

    @Test
    void ofValidMessagesAreShownToo() {
      assertThat(plain(Samples.warned())).startsWith("warned.json: warning enum at /a\n");
    }

    @Test
    void areAllThatIsShown() {
      assertThat(plain(Samples.valid())).isEmpty();
      assertThat(plain(Samples.skipped())).isEmpty();
    }
  }

  @Nested
  class Carets {

    @Test
    void standBelowTheirPlace() {
      assertThat(marked("{\"a\": 12}", 6, 2)).isEqualTo("      ^^");
    }

    /** A character beyond the first plane is two units, and one on the terminal. */
    @Test
    void countColumns() {
      assertThat(marked("{\"\uD83D\uDE00\": \"\uD83D\uDE00x\"}", 7, 5)).isEqualTo("       ^^^^^");
    }

    @Test
    void mayStandAfterTheEnd() {
      assertThat(marked("{\"a\":", 5, 1)).isEqualTo("     ^");
      assertThat(marked("", 0, 1)).isEqualTo("^");
    }

    @Test
    void endWithTheLine() {
      assertThat(marked("{\"a\": [", 6, 99)).isEqualTo("      ^");
    }

    @Test
    void standBelowNumbersOfOneWidth() {
      Excerpt excerpt = new Excerpt(8, List.of("{", "1"), 1, 0, 1);
      Finding finding =
          Finding.of(Rules.TYPE, "x").withPlace(Optional.of(new Place(9, 1, Optional.of(excerpt))));

      assertThat(plain(Samples.message("a.json", Report.of("", List.of(finding)))))
          .isEqualTo(
              """
              a.json:9:1: error type
                x
                8 │ {
                9 │ 1
                  │ ^

              """);
    }

    private static String marked(String line, int start, int length) {
      Excerpt excerpt = new Excerpt(1, List.of(line), 0, start, length);
      Finding finding =
          Finding.of(Rules.TYPE, "x").withPlace(Optional.of(new Place(1, 1, Optional.of(excerpt))));
      List<String> lines =
          plain(Samples.message("a.json", Report.of("", List.of(finding)))).lines().toList();

      assertThat(lines.get(2)).isEqualTo("  1 │ " + line);
      assertThat(lines.get(3)).startsWith("    │ ");
      return lines.get(3).substring(6);
    }
  }

  @Nested
  class Sums {

    @Test
    void ofOneMessage() {
      assertThat(sums(false, 0, Samples.valid()))
          .isEqualTo("1 message: 1 valid, 0 invalid  (0.0 s)\n");
    }

    @Test
    void ofNoMessage() {
      assertThat(sums(false, 40)).isEqualTo("0 messages: 0 valid, 0 invalid  (0.0 s)\n");
    }

    @Test
    void ofEveryKind() {
      assertThat(
              sums(
                  false,
                  61_234,
                  Samples.valid(),
                  Samples.warned(),
                  Samples.invalid(),
                  Samples.drift(),
                  Samples.skipped(),
                  Samples.failed()))
          .isEqualTo(
              "6 messages: 2 valid, 1 with warnings, 1 invalid, 1 drift, 1 skipped,"
                  + " 1 could not be checked  (61.2 s)\n");
    }

    @Test
    void ofMany() {
      JudgedMessage[] messages = new JudgedMessage[1234];
      Arrays.fill(messages, Samples.valid());

      assertThat(sums(false, 0, messages))
          .isEqualTo("1,234 messages: 1,234 valid, 0 invalid  (0.0 s)\n");
    }

    @Test
    void areGreenIfAllIsWell() {
      assertThat(sums(true, 0, Samples.valid(), Samples.warned()))
          .isEqualTo(
              "<green>2 messages: 2 valid, 1 with warnings, 0 invalid</><dim>  (0.0 s)</>\n");
    }

    @Test
    void areNotGreenElse() {
      for (JudgedMessage message :
          List.of(Samples.invalid(), Samples.drift(), Samples.skipped(), Samples.failed())) {
        assertThat(sums(true, 0, Samples.valid(), message))
            .startsWith("<bold>2 messages: 1 valid,");
      }
    }

    private static String sums(boolean colour, long millis, JudgedMessage... messages) {
      StringWriter text = new StringWriter();
      Summary summary = new Summary();
      for (JudgedMessage message : messages) {
        summary.add(Samples.entry(message));
      }
      summary.elapsed(Duration.ofMillis(millis));
      new TextOutput(new PrintWriter(new BufferedWriter(text)), new Paint(colour), true)
          .end(summary);
      return readable(text.toString());
    }
  }

  private static String plain(JudgedMessage message) {
    return written(message, false);
  }

  private static String painted(JudgedMessage message) {
    return written(message, true);
  }

  private static String written(JudgedMessage message, boolean colour) {
    StringWriter text = new StringWriter();
    new TextOutput(new PrintWriter(new BufferedWriter(text)), new Paint(colour), true)
        .message(Samples.entry(message));
    return readable(text.toString());
  }

  /** Line feeds for line breaks, and names for colours. */
  private static String readable(String text) {
    return text.replace(System.lineSeparator(), "\n")
        .replace("\u001B[0m", "</>")
        .replace("\u001B[1m", "<bold>")
        .replace("\u001B[2m", "<dim>")
        .replace("\u001B[31m", "<red>")
        .replace("\u001B[32m", "<green>")
        .replace("\u001B[33m", "<yellow>")
        .replace("\u001B[36m", "<cyan>");
  }
}
