package io.github.cleanroomscontract.cli;

import io.github.cleanroomscontract.fixture.FixtureCheck;
import io.github.cleanroomscontract.fixture.FixtureResult;
import io.github.cleanroomscontract.internal.text.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks fixtures against what they expect. */
@Command(
    name = "check",
    description = "Checks fixtures against what they expect: findings missing and too many.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "A fixture is …/<Operation>/{valid,invalid}/{request,response,error}.<case>.json. An invalid",
      "one has <same name>.errors beside it, with a line \"rule pointer\" for each finding; a valid one",
      "may have <same name>.warnings. <same name>.options may hold as-of=DATE, caller-account=ACCOUNT,",
      "engine=ENGINE, error=NAME and http-status=NUMBER, and a folder <same name>.context the captured",
      "answers that rules need, and request.json, which a response answers."
    })
final class CheckCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..1",
      paramLabel = "FOLDER",
      defaultValue = "fixtures",
      description = "Where the fixtures are. Default: ${DEFAULT-VALUE}.")
  Path folder;

  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    List<Path> fixtures;
    try {
      fixtures = FixtureCheck.find(folder);
    } catch (NoSuchFileException e) {
      err.println("There is no " + e.getMessage() + ".");
      return ExitCodes.FAILED;
    } catch (IOException e) {
      err.println("Cannot be read: " + e.getMessage());
      return ExitCodes.FAILED;
    }
    if (fixtures.isEmpty()) {
      err.println("There are no fixtures in " + folder + ".");
      return ExitCodes.FAILED;
    }
    int unmet = 0;
    int unchecked = 0;
    for (Path fixture : fixtures) {
      FixtureResult result = FixtureCheck.check(fixture);
      if (!result.problem().isEmpty()) {
        unchecked++;
        out.println(fixture + ": could not be checked: " + result.problem());
      } else if (!result.met()) {
        unmet++;
        out.println(fixture + ":");
        result.missing().forEach(line -> out.println("  missing   " + line));
        result.extra().forEach(line -> out.println("  too much  " + line));
      }
    }
    String others = unchecked == 0 ? "" : ", " + unchecked + " could not be checked";
    out.println(
        String.format(
            Locale.ROOT,
            "%s: %,d as expected, %,d not%s",
            Words.count(fixtures.size(), "fixture"),
            fixtures.size() - unmet - unchecked,
            unmet,
            others));
    if (unchecked > 0) {
      return ExitCodes.FAILED;
    }
    return unmet > 0 ? ExitCodes.FINDINGS : ExitCodes.OK;
  }
}
