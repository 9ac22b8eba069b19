package io.github.cleanroomscontract.cli;

import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.report.Paint;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the operations. */
@Command(
    name = "operations",
    description = "Lists the operations that the kit has schemas of.",
    mixinStandardHelpOptions = true)
final class OperationsCommand implements Runnable {

  @Mixin private AsOf asOf;

  @Spec CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    Paint paint = new Paint(Ansi.AUTO.enabled());
    Collection<Operation> operations = asOf.catalogue().operations();
    int width = operations.stream().mapToInt(o -> o.name().length()).max().orElse(0);
    String resource = "";
    List<Operation> byResource =
        operations.stream()
            .sorted(Comparator.comparing(Operation::resource).thenComparing(Operation::name))
            .toList();
    for (Operation operation : byResource) {
      if (!operation.resource().equals(resource)) {
        resource = operation.resource();
        out.println(paint.bold(resource));
      }
      out.println(
          String.format(Locale.ROOT, "  %-" + width + "s  ", operation.name())
              + paint.dim(operation.since() + "  ")
              + operation.http());
    }
    out.println();
    out.println(
        String.format(
            Locale.ROOT, "%d operations, model of %s", operations.size(), asOf.catalogue().day()));
  }
}
