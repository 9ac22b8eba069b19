package io.github.cleanroomscontract.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.cleanroomscontract.finding.Outcome;
import io.github.cleanroomscontract.validation.ContractValidator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Judged by several threads, a capture is judged as by one. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SideBySideTest {

  private static final boolean FULL = Boolean.getBoolean("full");
  private static final String VALID =
      "{\"operation\":\"GetMembership\",\"direction\":\"request\",\"payload\":"
          + "{\"membershipIdentifier\":\"6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c\"}}\n";
  private static final String INVALID = VALID.replace("6a3e2c1e-", "6A3E2C1E-");

  @TempDir Path folder;

  @Test
  void findsTheSameInTheSameOrderAsOneThread() throws IOException {
    Path capture = folder.resolve("all.jsonl");
    Files.writeString(capture, allFixtures());

    assertThat(judge(capture, sideBySide(3))).isEqualTo(judge(capture, inTurn()));
  }

  @Test
  void whatEarlierMessagesToldIsKnownToLaterOnes() throws IOException {
    // Which answer a rule sees depends on all before it.
    String pages =
        "{\"operation\":\"ListMemberships\",\"direction\":\"request\",\"payload\":{\"maxResults\":%d}}\n"
            + "{\"operation\":\"ListMemberships\",\"direction\":\"response\",\"payload\":{\"membershipSummaries\":[%s]}}\n";
    StringBuilder capture = new StringBuilder();
    List<Outcome> expected = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      boolean over = i % 7 == 0;
      String entry = MEMBERSHIP.formatted(i);
      capture.append(
          pages.formatted(over ? 1 : 2, entry + "," + entry.replace("-4f0a-", "-4f0b-")));
      expected.add(Outcome.VALID);
      expected.add(over ? Outcome.INVALID : Outcome.VALID);
    }
    Path file = Files.writeString(folder.resolve("pages.jsonl"), capture);

    assertThat(judge(file, sideBySide(3)))
        .extracting(each -> each.report().outcome())
        .isEqualTo(expected);
  }

  private static final String MEMBERSHIP =
      "{\"id\":\"6a3e2c1e-52b6-4f0a-9d6e-%012d\",\"arn\":\"arn:aws:cleanrooms:us-east-1:111122223333:membership/6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c\","
          + "\"collaborationArn\":\"arn:aws:cleanrooms:us-east-1:111122223333:collaboration/0b0c2fc1-7fc5-4306-8874-09750a082295\","
          + "\"collaborationId\":\"0b0c2fc1-7fc5-4306-8874-09750a082295\",\"collaborationCreatorAccountId\":\"111122223333\","
          + "\"collaborationCreatorDisplayName\":\"a\",\"collaborationName\":\"b\",\"createTime\":1779000000,\"updateTime\":1779000000,"
          + "\"status\":\"ACTIVE\",\"memberAbilities\":[],\"paymentConfiguration\":{\"queryCompute\":{\"isResponsible\":true}}}";

  @Test
  void countsTheInvalidOnesExactly() throws IOException {
    int messages = FULL ? 1_000_000 : 20_000;
    Path capture = folder.resolve("many.jsonl");
    try (var out = Files.newBufferedWriter(capture)) {
      for (int i = 0; i < messages; i++) {
        out.write(i % 100 == 42 ? INVALID : VALID);
      }
    }
    LongAdder valid = new LongAdder();
    LongAdder invalid = new LongAdder();
    AtomicInteger line = new AtomicInteger();

    new CaptureJudge(
            ContractValidator.create(),
            CaptureOptions.none(),
            message -> {
              assertThat(message.line()).isEqualTo(line.incrementAndGet());
              (message.report().valid() ? valid : invalid).increment();
            })
        .judge(capture);

    assertThat(valid.sum()).isEqualTo(messages / 100 * 99);
    assertThat(invalid.sum()).isEqualTo(messages / 100);
  }

  @Test
  void tellsOfALineBeforeTheNextOneComes() throws Exception {
    BlockingQueue<JudgedMessage> messages = new LinkedBlockingQueue<>();
    PipedOutputStream writer = new PipedOutputStream();
    PipedInputStream input = new PipedInputStream(writer);
    CompletableFuture<Void> judged =
        CompletableFuture.runAsync(
            () ->
                new CaptureJudge(ContractValidator.create(), CaptureOptions.none(), messages::add)
                    .judge(input));

    for (String line : List.of(VALID, INVALID, VALID)) {
      writer.write(line.getBytes(StandardCharsets.UTF_8));
      writer.flush();
      JudgedMessage message = messages.poll(1, TimeUnit.MINUTES);
      assertThat(message).isNotNull();
      assertThat(message.report().valid()).isEqualTo(line.equals(VALID));
    }
    writer.close();
    judged.get(1, TimeUnit.MINUTES);
    assertThat(messages).isEmpty();
  }

  /** As {@code validate <(zcat traffic.jsonl.gz)} gives them. */
  @Test
  void readsPipesThatAreGivenAsFiles() throws Exception {
    for (String name : List.of("63", "traffic.jsonl")) {
      Path pipe = folder.resolve(name);
      try {
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
      } catch (IOException e) {
        assumeThat(e).as("there is mkfifo here").isNull();
      }
      CompletableFuture<Void> written =
          CompletableFuture.runAsync(
              () -> {
                try {
                  Files.write(
                      pipe, (VALID.repeat(5000) + INVALID).getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      List<JudgedMessage> messages = new ArrayList<>();

      new CaptureJudge(ContractValidator.create(), CaptureOptions.none(), messages::add)
          .judge(pipe);

      written.get(1, TimeUnit.MINUTES);
      assertThat(messages).hasSize(5001);
      assertThat(messages).filteredOn(each -> !each.report().valid()).hasSize(1);
      assertThat(messages.get(5000).source()).isEqualTo(pipe.toString());
    }
  }

  /** Many are judged already when the first are handed on; of those no more than a batch follow. */
  @RepeatedTest(5)
  void stopsWithWhatWasJudgedUntilThenAndSaysSo() throws Exception {
    AtomicBoolean stopped = new AtomicBoolean();
    List<JudgedMessage> messages = new ArrayList<>();
    CaptureJudge judge =
        new CaptureJudge(
            ContractValidator.create(),
            CaptureOptions.none(),
            message -> {
              messages.add(message);
              stopped.set(messages.size() >= 1000);
            },
            stopped::get);

    judge.judge(endless());

    assertThat(messages).hasSizeBetween(1001, 1000 + 256 + 1);
    assertThat(messages.subList(0, messages.size() - 1)).allMatch(each -> each.report().valid());
    JudgedMessage last = messages.get(messages.size() - 1);
    assertThat(last.report().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(last.report().findings())
        .extracting(each -> each.rule().id())
        .containsExactly("input.interrupted");
  }

  @Test
  void stopsWhileItWaitsForInputThatNeverComes() throws Exception {
    AtomicBoolean stopped = new AtomicBoolean();
    PipedOutputStream writer = new PipedOutputStream();
    PipedInputStream input = new PipedInputStream(writer);
    BlockingQueue<JudgedMessage> messages = new LinkedBlockingQueue<>();
    CompletableFuture<Void> judged =
        CompletableFuture.runAsync(
            () ->
                new CaptureJudge(
                        ContractValidator.create(),
                        CaptureOptions.none(),
                        messages::add,
                        stopped::get)
                    .judge(input));
    writer.write(VALID.getBytes(StandardCharsets.UTF_8));
    writer.flush();
    assertThat(messages.poll(1, TimeUnit.MINUTES)).isNotNull();

    stopped.set(true);

    judged.get(1, TimeUnit.MINUTES);
    assertThat(messages).hasSize(1);
    writer.close();
  }

  @Test
  void tellsWhatCameBeforeAStreamBroke() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the line is dead");
          }
        };
    byte[] some = VALID.repeat(3000).getBytes(StandardCharsets.UTF_8);
    List<JudgedMessage> messages = new ArrayList<>();

    new CaptureJudge(ContractValidator.create(), CaptureOptions.none(), messages::add)
        .judge(new SequenceInputStream(new ByteArrayInputStream(some), broken));

    assertThat(messages).hasSize(3001);
    assertThat(messages.get(3000).report().findings().get(0).message())
        .isEqualTo("cannot be read: the line is dead");
  }

  @Test
  void aTextThatDoesNotFitIntoTheMemoryCostsNoOther() {
    Begun tooLarge = CaptureReader.failed("a", 1, CaptureOptions.none(), Notices.tooLarge(1));
    Begun other = CaptureReader.failed("b", 2, CaptureOptions.none(), Notices.noMatch());
    List<String> sources = new ArrayList<>();

    new SideBySide(message -> sources.add(message.source()), () -> false, 2)
        .judge(
            texts -> {
              texts.add(
                  new Text(
                      Long.MAX_VALUE,
                      () -> {
                        throw new OutOfMemoryError("as large as that");
                      },
                      () -> tooLarge));
              texts.add(other);
            });

    assertThat(sources).containsExactly("a", "b");
  }

  @Test
  void whatGoesWrongElsewhereEndsIt() {
    IllegalStateException failure = new IllegalStateException("no space left");
    Path capture = folder.resolve("many.jsonl");

    assertThatThrownBy(
            () -> {
              Files.writeString(capture, VALID.repeat(5000));
              new CaptureJudge(
                      ContractValidator.create(),
                      CaptureOptions.none(),
                      message -> {
                        throw failure;
                      })
                  .judge(capture);
            })
        .isSameAs(failure);
    assertThatThrownBy(
            () ->
                new SideBySide(message -> {}, () -> false, 2)
                    .judge(
                        texts -> {
                          throw failure;
                        }))
        .isSameAs(failure);
  }

  private static InputStream endless() {
    byte[] line = VALID.getBytes(StandardCharsets.UTF_8);
    return new InputStream() {
      private long at;

      @Override
      public int read() {
        return line[(int) (at++ % line.length)];
      }
    };
  }

  private static List<JudgedMessage> judge(
      Path capture, BiConsumer<Consumer<JudgedMessage>, Consumer<Texts>> way) {
    ContractValidator validator = ContractValidator.create();
    List<JudgedMessage> messages = new ArrayList<>();
    way.accept(
        messages::add,
        texts ->
            new CaptureReader(
                    validator,
                    validator::conversation,
                    CaptureOptions.none(),
                    Packed.Limits.USUAL,
                    new LongAdder(),
                    texts)
                .read(CaptureFiles.at(capture)));
    return messages;
  }

  private static BiConsumer<Consumer<JudgedMessage>, Consumer<Texts>> sideBySide(int threads) {
    return (results, reading) -> new SideBySide(results, () -> false, threads).judge(reading);
  }

  private static BiConsumer<Consumer<JudgedMessage>, Consumer<Texts>> inTurn() {
    return (results, reading) -> reading.accept(new InTurn(results, () -> false));
  }

  /** Every fixture, valid or not, as a line; and lines that are nothing, or not JSON. */
  private static String allFixtures() throws IOException {
    StringBuilder lines = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of("fixtures"))) {
      for (Path file :
          files
              .filter(each -> each.toString().matches(".*/(in)?valid/[^/]*[.]json"))
              .sorted()
              .toList()) {
        String name = file.getFileName().toString();
        String text = Files.readString(file);
        String direction = name.substring(0, name.indexOf('.'));
        if (text.lines().count() < 400) {
          lines
              .append("{\"operation\":\"")
              .append(file.getParent().getParent().getFileName())
              .append("\",\"direction\":\"")
              .append(direction)
              .append("\",\"payload\":")
              .append(text.replace("\n", " ").strip())
              .append("}\n");
        }
        if (lines.length() % 5 == 0) {
          lines.append("\n{\n\"operation\"\n");
        }
      }
    }
    return lines.toString();
  }
}
