package io.github.cleanroomscontract.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.capture.CaptureJudge;
import io.github.cleanroomscontract.capture.CaptureOptions;
import io.github.cleanroomscontract.capture.JudgedMessage;
import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.validation.ContractValidator;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lines of a generated capture are judged as their labels say. */
class EnvelopesTest {

  static Stream<Operation> operations() {
    return Catalogue.current().operations().stream();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void linesAreJudgedAsLabelled(Operation operation) {
    for (Direction direction : List.of(Direction.REQUEST, Direction.RESPONSE)) {
      PayloadCases all = PayloadCases.of(operation.name(), direction);
      List<GeneratedCase> cases = Stream.concat(all.valid(), all.invalid()).toList();
      List<JudgedMessage> judged = judged(cases);
      assertThat(judged).hasSameSizeAs(cases);
      List<String> misjudged = new ArrayList<>();
      for (int i = 0; i < cases.size(); i++) {
        GeneratedCase each = cases.get(i);
        List<String> found = found(judged.get(i), each);
        if (!found.equals(expected(each))) {
          misjudged.add(
              each + ": expected " + expected(each) + ", found " + judged.get(i).report());
        }
      }
      System.out.println(
          "PROBE "
              + operation.name()
              + " "
              + direction
              + " "
              + misjudged.size()
              + " of "
              + cases.size()
              + misjudged.stream().limit(3).map(s -> "\n    " + s).toList());
    }
  }

  private static List<JudgedMessage> judged(List<GeneratedCase> cases) {
    String lines =
        cases.stream().map(GeneratedCase::envelope).collect(Collectors.joining("\n", "", "\n"));
    List<JudgedMessage> judged = new ArrayList<>();
    new CaptureJudge(ContractValidator.create(), CaptureOptions.none(), judged::add)
        .judge(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
    return judged;
  }

  private static List<String> expected(GeneratedCase each) {
    return each.rule().stream().map(rule -> rule + " " + each.pointer().orElseThrow()).toList();
  }

  private static List<String> found(JudgedMessage message, GeneratedCase each) {
    return message.report().findings().stream()
        .filter(finding -> !each.besides().contains(finding.rule().id()))
        .filter(finding -> !finding.rule().id().equals("arn.published-maximum"))
        .map(finding -> finding.rule().id() + " " + finding.pointer())
        .toList();
  }
}
