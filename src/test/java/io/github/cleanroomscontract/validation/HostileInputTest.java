package io.github.cleanroomscontract.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Place;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.schema.SchemaFolder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Whatever comes in, the answer is the right finding at the right place, and soon. */
class HostileInputTest {

  private static final ContractValidator VALIDATOR = ContractValidator.create();
  private static final boolean FULL = Boolean.getBoolean("full");
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final int MEGABYTE = 1 << 20;
  private static final int VERY_DEEP = 100_000;

  private static final String VALID =
      """
      {
        "type": "SQL",
        "membershipIdentifier": "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9",
        "sqlParameters": { "queryString": "SELECT 1" },
        "resultConfiguration": {
          "outputConfiguration": { "s3": { "resultFormat": "CSV", "bucket": "results" } }
        },
        "computeConfiguration": { "worker": { "number": 4 } }
      }""";

  @TestFactory
  Stream<DynamicTest> longStringsTakeNoTime() {
    Set<String> seen = new HashSet<>();
    return Catalogue.current().operations().stream()
        .map(
            operation ->
                dynamicTest(
                    operation.name(),
                    () ->
                        assertThat(
                                assertTimeoutPreemptively(SOON, () -> misjudged(operation, seen)))
                            .isEmpty()));
  }

  /**
   * Tries every shape that has a pattern, and every map, once; at every member that has it when all
   * is asked for.
   */
  private static List<String> misjudged(Operation operation, Set<String> seen) {
    List<String> misjudged = new ArrayList<>();
    for (Subject subject : Subject.of(operation)) {
      for (PayloadPlace place : subject.places()) {
        List<Variation> attacks = attacks(place.shape());
        if (!attacks.isEmpty() && seen.add(FULL ? place.name() : place.shape().name())) {
          subject.misjudged(place, attacks).forEach(misjudged::add);
        }
      }
    }
    return misjudged;
  }

  private static List<Variation> attacks(Shape shape) {
    if (shape.kind() == Shape.Kind.MAP) {
      String key = Sample.of(shape.key()).ofLength(MEGABYTE);
      Object map = Specimen.with(Specimen.map(shape, 0), key, Specimen.minimal(shape.value()));
      return List.of(attack("a key of a megabyte", map, Rules.MAP_KEY));
    }
    if (shape.pattern().isEmpty()) {
      return List.of();
    }
    Sample sample = Sample.of(shape);
    List<Variation> attacks = new ArrayList<>();
    attacks.add(attack("a megabyte", sample.ofLength(MEGABYTE), Rules.LENGTH));
    // The longest that a pattern is tried on: nearly right again and again, and wrong at the end.
    int length = Variation.longestMatched(shape) - 2;
    Stream.of(List.of(sample.ofLength(length)), sample.accepted(), sample.refused())
        .flatMap(List::stream)
        .map(part -> part.repeat(length / part.length() + 1).substring(0, length) + "\0\n")
        .forEach(string -> attacks.add(attack("nearly right", string, Rules.PATTERN)));
    return attacks;
  }

  /**
   * {@code java.util.regex} recurses into repeated groups, and threads of users have small stacks.
   */
  @Test
  void repetitionsTakeLittleStack() throws InterruptedException {
    PatternLengths lengths = new PatternLengths();
    List<String> patterns = new ArrayList<>();
    for (JsonNode file : SchemaFolder.files().values()) {
      lengths.note(file);
      SchemaFolder.visit(
          file,
          (pointer, node) -> {
            if (node.path("pattern").isString()) {
              patterns.add(node.path("pattern").asString());
            }
          });
    }
    assertThat(patterns).hasSizeGreaterThan(20);
    onStackOf(
        256,
        () -> {
          for (String regex : patterns) {
            PortablePattern pattern = new PortablePattern(regex, lengths.longest(regex));
            for (String part : List.of("a", "0", "a.", "0.", "a-", "a -", "0-0.", "s3://a")) {
              for (int length : List.of(63, 128, 255, 256, 257, 1024, 2048, 4096)) {
                pattern.matches(part.repeat(length / part.length() + 1).substring(0, length));
              }
            }
          }
        });
  }

