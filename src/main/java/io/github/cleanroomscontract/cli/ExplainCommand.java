package io.github.cleanroomscontract.cli;

import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.report.Paint;
import io.github.cleanroomscontract.rules.RuleBook;
import java.io.PrintWriter;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains a rule. */
@Command(
    name = "explain",
    description = "Explains a rule: what it says, why it is checked, and where it is stated.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Runnable {

  /** Ids of rules, for completion. */
  static final class RuleIds implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return RuleBook.all().stream().map(Rule::id).iterator();
    }
  }

  @Parameters(
      arity = "0..1",
      paramLabel = "RULE",
      completionCandidates = RuleIds.class,
      description =
          "The id of the rule, or what ids begin with, such as json; all rules are listed without"
              + " one.")
  String id;

  @Spec CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    Paint paint = new Paint(Ansi.AUTO.enabled());
    String prefix = id == null ? "" : id + ".";
    List<Rule> rules =
        RuleBook.all().stream().filter(rule -> rule.id().startsWith(prefix)).toList();
    if (!rules.isEmpty()) {
      int width = rules.stream().mapToInt(rule -> rule.id().length()).max().orElse(0);
      for (Rule rule : rules) {
        out.println(
            paint.bold(String.format(Locale.ROOT, "%-" + width + "s", rule.id()))
                + "  "
                + rule.message());
      }
      out.println();
      out.println(paint.dim("In {braces}: what differs from finding to finding."));
      return;
    }
    Rule rule = Suggestions.rule(spec.commandLine(), id);
    out.println(paint.bold(rule.id()) + " (" + rule.severity().label() + ")");
    out.println("  says    " + rule.message());
    out.println("  because " + rule.reason());
    out.println("  stated  in " + rule.basis());
    if (!rule.needs().isEmpty()) {
      out.println("  needs   " + rule.needs() + "; not checked without");
    }
  }
}
