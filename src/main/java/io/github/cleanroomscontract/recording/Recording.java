package io.github.cleanroomscontract.recording;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.ErrorShape;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.fixture.Fixture;
import io.github.cleanroomscontract.fixture.FixtureOptions;
import io.github.cleanroomscontract.fixture.FixtureWriter;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.replay.Exchange;
import io.github.cleanroomscontract.replay.Step;
import io.github.cleanroomscontract.validation.ContractValidator;
import io.github.cleanroomscontract.validation.Conversation;
import io.github.cleanroomscontract.validation.Message;
import io.github.cleanroomscontract.validation.Payload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * Keeps the exchanges of a run as fixtures, {@code
 * <resource>/<Operation>/{valid,invalid}/{request,response,error}.<number>.json}, which {@code
 * check} takes. Accounts, ids, ARNs, names, texts, tokens, and whatever else could be of the
 * account are replaced before anything is written, the same each time, so that what belongs
 * together still does. What stands for what is nowhere kept.
 *
 * <pre>{@code
 * Recording recording = Recording.into(Path.of("recorded"));
 * recording.keep(step, exchange);
 * }</pre>
 *
 * <p>Not thread-safe.
 */
public final class Recording {

  private final Folder folder;
  private final Mask mask = new Mask();
  private final ContractValidator validator = ContractValidator.create();
  private final Map<String, FixtureWriter> writers = new HashMap<>();
  private int number;

  private Recording(Folder folder, int number) {
    this.folder = folder;
    this.number = number;
  }

  /**
   * Returns a recording that writes into a folder.
   *
   * @param folder a new or an empty folder, or that of an earlier recording, to which is added
   * @throws IOException if it is something else, or cannot be written; the message is for people
   */
  public static Recording into(Path folder) throws IOException {
    Folder opened = Folder.open(folder);
    return new Recording(opened, opened.last());
  }

  /**
   * Keeps what travelled for a call; nothing if there was no answer, since that is no exchange.
   *
   * @param step the call
   * @param exchange what travelled
   * @throws UncheckedIOException if it cannot be written; the message is for people
   * @throws IllegalArgumentException if the contract has no such operation
   */
  public void keep(Step step, Exchange exchange) {
    Operation operation =
        Catalogue.current()
            .operation(step.operation())
            .orElseThrow(
                () -> new IllegalArgumentException("there is no operation " + step.operation()));
    exchange.answer().ifPresent(answer -> keep(operation, step.input(), answer));
  }

  private void keep(Operation operation, String input, WireAnswer answer) {
    number++;
    String request =
        masked(JsonDocument.parse(input), tree -> mask.masked(tree, operation.request()));
    boolean valid =
        write(operation, Direction.REQUEST, request, FixtureOptions.NONE, Optional.empty());
    // Nothing is told by a request that breaks the contract, and no fixture may be told of one.
    Optional<String> told = Optional.of(request).filter(text -> valid);
    if (answer.status() < 400) {
      write(
          operation,
          Direction.RESPONSE,
          masked(output(operation, answer), tree -> mask.masked(tree, operation.response())),
          options(Optional.empty(), answer.status(), operation.status()),
          told);
    } else {
      error(operation, answer, told);
    }
  }

  private void error(Operation operation, WireAnswer answer, Optional<String> request) {
    Optional<String> name = answer.errorName().flatMap(Mask::errorName);
    Optional<ErrorShape> known = name.flatMap(Catalogue.current()::error);
    String body =
        masked(
            JsonDocument.parse(answer.body()),
            tree -> mask.error(tree, known.map(ErrorShape::shape)));
    write(
        operation,
        Direction.ERROR,
        body,
        options(name, answer.status(), known.map(ErrorShape::status).orElse(0)),
        request);
  }

  private static JsonDocument output(Operation operation, WireAnswer answer) {
    return answer.body().length > 0
        ? JsonDocument.parse(answer.body())
        : JsonDocument.parse(answer.output(operation).text());
  }

  private static String masked(JsonDocument document, UnaryOperator<JsonNode> masking) {
    return document
        .root()
        .filter(tree -> document.problems().isEmpty())
        .map(tree -> masking.apply(tree).toPrettyString())
        .orElseGet(() -> Unreadable.like(document));
  }

  /** A status is told where it is not the usual one. */
  private static FixtureOptions options(Optional<String> error, int status, int usual) {
    return new FixtureOptions(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        error,
        status == usual ? OptionalInt.empty() : OptionalInt.of(status));
  }

  /** Returns whether the payload is in the contract. */
  private boolean write(
      Operation operation,
      Direction direction,
      String payload,
      FixtureOptions options,
      Optional<String> request) {
    Report report = judge(operation, direction, payload, options, request);
    List<String> findings =
        report.findings().stream()
            .map(finding -> (finding.rule().id() + " " + finding.pointer()).strip())
            .toList();
    Fixture fixture =
        new Fixture(
            operation.name(),
            direction,
            String.format(Locale.ROOT, "%06d", number),
            report.valid(),
            payload,
            findings,
            options,
            List.of(),
            request);
    try {
      writers
          .computeIfAbsent(operation.resource(), resource -> new FixtureWriter(folder.of(resource)))
          .write(fixture);
      return report.valid();
    } catch (IOException e) {
      throw new UncheckedIOException("the recording cannot be written: " + e.getMessage(), e);
    }
  }

  /** As whoever checks the fixture will. */
  private Report judge(
      Operation operation,
      Direction direction,
      String payload,
      FixtureOptions options,
      Optional<String> request) {
    Conversation conversation = validator.conversation();
    request.ifPresent(
        text ->
            conversation.validate(
                Message.of(operation.name(), Direction.REQUEST, Payload.of(text))));
    return conversation.validate(
        new Message(
            operation.name(),
            direction,
            options.error(),
            options.httpStatus(),
            Payload.of(payload)));
  }
}
