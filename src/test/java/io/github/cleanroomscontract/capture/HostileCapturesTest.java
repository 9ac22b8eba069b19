package io.github.cleanroomscontract.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.validation.ContractValidator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Broken captures of all forms, mutated at random, end in messages, and never otherwise. */
class HostileCapturesTest {

  /** What comes out of one capture takes no longer. */
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private static final Duration FUZZING =
      Boolean.getBoolean("full") ? Duration.ofMinutes(10) : Duration.ofSeconds(5);

  private static final Packed.Limits SMALL = new Packed.Limits(1 << 20, 100, 50, 3);

  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "\"",
          "\\",
          "\\u",
          "\\u0000",
          "\\ud800",
          ",",
          ":",
          "null",
          "-1",
          "1e999",
          "99999999999999999999",
          "\"***\"",
          "{\"omitted\":true}",
          "{\"SDK_UNKNOWN_MEMBER\":{\"name\":\"x\"}}",
          "{\"__class__\":\"datetime\",\"year\":-1}",
          "%",
          "%zz",
          "?",
          "&",
          "/",
          "..",
          "\n",
          "\u0000",
          "\ud83d",
          "\"encoding\":\"base64\",",
          "\"payload\":",
          "\"ResponseMetadata\":{},",
          "\"Error\":[],",
          "\"-\":\"***\",");

  @TempDir Path folder;

  @Test
  @Timeout(value = 11, unit = TimeUnit.MINUTES)
  void mutatedCapturesEndInMessages() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Path root : List.of(Path.of("fixtures/forms"), Path.of("fixtures/captures"))) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          names.add(file.getFileName().toString());
          seeds.add(Files.readAllBytes(file));
        }
      }
    }
    // The short run is always the same, the long one always another.
    long seed = Boolean.getBoolean("full") ? new Random().nextLong() : 20_261_129;
    Random random = new Random(seed);
    long end = System.nanoTime() + FUZZING.toNanos();
    int rounds = 0;
    while (System.nanoTime() < end) {
      int which = random.nextInt(seeds.size());
      byte[] capture = mutated(seeds.get(which), random);
      String name = names.get(which);
      switch (random.nextInt(6)) {
        case 0 -> {
          capture = PackedCapturesTest.gzip(capture);
          name += ".gz";
        }
        case 1 -> {
          capture = PackedCapturesTest.zip(entryName(random, name), capture, "b/" + name, capture);
          name = "a.zip";
        }
        case 2 -> {
          // Long texts are read in another way.
          int length = capture.length;
          capture = Arrays.copyOf(capture, length + (1 << 20));
          Arrays.fill(capture, length, capture.length, (byte) ' ');
        }
        default -> {
          // As it is.
        }
      }
      if (name.endsWith(".gz") || name.endsWith(".zip")) {
        capture = random.nextBoolean() ? capture : mutated(capture, random);
      }
      judge(name, capture, seed, rounds);
      rounds++;
    }
    assertThat(rounds).isGreaterThan(20);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  private static String entryName(Random random, String name) {
    return switch (random.nextInt(4)) {
      case 0 -> "../" + name;
      case 1 -> "/" + name;
      case 2 -> "a/".repeat(200) + name;
      default -> name;
    };
  }

  private void judge(String name, byte[] capture, long seed, int round) throws IOException {
    String as = "seed " + seed + ", round " + round + ", " + name;
    List<JudgedMessage> messages = new ArrayList<>();
    CaptureFormat[] formats = CaptureFormat.values();
    CaptureOptions options =
        round % 3 == 0
            ? CaptureOptions.none().from(formats[round / 3 % formats.length])
            : CaptureOptions.none();
    CaptureJudge judge =
        new CaptureJudge(ContractValidator.create(), options, messages::add, SMALL);
    Path file = Files.write(folder.resolve(name), capture);
    long start = System.nanoTime();
    try {
      judge.judge(file);
      judge.judge(new ByteArrayInputStream(capture));
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError(as + ": " + new String(capture, StandardCharsets.UTF_8), e);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertThat(took).as(as).isLessThan(LONGEST);
    assertThat(messages).as(as).isNotEmpty();
    for (JudgedMessage message : messages) {
      for (Finding finding : message.report().findings()) {
        assertThat(finding.rule().id())
            .as(as + ": " + new String(capture, StandardCharsets.UTF_8))
            .isNotEqualTo("input.fault");
      }
    }
    Files.delete(file);
  }

  private static byte[] mutated(byte[] seed, Random random) {
    byte[] bytes = seed;
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(bytes.length + 1);
      int to = Math.min(bytes.length, at + random.nextInt(40));
      byte[] piece =
          switch (random.nextInt(5)) {
            case 0 -> new byte[0];
            case 1 -> new byte[] {(byte) random.nextInt(256)};
            case 2 -> Arrays.copyOfRange(bytes, at, to);
            default -> PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
          };
      int after = random.nextBoolean() ? at : to;
      byte[] next = new byte[at + piece.length + bytes.length - after];
      System.arraycopy(bytes, 0, next, 0, at);
      System.arraycopy(piece, 0, next, at, piece.length);
      System.arraycopy(bytes, after, next, at + piece.length, bytes.length - after);
      bytes = next;
    }
    return bytes;
  }

  @Test
  @Timeout(60)
  void absurdSizesEndInMessages() throws IOException {
    String deep = "[".repeat(100_000);
    String long1 = "{\"request\":{\"method\":\"GET\",\"uri\":\"/" + "a/".repeat(200_000) + "\"}}";
    String many = "{\"log\":{\"entries\":[" + "{},".repeat(50_000) + "{}]}}";
    String query =
        "{\"request\":{\"method\":\"GET\",\"uri\":\"/memberships?" + "a=%&".repeat(20_000) + "\"}}";
    for (String text : List.of(deep, long1, many, query, "{\"log\":{\"entries\":" + deep)) {
      List<JudgedMessage> messages = new ArrayList<>();
      new CaptureJudge(ContractValidator.create(), CaptureOptions.none(), messages::add)
          .judge(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
      assertThat(messages).isNotEmpty().noneMatch(message -> message.report().valid());
    }
  }

  @Test
  @Timeout(60)
  void linksThatLeadInCirclesEndInMessages() throws IOException {
    Files.createSymbolicLink(folder.resolve("a.har"), folder.resolve("b.har"));
    Files.createSymbolicLink(folder.resolve("b.har"), folder.resolve("a.har"));
    Files.createSymbolicLink(folder.resolve("c"), folder);

    for (Path path : List.of(folder, folder.resolve("**/*.har"), folder.resolve("a.har"))) {
      assertThat(Judging.path(path))
          .as(path.toString())
          .isNotEmpty()
          .allMatch(message -> message.report().outcome().label().equals("failed"));
    }
  }
}
