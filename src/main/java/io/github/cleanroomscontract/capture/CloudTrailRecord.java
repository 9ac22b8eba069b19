package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.internal.json.DerivedText;
import io.github.cleanroomscontract.internal.json.Locator.Span;
import io.github.cleanroomscontract.internal.json.Pointers;
import io.github.cleanroomscontract.validation.Payload;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A record of CloudTrail of a call of the API. Not thread-safe. */
final class CloudTrailRecord {

  private static final String ASKED = "requestParameters";
  private static final String ANSWERED = "responseElements";
  private static final String MESSAGE = "errorMessage";

  private final ListElement record;
  private final Source source;
  private final JsonNode node;
  private final String operation;
  private final Optional<Operation> known;
  private final int line;

  CloudTrailRecord(ListElement record) {
    this.record = record;
    this.source = record.source();
    this.node = record.node();
    this.operation = CloudTrailImporter.operation(node.get("eventName").asString());
    this.known = Catalogue.current().operation(operation);
    this.line = source.line(record.span(Pointers.ROOT));
  }

  /** Hands on the request and, as far as it is told, the answer. */
  void read(Consumer<Captured> messages) {
    Optional<String> error = node.path("errorCode").asStringOpt().map(CloudTrailImporter::error);
    Identity asked = identity(Direction.REQUEST, Optional.empty());
    Optional<Captured> request = request(asked, error.isPresent());
    request.ifPresent(messages::accept);
    Optional<Payload> input =
        request
            .flatMap(Captured::payload)
            .filter(each -> node.path(ASKED).isObject() && !each.isUnverifiable());
    answer(identity(CloudTrailImporter.direction(error), error))
        .map(each -> each.withRequest(input))
        .ifPresent(messages::accept);
  }

  private Identity identity(Direction direction, Optional<String> error) {
    return new Identity(Optional.of(operation), Optional.of(direction), error);
  }

  private Optional<Captured> request(Identity identity, boolean failed) {
    JsonNode value = node.path(ASKED);
    if (CloudTrailImporter.isOmitted(value)) {
      return Optional.of(CloudTrailImporter.untold(line, identity, "the request was too long"));
    }
    if (value.isMissingNode() || value.isNull()) {
      // What was refused at the door was never read.
      boolean nothing = failed || known.filter(CloudTrailImporter::needsInput).isPresent();
      return Optional.of(
          nothing
              ? CloudTrailImporter.untold(line, identity, "there are no requestParameters")
              : Captured.of(line, identity, made("{}")));
    }
    return Optional.of(captured(identity, value, ASKED, List.of()));
  }

  private Optional<Captured> answer(Identity identity) {
    JsonNode value = node.path(ANSWERED);
    boolean error = identity.direction().equals(Optional.of(Direction.ERROR));
    if (CloudTrailImporter.isOmitted(value)) {
      return Optional.of(CloudTrailImporter.untold(line, identity, "the answer was too long"));
    }
    boolean absent = value.isMissingNode() || value.isNull();
    if (error) {
      List<String> message = value.has("message") ? List.of() : message();
      return Optional.of(
          (absent
                  ? Captured.of(line, identity, made("{" + String.join(",", message) + "}"))
                  : captured(identity, value, ANSWERED, message))
              .asPartial());
    }
    // Answers to what only reads are never recorded.
    return absent ? Optional.empty() : Optional.of(captured(identity, value, ANSWERED, List.of()));
  }

  private List<String> message() {
    return node.path(MESSAGE).isString()
        ? Stream.of(MESSAGE).map(name -> "\"message\":" + text(span(name))).toList()
        : List.of();
  }

  private String text(Span span) {
    return source.document().text().substring(span.start(), span.end());
  }

  private Span span(String part) {
    return record.span("/" + part);
  }

  private Captured captured(Identity identity, JsonNode value, String part, List<String> add) {
    Span span = span(part);
    String place = record.base() + "/" + part;
    List<String> added = value.isObject() ? add : List.of();
    return Captured.of(
        source.line(span),
        identity,
        CloudTrailImporter.payload(source, value, place, span, identity, added));
  }

  private Payload made(String json) {
    DerivedText text =
        DerivedText.of(source.document()).made(json, record.span(Pointers.ROOT)).build();
    return Payload.of(json).derivedFrom(text, source.firstLine());
  }
}
