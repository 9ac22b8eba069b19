package io.github.cleanroomscontract.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command that the others are commands of. */
@Command(
    name = "cleanrooms-contract",
    description = "Checks payloads of the AWS Clean Rooms API against its contract.",
    mixinStandardHelpOptions = true,
    versionProvider = RootCommand.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all is valid",
      "1:there are findings",
      "2:the command was not understood",
      "3:something could not be read or checked"
    },
    footer = {
      "",
      "Example: cleanrooms-contract validate captures/",
      "Help on a command: cleanrooms-contract help COMMAND"
    })
final class RootCommand implements Runnable {

  /** In the order of the help. */
  private static final List<Class<?>> COMMANDS =
      List.of(
          ValidateCommand.class,
          GenerateCommand.class,
          DescribeCommand.class,
          OperationsCommand.class,
          ChangesCommand.class,
          RulesCommand.class,
          ExplainCommand.class,
          CheckCommand.class,
          DriftCommand.class,
          CoverageCommand.class,
          ServeCommand.class,
          ReplayCommand.class,
          AutoComplete.GenerateCompletion.class,
          HelpCommand.class);

  /** What these two say is about the others. */
  private static final Set<Class<?>> ON_COMMANDS =
      Set.of(AutoComplete.GenerateCompletion.class, HelpCommand.class);

  @Spec private CommandSpec spec;

  /** Runs the command that the arguments name, and returns its exit code. */
  static int execute(PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine root = new CommandLine(new RootCommand());
    commands(arguments).forEach(root::addSubcommand);
    return root.registerConverter(Path.class, new PathConverter())
        .setOut(out)
        .setErr(err)
        .setUsageHelpWidth(100)
        .setParameterExceptionHandler(RootCommand::misunderstood)
        .setExecutionExceptionHandler(
            (exception, commandLine, result) -> {
              commandLine
                  .getErr()
                  .println("cleanrooms-contract failed, which is a fault of its own: " + exception);
              return ExitCodes.FAILED;
            })
        .execute(arguments);
  }

  /**
   * Returns the commands to know for these arguments: the one that is named if there is one, since
   * to learn what all of them take costs more than to judge a small file.
   */
  static List<Class<?>> commands(String... arguments) {
    if (arguments.length > 0) {
      for (Class<?> type : COMMANDS) {
        if (type.getAnnotation(Command.class).name().equals(arguments[0])) {
          return ON_COMMANDS.contains(type) ? COMMANDS : List.of(type);
        }
      }
    }
    return COMMANDS;
  }

  /** Says what was not understood, without burying it under the whole help text. */
  private static int misunderstood(ParameterException exception, String[] arguments) {
    CommandLine command = exception.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(exception.getMessage());
    UnmatchedArgumentException.printSuggestions(exception, err);
    err.println("Help: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCodes.USAGE;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Which command? " + String.join(", ", spec.subcommands().keySet()));
  }

  /** Reads the version from the manifest of the jar. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      String version = RootCommand.class.getPackage().getImplementationVersion();
      return new String[] {
        "cleanrooms-contract-kit " + (version == null ? "(not from its jar)" : version),
        "contract of AWS Clean Rooms 2022-02-17, model of "
            + io.github.cleanroomscontract.catalogue.Catalogue.MODEL_DATE
      };
    }
  }
}
