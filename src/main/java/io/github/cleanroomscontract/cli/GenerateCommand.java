package io.github.cleanroomscontract.cli;

import io.github.cleanroomscontract.catalogue.Catalogue;
import io.github.cleanroomscontract.catalogue.Direction;
import io.github.cleanroomscontract.catalogue.Operation;
import io.github.cleanroomscontract.fixture.Fixture;
import io.github.cleanroomscontract.fixture.FixtureWriter;
import io.github.cleanroomscontract.generation.GeneratedCase;
import io.github.cleanroomscontract.generation.PayloadCases;
import io.github.cleanroomscontract.generation.RandomPayloads;
import io.github.cleanroomscontract.internal.text.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
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
      "change, besides what is found as well, and in context and request what has to be known for",
      "the rule to be checked; \"validate\" reads them. Broken texts, as of json.syntax, fit into no line.",
      "With it, each is a file as \"check\" wants it: what is expected of request.NAME.json",
      "stands in request.NAME.errors beside it. Files that are there already are not replaced.",
      "",
      "Examples:",
      "  cleanrooms-contract generate StartProtectedQuery --request --valid --seed 7 --count 1000",
      "  cleanrooms-contract generate GetMembership --response --rule required --output cases",
      "  cleanrooms-contract generate GetMembership --response --valid | cleanrooms-contract"
          + " validate -"
    })
final class GenerateCommand implements Callable<Integer> {

  /** How many payloads are made at random if nobody says how many. */
  private static final int SOME = 100;

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

    @Option(names = "--error", description = "Payloads are the bodies of errors.")
    boolean error;
  }

  @ArgGroup Kind kind = new Kind();

  /** Which payloads are written. */
  static final class Kind {
    @Option(names = "--valid", description = "Only payloads that break no rule. Default: all.")
    boolean valid;

    @Option(
        names = "--invalid",
        description = "Only payloads that are not in the contract. Default: all.")
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
      description = "At most so many. Default: all there are; with --seed 100.")
  Integer count;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description =
          "Payloads at random, as many as asked for; the same seed gives the same. Default: every case"
              + " worth a test, in order.")
  Long seed;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      converter = Choices.Day.class,
      description =
          "Use only what existed on that day, such as 2025-04-30; lines are to be validated as of it,"
              + " too. Default: the newest.")
  LocalDate asOf = Catalogue.MODEL_DATE;

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      description = "Write a file for each payload below this folder.")
  Path output;

  @Spec CommandSpec spec;

  private long total;
  private long valid;

  @Override
  public Integer call() {
    try {
      return output == null ? print() : write();
    } catch (FileSystemException e) {
      return failed(Optional.ofNullable(e.getFile()).orElse(output.toString()), reason(e));
    } catch (IOException e) {
      return failed(output.toString(), e.getMessage());
    }
  }

  private Direction direction() {
    return way.request ? Direction.REQUEST : way.response ? Direction.RESPONSE : Direction.ERROR;
  }

  /** Returns what was asked for, each time the same. */
  private Stream<GeneratedCase> cases() {
    if (count != null && count < 1) {
      throw refused("--count is at least 1.");
    }
    Operation operation = Suggestions.operation(spec.commandLine(), name);
    if ((kind.rule == null || seed != null) && operation.since().isAfter(asOf)) {
      throw refused(name + " exists since " + operation.since() + ".");
    }
    if (seed != null) {
      return random().limit(count == null ? SOME : count);
    }
    return count == null ? enumerated() : enumerated().limit(count);
  }

  private Stream<GeneratedCase> random() {
    RandomPayloads valid = RandomPayloads.of(name, direction()).asOf(asOf);
    if (kind.valid) {
      return valid.stream(seed);
    }
    if (kind.rule != null) {
      String rule = Suggestions.rule(spec.commandLine(), kind.rule).id();
      try {
        return valid.breaking(rule).stream(seed);
      } catch (IllegalArgumentException e) {
        throw refused(
            "No " + direction().label() + " of " + name + " breaks " + rule + " at random.");
      }
    }
    Stream<GeneratedCase> broken = valid.broken().stream(seed);
    if (kind.invalid) {
      return broken;
    }
    Iterator<GeneratedCase> others = broken.iterator();
    return valid.stream(seed).flatMap(each -> Stream.of(each, others.next()));
  }

  private Stream<GeneratedCase> enumerated() {
    PayloadCases all = PayloadCases.of(name, direction()).asOf(asOf);
    Stream<GeneratedCase> wanted =
        kind.rule != null
            ? all.breaking(Suggestions.rule(spec.commandLine(), kind.rule).id())
            : kind.valid
                ? all.valid()
                : kind.invalid ? Stream.concat(all.invalid(), all.malformed()) : all.all();
    return wanted.filter(each -> output != null || !each.malformed());
  }

  /** Prints cases as they come, as long as somebody reads them. */
  private int print() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    each(cases().takeWhile(each -> !out.checkError()), each -> out.println(each.envelope()));
    return ExitCodes.OK;
  }

  /** Writes files, once it is known that none is there already. */
  private int write() throws IOException {
    FixtureWriter plan = new FixtureWriter(output);
    Optional<Path> obstacle =
        cases().map(this::fixture).flatMap(each -> plan.obstacle(each).stream()).findFirst();
    if (obstacle.isPresent()) {
      return failed(obstacle.get().toString(), "it is there already; give another folder");
    }
    FixtureWriter writer = new FixtureWriter(output);
    each(
        cases(),
        each -> {
          Fixture fixture = fixture(each);
          writer.write(fixture);
          valid += fixture.valid() ? 1 : 0;
        });
    String sum =
        String.format(
            Locale.ROOT,
            "%s in %s: %,d valid, %,d invalid",
            Words.count(total, "payload"),
            output.resolve(name),
            valid,
            total - valid);
    spec.commandLine().getOut().println(sum);
    return ExitCodes.OK;
  }

  /** What is done with a case. */
  private interface Action {
    void take(GeneratedCase each) throws IOException;
  }

  private void each(Stream<GeneratedCase> cases, Action action) throws IOException {
    try {
      cases.forEach(
          each -> {
            try {
              action.take(each);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
            total++;
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (total == 0) {
      throw refused(nothing());
    }
  }

  private String nothing() {
    String rule = Suggestions.rule(spec.commandLine(), kind.rule).id();
    return output == null && rule.startsWith("json.")
        ? "Whatever breaks " + rule + " fits into no line: give --output FOLDER."
        : "No " + direction().label() + " of " + name + " breaks " + rule + ".";
  }

  private Fixture fixture(GeneratedCase each) {
    return CaseFixtures.of(each, asOf);
  }

  private int failed(String file, String reason) {
    spec.commandLine().getErr().println("Cannot write " + file + ": " + reason + ".");
    return ExitCodes.FAILED;
  }

  private static String reason(FileSystemException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "it is there already, and is no folder";
    }
    if (e instanceof NoSuchFileException) {
      return "there is no such folder";
    }
    return e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
  }

  private ParameterException refused(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
