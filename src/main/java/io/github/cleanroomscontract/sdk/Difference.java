package io.github.cleanroomscontract.sdk;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that the schemas and an SDK do not both have, or do not have alike. Immutable.
 *
 * @param kind what differs
 * @param where the operation or shape that it belongs to, such as {@code WorkerComputeType} or
 *     {@code StartProtectedQuery request}
 * @param name the member, variant, enum value or error; empty where operation or shape as a whole
 *     differ
 * @param schemas what the schemas have; empty if they have nothing of it
 * @param sdk what the SDK has; empty if it has nothing of it
 * @param since the release that brought it, or made it otherwise, where that explains the
 *     difference
 * @param reason what else explains the difference
 */
public record Difference(
    Kind kind,
    String where,
    String name,
    Optional<String> schemas,
    Optional<String> sdk,
    Optional<LocalDate> since,
    Optional<String> reason) {

  /** The kinds of differences. */
  public enum Kind {
    /** An operation that one side has not. */
    OPERATION,
    /** Where a member travels, or the HTTP method and URI of an operation. */
    BINDING,
    /** An error that one side does not declare for an operation. */
    ERROR,
    /** A member of a structure that one side has not. */
    MEMBER,
    /** A variant of a tagged union that one side has not. */
    VARIANT,
    /** A value of an enum that one side has not. */
    ENUM_VALUE,
    /** What a member holds, down to the items of lists and maps, or whether a shape is a union. */
    TYPE,
    /** Whether a member must not be printed. */
    SENSITIVE;

    /** Returns the name as texts and JSON write it, such as {@code enum-value}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Returns whether nothing explains the difference. */
  public boolean drift() {
    return since.isEmpty() && reason.isEmpty();
  }

  Difference explainedBy(LocalDate release) {
    return new Difference(kind, where, name, schemas, sdk, Optional.of(release), reason);
  }

  /** Returns whether the other is about the same thing. */
  boolean sameSubject(Difference other) {
    return kind == other.kind && where.equals(other.where) && name.equals(other.name);
  }

  /** Returns what differs, in one word or two: {@code ProtectedQuery.queueTime}. */
  public String subject() {
    if (name.isEmpty()) {
      return where;
    }
    return switch (kind) {
      case ENUM_VALUE, ERROR -> where + " " + name;
      default -> where + "." + name;
    };
  }

  /** Returns the difference as a line. */
  @Override
  public String toString() {
    return kind.label()
        + " "
        + subject()
        + ": schemas "
        + schemas.orElse("nothing")
        + ", SDK "
        + sdk.orElse("nothing")
        + since.map(date -> " (since " + date + ")").orElse("")
        + reason.map(text -> " (" + text + ")").orElse("");
  }
}
