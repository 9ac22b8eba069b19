package io.github.cleanroomscontract.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.validation.ContractValidator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PackedCapturesTest {

  private static final String PAYLOAD =
      "{\"membershipIdentifier\":\"12345678-90ab-cdef-1234-567890abcdef\"}";
  private static final String LINE =
      "{\"operation\":\"GetMembership\",\"direction\":\"request\",\"payload\":" + PAYLOAD + "}\n";
  private static final String VALID = "valid GetMembership request[]";
  private static final Packed.Limits SMALL = new Packed.Limits(1 << 16, 100, 10, 3);

  @TempDir Path folder;

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream packed = new GZIPOutputStream(bytes)) {
      packed.write(content);
    }
    return bytes.toByteArray();
  }

  /** Names and contents in turn. */
  static byte[] zip(Object... entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream packed = new ZipOutputStream(bytes)) {
      for (int i = 0; i < entries.length; i += 2) {
        packed.putNextEntry(new ZipEntry((String) entries[i]));
        packed.write((byte[]) entries[i + 1]);
      }
    }
    return bytes.toByteArray();
  }

  private List<String> judge(String name, byte[] content) throws IOException {
    Path file = Files.write(folder.resolve(name), content);
    List<JudgedMessage> messages = new ArrayList<>();
    new CaptureJudge(ContractValidator.create(), CaptureOptions.none(), messages::add, SMALL)
        .judge(file);
    return messages.stream().map(this::line).toList();
  }

  private String line(JudgedMessage message) {
    String source = message.source().replace(folder + "/", "");
    boolean placed =
        message.report().findings().stream().allMatch(each -> each.place().isPresent());
    String told =
        placed
            ? Judging.told(List.of(message)).get(0)
            : message.report().outcome().label()
                + " "
                + message.report().findings().get(0).message();
    return source + ": " + told;
  }

  @Test
  void aGzipFileIsWhatItsNameSaysWithoutTheEnding() throws IOException {
    assertThat(judge("GetMembership.request.json.gz", gzip(bytes(PAYLOAD))))
        .containsExactly("GetMembership.request.json.gz: " + VALID);
    assertThat(judge("a.jsonl.GZ", gzip(bytes(LINE + LINE))))
        .containsExactly("a.jsonl.GZ: " + VALID, "a.jsonl.GZ: " + VALID);
  }

  @Test
  void theEntriesOfAnArchiveAreJudgedInTheirOrder() throws IOException {
    assertThat(
            judge(
                "a.zip",
                zip(
                    "b/GetMembership.request.json",
                    bytes(PAYLOAD),
                    "notes.txt",
                    bytes("x"),
                    "a.jsonl.gz",
                    gzip(bytes(LINE)),
                    "inner.zip",
                    zip("c.jsonl", bytes(LINE)))))
        .containsExactly(
            "a.zip!/b/GetMembership.request.json: " + VALID,
            "a.zip!/a.jsonl.gz: " + VALID,
            "a.zip!/inner.zip!/c.jsonl: " + VALID);
  }

  @Test
  void foldersHoldPackedCapturesToo() throws IOException {
    Files.write(folder.resolve("b.zip"), zip("b.jsonl", bytes(LINE)));
    Files.write(folder.resolve("a.jsonl.gz"), gzip(bytes(LINE)));
    Files.writeString(folder.resolve("c.har"), "{\"log\":{\"entries\":[]}}");

    assertThat(Judging.path(folder))
        .map(this::line)
        .containsExactly(
            "a.jsonl.gz: " + VALID, "b.zip!/b.jsonl: " + VALID, "c.har: failed[input.format 1:1]");
  }

  @Test
  void theStandardInputMayBePacked() throws IOException {
    List<JudgedMessage> messages = new ArrayList<>();
    CaptureJudge judge =
        new CaptureJudge(ContractValidator.create(), CaptureOptions.none(), messages::add);
    judge.judge(new ByteArrayInputStream(gzip(bytes(LINE))));
    judge.judge(new ByteArrayInputStream(zip("a.jsonl", bytes(LINE))));

    assertThat(messages)
        .map(this::line)
        .containsExactly("<stdin>: " + VALID, "<stdin>!/a.jsonl: " + VALID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../a.jsonl", "a/../../b.jsonl", "/etc/a.jsonl", "C:\\a.jsonl", "..\\a.jsonl"})
  void entriesThatLeadOutAreRefusedAndTheRestIsJudged(String name) throws IOException {
    assertThat(judge("a.zip", zip(name, bytes(LINE), "b.jsonl", bytes(LINE))))
        .containsExactly(
            "a.zip!/" + name + ": failed cannot be read: its path leads out of the archive",
            "a.zip!/b.jsonl: " + VALID);
  }

  @Test
  void bombsAreRefused() throws IOException {
    byte[] zeros = new byte[20 << 20];
    Arrays.fill(zeros, (byte) ' ');

    assertThat(judge("a.json.gz", gzip(zeros)))
        .containsExactly(
            "a.json.gz: failed cannot be read: it unpacks to more than 100 times its size");
    assertThat(judge("a.zip", zip("a.jsonl", zeros, "b.jsonl", bytes(LINE))).get(0))
        .isEqualTo(
            "a.zip!/a.jsonl: failed cannot be read: it unpacks to more than 100 times its size");
    assertThat(judge("b.zip", zip("a.txt", zeros)))
        .containsExactly(
            "b.zip: failed cannot be read: it unpacks to more than 100 times its size");
  }

  @Test
  void whatIsPackedTooOftenIsRefused() throws IOException {
    byte[] packed = bytes(LINE);
    for (int i = 0; i < 4; i++) {
      packed = gzip(packed);
    }

    assertThat(judge("a.jsonl.gz", packed))
        .containsExactly("a.jsonl.gz: failed cannot be read: it is packed in more than 3 layers");
  }

  @Test
  void archivesOfTooManyEntriesAreRefused() throws IOException {
    Object[] entries =
        Stream.iterate(0, i -> i + 1)
            .limit(11)
            .flatMap(i -> Stream.of(i + ".txt", bytes("x")))
            .toArray();

    assertThat(judge("a.zip", zip(entries)))
        .containsExactly("a.zip: failed cannot be read: it has more than 10 entries");
  }

  @Test
  void whatIsCutOffIsNoSilentPass() throws IOException {
    byte[] archive = zip("a.jsonl", bytes(LINE), "b.jsonl", bytes(LINE));
    for (int length = 4; length < archive.length - 22; length++) {
      assertThat(judge("a.zip", Arrays.copyOf(archive, length)))
          .as(length + " bytes")
          .anyMatch(line -> line.contains("failed"));
    }
    byte[] packed = gzip(bytes(LINE + LINE));
    for (int length = 3; length < packed.length; length++) {
      assertThat(judge("a.jsonl.gz", Arrays.copyOf(packed, length)))
          .as(length + " bytes")
          .anyMatch(line -> line.contains("failed"));
    }
  }

  @Test
  void archivesWithoutCapturesAreNoSilentPass() throws IOException {
    assertThat(judge("a.zip", zip()).get(0)).startsWith("a.zip: failed holds no");
    assertThat(judge("b.zip", zip("a.txt", bytes("x"))).get(0))
        .startsWith("b.zip: failed holds no");
  }

  @Test
  void patternsMatchFilesInFoldersOrNone() throws IOException {
    for (String name : List.of("a.har", "x/b.har", "x/y/c.har", "x/d.json")) {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.writeString(folder.resolve(name), "{\"log\":{\"entries\":[]}}");
    }

    assertThat(matched("**/*.har")).containsExactly("a.har", "x/b.har", "x/y/c.har");
    assertThat(matched("x/*.{har,json}")).containsExactly("x/b.har", "x/d.json");
    assertThat(matched("*.har")).containsExactly("a.har");
    assertThat(Judging.path(folder.resolve("none/*.har")))
        .map(this::line)
        .first()
        .asString()
        .contains("holds no");
    assertThat(Judging.path(folder.resolve("[.har")))
        .map(this::line)
        .first()
        .asString()
        .contains("no pattern either");
  }

  @Test
  void aFileThatIsCalledLikeAPatternIsTheFile() throws IOException {
    Files.writeString(folder.resolve("[a].jsonl"), LINE);

    assertThat(matched("[a].jsonl")).containsExactly("[a].jsonl");
  }

  private List<String> matched(String pattern) {
    return Judging.path(folder.resolve(pattern)).stream()
        .map(message -> message.source().replace(folder + "/", ""))
        .toList();
  }
}
