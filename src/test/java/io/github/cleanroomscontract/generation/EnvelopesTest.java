package io.github.cleanroomscontract.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.capture.CaptureJudge;
import io.github.cleanroomscontract.capture.CaptureOptions;
import io.github.cleanroomscontract.capture.JudgedMessage;
import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.validation.ContractValidator;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lines of a generated capture are judged as their labels say, and nothing else is found. */
class EnvelopesTest {

  static Stream<Operation> operations() {
    return Catalogue.current().operations().stream();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void linesAreJudgedAsLabelled(Operation operation) {
    List<String> misjudged = new ArrayList<>();
    for (Direction direction : Direction.values()) {
      // Lines are made by the thread that reads them, and messages come by another.
      Deque<GeneratedCase> awaited = new ConcurrentLinkedDeque<>();
      Iterator<GeneratedCase> cases =
          PayloadCases.of(operation.name(), direction)
              .all()
              .filter(each -> !each.malformed())
              .peek(awaited::add)
              .iterator();
      CaptureJudge judge =
          new CaptureJudge(
              ContractValidator.create(),
              CaptureOptions.none(),
              message -> compare(awaited.remove(), message).ifPresent(misjudged::add));
      judge.judge(new SequenceInputStream(lines(cases)));
      assertThat(awaited).isEmpty();
    }
    assertThat(misjudged).isEmpty();
  }

  /** Returns how a message was judged otherwise than it is labelled. */
  private static Optional<String> compare(GeneratedCase each, JudgedMessage message) {
    List<String> expected =
        each.expected().stream().map(GeneratedCase.Expected::toString).sorted().toList();
    List<String> found =
        message.report().findings().stream().map(EnvelopesTest::brief).sorted().toList();
    boolean echoed =
        message.carried().containsKey("context") || message.carried().containsKey("request");
    return found.equals(expected) && message.report().valid() == each.valid() && !echoed
        ? Optional.empty()
        : Optional.of(each + ": expected " + expected + ", found " + message.report());
  }

  private static String brief(Finding finding) {
    return (finding.rule().id() + " " + finding.pointer()).strip();
  }

  /** Lines that are made when they are read. */
  private static Enumeration<InputStream> lines(Iterator<GeneratedCase> cases) {
    return new Enumeration<>() {
      @Override
      public boolean hasMoreElements() {
        return cases.hasNext();
      }

      @Override
      public InputStream nextElement() {
        byte[] line = (cases.next().envelope() + "\n").getBytes(StandardCharsets.UTF_8);
        return new ByteArrayInputStream(line);
      }
    };
  }
}
