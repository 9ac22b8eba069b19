package io.github.cleanroomscontract.junit;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.cleanroomscontract.capture.JudgedMessage;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.internal.json.Pointers;
import io.github.cleanroomscontract.replay.CallResult;
import io.github.cleanroomscontract.replay.OperationResult;
import io.github.cleanroomscontract.replay.Replay;
import io.github.cleanroomscontract.replay.ReplayResult;
import io.github.cleanroomscontract.replay.Verdict;
import io.github.cleanroomscontract.report.FindingText;
import io.github.cleanroomscontract.report.Paint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * The real service as tests: one an operation that was asked for.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> theServiceKeepsItsContract() {
 *   try (LiveService service = LiveService.builder().region("eu-west-1").build()) {
 *     return ConformanceTests.of(Replay.of(service).itinerary(Discovery.create()).build());
 *   }
 * }
 * }</pre>
 *
 * <p>What was skipped is aborted, with the reason; what does not conform fails, with what was
 * found; so does what could not be asked.
 */
public final class ConformanceTests {

  private static final FindingText TEXT = new FindingText(new Paint(false));

  private ConformanceTests() {}

  /**
   * Makes the calls of a run, all of them before the first test, and returns its tests.
   *
   * @param replay the run; it only reads, unless its allowance says more
   * @return the tests; without calls, one that fails
   */
  public static Stream<DynamicNode> of(Replay replay) {
    return of(replay.run());
  }

  /**
   * Returns the tests of a run that was made.
   *
   * @return the tests; without calls, one that fails
   */
  public static Stream<DynamicNode> of(ReplayResult result) {
    List<DynamicNode> tests = new ArrayList<>();
    for (OperationResult operation : result.operations()) {
      if (!operation.calls().isEmpty()) {
        tests.add(test(operation));
      }
    }
    if (tests.isEmpty()) {
      tests.add(failing("something is asked", "nothing asks for an operation"));
    }
    result.stopped().ifPresent(why -> tests.add(failing("all is asked", "stopped: " + why)));
    if (!result.left().isEmpty()) {
      String left = String.join("\n", result.left());
      tests.add(failing("what was created is removed", "left behind:\n" + left));
    }
    return tests.stream();
  }

  private static DynamicTest failing(String name, String why) {
    return dynamicTest(
        name,
        () -> {
          throw new AssertionError(why);
        });
  }

  private static DynamicTest test(OperationResult operation) {
    return dynamicTest(operation.operation(), () -> check(operation));
  }

  private static void check(OperationResult operation) {
    if (operation.verdict() == Verdict.SKIPPED) {
      abort(operation.operation() + " was not asked: " + operation.reason().orElse("no reason"));
    }
    if (operation.verdict() != Verdict.CONFORMS) {
      throw new AssertionError(operation.operation() + ": " + text(operation));
    }
  }

  private static String text(OperationResult operation) {
    StringBuilder text = new StringBuilder(operation.verdict().label());
    operation.reason().ifPresent(why -> text.append(", ").append(why));
    Set<List<Object>> told = new HashSet<>();
    for (CallResult call : operation.calls()) {
      if (call.verdict() != Verdict.CONFORMS && call.verdict() != Verdict.SKIPPED) {
        add(text, call.message(), told);
      }
    }
    return text.toString();
  }

  /** The items of a list are told once. */
  private static void add(StringBuilder text, JudgedMessage message, Set<List<Object>> told) {
    for (Finding finding : message.report().findings()) {
      List<Object> kind =
          List.of(finding.rule().id(), Pointers.general(finding.pointer()), finding.member());
      if (finding.severity().breaksContract() && told.add(kind)) {
        List<String> lines = TEXT.linesIn(message.source(), message.report(), finding);
        text.append("\n\n").append(String.join("\n", lines));
      }
    }
  }
}
