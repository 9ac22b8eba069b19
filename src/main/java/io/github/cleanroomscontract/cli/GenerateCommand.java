package io.github.cleanroomscontract.cli;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.finding.Rule;
import io.github.cleanroomscontract.generation.GeneratedCase;
import io.github.cleanroomscontract.generation.PayloadCases;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes generated payloads. */
@Command(
    name = "generate",
    description = "Writes payloads: valid ones, and ones that are broken in one way that is told.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Without --output, each payload is a line with its labels: valid, rule, pointer, case,",
      "change, and what has to be known for the rule to be checked.",
      "With it, each is a file as \"check\" wants it: what is expected of request.NAME.json",
      "stands in request.NAME.errors beside it.",
      "",
      "Examples:",
      "  cleanrooms-contract generate StartProtectedQuery --request --valid --count 20 --seed 7",
      "  cleanrooms-contract generate GetMembership --response --rule required --output cases",
      "  cleanrooms-contract generate GetMembership --response --valid | cleanrooms-contract"
          + " validate -"
    })
final class GenerateCommand implements Callable<Integer> {

  /** How long the names of files become. */
  private static final int LONGEST = 100;

  @Parameters(
      paramLabel = "OPERATION",
      completionCandidates = ValidateCommand.OperationNames.class,
      description = "The operation, such as StartProtectedQuery.")
  String name;

  @ArgGroup(multiplicity = "1")
  Way way;

  /** Which way payloads go. */
  static final class Way {
    @Option(names = "--request", description = "Payloads are requests.")
    boolean request;

    @Option(names = "--response", description = "Payloads are responses.")
    boolean response;
  }

  @ArgGroup Kind kind = new Kind();

  /** Which payloads are written. */
  static final class Kind {
    @Option(names = "--valid", description = "Only valid payloads. Default: both.")
    boolean valid;

    @Option(names = "--invalid", description = "Only invalid payloads. Default: both.")
    boolean invalid;

    @Option(
        names = "--rule",
        paramLabel = "ID",
        completionCandidates = ExplainCommand.RuleIds.class,
        description = "Only payloads that break this rule, such as union.empty.")
    String rule;
  }

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "At most so many: the first, or with --seed a sample.")
  Integer count;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Picks a sample; the same seed picks the same.")
  Long seed;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      converter = Choices.Day.class,
      description = "Use only what existed on that day, such as 2025-04-30. Default: today's.")
  LocalDate asOf = Catalogue.MODEL_DATE;

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      description = "Write a file for each payload below this folder.")
  Path output;

  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    List<GeneratedCase> cases = chosen(cases());
    if (cases.isEmpty()) {
      throw refused("No " + direction().label() + " of " + name + " breaks " + kind.rule + ".");
    }
    if (output == null) {
      PrintWriter out = spec.commandLine().getOut();
      cases.forEach(each -> out.println(each.envelope()));
      return ExitCodes.OK;
    }
    try {
      write(cases);
      return ExitCodes.OK;
    } catch (IOException e) {
      spec.commandLine().getErr().println("Cannot write to " + output + ": " + e);
      return ExitCodes.FAILED;
    }
  }

  private Direction direction() {
    return way.request ? Direction.REQUEST : Direction.RESPONSE;
  }

  private Stream<GeneratedCase> cases() {
    Operation operation = Suggestions.operation(spec.commandLine(), name);
    if (operation.since().isAfter(asOf)) {
      throw refused(name + " exists since " + operation.since() + ".");
    }
    PayloadCases all = PayloadCases.of(name, direction()).asOf(asOf);
    if (kind.rule != null) {
      Rule rule = Suggestions.rule(spec.commandLine(), kind.rule);
      return all.breaking(rule.id());
    }
    if (kind.valid) {
      return all.valid();
    }
    return kind.invalid ? all.invalid() : Stream.concat(all.valid(), all.invalid());
  }

  private List<GeneratedCase> chosen(Stream<GeneratedCase> cases) {
    if (count == null && seed != null) {
      throw refused("--seed picks a sample, so it needs --count.");
    }
    if (count == null) {
      return cases.toList();
    }
    if (count < 1) {
      throw refused("--count is at least 1.");
    }
    if (seed == null) {
      return cases.limit(count).toList();
    }
    return sample(cases.toList());
  }

  /** Picks with a generator whose algorithm is specified, so that any Java picks the same. */
  private List<GeneratedCase> sample(List<GeneratedCase> all) {
    List<GeneratedCase> sample = new ArrayList<>();
    Random random = new Random(seed);
    for (int i = 0; i < all.size(); i++) {
      int missing = count - sample.size();
      if (missing > 0 && random.nextInt(all.size() - i) < missing) {
        sample.add(all.get(i));
      }
    }
    return sample;
  }

  private ParameterException refused(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private void write(List<GeneratedCase> cases) throws IOException {
    Set<String> taken = new HashSet<>();
    for (GeneratedCase each : cases) {
      Path folder = output.resolve(name).resolve(each.valid() ? "valid" : "invalid");
      Files.createDirectories(folder);
      String file = file(each, taken);
      Files.writeString(folder.resolve(file + ".json"), each.payload() + "\n");
      if (!each.valid()) {
        String expected = each.rule().orElseThrow() + " " + each.pointer().orElseThrow();
        Files.writeString(folder.resolve(file + ".errors"), expected.strip() + "\n");
      }
    }
  }

  private static String file(GeneratedCase each, Set<String> taken) {
    String slug = each.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String cut = slug.substring(0, Math.min(LONGEST, slug.length()));
    String file = each.direction().label() + "." + cut;
    for (int number = 2; !taken.add(file + each.valid()); number++) {
      file = each.direction().label() + "." + cut + "-" + number;
    }
    return file;
  }
}
