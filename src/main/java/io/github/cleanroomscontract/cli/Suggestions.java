package io.github.cleanroomscontract.cli;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.internal.text.Nearest;
import io.github.cleanroomscontract.rules.RuleBook;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Looks names up that the user gave, and says what was probably meant by those there are not. */
final class Suggestions {

  private Suggestions() {}

  static Operation operation(CommandLine commandLine, String name) {
    Catalogue catalogue = Catalogue.current();
    List<String> names = catalogue.operations().stream().map(Operation::name).toList();
    return catalogue
        .operation(name)
        .orElseThrow(() -> unknown(commandLine, "operation", name, names, "operations"));
  }

  static Rule rule(CommandLine commandLine, String id) {
    List<String> ids = RuleBook.all().stream().map(Rule::id).toList();
    return RuleBook.find(id)
        .or(() -> RuleBook.all().stream().filter(rule -> alike(rule.id(), id)).findFirst())
        .orElseThrow(
            () ->
                ids.stream().anyMatch(each -> each.startsWith(id + "."))
                    ? new ParameterException(
                        commandLine,
                        "There is no rule \""
                            + id
                            + "\". \"cleanrooms-contract rules "
                            + id
                            + "\" lists those that begin so.")
                    : unknown(commandLine, "rule", id, ids, "rules"));
  }

  /** Nobody has to know which of the hyphens is a dot. */
  private static boolean alike(String id, String text) {
    return id.replace('.', '-').equalsIgnoreCase(text.replace('.', '-'));
  }

  private static ParameterException unknown(
      CommandLine commandLine, String what, String name, Collection<String> known, String lister) {
    String hint =
        Nearest.to(name, known)
            .map(near -> "Did you mean " + near + "?")
            .orElse("\"cleanrooms-contract " + lister + "\" lists those that there are.");
    return new ParameterException(
        commandLine, "There is no " + what + " \"" + name + "\". " + hint);
  }
}
