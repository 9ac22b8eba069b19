package io.github.cleanroomscontract.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.cleanroomscontract.internal.json.TextProblem.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDocumentTest {

  private static final String BOM = "\uFEFF";

  /** Two UTF-16 units, one code point. */
  private static final String GRIN = "\uD83D\uDE00";

  @Nested
  class Tree {

    @Test
    void holdsEveryKindOfValue() {
      String json = "{\"o\":{},\"a\":[1,-2.5,\"x\\u0041\",true,false,null],\"\":\"\"}";

      assertThat(tree(json))
          .isEqualTo("{\"o\":{},\"a\":[1,-2.5,\"xA\",true,false,null],\"\":\"\"}");
    }

    @ParameterizedTest
    @CsvSource({
      "12, 12",
      "'  true ', true",
      "null, null",
      "-0, 0",
      "2147483648, 2147483648",
      "9223372036854775808, 9223372036854775808",
      "1e3, 1000.0",
      "1e-400, 0.0",
    })
    void holdsOneLiteral(String json, String tree) {
      assertThat(tree(json)).isEqualTo(tree);
    }

    @Test
    void keepsTheOrderOfMembers() {
      assertThat(tree("{\"b\":1,\"a\":2,\"c\":3}")).isEqualTo("{\"b\":1,\"a\":2,\"c\":3}");
    }

    @Test
    void putsSurrogatePairsTogether() {
      assertThat(JsonDocument.parse("\"\\ud83d\\ude00\"").root().orElseThrow().asString())
          .isEqualTo(GRIN);
    }

    private static String tree(String json) {
      JsonDocument document = JsonDocument.parse(json);
      assertThat(document.problems()).isEmpty();
      assertThat(document.text()).isEqualTo(json);
      return document.root().orElseThrow().toString();
    }
  }

  @Nested
  class Problems {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\r\n\t "})
    void empty(String text) {
      JsonDocument document = JsonDocument.parse(text);

      assertThat(document.root()).isEmpty();
      assertThat(document.problems()).containsExactly(problem(Kind.EMPTY, 0, ""));
    }

    @Test
    void byteOrderMarkLeavesTheTree() {
      JsonDocument document = JsonDocument.parse(BOM + "[1]");

      assertThat(document.root().orElseThrow()).hasToString("[1]");
      assertThat(document.problems()).containsExactly(problem(Kind.BYTE_ORDER_MARK, 0, ""));
    }

    @Test
    void byteOrderMarkShiftsTheOffsetsOfOtherProblems() {
      assertThat(JsonDocument.parse(BOM + "{\"a\":1,\"a\":2} x").problems())
          .containsExactly(
              problem(Kind.BYTE_ORDER_MARK, 0, ""),
              problem(Kind.DUPLICATE_KEY, 8, "a"),
              problem(Kind.TRAILING_TEXT, 15, ""));
      assertThat(JsonDocument.parse(BOM + "[1 2]").problems())
          .containsExactly(problem(Kind.BYTE_ORDER_MARK, 0, ""), problem(Kind.SYNTAX, 4, "'2'"));
      assertThat(JsonDocument.parse(BOM).problems())
          .containsExactly(problem(Kind.BYTE_ORDER_MARK, 0, ""), problem(Kind.EMPTY, 1, ""));
    }

    @ParameterizedTest
    @CsvSource({
      "{\"a\":1;}, 6, ''';'''",
      "[1 2], 3, '''2'''",
      "'[1,]', 3, ''']'''",
      "'{\"a\":1,}', 7, '''}'''",
      "{a:1}, 1, '''a'''",
      "<html>, 0, '''<'''",
      "}, 0, '''}'''",
      "[01], 2, '''1'''",
      "{\"a\":\"\\q\"}, 7, '''q'''",
    })
    void syntax(String text, int offset, String met) {
      JsonDocument document = JsonDocument.parse(text);

      assertThat(document.root()).isEmpty();
      assertThat(document.problems()).containsExactly(problem(Kind.SYNTAX, offset, met));
    }

    @Test
    void syntaxNamesWhatCannotBeShownByItsNumber() {
      assertThat(JsonDocument.parse("{\"a\":\"x\ny\"}").problems())
          .containsExactly(problem(Kind.SYNTAX, 7, "U+000A"));
      assertThat(JsonDocument.parse("\u0000\u0001").problems())
          .containsExactly(problem(Kind.SYNTAX, 0, "U+0000"));
      assertThat(JsonDocument.parse("[\uD83D]").problems())
          .containsExactly(problem(Kind.SYNTAX, 1, "U+D83D"));
    }

    @Test
    void syntaxShowsWholeCodePoints() {
      assertThat(JsonDocument.parse("[" + GRIN + "]").problems())
          .containsExactly(problem(Kind.SYNTAX, 1, "'" + GRIN + "'"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"{", "[", "\"abc", "-", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "[[1,2"})
    void truncated(String text) {
      JsonDocument document = JsonDocument.parse(text);

      assertThat(document.root()).isEmpty();
      assertThat(document.problems()).containsExactly(problem(Kind.TRUNCATED, text.length(), ""));
    }

    @Test
    void truncatedIsWhereTheTextEndsAndNotTheFile() {
      assertThat(JsonDocument.parse("[1,2 \n\n").problems())
          .containsExactly(problem(Kind.TRUNCATED, 4, ""));
    }

    @ParameterizedTest
    @CsvSource({"{} x, 3", "'{}\n\n{}', 4", "12 34, 3", "'[1],', 3", "\"a\"\"b\", 3", "true 1, 5"})
    void trailingTextLeavesTheTree(String text, int offset) {
      JsonDocument document = JsonDocument.parse(text);

      assertThat(document.root()).isPresent();
      assertThat(document.problems()).containsExactly(problem(Kind.TRAILING_TEXT, offset, ""));
    }

    @Test
    void whiteSpaceAroundTheValueIsNoProblem() {
      assertThat(JsonDocument.parse("\r\n\t {} \t\r\n").problems()).isEmpty();
    }

    @Test
    void everyDuplicateKeyAndTheLastOneStays() {
      JsonDocument document = JsonDocument.parse("{\"a\":1,\"a\":2,\"\\u0061\":3}");

      assertThat(document.root().orElseThrow()).hasToString("{\"a\":3}");
      assertThat(document.problems())
          .containsExactly(
              problem(Kind.DUPLICATE_KEY, 7, "a"), problem(Kind.DUPLICATE_KEY, 13, "a"));
    }

    @Test
    void duplicateKeyIsAtTheObjectThatHoldsIt() {
      assertThat(JsonDocument.parse("{\"l\":[0,{\"x~/\":{\"k\":1,\"k\":2}}]}").problems())
          .containsExactly(new TextProblem(Kind.DUPLICATE_KEY, "/l/1/x~0~1", 22, "k"));
    }

    @Test
    void theSameKeyInTwoObjectsIsNoDuplicate() {
      assertThat(JsonDocument.parse("[{\"a\":{\"a\":1}},{\"a\":1,\"A\":1}]").problems()).isEmpty();
    }

    @Test
    void numbersBeyondDoublesKeepTheirPlaceInTheTree() {
      JsonDocument document = JsonDocument.parse("{\"a\":1e400,\"b\":[1,-1e400],\"c\":1e308}");

      assertThat(document.root().orElseThrow().get("b")).hasSize(2);
      assertThat(document.problems())
          .containsExactly(
              new TextProblem(Kind.NUMBER, "/a", 5, ""),
              new TextProblem(Kind.NUMBER, "/b/1", 18, ""));
    }

    @ParameterizedTest
    @CsvSource({"308, 0", "309, 1", "399, 1", "400, 1", "100000, 1"})
    void integersBeyondDoublesHaveMoreThan309Digits(int zeros, int problems) {
      assertThat(JsonDocument.parse("1" + "0".repeat(zeros)).problems()).hasSize(problems);
      assertThat(JsonDocument.parse("-1" + "0".repeat(zeros)).problems())
          .hasSize(problems)
          .allMatch(problem -> problem.kind() == Kind.NUMBER);
    }

    @Test
    void nestingAsDeepAsAllowed() {
      int depth = JsonDocument.MAX_DEPTH;

      assertThat(JsonDocument.parse("[".repeat(depth) + "]".repeat(depth)).problems()).isEmpty();
      assertThat(JsonDocument.parse("{\"a\":".repeat(depth) + "1" + "}".repeat(depth)).problems())
          .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void nestingDeeper(String level) {
      for (int depth : List.of(JsonDocument.MAX_DEPTH + 1, 100_000)) {
        JsonDocument document = JsonDocument.parse(level.repeat(depth));

        assertThat(document.root()).isEmpty();
        assertThat(document.problems())
            .extracting(TextProblem::kind, TextProblem::pointer)
            .containsExactly(tuple(Kind.DEPTH, ""));
      }
    }

    private static TextProblem problem(Kind kind, int offset, String detail) {
      return new TextProblem(kind, "", offset, detail);
    }
  }

  @Nested
  class Bytes {

    @Test
    void areUtf8() {
      String json = "[\"\u00E9\u20AC" + GRIN + "\"]";
      JsonDocument document = JsonDocument.parse(json.getBytes(StandardCharsets.UTF_8));

      assertThat(document.problems()).isEmpty();
      assertThat(document.text()).isEqualTo(json);
    }

    @Test
    void keepTheByteOrderMark() {
      assertThat(JsonDocument.parse((BOM + "{}").getBytes(StandardCharsets.UTF_8)).problems())
          .extracting(TextProblem::kind)
          .containsExactly(Kind.BYTE_ORDER_MARK);
    }

    @Test
    void ofAnotherEncodingAreToldWithTheirOffset() {
      // Two bytes and one character before the place, so that the two offsets differ.
      byte[] bytes = bytes('"', 0xC3, 0xA9, 0xFF, '"');
      JsonDocument document = JsonDocument.parse(bytes);

      assertThat(document.root()).isEmpty();
      assertThat(document.problems())
          .containsExactly(new TextProblem(Kind.ENCODING, "", 2, "byte 0xFF"));
      assertThat(document.text()).isEqualTo("\"\u00E9\uFFFD\"");
    }

    @Test
    void cutInTheMiddleOfACharacter() {
      assertThat(JsonDocument.parse(bytes('"', 0xE2, 0x82)).problems())
          .containsExactly(new TextProblem(Kind.ENCODING, "", 1, "byte 0xE2"));
    }

    @Test
    void thatEncodeSurrogatesAreNotUtf8() {
      assertThat(JsonDocument.parse(bytes('"', 0xED, 0xA0, 0xBD, '"')).problems())
          .extracting(TextProblem::kind)
          .containsExactly(Kind.ENCODING);
    }

    @Test
    void ofUtf16AreNotJson() {
      assertThat(JsonDocument.parse("{}".getBytes(StandardCharsets.UTF_16)).problems())
          .extracting(TextProblem::kind)
          .containsExactly(Kind.ENCODING);
      assertThat(JsonDocument.parse("{}".getBytes(StandardCharsets.UTF_16LE)).problems())
          .extracting(TextProblem::kind)
          .containsExactly(Kind.SYNTAX);
    }

    private static byte[] bytes(int... values) {
      byte[] bytes = new byte[values.length];
      for (int i = 0; i < values.length; i++) {
        bytes[i] = (byte) values[i];
      }
      return bytes;
    }
  }

  @Nested
  class Positions {

    /** As editors see it. */
    @Test
    void doNotCountAByteOrderMark() {
      JsonDocument document = JsonDocument.parse(BOM + "{\n}");

      assertThat(document.position(0)).isEqualTo(at(1, 1));
      assertThat(document.position(1)).isEqualTo(at(1, 1));
      assertThat(document.position(2)).isEqualTo(at(1, 2));
      assertThat(document.position(3)).isEqualTo(at(2, 1));
    }

    @ParameterizedTest
    @CsvSource({
      "NaN, 0",
      "'[NaN]', 1",
      "'{\"a\": Infinity}', 6",
      "+1, 0",
      "'[-x]', 1",
      "'[1x]', 2"
    })
    void ofAWrongWordAreWhereItBegins(String text, int offset) {
      assertThat(JsonDocument.parse(text).problems())
          .containsExactly(
              new TextProblem(
                  TextProblem.Kind.SYNTAX, "", offset, "'" + text.charAt(offset) + "'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void countLinesWhateverEndsThem(String lineBreak) {
      JsonDocument document =
          JsonDocument.parse("{" + lineBreak + lineBreak + "  \"a\": 1" + lineBreak + "}");

      assertThat(document.lineCount()).isEqualTo(4);
      assertThat(document.position(document.text().indexOf('{'))).isEqualTo(at(1, 1));
      assertThat(document.position(document.text().indexOf('"'))).isEqualTo(at(3, 3));
      assertThat(document.position(document.text().indexOf('}'))).isEqualTo(at(4, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void boundLinesWithoutTheirLineBreaks(String lineBreak) {
      JsonDocument document = JsonDocument.parse("[1," + lineBreak + lineBreak + "2]" + lineBreak);

      assertThat(document.lineCount()).isEqualTo(4);
      assertThat(line(document, 1)).isEqualTo("[1,");
      assertThat(line(document, 2)).isEmpty();
      assertThat(line(document, 3)).isEqualTo("2]");
      assertThat(line(document, 4)).isEmpty();
    }

    @Test
    void countColumnsInCodePoints() {
      JsonDocument document = JsonDocument.parse("[\n\"" + GRIN + GRIN + "\", 1]");

      assertThat(document.position(document.text().indexOf('1'))).isEqualTo(at(2, 7));
    }

    @Test
    void countALineBreakToTheLineItEnds() {
      JsonDocument document = JsonDocument.parse("[\r\n]");

      assertThat(document.position(1)).isEqualTo(at(1, 2));
      assertThat(document.position(2)).isEqualTo(at(1, 3));
      assertThat(document.position(3)).isEqualTo(at(2, 1));
    }

    @Test
    void areBoundToTheText() {
      JsonDocument document = JsonDocument.parse("[\n1]");

      assertThat(document.position(-5)).isEqualTo(at(1, 1));
      assertThat(document.position(99)).isEqualTo(at(2, 3));
    }

    @Test
    void ofAnEmptyText() {
      JsonDocument document = JsonDocument.parse("");

      assertThat(document.lineCount()).isEqualTo(1);
      assertThat(document.position(0)).isEqualTo(at(1, 1));
      assertThat(line(document, 1)).isEmpty();
    }

    private static TextPosition at(int line, int column) {
      return new TextPosition(line, column);
    }

    private static String line(JsonDocument document, int line) {
      return document.text().substring(document.lineStart(line), document.lineEnd(line));
    }
  }
}
