package io.github.cleanroomscontract.junit;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.cleanroomscontract.capture.CaptureJudge;
import io.github.cleanroomscontract.capture.CaptureOptions;
import io.github.cleanroomscontract.capture.JudgedMessage;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Outcome;
import io.github.cleanroomscontract.report.FindingText;
import io.github.cleanroomscontract.report.Paint;
import io.github.cleanroomscontract.validation.ContractValidator;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * Captured payloads as tests: a container a file, a test a message.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> captures() {
 *   return ContractTests.of(Path.of("src/test/captures"));
 * }
 * }</pre>
 *
 * <p>What a capture is, what tells the operation of a payload, and how later messages of a file are
 * judged with what earlier ones tell, is the same as for {@code validate} on the command line.
 */
public final class ContractTests {

  private static final FindingText TEXT = new FindingText(new Paint(false));

  private ContractTests() {}

  /**
   * Returns the tests of a capture, judged by the newest contract.
   *
   * @param path a {@code .json} or {@code .jsonl} file, or a folder with such files in it, at any
   *     depth
   * @return the tests; without captures, one that fails
   */
  public static Stream<DynamicNode> of(Path path) {
    return of(path, ContractValidator.create());
  }

  /**
   * Returns the tests of a capture.
   *
   * @param path a {@code .json} or {@code .jsonl} file, or a folder with such files in it, at any
   *     depth
   * @param validator what judges: as of which day, with which context, what is tolerated
   * @return the tests; without captures, one that fails
   */
  public static Stream<DynamicNode> of(Path path, ContractValidator validator) {
    return of(path, validator, CaptureOptions.none());
  }

  /**
   * Returns the tests of a capture.
   *
   * @param path a {@code .json} or {@code .jsonl} file, or a folder with such files in it, at any
   *     depth
   * @param validator what judges: as of which day, with which context, what is tolerated
   * @param options what payloads are that do not tell it themselves
   * @return the tests; without captures, one that fails
   */
  public static Stream<DynamicNode> of(
      Path path, ContractValidator validator, CaptureOptions options) {
    Map<String, List<JudgedMessage>> files = new LinkedHashMap<>();
    new CaptureJudge(
            validator,
            options,
            message ->
                files.computeIfAbsent(message.source(), key -> new ArrayList<>()).add(message))
        .judge(path);
    return files.entrySet().stream().map(file -> container(path, file.getKey(), file.getValue()));
  }

  private static DynamicNode container(Path root, String source, List<JudgedMessage> messages) {
    Path file = Path.of(source);
    Path inside = root.relativize(file);
    String name = inside.toString().isEmpty() ? source : inside.toString().replace('\\', '/');
    URI uri = file.toUri();
    return dynamicContainer(name, uri, messages.stream().map(message -> test(uri, message)));
  }

  private static DynamicTest test(URI file, JudgedMessage message) {
    String name = subject(message) + ", line " + message.line();
    // So IDEs go to the line.
    URI place = URI.create(file + "?line=" + message.line());
    return dynamicTest(name, place, () -> check(message));
  }

  private static String subject(JudgedMessage message) {
    String direction = message.direction().map(Direction::label).orElse("message");
    return message.operation().map(operation -> operation + " ").orElse("") + direction;
  }

  private static void check(JudgedMessage message) {
    Outcome outcome = message.report().outcome();
    if (outcome == Outcome.SKIPPED) {
      abort(subject(message) + " was left out:" + blocks(message));
    }
    if (outcome != Outcome.VALID) {
      String what =
          outcome == Outcome.FAILED ? " could not be checked:" : " is not in the contract:";
      throw new AssertionError(subject(message) + what + blocks(message));
    }
  }

  private static String blocks(JudgedMessage message) {
    List<Finding> findings = message.report().findings();
    return findings.stream()
        .map(finding -> TEXT.linesIn(message.source(), message.report(), finding))
        .map(lines -> "\n\n" + String.join("\n", lines))
        .collect(Collectors.joining());
  }
}
