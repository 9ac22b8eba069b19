package io.github.cleanroomscontract.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether somebody is watching. */
final class Terminal {

  private static final Path ERROR = Path.of("/proc/self/fd/2");

  private Terminal() {}

  /** Returns whether the error output is a terminal, as far as that can be told. */
  static boolean isError() {
    if (Files.isSymbolicLink(ERROR)) {
      try {
        String device = Files.readSymbolicLink(ERROR).toString();
        return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
      } catch (IOException e) {
        return false;
      }
    }
    return isConsole();
  }

  /** Returns whether input and output are a terminal. */
  private static boolean isConsole() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      // From JDK 22 on there is a console without a terminal too.
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
