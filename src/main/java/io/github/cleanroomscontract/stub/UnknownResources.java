package io.github.cleanroomscontract.stub;

/** What a stand-in does about resources that no call has made. */
public enum UnknownResources {
  /** They are made up as the request has them, and remembered. */
  ADOPT,
  /** They are not found. */
  NOT_FOUND
}
