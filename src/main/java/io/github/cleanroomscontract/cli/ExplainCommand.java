package io.github.cleanroomscontract.cli;

import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.report.Paint;
import io.github.cleanroomscontract.rules.RuleBook;
import java.io.PrintWriter;
import java.util.Iterator;
import java.util.Map;
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

  private static final Map<Rule.Kind, String> CHECKED =
      Map.of(
          Rule.Kind.INPUT, "on the text, or on what was given",
          Rule.Kind.MODEL, "by the schemas",
          Rule.Kind.SCHEMA, "by the schemas, which name it in x-rule",
          Rule.Kind.CROSS_FIELD, "by comparing values of one payload",
          Rule.Kind.CONTEXT, "with facts from outside the payload",
          Rule.Kind.LIMIT, "never: only the service can know",
          Rule.Kind.NOTE, "never: there is nothing left to break");

  @Parameters(
      paramLabel = "RULE",
      completionCandidates = RuleIds.class,
      description = "The id of the rule, such as union.multiple; \"rules\" lists them.")
  String id;

  @Spec CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    Paint paint = new Paint(Ansi.AUTO.enabled());
    Rule rule = Suggestions.rule(spec.commandLine(), id);
    String weight = rule.checked() ? rule.severity().label() : "not checked";
    out.println(paint.bold(rule.id()) + " (" + weight + ")");
    out.println("  says     " + rule.message());
    out.println("  because  " + rule.reason());
    out.println("  stated   in " + rule.basis());
    out.println("  checked  " + CHECKED.get(rule.kind()));
    rule.direction().ifPresent(only -> out.println("  only     in a " + only));
    rule.since().ifPresent(day -> out.println("  since    " + day));
    rule.until()
        .ifPresent(day -> out.println("  until    " + day + "; checked only as of an earlier day"));
    if (!rule.needs().isEmpty()) {
      out.println("  needs    " + rule.needs() + "; not checked without");
    }
  }
}
