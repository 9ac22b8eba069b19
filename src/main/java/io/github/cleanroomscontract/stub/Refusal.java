package io.github.cleanroomscontract.stub;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says that a request is answered with an error. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String error;
  private final transient Map<String, Object> members = new LinkedHashMap<>();

  private Refusal(String error, String message) {
    super(message, null, false, false);
    this.error = error;
    members.put("message", message);
  }

  /** Returns the refusal of what is not there, by an error that the operation declares. */
  static Refusal notFound(Ask ask, Kind kind, String id) {
    if (!ask.declares("ResourceNotFoundException")) {
      return new Refusal("AccessDeniedException", "not allowed to access " + words(kind, id))
          .with("reason", "INSUFFICIENT_PERMISSIONS");
    }
    return new Refusal("ResourceNotFoundException", words(kind, id) + " does not exist")
        .with("resourceId", id)
        .with("resourceType", kind.resourceType());
  }

  /** Returns the refusal of what its state does not allow. */
  static Refusal conflict(Kind kind, String id, String reason, String why) {
    return new Refusal("ConflictException", words(kind, id) + " " + why)
        .with("resourceId", id)
        .with("resourceType", kind.resourceType())
        .with("reason", reason);
  }

  /** Returns the refusal of a value that only the stand-in can tell to be wrong. */
  static Refusal invalid(String member, String why) {
    return new Refusal("ValidationException", "1 validation error detected")
        .with("reason", "FIELD_VALIDATION_FAILED")
        .with("fieldList", List.of(Map.of("name", member, "message", why)));
  }

  private static String words(Kind kind, String id) {
    return kind.label() + " " + id;
  }

  private Refusal with(String member, Object value) {
    members.put(member, value);
    return this;
  }

  /** Returns the name of the error. */
  String error() {
    return error;
  }

  /** Returns the members of its body. */
  Map<String, Object> members() {
    return members;
  }
}
