package io.github.cleanroomscontract.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.capture.JudgedMessage;
import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonOutputTest {

  @Test
  void allMessagesAndTheSumsAreOneObject() {
    assertThat(written(Samples.valid(), Samples.failed()))
        .isEqualToNormalizingNewlines(
            "{\"messages\":["
                + "{\"source\":\"valid.json\",\"line\":1,\"operation\":\"UpdateProtectedQuery\","
                + "\"direction\":\"request\",\"outcome\":\"valid\",\"findings\":[]},"
                + "{\"source\":\"none.json\",\"line\":1,\"outcome\":\"failed\",\"findings\":["
                + "{\"rule\":\"input.unreadable\",\"severity\":\"error\",\"pointer\":\"\","
                + "\"message\":\"cannot be read: there is no such file\"}]}],"
                + "\"summary\":{\"messages\":2,\"valid\":1,\"invalid\":0,\"drift\":0,"
                + "\"known\":0,\"skipped\":0,\"failed\":1,\"knownFindings\":0}}\n");
  }

  @Test
  void theSumsCountEveryOutcome() {
    assertThat(
            written(
                Samples.valid(),
                Samples.warned(),
                Samples.valid(),
                Samples.invalid(),
                Samples.invalid(),
                Samples.drift(),
                Samples.skipped(),
                Samples.failed(),
                Samples.failed()))
        .endsWith(
            "\"summary\":{\"messages\":9,\"valid\":3,\"invalid\":2,\"drift\":1,"
                + "\"known\":0,\"skipped\":1,\"failed\":2,\"knownFindings\":0}}"
                + System.lineSeparator());
  }

  @Test
  void noMessages() {
    assertThat(written())
        .isEqualToNormalizingNewlines(
            "{\"messages\":[],\"summary\":{\"messages\":0,\"valid\":0,\"invalid\":0,\"drift\":0,"
                + "\"known\":0,\"skipped\":0,\"failed\":0,\"knownFindings\":0}}\n");
  }

  @Test
  void whatTheEnvelopeSaysBesidesIsCarriedThrough() {
    assertThat(written(Samples.carrying(Map.of("id", "[7]")), Samples.valid()))
        .contains("\"direction\":\"request\",\"id\":[7],\"outcome\":\"valid\",\"findings\":[]},{");
  }

  private static String written(JudgedMessage... messages) {
    StringWriter text = new StringWriter();
    JsonOutput output = new JsonOutput(new PrintWriter(new BufferedWriter(text)), false);
    Summary summary = new Summary();
    for (JudgedMessage message : messages) {
      output.message(Samples.entry(message));
      summary.add(Samples.entry(message));
    }
    summary.elapsed(Duration.ofSeconds(3));
    output.end(summary);
    return text.toString();
  }
}
