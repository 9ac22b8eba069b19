package io.github.cleanroomscontract.capture;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Member;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.finding.Finding;
import io.github.cleanroomscontract.finding.Outcome;
import io.github.cleanroomscontract.finding.Report;
import io.github.cleanroomscontract.finding.Rules;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.json.Locator.Span;
import io.github.cleanroomscontract.internal.json.Pointers;
import io.github.cleanroomscontract.validation.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Records of CloudTrail: one, {@code {"Records": […]}} as it stands in S3, or one that EventBridge
 * wrapped as {@code detail}.
 */
final class CloudTrailImporter implements ListImporter {

  private static final String SERVICE = "cleanrooms.amazonaws.com";
  private static final String RECORDS = "/Records";
  private static final String DETAIL = "/detail";
  private static final String ASKED = "/requestParameters";
  private static final String ANSWERED = "/responseElements";
  private static final String MESSAGE = "/errorMessage";

  /** What stands for values that nobody is to see. */
  private static final Set<String> REDACTED = Set.of("***", "HIDDEN_DUE_TO_SECURITY_REASONS");

  @Override
  public CaptureFormat format() {
    return CaptureFormat.CLOUDTRAIL;
  }

  @Override
  public boolean isMeant(Source source) {
    return misfit(source.root()).isEmpty();
  }

  @Override
  public Optional<Misfit> misfit(JsonNode root) {
    boolean fits =
        root.path("Records").isArray() || isRecord(root) || isRecord(root.path("detail"));
    return fits
        ? Optional.empty()
        : Optional.of(
            new Misfit(
                Pointers.ROOT,
                "a record has \"eventSource\" and \"eventName\", or stands in \"Records\" or"
                    + " \"detail\""));
  }

  private static boolean isRecord(JsonNode node) {
    return node.path("eventSource").isString() && node.path("eventName").isString();
  }

  @Override
  public boolean isPayload(String pointer) {
    return pointer.contains(ASKED) || pointer.contains(ANSWERED);
  }

  @Override
  public String list() {
    return RECORDS;
  }

  @Override
  public String elements() {
    return "records";
  }

  @Override
  public List<String> parts() {
    return List.of(ASKED, ANSWERED, MESSAGE);
  }

  @Override
  public void read(Source source, Consumer<Captured> messages) {
    if (source.root().path("Records").isArray()) {
      readList(source, messages);
    } else {
      String pointer = isRecord(source.root()) ? Pointers.ROOT : DETAIL;
      readElement(source, pointer, pointer, messages);
    }
  }

  @Override
  public void read(ListElement record, Consumer<Captured> messages) {
    JsonNode node = record.node();
    Span span = record.span(Pointers.ROOT);
    if (!isRecord(node)) {
      messages.accept(record.refused(span, "a record has \"eventSource\" and \"eventName\""));
      return;
    }
    int line = record.source().line(span);
    Identity nobody = new Identity(Optional.empty(), Optional.empty(), Optional.empty());
    String service = node.get("eventSource").asString();
    String type = node.path("eventType").asString("AwsApiCall");
    if (!service.equals(SERVICE)) {
      String shown = new Url(service, "").shownHost();
      messages.accept(Captured.skipped(line, nobody, "an event of " + shown));
    } else if (!type.equals("AwsApiCall")) {
      messages.accept(Captured.skipped(line, nobody, "an event that is no call"));
    } else {
      new CloudTrailRecord(record).read(messages);
    }
  }

  /** Returns the payload that stands at a place, with what of it is not told. */
  static Payload payload(
      Source source,
      JsonNode value,
      String pointer,
      Span span,
      Identity identity,
      List<String> add) {
    PayloadText text = new PayloadText(source.document(), span);
    Optional<Shape> shape = ToolValues.shape(identity);
    // Headers come along in the answers.
    value.propertyNames().stream()
        .filter(name -> name.contains("-") && value.isObject())
        .filter(name -> shape.flatMap(each -> each.member(name)).isEmpty())
        .forEach(text::drop);
    add.forEach(text::add);
    ToolValues.rewrite(source, pointer, value, identity, text);
    Payload payload = text.payload(source.firstLine());
    List<String> untold = new ArrayList<>();
    JsonDocument.parse(payload.text())
        .root()
        .ifPresent(judged -> untold(Pointers.ROOT, judged, untold));
    return payload.unverifiableAt(untold);
  }

  private static void untold(String pointer, JsonNode value, List<String> found) {
    if (value.isString() && REDACTED.contains(value.asString()) || isOmitted(value)) {
      found.add(pointer);
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        untold(Pointers.append(pointer, i), value.get(i), found);
      }
    } else {
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        untold(Pointers.append(pointer, member.getKey()), member.getValue(), found);
      }
    }
  }

  /** Returns whether a value was left out for its size. */
  static boolean isOmitted(JsonNode value) {
    return value.isObject() && value.path("omitted").asBoolean(false);
  }

  /** Returns a message of which nothing is told, which says so. */
  static Captured untold(int line, Identity identity, String why) {
    Finding finding = Notices.at(Rules.INPUT_REDACTED, why, line, 1);
    Report report = new Report("", Outcome.SKIPPED, List.of(finding), List.of());
    return Captured.settled(line, identity, report);
  }

  /** Returns the operation of an event, whose name may end in the API's date. */
  static String operation(String event) {
    return event.replaceFirst("(?:[0-9]{8}|[0-9]{4}_[0-9]{2}_[0-9]{2})$", "");
  }

  /** Returns the error of the API that a code of CloudTrail means, which may be shorter. */
  static String error(String code) {
    String full = code + "Exception";
    Catalogue catalogue = Catalogue.current();
    return catalogue.error(code).isEmpty() && catalogue.error(full).isPresent() ? full : code;
  }

  /** Returns whether an operation has members that its input must have. */
  static boolean needsInput(Operation operation) {
    return operation.request().members().stream().anyMatch(Member::required);
  }

  /** Returns the direction of an answer. */
  static Direction direction(Optional<String> error) {
    return error.isPresent() ? Direction.ERROR : Direction.RESPONSE;
  }
}
