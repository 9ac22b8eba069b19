package io.github.cleanroomscontract.cli;

import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.internal.text.Words;
import io.github.cleanroomscontract.report.Paint;
import io.github.cleanroomscontract.report.RuleListing;
import io.github.cleanroomscontract.rules.RuleBook;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the rules. */
@Command(
    name = "rules",
    description =
        "Lists the rules: what is checked, since when, on what evidence, and what is not.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "\"explain RULE\" tells more of one.",
      "",
      "Examples:",
      "  cleanrooms-contract rules",
      "  cleanrooms-contract rules membership",
      "  cleanrooms-contract rules --kind context --format markdown"
    })
final class RulesCommand implements Runnable {

  /** How the list is written. */
  enum Format {
    TEXT,
    MARKDOWN,
    JSON
  }

  @Parameters(
      arity = "0..1",
      paramLabel = "PREFIX",
      description = "What ids begin with, such as json or membership.")
  String prefix = "";

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      converter = Choices.RuleKinds.class,
      completionCandidates = Choices.RuleKinds.class,
      description = "Only rules of a kind: ${COMPLETION-CANDIDATES}.")
  Rule.Kind kind;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      converter = Choices.RuleFormats.class,
      completionCandidates = Choices.RuleFormats.class,
      description = "How the list is written: ${COMPLETION-CANDIDATES}. Default: text.")
  Format format;

  @Spec CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    Collection<Rule> all = RuleBook.all();
    List<Rule> rules =
        all.stream()
            .filter(rule -> rule.id().startsWith(prefix))
            .filter(rule -> kind == null || rule.kind() == kind)
            .toList();
    if (rules.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "No rule of "
              + Words.count(all.size(), "rule")
              + (kind == null ? "" : " is of that kind and")
              + " begins with \""
              + prefix
              + "\".");
    }
    switch (format) {
      case TEXT -> RuleListing.text(rules, new Paint(Ansi.AUTO.enabled())).forEach(out::println);
      case MARKDOWN -> RuleListing.markdown(rules).forEach(out::println);
      case JSON -> RuleListing.json(rules, out);
    }
  }
}
