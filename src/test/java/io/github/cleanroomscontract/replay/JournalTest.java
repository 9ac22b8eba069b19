package io.github.cleanroomscontract.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.stub.ContractStub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

  private static final String ID = "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2";

  private final InMemoryService service = new InMemoryService(ContractStub.create());

  @TempDir private Path folder;

  private static Step get(int number) {
    return new Step(
        number + ".json",
        "GetMembership",
        "{\"membershipIdentifier\":\"" + ID + number + "\"}",
        true);
  }

  private static void fiveThatNobodyNeeds(Session session) {
    session.call(new Step("first.json", "ListMemberships", "{}", true));
    IntStream.range(0, 5).forEach(number -> session.check(get(number)));
  }

  private ReplayResult run(int calls) throws IOException {
    try (Journal journal = Journal.open(file())) {
      return Replay.of(service)
          .allowance(Allowance.builder().maxCalls(calls).build())
          .journal(journal)
          .itinerary(JournalTest::fiveThatNobodyNeeds)
          .build()
          .run();
    }
  }

  private Path file() {
    return folder.resolve("journal.jsonl");
  }

  @Test
  void aResumedRunDoesNotAskAgainWhatConformed() throws IOException {
    assertThat(run(3).stopped()).isPresent();
    assertThat(Files.readAllLines(file())).hasSize(3);
    assertThat(Files.readString(file())).doesNotContain(ID);
    service.sent().clear();

    ReplayResult resumed = run(100);

    assertThat(resumed.stopped()).isEmpty();
    assertThat(service.sent())
        .extracting(Step::input)
        .containsExactly("{}", get(2).input(), get(3).input(), get(4).input());
    assertThat(resumed.calls()).hasSize(6);
    assertThat(resumed.made()).isEqualTo(4);
    CallResult before = resumed.calls().get(1);
    assertThat(before.verdict()).isEqualTo(Verdict.CONFORMS);
    assertThat(before.reason())
        .contains("it conformed before the run was resumed, and was not asked again");
    assertThat(file()).doesNotExist();
  }

  @Test
  void whatDidNotConformIsAskedAgainSoThatItsFindingsAreToldAgain() throws IOException {
    service.answering("GetMembership", each -> WireAnswer.json(200, "{\"membership\":3}"));
    run(3);
    service.sent().clear();
    ReplayResult resumed = run(100);
    assertThat(service.sent()).hasSize(6);
    assertThat(resumed.verdicts()).containsEntry(Verdict.VIOLATES, 1L);
  }

  @Test
  void aLastLineThatIsNotWholeIsIgnored() throws IOException {
    run(3);
    Files.writeString(file(), Files.readString(file()).stripTrailing().replaceAll("..$", ""));
    service.sent().clear();
    run(3);
    assertThat(service.sent()).hasSize(3);
    assertThat(Journal.open(file()).size()).isEqualTo(3 + 1);
  }

  @Test
  void bytesThatAreNoTextAreNoJournal() throws IOException {
    Files.write(file(), new byte[] {(byte) 0xff, (byte) 0xfe, '\n'});

    assertThatThrownBy(() -> Journal.open(file()))
        .hasMessage(file() + ": line 1 is not of a journal; name another file, or delete it");
    assertThat(file()).hasBinaryContent(new byte[] {(byte) 0xff, (byte) 0xfe, '\n'});
  }

  @Test
  void anotherFileIsRefused() throws IOException {
    for (String text : List.of("# notes\n", "{\"a\":1}\n", "{\"step\":\"x\"}\nend", "notes")) {
      Files.writeString(file(), text);
      assertThatThrownBy(() -> Journal.open(file()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(file() + ": line 1 is not of a journal; name another file, or delete it");
      assertThat(file()).hasContent(text);
    }
  }

  @Test
  void aJournalThatCannotBeWrittenEndsTheRun() throws IOException {
    Journal journal = Journal.open(file());
    journal.close();
    ReplayResult result =
        Replay.of(service)
            .journal(journal)
            .itinerary(JournalTest::fiveThatNobodyNeeds)
            .build()
            .run();
    assertThat(result.made()).isEqualTo(1);
    assertThat(result.stopped().orElseThrow()).startsWith("the journal cannot be written: ");
  }
}
