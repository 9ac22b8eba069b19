package io.github.cleanroomscontract.cli;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.report.OperationPage;
import io.github.cleanroomscontract.report.Paint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Describes an operation. */
@Command(
    name = "describe",
    description = "Describes an operation: its HTTP line, members, unions, bounds, dates, errors.",
    mixinStandardHelpOptions = true)
final class DescribeCommand implements Runnable {

  @Parameters(
      paramLabel = "OPERATION",
      completionCandidates = ValidateCommand.OperationNames.class,
      description = "The operation, such as StartProtectedQuery.")
  String name;

  @Mixin private AsOf asOf;

  @Spec CommandSpec spec;

  @Override
  public void run() {
    Operation newest = Suggestions.operation(spec.commandLine(), name);
    Catalogue catalogue = asOf.catalogue();
    Operation operation =
        catalogue
            .operation(name)
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(), name + " exists since " + newest.since() + "."));
    Paint paint = new Paint(Ansi.AUTO.enabled());
    new OperationPage(operation, catalogue.day(), paint)
        .lines()
        .forEach(spec.commandLine().getOut()::println);
  }
}
