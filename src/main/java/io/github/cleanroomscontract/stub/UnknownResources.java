package io.github.cleanroomscontract.stub;

/** What the stand-in does about resources that were never created. */
public enum UnknownResources {
  /** It makes them up as they are asked for, and remembers them: many tests begin in the middle. */
  ADOPT,
  /** It answers that they do not exist. */
  NOT_FOUND
}
