package io.github.cleanroomscontract.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.validation.ContractValidator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A long capture is read element by element, and tells what a short one tells. */
class LongCapturesTest {

  /** White space after a text makes it long, and changes nothing that it says. */
  private static final String MUCH = " \n".repeat(1 << 19);

  private static final String QUERY =
      "{\"eventSource\":\"cleanrooms.amazonaws.com\",\"eventName\":\"GetMembership\","
          + "\"requestParameters\":{\"membershipIdentifier\":\"%s\"}}";
  private static final String GOOD = QUERY.formatted("12345678-90ab-cdef-1234-567890abcdef");
  private static final String BAD = QUERY.formatted("M-1");

  private static final String TWICE = "{\"a\":1,\"a\":2," + GOOD.substring(1);

  @TempDir Path folder;

  static Stream<Path> lists() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("fixtures/forms"))) {
      return files
          .filter(file -> file.toString().matches(".*/(har|cloudtrail)/.*[.](har|json)"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("lists")
  void itTellsWhatAShortOneTells(Path file) throws IOException {
    String text = Files.readString(file);
    Path copy = folder.resolve(file.getFileName());
    Files.writeString(copy, text + MUCH);

    assertThat(lines(Judging.path(copy))).isEqualTo(lines(Judging.path(file)));
    assertThat(lines(Judging.text(text + MUCH))).isEqualTo(lines(Judging.text(text)));
  }

  /** Everything that is told, excerpts included, but for the name of the source. */
  private static List<String> lines(List<JudgedMessage> messages) {
    List<String> lines = new ArrayList<>();
    for (JudgedMessage message : messages) {
      lines.add(message.line() + " " + Judging.told(List.of(message)));
      message
          .report()
          .findings()
          .forEach(each -> lines.add(each + " " + each.place().flatMap(place -> place.excerpt())));
    }
    return lines;
  }

  private List<JudgedMessage> file(String text) throws IOException {
    return Judging.path(Files.writeString(folder.resolve("capture.json"), text));
  }

  private static String records(String... records) {
    return "{\"Records\":[\n" + String.join(",\n", records) + "\n]}";
  }

  @Test
  void manyRecordsHaveTheirLinesAndAreToldInTheirOrder() {
    List<String> records = new ArrayList<>(Collections.nCopies(10_000, GOOD));
    records.set(17, BAD);
    records.set(9_999, BAD);
    String text = records(records.toArray(String[]::new));
    assertThat(text.length()).isGreaterThan(1 << 20);

    List<String> told = Judging.told(Judging.text(text));

    String bad = "invalid GetMembership request[pattern /membershipIdentifier %s]";
    int column = BAD.indexOf("\"M-1\"") + 1;
    assertThat(told).hasSize(10_000);
    assertThat(told.get(0)).isEqualTo("valid GetMembership request[]");
    assertThat(told.get(17)).isEqualTo(bad.formatted("19:" + column));
    assertThat(told.get(9_999)).isEqualTo(bad.formatted("10001:" + column));
    assertThat(told.stream().distinct()).hasSize(3);

    String line = text.replace("\n", "");
    assertThat(Judging.told(Judging.text(line)).get(9_999))
        .isEqualTo(bad.formatted("1:" + (line.lastIndexOf("\"M-1\"") + 1)));
  }

  @Test
  void inOneLineTheColumnsCount() throws IOException {
    String text = "{\"é\":1,\"Records\":[" + GOOD + "," + BAD + "]}";
    String at = "1:" + (text.indexOf("\"M-1\"") + 1);
    assertThat(Judging.told(file(text + MUCH)))
        .containsExactly(
            "valid GetMembership request[]",
            "invalid GetMembership request[pattern /membershipIdentifier " + at + "]");
  }

  /** Up to where it can be read it is judged; what is wrong is a message of its own. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"Records\":[GOOD, | json.truncated 1:",
        "{\"Records\":[GOOD, {\"eventSource\": x | json.syntax 1:",
        "{\"Records\":[GOOD GOOD]} | json.syntax 1:",
        "{\"Records\":[GOOD]} {} | input.format 1:",
        "{\"Records\":[GOOD],\"Records\":[]} | input.format 1:",
        "{\"Records\":[GOOD, TWICE]} | input.format 1:",
        "{\"Records\":[GOOD, 1]} | input.format 1:1",
        "{\"Records\":[GOOD],\"log\":{\"entries\":[]}} | input.format 1:1",
        "{\"Records\":[GOOD],\"operation\":\"GetMembership\",\"payload\":{}} | input.format 1:1",
      })
  void whatIsWrongWithItIsToldAfterWhatCouldBeRead(String text, String rule) throws IOException {
    List<String> told =
        Judging.told(file(text.replace("GOOD", GOOD).replace("TWICE", TWICE) + MUCH));
    assertThat(told.get(0)).isEqualTo("valid GetMembership request[]");
    assertThat(told.get(told.size() - 1)).startsWith("failed[" + rule);
  }

  @Test
  void aListWithoutElementsSaysSo() throws IOException {
    assertThat(Judging.told(file("{\"Records\":[ ]}" + MUCH)))
        .containsExactly("failed[input.format 1:1]")
        .isEqualTo(Judging.told(Judging.text("{\"Records\":[ ]}")));
  }

  @Test
  void aNamedFormIsKeptTo() {
    CaptureOptions har = CaptureOptions.none().from(CaptureFormat.HAR);
    String text = records(GOOD) + MUCH;
    assertThat(Judging.told(Judging.text(text, har))).containsExactly("failed[input.format 1:1]");
    assertThat(
            Judging.told(Judging.text(text, CaptureOptions.none().from(CaptureFormat.CLOUDTRAIL))))
        .containsExactly("valid GetMembership request[]");
  }

  @Test
  void longTextsWithoutAListAreWhatTheyWere() throws IOException {
    String payload = "{\"membershipIdentifier\":\"12345678-90ab-cdef-1234-567890abcdef\"}";
    Path file = folder.resolve("GetMembership.request.json");
    Files.writeString(file, payload + MUCH);
    assertThat(Judging.told(Judging.path(file))).containsExactly("valid GetMembership request[]");

    String envelope =
        "{\"operation\":\"GetMembership\",\"direction\":\"request\",\"payload\":%s,\"filler\":\"%s\"}"
            .formatted(payload, "x".repeat(1 << 20));
    assertThat(Judging.told(Judging.text(envelope + "\n" + envelope + "\n")))
        .containsExactly("valid GetMembership request[]", "valid GetMembership request[]");
  }

  /** Everything that is wrong is told, at its place, as of a short text. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFF{\"Records\":[GOOD,\n x BAD]}",
        "{\"a\":1,\"a\":2,\"Records\":[GOOD,\n BAD,\n x",
        "{\"a\":1e999,\"Records\":[\n",
        "{\"Records\":[GOOD\n],\"a\":1e999,\"a\":{]}}",
        "{\"Records\":[GOOD,\nDEEP,BAD]}",
        "{\"Records\":[GOOD],\n\"a\":DEEP}",
        "{\"a\":DEEP,\"Records\":[GOOD]}",
      })
  void whatMakesItNoJsonIsToldWithAllElse(String pattern) throws IOException {
    String text =
        pattern
            .replace("GOOD", GOOD)
            .replace("BAD", BAD)
            .replace("DEEP", "[".repeat(600) + "]".repeat(600));
    List<String> told = Judging.told(file(text + MUCH));
    List<String> whole = Judging.told(file(text));
    assertThat(whole).hasSize(1);
    assertThat(told.get(told.size() - 1)).isEqualTo(whole.get(0));
  }

  /** What the name says that it is, it is, though it cannot be read. */
  @Test
  void theNameOfABrokenOneCounts() throws IOException {
    Path file = folder.resolve("GetMembership.request.json");
    Files.writeString(file, "{\"Records\":[x" + MUCH);
    assertThat(Judging.told(Judging.path(file)))
        .containsExactly("invalid GetMembership request[json.syntax 1:13]");
  }

  /** Lists in lines, and lines after lists, are lines; only their number makes the text long. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "LINES",
        "\n\nLINES",
        "{\"Records\":[GOOD\nLINES",
        "{\"Records\":[GOOD,\n{x\nLINES",
        "{\"Records\":[GOOD x\nLINES",
        "{\"Records\":[GOOD xFAR\nLINES",
        "{\"Records\":[\nLONG]} z\nLINES",
        "{\"Records\":[GOOD,\nDEEPx\nLINES",
        "x\nLINES",
        "[1]\nLINES",
        "{\"Records\":[LONG]}\nLINES",
        "{\"Records\":[LONG x\nLINES",
        "{\"payload\":\"LONG\"\nLINES",
      })
  void linesOnTheStandardInputStayLines(String pattern) {
    List<String> lines =
        new ArrayList<>(Collections.nCopies(9_000, records(GOOD).replace("\n", "")));
    lines.add(records(BAD).replace("\n", ""));
    String before =
        pattern
            .replace("LINES", "")
            .replace("GOOD", GOOD)
            .replace("FAR", "y".repeat(30_000))
            .replace("DEEP", "[".repeat(600))
            .replace("LONG", pattern.contains("\"LONG") ? "x".repeat(1 << 20) : long1());
    List<String> told = Judging.told(Judging.text(before + String.join("\n", lines) + "\n"));

    assertThat(told.subList(told.size() - 9_001, told.size() - 1))
        .containsOnly("valid GetMembership request[]");
    int number = 9_001 + (int) before.chars().filter(c -> c == '\n').count();
    assertThat(told.get(told.size() - 1))
        .startsWith("invalid GetMembership request[pattern /membershipIdentifier " + number + ":");
    boolean broken = pattern.matches("(?s).*[x\"DGzR]\nLINES|\\[1.*");
    assertThat(told.stream().anyMatch(each -> each.startsWith("failed"))).isEqualTo(broken);
  }

  private static String long1() {
    return String.join(",", Collections.nCopies(9_000, GOOD));
  }

  @Test
  void bytesOfAnotherEncodingAreTold() throws IOException {
    for (int[] beginning : new int[][] {{0xfe, 0xff, 0, 0}, {0, 0, 0x7b, 0}, {0, 0, 0xfe, 0xff}}) {
      byte[] bytes = MUCH.getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < beginning.length; i++) {
        bytes[i] = (byte) beginning[i];
      }
      Path file = Files.write(folder.resolve("capture.json"), bytes);
      assertThat(Judging.told(Judging.path(file)).toString())
          .containsPattern("^.failed.json.(encoding|syntax) 1:[13]..$");
    }
  }

  @Test
  void theStreamStaysOpen() {
    boolean[] closed = {false};
    byte[] text = (records(GOOD) + MUCH).getBytes(StandardCharsets.UTF_8);
    List<JudgedMessage> messages = new ArrayList<>();
    new CaptureJudge(ContractValidator.create(), CaptureOptions.none(), messages::add)
        .judge(
            new ByteArrayInputStream(text) {
              @Override
              public void close() {
                closed[0] = true;
              }
            });
    assertThat(messages).hasSize(1);
    assertThat(closed[0]).isFalse();
  }

  @Test
  @Timeout(20)
  void longNamesAndManyListsTakeNoLongerThanTheirLength() throws IOException {
    String name = "x".repeat(1 << 20);
    String lists = "[],".repeat(20_000);
    assertThat(Judging.told(file("{\"" + name + "\":[" + lists + "0]}")))
        .containsExactly("failed[input.unidentified 1:1]");
  }

  @Test
  void whatIsWrongWithAPackedOneIsToldThoughItsTextIsWrongBefore() throws IOException {
    byte[] packed =
        PackedCapturesTest.gzip(("{\"Records\":[x" + MUCH).getBytes(StandardCharsets.UTF_8));
    packed[packed.length - 6] ^= 1;
    Path file = Files.write(folder.resolve("log.json.gz"), packed);
    assertThat(Judging.path(file))
        .flatExtracting(message -> message.report().findings())
        .extracting(finding -> finding.rule().id())
        .containsExactly("json.syntax", "input.unreadable");
  }

  @Test
  void packedOnesAreReadTheSameWay() throws IOException {
    byte[] text = (records(GOOD, BAD) + MUCH).getBytes(StandardCharsets.UTF_8);
    List<JudgedMessage> messages = new ArrayList<>();
    Path file = folder.resolve("log.json.gz");
    Files.write(file, PackedCapturesTest.gzip(text));
    messages.addAll(Judging.path(file));
    Path archive = folder.resolve("a.zip");
    Files.write(archive, PackedCapturesTest.zip("a.json", text, "b.json", text));
    messages.addAll(Judging.path(archive));

    List<String> once =
        List.of(
            "valid GetMembership request[]",
            "invalid GetMembership request[pattern /membershipIdentifier 3:%d]"
                .formatted(BAD.indexOf("\"M-1\"") + 1));
    assertThat(Judging.told(messages))
        .containsExactlyElementsOf(Stream.of(once, once, once).flatMap(List::stream).toList());
  }
}
