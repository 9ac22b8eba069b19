package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.exchange.Headers;
import io.github.cleanroomscontract.exchange.ReadRequest;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.exchange.WireRequest;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Place;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.internal.json.Locator.Span;
import io.github.cleanroomscontract.internal.json.TextPosition;
import io.github.cleanroomscontract.validation.Payload;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * An HTTP request of a capture and its answer.
 *
 * @param source the text that holds them
 * @param method the HTTP method
 * @param url where it went
 * @param urlSpan where that stands
 * @param headers the headers of the request
 * @param body the body of the request; empty if there was one that the capture does not tell
 * @param answer the answer; empty if none came
 */
record HttpEntry(
    Source source,
    String method,
    Url url,
    Span urlSpan,
    Headers headers,
    Optional<HttpBody> body,
    Optional<Answer> answer) {

  private static final Identity NOBODY =
      new Identity(Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * The answer.
   *
   * @param status the HTTP status
   * @param headers its headers
   * @param span where it stands
   * @param body its body; empty if there was one that the capture does not tell
   */
  record Answer(int status, Headers headers, Span span, Optional<HttpBody> body) {}

  /** Hands on the messages of the entry, or says why there are none. */
  void read(Consumer<Captured> messages) {
    byte[] sent = body.map(HttpBody::bytes).orElse(new byte[0]);
    WireRequest wire = WireRequest.of(method, url.target(), headers, sent);
    Optional<ReadRequest> read = ReadRequest.of(wire);
    int line = source.line(urlSpan);
    boolean meant = url.host().isEmpty() || url.isOfTheService(headers);
    if (!meant && !(url.isNear() && read.isPresent())) {
      messages.accept(Captured.skipped(line, NOBODY, "traffic of " + url.shownHost()));
    } else if (method.equals("OPTIONS")) {
      messages.accept(Captured.skipped(line, NOBODY, "a browser asked what it may ask"));
    } else if (read.isEmpty()) {
      messages.accept(Captured.settled(line, NOBODY, unknown(wire)));
    } else {
      readKnown(read.get(), messages);
    }
  }

  private void readKnown(ReadRequest read, Consumer<Captured> messages) {
    int line = source.line(urlSpan);
    Identity asked = identity(read, Direction.REQUEST, Optional.empty());
    Optional<Payload> input =
        body.map(
            each ->
                read.input()
                    .derivedFrom(each.origin(read.input().text(), urlSpan), source.firstLine()));
    if (input.isPresent()) {
      List<Finding> besides = read.findings().stream().map(this::placed).toList();
      messages.accept(Captured.of(line, asked, input.get()).withBesides(besides));
    } else {
      messages.accept(Captured.skipped(line, asked, "the capture does not tell the body"));
    }
    answer.ifPresent(each -> messages.accept(read(read, each, input)));
  }

  private Captured read(ReadRequest read, Answer answered, Optional<Payload> input) {
    byte[] body = answered.body().map(HttpBody::bytes).orElse(new byte[0]);
    WireAnswer wire = WireAnswer.of(answered.status(), answered.headers(), body);
    Direction direction = wire.status() >= 400 ? Direction.ERROR : Direction.RESPONSE;
    Identity identity = identity(read, direction, wire.errorName());
    int line = source.line(answered.span());
    if (answered.body().isEmpty()) {
      return Captured.skipped(line, identity, "the capture does not tell the body");
    }
    HttpBody told = answered.body().get();
    Payload output = wire.output(read.operation());
    return Captured.of(
            line,
            identity,
            output.derivedFrom(told.origin(output.text(), answered.span()), source.firstLine()))
        .withStatus(OptionalInt.of(wire.status()))
        .withRequest(input);
  }

  private static Identity identity(ReadRequest read, Direction direction, Optional<String> error) {
    return new Identity(Optional.of(read.operation().name()), Optional.of(direction), error);
  }

  private Finding placed(Finding finding) {
    TextPosition position = source.position(urlSpan);
    return finding.withPlace(
        Optional.of(new Place(position.line(), position.column(), Optional.empty())));
  }

  /** Nobody knows what a path holds that is not of this API. */
  private Report unknown(WireRequest wire) {
    String text = wire.toString().replaceAll("[0-9]{8}([0-9]{4})", "********$1");
    String shown = text.length() > 200 ? text.substring(0, 200) + "…" : text;
    String message = Rules.HTTP_UNKNOWN_OPERATION.message(Map.of("found", shown));
    return Report.of("", List.of(placed(Finding.of(Rules.HTTP_UNKNOWN_OPERATION, message))));
  }
}