  @Test
  void depthTakesLittleStack() throws InterruptedException {
    int depth = JsonDocument.MAX_DEPTH - 1;
    for (String[] each : new String[][] {{"[", "", "]"}, {"{\"a\":", "1", "}"}}) {
      String deep = each[0].repeat(depth) + each[1] + each[2].repeat(depth);
      onStackOf(
          160,
          () ->
              assertThat(
                      VALIDATOR
                          .validateRequest(
                              "GetMembership", "{\"membershipIdentifier\":" + deep + "}")
                          .findings())
                  .extracting(finding -> finding.rule().id())
                  .containsExactly("type"));
    }
  }

  private static void onStackOf(int kilobytes, Runnable task) throws InterruptedException {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread thread = new Thread(null, task, "small stack", kilobytes * 1024L);
    thread.setUncaughtExceptionHandler((t, e) -> thrown.set(e));
    thread.start();
    thread.join();
    assertThat(thrown.get()).isNull();
  }

  private static Variation attack(String label, Object value, Rule rule) {
    return new Variation(label, value, Optional.of(rule));
  }

  static Stream<Arguments> texts() {
    String typeAgain = valid("\"SQL\",", "\"SQL\",\n  \"\\u0074ype\": \"SQL\",");
    String secondVariantHidden =
        valid(
            "results\" } }",
            "results\" } },\n    \"outputConfiguration\":"
                + " { \"member\": { \"accountId\": \"111122223333\" } }");
    String deep = "[".repeat(VERY_DEEP) + "]".repeat(VERY_DEEP);
    return Stream.of(
        arguments("nothing", "", "json.empty 1:1"),
        arguments("only white space", " \r\n\t", "json.empty 1:1"),
        arguments("a byte order mark", "\uFEFF" + VALID, "json.byte-order-mark 1:1"),
        arguments("a second value", VALID + "\n {}", "json.trailing-text 10:2"),
        arguments("a comma at the end", VALID + ",", "json.trailing-text 9:2"),
        arguments("NUL at the end", VALID + "\0", "json.trailing-text 9:2"),
        arguments("a foreign blank at the end", VALID + "\u2003", "json.trailing-text 9:2"),
        arguments("HTML", "<html>\n</html>", "json.syntax 1:1"),
        arguments("a comment", "// none\n" + VALID, "json.syntax 1:1"),
        arguments("single quotes", "{'type': 'SQL'}", "json.syntax 1:2"),
        arguments("a comma too many", "{\"type\": \"SQL\",}", "json.syntax 1:16"),
        arguments("NaN", valid(" 4 ", " NaN "), "json.syntax 8:51"),
        arguments("NaN alone", "NaN", "json.syntax 1:1"),
        arguments("zeros", "\0\0\0\0", "json.syntax 1:1"),
        arguments("NUL in a string", valid("SELECT", "SELECT\0"), "json.syntax 4:44"),
        arguments("a line break in a string", valid("SELECT", "SELECT\n"), "json.syntax 4:44"),
        arguments(
            "NUL, escaped, in a string with a pattern",
            valid("results", "results\\u0000"),
            "pattern /resultConfiguration/outputConfiguration/s3/bucket 6:71"),
        arguments("NUL, escaped, in a string of any kind", valid("SELECT", "\\u0000"), ""),
        arguments(
            "NUL, escaped, in a key",
            valid("{\n  \"type\"", "{\"\\u0000\": 1,\n  \"type\""),
            "unknown-member 1:2"),
        arguments(
            "half a character in a string with a pattern",
            valid("results", "\\ud800"),
            "pattern /resultConfiguration/outputConfiguration/s3/bucket 6:71"),
        arguments("half a character in a string of any kind", valid("SELECT", "\\udc00"), ""),
        arguments("half a character, raw", valid("SELECT", "\ud800"), ""),
        arguments(
            "half a character, raw, in a key",
            valid("{\n  \"type\"", "{\"\ud800\": 1,\n  \"type\""),
            "unknown-member 1:2"),
        arguments("half a character alone", "\udc00", "json.syntax 1:1"),
        arguments(
            "a megabyte of a key",
            valid("{\n  \"type\"", "{\"" + "k".repeat(MEGABYTE) + "\": 1,\n  \"type\""),
            "unknown-member 1:2"),
        arguments("a huge number", valid("\"SQL\"", "1e400"), "json.number /type 2:11"),
        arguments(
            "a huge negative number",
            valid(" 4 ", " -1e400 "),
            "json.number /computeConfiguration/worker/number 8:51"),
        arguments(
            "an endless number",
            valid(" 4 ", " " + "9".repeat(MEGABYTE) + " "),
            "json.number /computeConfiguration/worker/number 8:51"),
        arguments(
            "a huge exponent",
            valid(" 4 ", " 1e999999999999 "),
            "json.number /computeConfiguration/worker/number 8:51"),
        arguments(
            "a tiny number",
            valid(" 4 ", " 1e-999999999999 "),
            "range /computeConfiguration/worker/number 8:51"),
        arguments("a key twice", typeAgain, "json.duplicate-key 3:3"),
        arguments(
            "a second variant that is hidden",
            secondVariantHidden,
            "json.duplicate-key /resultConfiguration 7:5"),
        arguments("deep lists", deep, "json.depth 1:501"),
        arguments("deep lists without an end", "[".repeat(VERY_DEEP), "json.depth 1:501"),
        arguments("deep objects", "{\"a\":\n".repeat(VERY_DEEP), "json.depth 501:1"),
        arguments("deep in a payload", valid("\"SQL\"", deep), "json.depth 2:510"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void text(String label, String text, String expected) {
    assertThat(findings(() -> Payload.of(text))).isEqualTo(expected);
  }

  static Stream<Arguments> bytes() {
    return Stream.of(
        arguments("nothing", raw(), "json.empty 1:1"),
        arguments("zeros", raw(0, 0, 0, 0), "json.syntax 1:1"),
        arguments("PNG", raw(0x89, "PNG\r\n", 0x1A, "\n"), "json.encoding 1:1"),
        arguments("gzip", raw(0x1F, 0x8B, 8, 0), "json.encoding 1:2"),
        arguments("a byte order mark", raw(0xEF, 0xBB, 0xBF, VALID), "json.byte-order-mark 1:1"),
        arguments("UTF-16 with its mark", raw(0xFF, 0xFE, '{', 0, '}', 0), "json.encoding 1:1"),
        arguments("UTF-16", raw('{', 0, '}', 0), "json.syntax 1:2"),
        arguments("Latin-1", raw("{\n \"ü\uD83D\uDE00\": \"", 0xFC, "\"}"), "json.encoding 2:9"),
        arguments("half a character", raw("[\"", 0xC3), "json.encoding 1:3"),
        arguments("an overlong character", raw("[\"", 0xC0, 0xAF, "\"]"), "json.encoding 1:3"),
        arguments("a surrogate", raw("[\"", 0xED, 0xA0, 0x80, "\"]"), "json.encoding 1:3"),
        arguments("beyond Unicode", raw(0xF5, 0x80, 0x80, 0x80), "json.encoding 1:1"),
        arguments("a stray byte at the end", raw(VALID, 0xFF), "json.encoding 9:2"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bytes")
  void binary(String label, byte[] bytes, String expected) {
    assertThat(findings(() -> Payload.of(bytes))).isEqualTo(expected);
  }

  @Test
  void whateverIsCutOffIsTruncated() {
    String text = "[true, false, null, -1.25e-7, {\"a\\u00e9\": \"\\\"b\\n\"}]";
    assertThat(IntStream.range(1, text.length()).mapToObj(end -> text.substring(0, end)))
        .allSatisfy(
            start ->
                assertThat(findings(() -> Payload.of(start)))
                    .as(start)
                    .isEqualTo("json.truncated 1:" + (start.stripTrailing().length() + 1)));
  }

  /** The valid payload with something else in place of a part. */
  private static String valid(String part, String other) {
    assertThat(VALID).containsOnlyOnce(part);
    return VALID.replace(part, other);
  }

  /** The bytes of numbers, characters and texts. */
  private static byte[] raw(Object... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (Object part : parts) {
      if (part instanceof Integer number) {
        bytes.write(number);
      } else {
        bytes.writeBytes(part.toString().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  /** Rule, pointer, line and column of each finding, empty if there is none. */
  private static String findings(Supplier<Payload> payload) {
    return assertTimeoutPreemptively(
            SOON,
            () -> {
              Report report = VALIDATOR.validateRequest("StartProtectedQuery", payload.get());
              report.findings().forEach(each -> each.place().ifPresent(Place::excerpt));
              return report;
            })
        .findings()
        .stream()
        .map(HostileInputTest::brief)
        .collect(Collectors.joining(", "));
  }

  private static String brief(Finding finding) {
    Place place = finding.place().orElseThrow();
    String pointer = finding.pointer().isEmpty() ? "" : finding.pointer() + " ";
    return finding.rule().id() + " " + pointer + place.line() + ":" + place.column();
  }
}
