package io.github.cleanroomscontract.validation;

/** How a member, enum value or union variant is judged that the contract does not have. */
public enum UnknownPolicy {
  /** As a broken contract. */
  ERROR,
  /** As a sign that the service may have moved on. */
  DRIFT,
  /** Not at all. */
  IGNORE
}
