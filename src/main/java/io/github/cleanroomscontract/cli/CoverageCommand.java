package io.github.cleanroomscontract.cli;

import io.github.cleanroomscontract.coverage.CoverageFloor;
import io.github.cleanroomscontract.coverage.RecordedCoverage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Shows what tests exercised, and holds it against a floor. */
@Command(
    name = "coverage",
    description = "Shows what the tests exercised of the contract, and holds it against a floor.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "The last run of tests left it there. Exit code 1 says that it does not meet the floor: the one",
      "given, or else the one that the tests ran with. A floor is written as",
      "\"operations=StartProtectedQuery+List*; request.members=80%%; variants=100%%; errors=2\", where",
      "\"GetMembership: errors=1\" is a demand of one operation, and \"List*: members=50%%\" of each.",
      "",
      "Example, of two modules:",
      "  cleanrooms-contract coverage a/target/cleanrooms-contract/coverage \\",
      "      b/target/cleanrooms-contract/coverage --floor \"request.members=80%%\""
    })
final class CoverageCommand implements Callable<Integer> {

  /** How the result is written. */
  enum Format {
    TEXT,
    JSON
  }

  /** A floor. */
  static final class Floor implements ITypeConverter<CoverageFloor> {
    @Override
    public CoverageFloor convert(String text) {
      try {
        return CoverageFloor.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  @Parameters(
      arity = "0..*",
      paramLabel = "FOLDER",
      defaultValue = "target/cleanrooms-contract/coverage",
      description = "Where tests left it; of several, all together. Default: ${DEFAULT-VALUE}.")
  List<Path> folders;

  @Option(
      names = "--floor",
      paramLabel = "FLOOR",
      converter = Floor.class,
      description = "The least that has to be exercised. Default: the one that the tests ran with.")
  CoverageFloor floor;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      converter = Choices.CoverageFormats.class,
      completionCandidates = Choices.CoverageFormats.class,
      description = "How the result is written: ${COMPLETION-CANDIDATES}. Default: text.")
  Format format;

  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    RecordedCoverage coverage;
    try {
      coverage = RecordedCoverage.read(folders, Optional.ofNullable(floor));
    } catch (NoSuchFileException e) {
      err.println(
          "There is no contract coverage in "
              + e.getFile()
              + ". Tests that run with it leave it there.");
      return ExitCodes.FAILED;
    } catch (IOException e) {
      err.println("Cannot be read: " + e.getMessage());
      return ExitCodes.FAILED;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "Which floor? " + e.getMessage() + ": give --floor.", e);
    }
    out.print(format == Format.TEXT ? coverage.text() : coverage.json());
    out.flush();
    return coverage.shortfalls().isEmpty() ? ExitCodes.OK : ExitCodes.FINDINGS;
  }
}
