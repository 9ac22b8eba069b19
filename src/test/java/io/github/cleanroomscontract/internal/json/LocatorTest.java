package io.github.cleanroomscontract.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanroomscontract.internal.json.Locator.Span;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocatorTest {

  private static final String GRIN = "\uD83D\uDE00";

  @ParameterizedTest
  @CsvSource({
    "/n, 12",
    "/d, -1.5E+3",
    "/t, true",
    "/f, false",
    "/z, null",
    "/s, \"x\"",
    "/e, \"\"",
    "/o, {}",
    "/l, [ ]",
  })
  void valuesOfEveryKind(String pointer, String value) {
    JsonDocument document =
        JsonDocument.parse(
            "{\"n\":12,\"d\":-1.5E+3 ,\"t\":true,\"f\":false ,\"z\":null,"
                + "\"s\":\"x\",\"e\":\"\",\"o\":{},\"l\":[ ]}");

    assertThat(value(document, pointer)).contains(value);
    assertThat(key(document, pointer)).contains("\"" + pointer.charAt(1) + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"12", "-1.5e3", "true", "null", "\"a\"", "{\"a\":[1]}", "[{},[]]"})
  void theWholeValue(String json) {
    assertThat(value(JsonDocument.parse(json), "")).contains(json);
    assertThat(value(JsonDocument.parse(" \n" + json + "\n "), "")).contains(json);
    assertThat(key(JsonDocument.parse(json), "")).isEmpty();
  }

  @Test
  void structuresReachToTheirEnd() {
    JsonDocument document = JsonDocument.parse("{\"a\": {\"b\": [1, {\"c\": \"}]\"}] }, \"d\": 1}");

    assertThat(value(document, "/a")).contains("{\"b\": [1, {\"c\": \"}]\"}] }");
    assertThat(value(document, "/a/b")).contains("[1, {\"c\": \"}]\"}]");
    assertThat(value(document, "/a/b/1")).contains("{\"c\": \"}]\"}");
    assertThat(value(document, "/a/b/1/c")).contains("\"}]\"");
  }

  @Test
  void structuresReachAsFarWhenPlacesBelowThemAreWantedToo() {
    JsonDocument document = JsonDocument.parse("{\"a\":[{\"b\":1},{\"b\":2}],\"c\":3}");
    Locator locator = new Locator(document);
    locator.want("/a/1/b");
    locator.want("/a");
    locator.want("");
    locator.want("/c");

    assertThat(locator.value("/a/1/b")).contains(new Span(19, 20));
    assertThat(locator.value("/a")).contains(new Span(5, 22));
    assertThat(locator.value("")).contains(new Span(0, 29));
    assertThat(locator.value("/c")).contains(new Span(27, 28));
  }

  /** When all that is wanted is found, nobody looks where those end that it is in. */
  @Test
  void placesOnTheWayToWantedOnes() {
    Locator locator = new Locator(JsonDocument.parse("{\"a\":[{\"b\":1},{\"b\":2}],\"c\":3}"));
    locator.want("/a/0/b");
    locator.want("/a/1");

    assertThat(locator.value("/a/0/b")).contains(new Span(11, 12));
    assertThat(locator.value("/a/1")).contains(new Span(14, 21));
    assertThat(locator.value("/a")).contains(new Span(5, 22));
    assertThat(locator.value("/a/0")).contains(new Span(6, 13));
    assertThat(locator.value("")).contains(new Span(0, 29));
    assertThat(locator.value("/a/0/b")).contains(new Span(11, 12));
  }

  @Test
  void itemsHaveNoKey() {
    JsonDocument document = JsonDocument.parse("[[1,2],[3]]");

    assertThat(value(document, "/1/0")).contains("3");
    assertThat(key(document, "/1/0")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/b", "/a/x", "/l/2", "/l/01", "/l/-", "/l/0/x"})
  void placesThatTheTreeDoesNotHave(String pointer) {
    JsonDocument document = JsonDocument.parse("{\"a\":1,\"l\":[1,2]}");

    assertThat(value(document, pointer)).isEmpty();
    assertThat(key(document, pointer)).isEmpty();
  }

  @Test
  void placesThatNobodyAskedFor() {
    Locator locator = new Locator(JsonDocument.parse("{\"a\":1}"));

    assertThat(locator.value("/a")).isEmpty();
    assertThat(locator.key("/a")).isEmpty();
  }

  @Test
  void placesCannotBeAskedForLate() {
    Locator locator = new Locator(JsonDocument.parse("{\"a\":1}"));
    assertThat(locator.value("")).isPresent();

    assertThatThrownBy(() -> locator.want("/a")).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void linesAndColumnsOfPrettyPrintedTexts(String lineBreak) {
    JsonDocument document =
        JsonDocument.parse(
            String.join(
                lineBreak,
                "{",
                "  \"name\" : \"x\",",
                "",
                "\t\"list\": [",
                "    1,",
                "    {\"deep\": true}",
                "  ]",
                "}"));

    assertThat(keyAt(document, "/name")).isEqualTo(new TextPosition(2, 3));
    assertThat(valueAt(document, "/name")).isEqualTo(new TextPosition(2, 12));
    assertThat(keyAt(document, "/list")).isEqualTo(new TextPosition(4, 2));
    assertThat(valueAt(document, "/list")).isEqualTo(new TextPosition(4, 10));
    assertThat(valueAt(document, "/list/0")).isEqualTo(new TextPosition(5, 5));
    assertThat(keyAt(document, "/list/1/deep")).isEqualTo(new TextPosition(6, 6));
    assertThat(valueAt(document, "/list/1/deep")).isEqualTo(new TextPosition(6, 14));
  }

  @Test
  void linesAndColumnsOfOneLine() {
    JsonDocument document = JsonDocument.parse("{\"a\":{\"b\":[10,20]}}");

    assertThat(valueAt(document, "")).isEqualTo(new TextPosition(1, 1));
    assertThat(keyAt(document, "/a/b")).isEqualTo(new TextPosition(1, 7));
    assertThat(valueAt(document, "/a/b/1")).isEqualTo(new TextPosition(1, 15));
  }

  @Test
  void byteOrderMarkBeforeTheText() {
    JsonDocument document = JsonDocument.parse("\uFEFF {\n\"a\": [1, 2]}");

    assertThat(value(document, "")).contains("{\n\"a\": [1, 2]}");
    assertThat(key(document, "/a")).contains("\"a\"");
    assertThat(value(document, "/a/1")).contains("2");
    assertThat(valueAt(document, "/a/1")).isEqualTo(new TextPosition(2, 10));
  }

  @ParameterizedTest
  @CsvSource({
    "\"a\\u002Fb\", /a~1b",
    "\"a\\/b\", /a~1b",
    "\"~\", /~0",
    "\"\\\"\", /\"",
    "\"\\\\\", /\\",
    "\"\\\\\\\"\", /\\\"",
    "\"\", /",
    "\"\\uD83D\\uDE00\", /" + GRIN,
    "\"" + GRIN + "\", /" + GRIN,
  })
  void keysAreFoundAsReadAndShownAsWritten(String written, String pointer) {
    JsonDocument document = JsonDocument.parse("{\"before\":0," + written + " : [1,\"x\"] }");

    assertThat(key(document, pointer)).contains(written);
    assertThat(value(document, pointer)).contains("[1,\"x\"]");
    assertThat(value(document, pointer + "/1")).contains("\"x\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\\\"\"", "\"\\\\\"", "\"a\\\\\\\"b\"", "\"\\u0022\"", "\"{[,:]}\""})
  void stringsReachToTheirClosingQuote(String written) {
    assertThat(value(JsonDocument.parse("[" + written + ",\"x\"]"), "/0")).contains(written);
  }

  @Test
  void columnsCountCodePointsBeyondTheFirstPlane() {
    JsonDocument document =
        JsonDocument.parse("{\"" + GRIN + "\":\"" + GRIN + GRIN + "\",\n\"x" + GRIN + "\": 1}");

    assertThat(valueAt(document, "/" + GRIN)).isEqualTo(new TextPosition(1, 6));
    assertThat(value(document, "/" + GRIN)).contains("\"" + GRIN + GRIN + "\"");
    assertThat(valueAt(document, "/x" + GRIN)).isEqualTo(new TextPosition(2, 7));
  }

  @Test
  void ofDuplicateKeysTheLastAsInTheTree() {
    JsonDocument document = JsonDocument.parse("{\"a\":{\"b\":1},\"a\":{\"b\":2,\"c\":3}}");
    Locator locator = new Locator(document);
    locator.want("/a");
    locator.want("/a/b");

    assertThat(locator.key("/a")).contains(new Span(13, 16));
    assertThat(locator.value("/a")).contains(new Span(17, 30));
    assertThat(locator.value("/a/b")).contains(new Span(22, 23));
  }

  @Test
  void placesFarIntoALongText() {
    // Longer than any buffer of the parser.
    String filler = "x".repeat(100_000);
    JsonDocument document =
        JsonDocument.parse(
            "{\"a\":\"" + filler + "\",\n\"" + filler + "\":[1," + "2,".repeat(50_000) + "3]}");

    assertThat(keyAt(document, "/" + filler)).isEqualTo(new TextPosition(2, 1));
    assertThat(value(document, "/" + filler + "/50001")).contains("3");
    assertThat(value(document, "/a").orElseThrow()).hasSize(100_002);
  }

  private static Optional<String> value(JsonDocument document, String pointer) {
    Locator locator = new Locator(document);
    locator.want(pointer);
    return locator.value(pointer).map(span -> text(document, span));
  }

  private static Optional<String> key(JsonDocument document, String pointer) {
    Locator locator = new Locator(document);
    locator.want(pointer);
    return locator.key(pointer).map(span -> text(document, span));
  }

  private static String text(JsonDocument document, Span span) {
    return document.text().substring(span.start(), span.end());
  }

  private static TextPosition valueAt(JsonDocument document, String pointer) {
    Locator locator = new Locator(document);
    locator.want(pointer);
    return document.position(locator.value(pointer).orElseThrow().start());
  }

  private static TextPosition keyAt(JsonDocument document, String pointer) {
    Locator locator = new Locator(document);
    locator.want(pointer);
    return document.position(locator.key(pointer).orElseThrow().start());
  }
}
