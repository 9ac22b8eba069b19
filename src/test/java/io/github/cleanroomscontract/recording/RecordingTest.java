package io.github.cleanroomscontract.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanroomscontract.exchange.Headers;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.fixture.FixtureCheck;
import io.github.cleanroomscontract.replay.Exchange;
import io.github.cleanroomscontract.replay.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingTest {

  private static final String ID = "6a3e2c1e-52b6-4f0a-9d6e-0f4f3f0a1b2c";
  private static final String INPUT = "{\"membershipIdentifier\":\"" + ID + "\"}";

  @TempDir private Path temporary;

  private Path folder() {
    return temporary.resolve("recorded");
  }

  private static Exchange exchange(WireAnswer answer) {
    return new Exchange(
        Optional.empty(), Optional.of(answer), Optional.empty(), false, 1, Duration.ZERO);
  }

  private void keep(String operation, String input, WireAnswer answer) throws IOException {
    Recording.into(folder()).keep(new Step("test", operation, input, true), exchange(answer));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder())) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder().relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  private String text(String file) throws IOException {
    return Files.readString(folder().resolve(file)).strip();
  }

  private void isAsItExpects() throws IOException {
    List<Path> fixtures = FixtureCheck.find(folder());
    assertThat(fixtures).isNotEmpty();
    assertThat(fixtures).map(FixtureCheck::check).filteredOn(result -> !result.met()).isEmpty();
  }

  @Test
  void anExchangeIsKeptAsTwoFixtures() throws IOException {
    keep("ListProtectedQueries", INPUT, WireAnswer.json(200, "{\"protectedQueries\":[]}"));

    String operation = "protected-query/ListProtectedQueries/valid/";
    assertThat(files())
        .containsExactly(
            ".cleanrooms-recording",
            operation + "request.000001.json",
            operation + "response.000001.context/request.json",
            operation + "response.000001.json");
    assertThat(text(operation + "request.000001.json"))
        .contains("\"a0000000-0000-4000-8000-000000000001\"");
    isAsItExpects();
  }

  @Test
  void whatBreaksTheContractIsKeptWithItsFindings() throws IOException {
    keep(
        "ListProtectedQueries",
        "{\"membershipIdentifier\":\"acme\"}",
        WireAnswer.json(200, "{\"protectedQueries\":{},\"novel\":\"acme\"}"));

    String operation = "protected-query/ListProtectedQueries/invalid/";
    assertThat(text(operation + "request.000001.errors"))
        .isEqualTo("pattern /membershipIdentifier");
    assertThat(text(operation + "response.000001.errors"))
        .isEqualTo("type /protectedQueries\nunknown-member");
    isAsItExpects();
  }

  @Test
  void driftIsKeptUnderItsName() throws IOException {
    keep(
        "ListProtectedQueries",
        INPUT,
        WireAnswer.json(200, "{\"protectedQueries\":[],\"novel\":\"acme\"}"));

    String operation = "protected-query/ListProtectedQueries/invalid/response.000001";
    assertThat(text(operation + ".errors")).isEqualTo("unknown-member");
    assertThat(text(operation + ".json")).contains("novel").doesNotContain("acme");
    isAsItExpects();
  }

  /** The pattern of buckets would overflow the stack. */
  @Test
  void aTextThatIsMuchTooLongIsKeptAsOneThatIs() throws IOException {
    String input =
        Files.readString(
            Path.of("fixtures/protected-query/StartProtectedQuery/invalid")
                .resolve("request.bucket-of-64-characters.json"));
    String bucket = "a.".repeat(100_000);
    String longer = input.replaceFirst("(\"bucket\"\\s*:\\s*)\"[^\"]*\"", "$1\"" + bucket + "\"");
    assertThat(longer).contains(bucket);

    keep("StartProtectedQuery", longer, WireAnswer.json(200, "{}"));

    String operation = "protected-query/StartProtectedQuery/invalid/";
    assertThat(text(operation + "request.000001.errors")).startsWith("length ").hasLineCount(1);
    assertThat(text(operation + "request.000001.json")).doesNotContain("a.a.");
    isAsItExpects();
  }

  @Test
  void aStatusThatIsNotTheOperationsIsKept() throws IOException {
    keep("ListProtectedQueries", INPUT, WireAnswer.json(202, "{\"protectedQueries\":[]}"));

    String operation = "protected-query/ListProtectedQueries/invalid/response.000001";
    assertThat(text(operation + ".errors")).isEqualTo("http.status");
    assertThat(text(operation + ".options")).isEqualTo("http-status=202");
    isAsItExpects();
  }

  @Test
  void errorsAreKeptUnderTheirName() throws IOException {
    keep(
        "GetMembership",
        INPUT,
        WireAnswer.error(
            404,
            "ResourceNotFoundException",
            "{\"message\":\"no membership acme\",\"resourceId\":\""
                + ID
                + "\",\"resourceType\":\"MEMBERSHIP\"}"));

    String file = "membership/GetMembership/valid/error.ResourceNotFoundException.000001.json";
    assertThat(text(file)).contains("000000000001", "MEMBERSHIP").doesNotContain("acme", ID);
    isAsItExpects();
  }

  @ParameterizedTest
  @CsvSource({
    "NovelException, error=NovelException",
    "com.acme#ThrottlingException:x, http-status=400",
    "acme corp, http-status=400"
  })
  void errorsThatAreNotDeclaredAreKeptToo(String name, String option) throws IOException {
    keep("GetMembership", INPUT, WireAnswer.error(400, name, "{\"message\":\"acme\"}"));

    assertThat(files()).noneMatch(file -> file.contains("acme"));
    Path error =
        FixtureCheck.find(folder()).stream()
            .filter(file -> file.getFileName().toString().startsWith("error."))
            .findFirst()
            .orElseThrow();
    String options = error.toString().replaceFirst("[.]json$", ".options");
    assertThat(Files.readString(Path.of(options))).contains(option).doesNotContain("acme");
    assertThat(Files.readString(error)).doesNotContain("acme");
    isAsItExpects();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"acme\":| json.truncated",
        "<html>acme</html>| json.syntax",
        "{} acme| json.trailing-text",
        "{\"acme\":1,\"acme\":2}| json.duplicate-key",
        "' '| json.empty"
      })
  void whatIsNoJsonIsKeptAsSomethingElseThatIsNone(String body, String rule) throws IOException {
    keep("GetMembership", INPUT, WireAnswer.json(200, body));

    String operation = "membership/GetMembership/invalid/response.000001";
    assertThat(text(operation + ".errors")).contains(rule);
    assertThat(text(operation + ".json")).doesNotContain("acme");
    isAsItExpects();
  }

  @Test
  void bytesThatAreNoTextAreKeptAsNoJson() throws IOException {
    byte[] body = "{\"acme\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
    keep("GetMembership", INPUT, WireAnswer.of(200, Headers.NONE, body));

    assertThat(text("membership/GetMembership/invalid/response.000001.json"))
        .isEqualTo("<no JSON>");
    isAsItExpects();
  }

  @Test
  void anAnswerWithoutABodyIsThatOfAnOperationThatHasNone() throws IOException {
    keep("DeleteMembership", INPUT, WireAnswer.of(204, Headers.NONE, new byte[0]));

    assertThat(text("membership/DeleteMembership/valid/response.000001.json")).isEqualTo("{ }");
    isAsItExpects();
  }

  @Test
  void ofHeadersNothingIsKept() throws IOException {
    Headers headers = Headers.of(Map.of("x-amzn-RequestId", List.of("acme"), "Date", List.of("x")));
    keep(
        "ListMemberships",
        "{}",
        WireAnswer.of(
            200, headers, "{\"membershipSummaries\":[]}".getBytes(StandardCharsets.UTF_8)));

    for (String file : files()) {
      assertThat(text(file)).doesNotContain("acme", "amzn", "Date");
    }
  }

  @Test
  void withoutAnAnswerNothingIsKept() throws IOException {
    Exchange failed =
        new Exchange(
            Optional.empty(), Optional.empty(), Optional.of("no"), false, 1, Duration.ZERO);
    Recording.into(folder()).keep(new Step("test", "ListMemberships", "{}", true), failed);

    assertThat(files()).containsExactly(".cleanrooms-recording");
  }

  @Test
  void anotherRunAddsToARecording() throws IOException {
    WireAnswer answer = WireAnswer.json(200, "{\"membershipSummaries\":[]}");
    keep("ListMemberships", "{}", answer);
    keep("ListMemberships", "{}", answer);

    assertThat(files())
        .contains(
            "membership/ListMemberships/valid/request.000001.json",
            "membership/ListMemberships/valid/request.000002.json");
  }

  @Test
  void aFolderOfSomethingElseIsRefusedAndLeftAsItIs() throws IOException {
    Files.createDirectories(folder());
    Files.writeString(folder().resolve("mine.txt"), "mine");

    assertThatThrownBy(() -> Recording.into(folder()))
        .isInstanceOf(IOException.class)
        .hasMessage(
            folder() + " cannot hold a recording: there are other things in it; name a new folder");
    assertThat(files()).containsExactly("mine.txt");
    assertThatThrownBy(() -> Recording.into(folder().resolve("mine.txt")))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("mine.txt cannot hold a recording: it is no folder");
  }

  @Test
  void anUnknownOperationNamesNoFile() throws IOException {
    Recording recording = Recording.into(folder());
    Step step = new Step("test", "../../Evil", "{}", true);

    assertThatThrownBy(() -> recording.keep(step, exchange(WireAnswer.json(200, "{}"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(files()).containsExactly(".cleanrooms-recording");
  }
}
