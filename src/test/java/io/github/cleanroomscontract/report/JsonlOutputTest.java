package io.github.cleanroomscontract.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.capture.JudgedMessage;
import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonlOutputTest {

  private final StringWriter text = new StringWriter();
  private final JsonlOutput output =
      new JsonlOutput(new PrintWriter(new BufferedWriter(text)), false);

  @Test
  void aMessageIsALine() {
    assertThat(written(Samples.valid(), Samples.skipped()))
        .isEqualTo(
            "{\"source\":\"valid.json\",\"line\":1,\"operation\":\"UpdateProtectedQuery\","
                + "\"direction\":\"request\",\"outcome\":\"valid\",\"findings\":[]}\n"
                + "{\"source\":\"skipped.json\",\"line\":1,\"operation\":\"UpdateProtectedQuery\","
                + "\"direction\":\"request\",\"outcome\":\"skipped\",\"findings\":[]}\n");
  }

  @Test
  void aFindingHasAllItsParts() {
    assertThat(written(Samples.invalid()))
        .isEqualTo(
            "{\"source\":\"invalid.json\",\"line\":1,\"operation\":\"UpdateProtectedQuery\","
                + "\"direction\":\"request\",\"outcome\":\"invalid\",\"findings\":["
                + "{\"rule\":\"enum\",\"severity\":\"error\",\"pointer\":\"/targetStatus\","
                + "\"member\":\"targetStatus\","
                + "\"message\":\"TargetProtectedQueryStatus is one of CANCELLED;"
                + " found \\\"CANCELED\\\"\","
                + "\"expected\":\"CANCELLED\",\"found\":\"\\\"CANCELED\\\"\","
                + "\"hint\":\"did you mean \\\"CANCELLED\\\"?\",\"line\":10,\"column\":19}]}\n");
  }

  @Test
  void whatIsAbsentIsLeftOut() {
    assertThat(written(Samples.failed()))
        .isEqualTo(
            "{\"source\":\"none.json\",\"line\":1,\"outcome\":\"failed\",\"findings\":["
                + "{\"rule\":\"input.unreadable\",\"severity\":\"error\",\"pointer\":\"\","
                + "\"message\":\"cannot be read: there is no such file\"}]}\n");
  }

  @Test
  void severitiesAreInLowerCase() {
    assertThat(written(Samples.drift()))
        .contains("\"outcome\":\"invalid\"")
        .contains("\"severity\":\"drift\"");
  }

  @Test
  void whatTheEnvelopeSaysBesidesIsCarriedThrough() {
    Map<String, String> carried = new LinkedHashMap<>();
    carried.put("id", "7");
    carried.put("at", "{\"x\":[1,null]}");
    carried.put("a \"b\"", "\"c\"");

    assertThat(written(Samples.carrying(carried)))
        .isEqualTo(
            "{\"source\":\"a.jsonl\",\"line\":3,\"operation\":\"UpdateProtectedQuery\","
                + "\"direction\":\"request\",\"id\":7,\"at\":{\"x\":[1,null]},"
                + "\"a \\\"b\\\"\":\"c\",\"outcome\":\"valid\",\"findings\":[]}\n");
  }

  @Test
  void whatTheEnvelopeSaysIsNotTakenForTheOutcome() {
    Map<String, String> carried = new LinkedHashMap<>();
    for (String name :
        new String[] {"source", "line", "operation", "direction", "outcome", "findings"}) {
      carried.put(name, "\"mine\"");
    }

    assertThat(written(Samples.carrying(carried)))
        .isEqualTo(
            "{\"source\":\"a.jsonl\",\"line\":3,\"operation\":\"UpdateProtectedQuery\","
                + "\"direction\":\"request\",\"outcome\":\"valid\",\"findings\":[]}\n");
  }

  @Test
  void aLineIsWrittenAsSoonAsItIsKnown() {
    output.message(Samples.entry(Samples.valid()));
    String first = text.toString();
    output.message(Samples.entry(Samples.valid()));

    assertThat(first).endsWith("\n");
    assertThat(text.toString()).isEqualTo(first + first);
  }

  private String written(JudgedMessage... messages) {
    Summary summary = new Summary();
    for (JudgedMessage message : messages) {
      output.message(Samples.entry(message));
      summary.add(Samples.entry(message));
    }
    output.end(summary);
    return text.toString();
  }
}
