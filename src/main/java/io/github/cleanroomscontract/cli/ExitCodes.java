package io.github.cleanroomscontract.cli;

/** What the command line ends with. */
final class ExitCodes {

  /** All that was asked for is in order. */
  static final int OK = 0;

  /** There are findings. */
  static final int FINDINGS = 1;

  /** The command was not understood. */
  static final int USAGE = 2;

  /** Something could not be read or checked. */
  static final int FAILED = 3;

  private ExitCodes() {}
}
