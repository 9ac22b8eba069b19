package io.github.cleanroomscontract.cli;

import picocli.CommandLine.Help.Ansi;

/** Whether somebody is watching. */
final class Terminal {

  private Terminal() {}

  /** Returns whether the output goes to a terminal, as far as Java can tell. */
  static boolean isOutput() {
    return System.console() != null && (Ansi.AUTO.enabled() || System.getenv("NO_COLOR") != null);
  }
}
