package io.github.cleanroomscontract.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.capture.CaptureJudge;
import io.github.cleanroomscontract.capture.CaptureOptions;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.validation.ContractValidator;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No output holds a sensitive value, wherever in a payload it has gone. */
class SensitiveValuesTest {

  private static final String MARK = "SECRET";
  private static final String QUERY = "StartProtectedQuery request ";
  private static final String TEMPLATE = "CreateAnalysisTemplate request ";

  private static final List<Function<PrintWriter, Output>> OUTPUTS =
      Stream.of(Format.values())
          .<Function<PrintWriter, Output>>map(
              format -> out -> format.output(out, new Paint(false), true))
          .toList();

  @ParameterizedTest
  @ValueSource(
      strings = {
        // In its place, beside something that is wrong.
        QUERY + "{'sqlParameters':{'queryString':'SECRET'},'type':'SQX'}",
        QUERY + "{'sqlParameters':{'parameters':{'a':'SECRET'}},'type':'SQX'}",
        "GetProtectedQuery response {'protectedQuery':{'sqlParameters':{'queryString':'SECRET'}}}",
        "StartProtectedJob request {'jobParameters':{'parameters':{'a':'SECRET'}},'x':1}",
        "GetProtectedJob response {'protectedJob':{'jobParameters':{'parameters':{'a':'SECRET'}}}}",
        TEMPLATE + "{'source':{'text':'SECRET'}}",
        TEMPLATE + "{'analysisParameters':[{'name':'a','type':'x','defaultValue':'SECRET'}]}",
        "GetCollaborationAnalysisTemplate response"
            + " {'collaborationAnalysisTemplate':{'source':{'text':'SECRET'}}}",
        "BatchGetCollaborationAnalysisTemplate response"
            + " {'collaborationAnalysisTemplates':[{'source':{'text':'SECRET'}}]}",
        // Itself wrong.
        QUERY + "{'sqlParameters':{'queryString':['SECRET']}}",
        QUERY + "{'sqlParameters':{'parameters':{'a':{'b':'SECRET'}}}}",
        QUERY + "{'sqlParameters':{'parameters':{'SECRET KEY':'a'}}}",
        QUERY + "{'sqlParameters':{'analysisTemplateArn':'SECRET'}}",
        QUERY + "{'sqlParameters':'SECRET'}",
        QUERY + "{'sqlParameters':['SECRET']}",
        TEMPLATE + "{'source':'SECRET'}",
        TEMPLATE + "{'source':{'text':{'SECRET':1}}}",
        TEMPLATE + "{'analysisParameters':[{'name':'SECRET NAME','type':'SECRET'}]}",
        TEMPLATE + "{'analysisParameters':'SECRET'}",
        "StartProtectedJob request {'jobParameters':['SECRET']}",
        "StartProtectedJob request 'SECRET'",
        QUERY + "{'sqlParameters':{'parameters':{'SECRET KEY':5}}}",
        // Gone astray.
        QUERY + "{'queryString':'SECRET'}",
        QUERY + "{'sqlparameters':{'queryString':'SECRET'}}",
        QUERY + "{'sqlParameters':{'querystring':'SECRET'}}",
        QUERY + "{'sqlParameters':{'extra':['SECRET']}}",
        QUERY + "{'sqlParameters':{'SELECT SECRET':5}}",
        QUERY + "{'resultConfiguration':{'outputConfiguration':{'sql':'SECRET'}}}",
        TEMPLATE + "{'source':{'sql':'SECRET'}}",
        TEMPLATE + "{'source':{'text':'SECRET','artifacts':'SECRET'}}",
        "GetMembership response {'message':1,'query':'SECRET'}",
        "GetMembership response {'message':1,'__type':'SELECT SECRET'}",
        // Hidden by a broken text.
        QUERY + "{'sqlParameters':{'queryString':'SECRET','queryString':'SECRET'}}",
        QUERY + "{'sqlParameters':{'parameters':{'MY SECRET':'a','MY SECRET':'b'}}}",
        QUERY + "{'sqlParameters':{'queryString':'SECRET'",
        "GetMembershp request {'sqlParameters':{'queryString':'SECRET'},'a':1e400}",
        "? ? {'sqlParameters':{'queryString':'SECRET'},'a':1e400}",
        "? ? \ufeff{'sqlParameters':{'queryString':'SECRET'}}",
        QUERY + "{'sqlParameters':{'queryString':SECRET}}",
        QUERY + "{'sqlParameters':{'queryString':'SECRET'}} SECRET",
        QUERY + "SECRET",
        QUERY + "\u00ff'SECRET'",
      })
  void isNotPrinted(String test) {
    String[] parts = test.split(" ", 3);
    String payload = parts[2].replace('\'', '"');
    for (String text : List.of(payload, payload.replace(",", ",\n  ").replace("{", "{\n  "))) {
      for (Function<PrintWriter, Output> output : OUTPUTS) {
        assertThat(print(output, parts[0], parts[1], text, false))
            .doesNotContain(MARK)
            .containsAnyOf("error", "drift", "failed");
      }
    }
  }

  @Test
  void isPrintedWhenAskedFor() {
    String payload = "{\"sqlParameters\":{\"queryString\":\"SECRET\"},\"type\":\"SQX\"}";
    assertThat(print(OUTPUTS.get(0), "StartProtectedQuery", "request", payload, true))
        .contains(MARK);
  }

  @Test
  void accountNumbersAndAccessKeysAreBlottedOut() {
    String payload =
        "{\"membershipIdentifier\":\"arn:aws:cleanrooms:us-east-1:111122223333:membership/x\","
            + "\"AKIAIOSFODNN7EXAMPLE\":\"AKIAIOSFODNN7EXAMPLE\"}";
    // Cut where it is printed.
    String cut = "{\"membershipIdentifier\":\"" + "a".repeat(52) + "-111122223333\"}";
    for (Function<PrintWriter, Output> output : OUTPUTS) {
      assertThat(print(output, "GetMembership", "request", payload, false))
          .doesNotContain("111122223333", "AKIAIOSFODNN7EXAMPLE")
          .contains("********3333");
      assertThat(print(output, "GetMembership", "request", cut, false)).doesNotContain("1111");
      assertThat(print(output, "GetMembership", "request", payload, true))
          .contains("111122223333", "AKIAIOSFODNN7EXAMPLE");
    }
  }

  private static String print(
      Function<PrintWriter, Output> format,
      String operation,
      String direction,
      String payload,
      boolean showSensitive) {
    StringWriter written = new StringWriter();
    Output output = format.apply(new PrintWriter(written));
    Summary summary = new Summary();
    byte[] bytes =
        payload.getBytes(
            payload.startsWith("\u00ff") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    new CaptureJudge(
            ContractValidator.builder().showSensitive(showSensitive).build(),
            operation.equals("?")
                ? CaptureOptions.none()
                : new CaptureOptions(
                    Optional.of(operation), Direction.of(direction), Optional.empty()),
            message -> {
              summary.add(Samples.entry(message));
              output.message(Samples.entry(message));
            })
        .judge(new ByteArrayInputStream(bytes));
    output.end(summary);
    return written.toString();
  }
}
