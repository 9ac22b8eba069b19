package io.github.cleanroomscontract.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The command line's way in. */
public final class Main {

  private Main() {}

  /** Runs a command, and ends the JVM with its exit code. */
  public static void main(String[] arguments) {
    // Captures and findings are UTF-8, whatever the platform's own encoding is.
    StandardOutput output = new StandardOutput();
    PrintWriter out = new PrintWriter(output, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code;
    if (hasPicocli()) {
      code = run(arguments, out, err);
    } else {
      err.println(
          "The command line needs picocli, which users of the library do not have to have."
              + " Run the executable jar, cleanrooms-contract-kit-cli.jar, or add info.picocli:picocli.");
      code = ExitCodes.FAILED;
    }
    out.flush();
    if (output.loss().isPresent()) {
      err.println("The results could not be written: " + output.loss().get() + ".");
      code = ExitCodes.FAILED;
    }
    err.flush();
    Interruption.exit(code);
  }

  private static int run(String[] arguments, PrintWriter out, PrintWriter err) {
    try {
      return RootCommand.execute(out, err, arguments);
    } catch (OutOfMemoryError | StackOverflowError e) {
      err.println("cleanrooms-contract ran out of memory: try java -Xmx… or -Xss… (" + e + ")");
      return ExitCodes.FAILED;
    }
  }

  private static boolean hasPicocli() {
    try {
      Class.forName("picocli.CommandLine");
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
