package io.github.cleanroomscontract.replay;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.EnumValue;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.catalogue.Shape;
import io.github.cleanroomscontract.exchange.WireAnswer;
import io.github.cleanroomscontract.internal.json.JsonDocument;
import io.github.cleanroomscontract.internal.json.Pointers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What an error says, as far as it may be printed: its message may quote values, so that only names
 * are taken from it that the contract has.
 *
 * @param status the HTTP status
 * @param name its name, if it has one
 * @param reason the code of the reason, if the contract knows it
 * @param fields the pointers of the members of the input that it names
 */
record ServiceError(
    int status, Optional<String> name, Optional<String> reason, List<String> fields) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9.]{0,79}");

  /** The delay until a new role is known everywhere. */
  private static final String NOT_YET = "IAM_SYNCHRONIZATION_DELAY";

  /** What every service of AWS answers, whatever was asked, if the caller is not let in. */
  private static final Set<String> NOT_LET_IN =
      Set.of(
          "expiredtoken",
          "incompletesignature",
          "invalidaccesskeyid",
          "invalidclienttokenid",
          "invalidsignature",
          "missingauthenticationtoken",
          "notauthorized",
          "optinrequired",
          "requestexpired",
          "requesttimetooskewed",
          "signaturedoesnotmatch",
          "unrecognizedclient");

  /** What every service of AWS answers, whatever was asked, if it cannot answer now. */
  private static final Set<String> NOT_NOW =
      Set.of(
          "internalfailure",
          "internalserver",
          "internalservererror",
          "priorrequestnotcomplete",
          "requestlimitexceeded",
          "requestthrottled",
          "requesttimeout",
          "serviceunavailable",
          "slowdown",
          "throttled",
          "throttling",
          "toomanyrequests");

  /** Statuses of which something between here and the service may be the cause. */
  private static final Set<Integer> OF_THE_WAY = Set.of(401, 403, 407, 408, 429);

  /** Reads the answer to a call of an operation. */
  static ServiceError of(Operation operation, WireAnswer answer) {
    JsonNode body =
        JsonDocument.parse(answer.body())
            .root()
            .orElseGet(() -> JsonNodeFactory.instance.objectNode());
    Optional<String> name =
        answer
            .errorName()
            .or(() -> text(body.path("__type")))
            .or(() -> text(body.path("code")))
            .map(each -> each.substring(each.lastIndexOf('#') + 1).replaceFirst(":.*", ""))
            .filter(each -> NAME.matcher(each).matches());
    Optional<String> reason = text(body.path("reason")).filter(ServiceError::isReason);
    List<String> fields = new ArrayList<>();
    for (JsonNode field : body.path("fieldList")) {
      text(field.path("name"))
          .flatMap(path -> pointer(operation, path))
          .filter(pointer -> !fields.contains(pointer))
          .ifPresent(fields::add);
    }
    return new ServiceError(answer.status(), name, reason, fields);
  }

  private static Optional<String> text(JsonNode node) {
    return node.isString() ? Optional.of(node.asString()) : Optional.empty();
  }

  private static boolean isReason(String code) {
    return Catalogue.current().errors().stream()
        .flatMap(error -> error.shape().member("reason").stream())
        .flatMap(member -> member.shape().enumValues().stream())
        .map(EnumValue::value)
        .anyMatch(code::equals);
  }

  /** Returns the pointer that a path is, as far as it is in the contract. */
  private static Optional<String> pointer(Operation operation, String path) {
    Shape shape = operation.request();
    String pointer = Pointers.ROOT;
    for (String segment : path.split("[./\\[\\]]+")) {
      boolean structure = shape.kind() == Shape.Kind.STRUCTURE || shape.kind() == Shape.Kind.UNION;
      Optional<Shape> member =
          structure ? shape.member(segment).map(each -> each.shape()) : Optional.empty();
      if (member.isPresent()) {
        shape = member.get();
      } else if (shape.kind() == Shape.Kind.LIST && segment.matches("[0-9]{1,6}")) {
        shape = shape.item();
      } else if (!segment.isEmpty()) {
        break;
      }
      pointer = segment.isEmpty() ? pointer : Pointers.append(pointer, segment);
    }
    return pointer.isEmpty() ? Optional.empty() : Optional.of(pointer);
  }

  /** Returns whether no call at all of this caller would be answered. */
  boolean isOfTheCaller() {
    return is(NOT_LET_IN);
  }

  /** Returns whether the caller may not make this call. */
  boolean isDenied() {
    return is(Set.of("accessdenied", "unauthorizedoperation", "notauthorized"));
  }

  /** Returns whether it says nothing of the call, which may be answered another time. */
  boolean isPassing() {
    boolean nameless = name.isEmpty() && OF_THE_WAY.contains(status);
    return status >= 500 || nameless || is(NOT_NOW) || reason.filter(NOT_YET::equals).isPresent();
  }

  /** Returns whether the input was not even read. */
  boolean isUnread() {
    return name.filter(each -> each.contains("Serialization")).isPresent();
  }

  /** Returns whether it refuses the input for what it is. */
  boolean isRejection() {
    return status == 400 || name.filter("ValidationException"::equals).isPresent();
  }

  private boolean is(Set<String> names) {
    return name.map(each -> each.toLowerCase(Locale.ROOT).replaceFirst("exception$", ""))
        .filter(names::contains)
        .isPresent();
  }

  /** Returns the name, or else the status. */
  String label() {
    return name.map(each -> each + " (" + status + ")").orElse("HTTP " + status);
  }
}
