package io.github.cleanroomscontract.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read element by element is what the whole text has, at the same places. */
class ElementReaderTest {

  private static final Set<String> LISTS = Set.of("/log/entries", "/Records");

  private static final String HAR =
      """
      {
        "log": {"version": "1.2", "pages": [{"a": [1]}],\r
          "entries": [
            {"é": "𝄞\\u00e9", "b": {"Records": [1, 2]}}, {"c": "]}"},

            "text", -1.5e3 ,null\t,
            [[], {}]
          ], "after": [1]
        }
      }
      """;

  /** What was read, in the words of the tests. */
  private record Read(
      Optional<String> list,
      List<String> elements,
      List<TextPosition> starts,
      List<String> problems,
      List<TextPosition> positions) {}

  /** A stream that never gives more than a few bytes, as those of networks may. */
  private static InputStream slow(byte[] bytes, int most) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] into, int from, int length) {
        return super.read(into, from, Math.min(length, most));
      }
    };
  }

  private static Read read(byte[] bytes, int most) throws IOException {
    List<String> elements = new ArrayList<>();
    List<TextPosition> starts = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    List<TextPosition> positions = new ArrayList<>();
    InputStream stream = slow(bytes, most);
    try (ElementReader reader = new ElementReader(stream)) {
      Optional<String> list = reader.find(LISTS);
      if (list.isEmpty()) {
        byte[] rest = reader.whole().orElseThrow();
        byte[] whole =
            new SequenceInputStream(new ByteArrayInputStream(rest), stream).readAllBytes();
        assertThat(whole).isEqualTo(bytes);
        return new Read(list, elements, starts, problems, positions);
      }
      ElementReader.Element element = reader.next();
      while (element != null) {
        byte[] text = element.text().orElseThrow();
        TextPosition start = element.start();
        elements.add(new String(text, StandardCharsets.UTF_8));
        starts.add(start);
        // The parser passes over some bytes that are not UTF-8.
        JsonDocument document = JsonDocument.parse(text).from(start.column());
        for (TextProblem problem : document.problems()) {
          TextPosition position = document.position(problem.offset());
          problems.add(problem.kind() + problem.detail());
          positions.add(new TextPosition(start.line() + position.line() - 1, position.column()));
        }
        element = reader.next();
      }
      assertThat(reader.next()).isNull();
      ElementReader.Surroundings around = reader.surroundings().orElseThrow();
      for (TextProblem problem : around.document().problems()) {
        problems.add(problem.kind() + problem.detail());
        TextPosition position = around.document().position(problem.offset());
        positions.add(around.inWhole(position.line(), position.column()));
      }
      ElementReader.Following following = reader.following();
      int next = skipBlanks(following.bytes(), stream);
      if (following.sound() && next >= 0) {
        problems.add("TRAILING_TEXT");
        positions.add(following.start());
      }
      return new Read(list, elements, starts, problems, positions);
    }
  }

  private static int skipBlanks(byte[] bytes, InputStream more) throws IOException {
    InputStream stream = new SequenceInputStream(new ByteArrayInputStream(bytes), more);
    int next = stream.read();
    while (next >= 0 && " \t\r\n".indexOf(next) >= 0) {
      next = stream.read();
    }
    return next;
  }

  private static Read read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8), 7);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 1000, 1 << 20})
  void elementsHaveTheirTextsAndPlaces(int most) throws IOException {
    Read read = read(HAR.getBytes(StandardCharsets.UTF_8), most);

    assertThat(read.list()).contains("/log/entries");
    assertThat(read.elements())
        .containsExactly(
            "{\"é\": \"𝄞\\u00e9\", \"b\": {\"Records\": [1, 2]}}",
            "{\"c\": \"]}\"}",
            "\"text\"",
            "-1.5e3",
            "null",
            "[[], {}]");
    JsonDocument whole = JsonDocument.parse(HAR);
    Locator locator = new Locator(whole);
    List<String> pointers =
        IntStream.range(0, 6).mapToObj(i -> Pointers.append("/log/entries", i)).toList();
    pointers.forEach(locator::want);
    assertThat(read.starts())
        .containsExactlyElementsOf(
            pointers.stream()
                .map(each -> whole.position(locator.value(each).orElseThrow().start()))
                .toList());
    assertThat(read.problems()).isEmpty();
  }

  @Test
  void aByteOrderMarkCountsForNothingAndIsTold() throws IOException {
    Read read = read("\uFEFF{\"Records\":[1]}");
    assertThat(read.elements()).containsExactly("1");
    assertThat(read.starts()).containsExactly(new TextPosition(1, 13));
    assertThat(read.problems()).containsExactly("BYTE_ORDER_MARK");
    assertThat(read.positions()).containsExactly(new TextPosition(1, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[1]",
        "{\"Records\":{}}",
        "{\"records\":[]}",
        "{\"a\":{\"Records\":[]}}",
        "{\"a\":1}\n{\"Records\":[]}",
        "x{\"Records\":[]}",
        "{\"log\":{\"entries\"",
        "",
        " "
      })
  void whereThereIsNoListTheTextIsGivenBackWhole(String text) throws IOException {
    assertThat(read(text).list()).isEmpty();
  }

  @Test
  void whatLooksLikeUtf16OrUtf32IsForOthersToJudge() {
    for (Charset charset :
        List.of(
            StandardCharsets.UTF_16,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            Charset.forName("UTF-32LE"),
            Charset.forName("UTF-32BE"))) {
      assertThat(ElementReader.isReadable("{\"Records\":[]}".getBytes(charset))).isFalse();
    }
    for (int[] odd :
        new int[][] {{0xfe, 0xff, 0, 0}, {0, 0, 0x7b, 0}, {0, 0x7b, 0, 0}, {0xff, 0xfe}}) {
      byte[] bytes = new byte[odd.length];
      for (int i = 0; i < odd.length; i++) {
        bytes[i] = (byte) odd[i];
      }
      assertThat(ElementReader.isReadable(bytes)).isFalse();
    }
    assertThat(ElementReader.isReadable("\uFEFF{}".getBytes(StandardCharsets.UTF_8))).isTrue();
    assertThat(ElementReader.isReadable(new byte[0])).isTrue();
  }

  @Test
  void bytesBeforeTheListThatAreNotUtf8AreTold() throws IOException {
    byte[] bytes = "{\"v\":\"ab\",\"Records\":[{}]}".getBytes(StandardCharsets.UTF_8);
    bytes[6] = (byte) 0xc0;
    bytes[7] = (byte) 0x80;
    Read read = read(bytes, 100);
    assertThat(read.problems()).containsExactly("ENCODINGbyte 0xC0");
    assertThat(read.positions()).containsExactly(new TextPosition(1, 7));
  }

  @Test
  void whatIsWrongBetweenElementsOrAfterThemHasItsPlace() throws IOException {
    Read comma = read("{\"Records\":[\n {\"a\":1},\n {} {}]}");
    assertThat(comma.elements()).containsExactly("{\"a\":1}", "{}");
    assertThat(comma.problems()).containsExactly("SYNTAX'{'");
    assertThat(comma.positions()).containsExactly(new TextPosition(3, 5));

    Read within = read("{\"Records\":[{},\n {\"a\":x1}]}" + " ".repeat(20_000) + "{");
    assertThat(within.elements()).containsExactly("{}");
    assertThat(within.problems()).containsExactly("SYNTAX'x'");
    assertThat(within.positions()).containsExactly(new TextPosition(2, 7));

    Read truncated = read("{\"Records\":[{},\n {\"a\":1},{\"b\":\n ");
    assertThat(truncated.elements()).containsExactly("{}", "{\"a\":1}");
    assertThat(truncated.problems()).containsExactly("TRUNCATED");
    assertThat(truncated.positions()).containsExactly(new TextPosition(2, 15));

    Read trailing = read("{\"Records\":[{}\n]}\n {\"Records\":[]}");
    assertThat(trailing.elements()).containsExactly("{}");
    assertThat(trailing.problems()).containsExactly("TRAILING_TEXT");
    assertThat(trailing.positions()).containsExactly(new TextPosition(2, 3));

    Read twice = read("{\"Records\":[{\"a\":1,\"a\":2}],\n\"Records\":[]}");
    assertThat(twice.elements()).containsExactly("{\"a\":1,\"a\":2}");
    assertThat(twice.problems()).containsExactly("DUPLICATE_KEYa", "DUPLICATE_KEYRecords");
    assertThat(twice.positions()).containsExactly(new TextPosition(1, 20), new TextPosition(2, 1));
  }

  /** Where it says that the text is wrong, and where not, is where the text as a whole says so. */
  @Test
  void mutatedTextsHaveTheProblemsOfTheWhole() throws IOException {
    Random random = new Random(4);
    // What follows a literal is found to be wrong a word later than in a text that is read whole.
    byte[] objects =
        HAR.replace("\"text\", -1.5e3 ,null\t,", "{\"a\": [1, null]},")
            .getBytes(StandardCharsets.UTF_8);
    int broken = 0;
    int sound = 0;
    for (int i = 0; i < 5_000; i++) {
      byte[] bytes = mutated(objects, random);
      Read read = read(bytes, 1 + random.nextInt(300));
      JsonDocument whole = JsonDocument.parse(bytes);
      if (read.list().isEmpty()) {
        continue;
      }
      String as = new String(bytes, StandardCharsets.UTF_8);
      if (whole.root().isPresent()) {
        sound++;
        assertThat(read.elements().stream().map(JsonDocument::parse).map(d -> d.root().get()))
            .as(as)
            .containsExactlyElementsOf(whole.root().get().at(read.list().get()));
      } else {
        broken++;
        List<String> problems = new ArrayList<>();
        for (TextProblem each : whole.problems()) {
          problems.add(each.kind() + each.detail() + whole.position(each.offset()));
        }
        List<String> found = new ArrayList<>();
        for (int k = 0; k < read.problems().size(); k++) {
          String problem = read.problems().get(k);
          // What is encoded wrong is not looked into when it is read whole.
          boolean asked = !problems.get(0).startsWith("ENCODING") || problem.startsWith("ENCODING");
          if (asked) {
            found.add(problem + read.positions().get(k));
          }
        }
        assertThat(found).as(as).containsExactlyInAnyOrderElementsOf(problems);
      }
    }
    assertThat(broken).isGreaterThan(200);
    assertThat(sound).isGreaterThan(200);
  }

  private static byte[] mutated(byte[] seed, Random random) {
    String pieces = "{}[]\",:\\\n 0x-";
    byte[] bytes = seed.clone();
    for (int i = random.nextInt(3); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] =
          (byte)
              (random.nextInt(8) == 0
                  ? random.nextInt(256)
                  : pieces.charAt(random.nextInt(pieces.length())));
    }
    return random.nextInt(8) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }

  /** What follows a mistake is not read to its end, but to the end of a character. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void noCharacterIsCutInHalf(int bytes) throws IOException {
    Read read = read("{\"Records\":[{}, x" + " ".repeat(bytes) + "𝄞".repeat(20_000));
    assertThat(read.problems()).containsExactly("SYNTAX'x'");
    assertThat(read.positions()).containsExactly(new TextPosition(1, 17));
  }

  @Test
  void whatIsWrongWithTheStreamIsThrown() throws IOException {
    InputStream failing =
        new SequenceInputStream(
            new ByteArrayInputStream("{\"Records\":[{},".getBytes(StandardCharsets.UTF_8)),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("it unpacks to too much");
              }
            });
    try (ElementReader reader = new ElementReader(failing)) {
      assertThat(reader.find(LISTS)).contains("/Records");
      assertThat(reader.next()).isNotNull();
      assertThatThrownBy(reader::next)
          .isInstanceOf(IOException.class)
          .hasMessage("it unpacks to too much");
    }
  }
}
